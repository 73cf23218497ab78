"""One walk over sources: what it was told, what it has met, and how each kind of file gives documents."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import BinaryIO, NamedTuple

from mithaq.errors import InputError
from mithaq.records import Document
from mithaq.sources.checks import build, check, parse_object, record_id, without_controls
from mithaq.sources.decode import decode, marked_codec, unmarked_remedy
from mithaq.sources.items import LARGEST, Columns, Defaults, Found, Reject
from mithaq.sources.kinds import HEAD, Kind, is_old_word, kind_by_content, kind_by_name
from mithaq.sources.lines import read_lines
from mithaq.sources.outlets import Outlet, Outlets
from mithaq.sources.seen import Seen
from mithaq.sources.workshop import Task, Workshop

_LONGEST_ID = 512
_SPOOLED = 2_000_000_000  # bytes of standard input that are put aside for kinds that must be sought in
_TAKEN_APART = (Kind.PAGE, Kind.PDF, Kind.WORD, Kind.FEED)
_WITHIN = (Kind.ZIP, Kind.WARC, Kind.PARQUET)


class Where(NamedTuple):
    """What is being read: how it is shown in messages, the name that ids begin with, and what is known of it."""

    shown: str
    name: str
    url: str | None = None
    outlet: Outlet | None = None
    charset: str | None = None


class Run:
    """One walk over sources."""

    def __init__(
        self,
        *,
        defaults: Defaults,
        codec: str | None,
        outlets: Outlets,
        columns: Columns,
        workshop: Workshop,
    ) -> None:
        self.defaults = defaults
        self.codec = codec
        self.outlets = outlets
        self.columns = columns
        self.workshop = workshop
        self.ids = Seen()

    def items(self, stream: BinaryIO, where: Where, kind: Kind | None) -> Iterator[Document | Reject]:
        """The documents of a stream.

        Args:
            stream: opened for bytes.
            where: what it is.
            kind: what its name tells; None finds out by its first bytes, and else takes it for a text.
        """
        try:
            if kind is Kind.LINES:
                yield from self._lines(stream, where)
            elif kind is Kind.CSV:
                yield from self._csv(stream, where)
            elif kind in _WITHIN:
                with _seekable(stream, b"") as whole:
                    yield from self._within(whole, where, kind)
            else:
                yield from self._whole(stream, where, kind)
        except OSError as fault:
            yield Reject(where.shown, None, unreadable(fault), where.name)
        except InputError as wrong:
            yield Reject(where.shown, None, str(wrong), where.name)

    def _whole(self, stream: BinaryIO, where: Where, kind: Kind | None) -> Iterator[Document | Reject]:
        data = stream.read(LARGEST + 1)
        if kind is None:
            kind = kind_by_content(data[:HEAD])
        if kind in _WITHIN:  # nothing but the content told so
            with _seekable(stream, data) as whole:
                yield from self._within(whole, where, kind)
            return
        if len(data) > LARGEST:
            raise InputError(
                f"expected at most {LARGEST // 1_000_000} MB a document, found more; split the file"
            )
        yield from self.data(data, where, kind)

    def data(self, data: bytes, where: Where, kind: Kind | None) -> Iterator[Document | Reject]:
        """The documents of the bytes of one file of any kind."""
        if kind in (Kind.LINES, Kind.CSV) or kind in _WITHIN:
            yield from self.items(io.BytesIO(data), where, kind)
        elif kind in _TAKEN_APART:
            try:
                self._check_kind(data, kind)
                yield from self.found(self.texts(data, where, kind), where)
            except InputError as wrong:
                yield Reject(where.shown, None, str(wrong), where.name)
        else:
            yield self._single(data, where, is_record=kind is Kind.RECORD)

    def texts(self, data: bytes, where: Where, kind: Kind) -> Iterator[Found]:
        """What is found in a file that has to be taken apart."""
        return self.workshop.texts(Task(kind=kind, data=data, charset=where.charset, codec=self.codec))

    @staticmethod
    def _check_kind(data: bytes, kind: Kind) -> None:
        if not data.strip():
            raise InputError(f"expected {kind}, found an empty file; fill it, or leave it out")
        if is_old_word(data[:8]):
            raise InputError(f"expected {kind}, found a file of an older Word; save it as DOCX")
        told = kind_by_content(data[:HEAD])
        if kind is Kind.PDF and b"%PDF-" not in data[:1024]:
            raise InputError(
                f"expected a PDF, found {told or 'none'}; give the file its true ending, or get it anew"
            )
        if kind is Kind.WORD and told not in (Kind.WORD, Kind.ZIP):
            raise InputError(
                f"expected {kind}, found {told or 'none'}; give the file its true ending, or get it anew"
            )

    def found(self, texts: Iterator[Found], where: Where) -> Iterator[Document | Reject]:
        """Documents of what is found in a file: the only one by the file's name, one among others by its own."""
        number = 0
        for number, found in enumerate(texts, start=1):
            yield self.document(
                found, where, f"{where.name}#{number}" if found.id or number > 1 else where.name
            )
        if not number:
            yield Reject(where.shown, None, "expected documents, found none; leave the file out", where.name)

    def document(self, found: Found, where: Where, path_id: str) -> Document | Reject:
        """A document of a text that was taken out of a page, PDF or feed, or why there is none."""
        if found.fault:
            return Reject(where.shown, None, found.fault, printable(found.id or path_id))
        url = where.url or found.url
        outlet = where.outlet or self.outlets.of(url)
        document = Document(
            id=shortened(found.id or path_id),
            text=without_controls(found.text) or "",
            title=without_controls(found.title),
            published=found.published,
            url=url,
            source=outlet.name if outlet else without_controls(found.source),
        )
        document.lang = self._language(document, found.lang, outlet)
        try:
            return self.finish(document, where, None, path_id, outlet)
        except InputError as wrong:
            return Reject(where.shown, None, str(wrong), printable(document.id))

    @staticmethod
    def _language(document: Document, claimed: str | None, outlet: Outlet | None) -> str | None:
        """The language that the outlet has, or that a page claims, where its text does not gainsay that."""
        if outlet and outlet.language:
            return outlet.language
        code = (claimed or "").replace("_", "-").split("-")[0].strip().lower()
        if not (code.isascii() and code.isalpha() and len(code) in (2, 3)):
            return None
        from mithaq.reading.language import paragraphs

        seen = {stretch.lang for stretch in paragraphs(document.full_text)}
        return code if seen <= {code, None} else None

    def _single(self, data: bytes, where: Where, *, is_record: bool) -> Document | Reject:
        known_id = where.name
        try:
            if not data.strip():
                found = "an empty file" if not data else "only white space"
                raise InputError(f"expected a text, found {found}; fill it, or leave it out")
            if is_old_word(data[:8]):
                raise InputError("expected a text, found a file of an older Word; save it as DOCX")
            codec = self.codec or where.charset
            if not codec and not marked_codec(data[:4]) and (remedy := unmarked_remedy(data)):
                raise InputError(remedy)
            text = decode(data, codec=codec)
            del data
            if not is_record:
                return self.finish(Document(id=where.name, text=text, url=where.url), where, None)
            record = parse_object(text.encode("utf-8", "surrogatepass"))
            known_id = record_id(record) or where.name
            return self.finish(build(record, where.name), where, None)
        except InputError as wrong:
            return Reject(where.shown, None, str(wrong), printable(known_id))

    def _lines(self, stream: BinaryIO, where: Where) -> Iterator[Document | Reject]:
        empty = True
        for number, line in read_lines(stream, codec=self.codec):
            empty = False
            known_id = path_id = f"{where.name}#{number}"
            try:
                if isinstance(line, InputError):
                    raise line
                record = parse_object(line)
                known_id = record_id(record) or path_id
                yield self.finish(build(record, path_id), where, number, path_id)
            except InputError as wrong:
                yield Reject(where.shown, number, str(wrong), printable(known_id))
        if empty:
            message = "expected documents, one JSON object a line, found an empty file; fill it"
            yield Reject(where.shown, None, message, where.name)

    def _csv(self, stream: BinaryIO, where: Where) -> Iterator[Document | Reject]:
        from mithaq.sources.tables import read_csv

        delimiter = "\t" if where.shown.lower().endswith(".tsv") else None
        empty = True
        rows = read_csv(stream, columns=self.columns, codec=self.codec, delimiter=delimiter)
        for line, record in rows:
            empty = False
            known_id = path_id = f"{where.name}#{line}"
            try:
                if isinstance(record, InputError):
                    raise record
                known_id = record_id(record) or path_id
                yield self.finish(build(record, path_id), where, line, path_id)
            except InputError as wrong:
                yield Reject(where.shown, line, str(wrong), printable(known_id))
        if empty:
            yield Reject(
                where.shown, None, "expected rows below the names of columns, found none; fill it", where.name
            )

    def _within(self, stream: BinaryIO, where: Where, kind: Kind | None) -> Iterator[Document | Reject]:
        if kind is Kind.PARQUET:
            yield from self._parquet(stream, where)
        elif kind is Kind.WARC:
            yield from self._warc(stream, where)
        else:
            yield from self._zip(stream, where)

    def _parquet(self, stream: BinaryIO, where: Where) -> Iterator[Document | Reject]:
        task = Task(kind=Kind.PARQUET, path=os.path.abspath(stream.name), columns=dict(self.columns))
        for number, found in enumerate(self.workshop.texts(task), start=1):
            path_id = f"{where.name}#{number}"
            if found.fault:
                yield Reject(where.shown, number, found.fault, found.id or path_id)
                continue
            document = Document(
                id=found.id or path_id, text=found.text, title=found.title, lang=found.lang,
                published=found.published, home=found.home, url=found.url, source=found.source,
            )  # fmt: skip
            try:
                yield self.finish(document, where, number, path_id)
            except InputError as wrong:
                yield Reject(where.shown, number, str(wrong), printable(document.id))

    def _warc(self, stream: BinaryIO, where: Where) -> Iterator[Document | Reject]:
        from mithaq.sources.archives import captures

        empty = True
        for capture in captures(stream, _size(stream)):
            empty = False
            page = where._replace(
                shown=f"{where.shown}: {capture.url}",
                name=shortened(capture.url),
                url=capture.url,
                charset=capture.charset,
            )
            if capture.fault:
                yield Reject(page.shown, None, capture.fault, page.name)
            else:
                kind = capture.kind or kind_by_content(capture.data[:HEAD])
                yield from self.data(capture.data, page, kind)
        if empty:
            message = "expected a web archive with pages in it, found none; leave it out"
            yield Reject(where.shown, None, message, where.name)

    def _zip(self, stream: BinaryIO, where: Where) -> Iterator[Document | Reject]:
        from mithaq.sources.archives import zip_members

        empty = True
        for member in zip_members(stream, _size(stream)):
            empty = False
            name = printable(member.name)
            inner = where._replace(shown=f"{where.shown}/{name}", name=f"{where.name}/{name}")
            if member.stream is None:
                yield Reject(inner.shown, None, member.fault or "", inner.name)
            else:
                yield from self.items(member.stream, inner, kind_by_name(name))
        if empty:
            message = "expected a zip with texts, pages or tables in it, found none; leave it out"
            yield Reject(where.shown, None, message, where.name)

    def finish(
        self,
        document: Document,
        where: Where,
        line: int | None,
        path_id: str | None = None,
        outlet: Outlet | None = None,
    ) -> Document | Reject:
        """A document with what its outlet and the user say of it, or why it is refused.

        A repeated id leaves the first one's name alone.

        Raises:
            InputError: the document does not hold to its form.
        """
        outlet = outlet or where.outlet or (self.outlets.of(document.url) if document.url else None)
        if outlet:
            told = Defaults(home=outlet.country, lang=outlet.language, source=outlet.name)
            _fill(document, told)
        _fill(document, self.defaults)
        check(document)
        if self.ids.add(document.id):
            return document
        message = (
            f"expected an id of its own, found {document.id!r} again; the first document of that id is kept; "
            "give this one another"
        )
        return Reject(where.shown, line, message, path_id or document.id)


def _fill(document: Document, told: Defaults) -> None:
    for field, value in told._asdict().items():
        if value is not None and getattr(document, field) is None:
            setattr(document, field, value)


def _size(stream: BinaryIO) -> int:
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    return size


@contextmanager
def _seekable(stream: BinaryIO, head: bytes) -> Iterator[BinaryIO]:
    """A stream that can be sought in and has a name: of a file itself, else a copy of it on the disk."""
    if isinstance(getattr(stream, "name", None), str) and stream.seekable():
        stream.seek(0)
        yield stream
        return
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile() as copy:
        copy.write(head)
        while part := stream.read(1 << 20):
            copy.write(part)
            if copy.tell() > _SPOOLED:
                raise InputError(
                    f"expected at most {_SPOOLED // 1_000_000_000} GB, found more; give it as a file"
                )
        copy.flush()
        copy.seek(0)
        yield copy  # type: ignore[misc]


def shortened(name: str) -> str:
    """A name that may be an id: of a longer one, the beginning and a hash of the whole."""
    if len(name) <= _LONGEST_ID:
        return name
    digest = blake2b(name.encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()
    return f"{name[: _LONGEST_ID - 17]}#{digest}"


def printable(name: str) -> str:
    """A name with what is no UTF-8 in it written out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def unreadable(fault: OSError) -> str:
    """What to say of a file that the system does not let one read."""
    why = (fault.strerror or str(fault)).lower()
    return f"expected a file or folder that can be read, found: {why}; check its name and rights"
