"""Documents from addresses: a page, a feed, or any file that a server has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mithaq.errors import InputError
from mithaq.records import Document
from mithaq.sources.fetch import Answer, Fetcher
from mithaq.sources.items import Found, Reject
from mithaq.sources.kinds import HEAD, TYPES, Kind, kind_by_content, kind_by_name
from mithaq.sources.outlets import Outlet
from mithaq.sources.run import Run, Where, shortened

Known = Callable[[str, Found], bool]
"""Whether an entry of a feed, by its id, was read before and has not changed."""


class Web:
    """Fetches addresses and gives what is there to a run."""

    def __init__(self, run: Run, fetcher: Fetcher, *, pages: bool = False) -> None:
        self._run = run
        self._fetcher = fetcher
        self._pages = pages

    def documents(self, url: str) -> Iterator[Document | Reject]:
        """The documents at an address: one of a page, those of the entries of a feed."""
        where = Where(url, shortened(url), url, self._run.outlets.of(url))
        try:
            answer = self._fetcher.get(url, pause=where.outlet.pause if where.outlet else None)
        except InputError as wrong:
            yield Reject(url, None, str(wrong), where.name)
            return
        kind = kind_of(answer)
        if kind is Kind.FEED:
            yield from self.entries(answer, where)
        else:
            yield from self._run.data(answer.data, self._at(answer, where), kind)

    def entries(
        self, answer: Answer, where: Where, is_known: Known = lambda _id, _found: False
    ) -> Iterator[Document | Reject]:
        """The documents of a feed that was fetched, without those that are known."""
        at = where._replace(charset=answer.charset, url=None)
        try:
            self._run._check_kind(answer.data, Kind.FEED)
            entries = list(
                self._run.texts(answer.data, at, Kind.FEED)
            )  # pages are taken apart by the same process
            for number, found in enumerate(entries, start=1):
                name = shortened(found.id or f"{where.name}#{number}")
                if not found.fault and is_known(name, found):
                    continue
                yield self._entry(found, at, name)
        except InputError as wrong:
            yield Reject(where.shown, None, str(wrong), where.name)

    def _entry(self, found: Found, where: Where, name: str) -> Document | Reject:
        outlet = where.outlet or self._run.outlets.of(found.url)
        wants_page = (self._pages or (outlet is not None and outlet.pages)) and found.is_summary
        if not (wants_page and found.url and not found.fault):
            return self._run.document(found, where._replace(outlet=outlet), name)
        shown = where._replace(shown=f"{where.shown}: {found.url}", outlet=outlet)
        try:
            page = self._page(found.url, shown, outlet)
        except InputError as wrong:
            return Reject(shown.shown, None, str(wrong), name)
        page.id, page.url = found.id, found.url
        page.title = page.title or found.title
        page.published = page.published or found.published
        page.source = page.source or found.source
        return self._run.document(page, shown, name)

    def _page(self, url: str, where: Where, outlet: Outlet | None) -> Found:
        answer = self._fetcher.get(url, pause=outlet.pause if outlet else None)
        kind = kind_of(answer)
        if kind not in (Kind.PAGE, Kind.PDF, Kind.WORD):
            raise InputError(f"expected a page, found {kind or 'another kind of file'}; leave it out")
        (found,) = self._run.texts(answer.data, where._replace(charset=answer.charset), kind)
        return found

    @staticmethod
    def _at(answer: Answer, where: Where) -> Where:
        return where._replace(charset=answer.charset)


def kind_of(answer: Answer) -> Kind | None:
    """What a server gave: by its first bytes, else as it says, else by the end of its address."""
    told = kind_by_content(answer.data[:HEAD])
    return told or TYPES.get(answer.media) or kind_by_name(answer.url.partition("?")[0])
