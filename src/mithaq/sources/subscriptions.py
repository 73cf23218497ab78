"""The feeds of all outlets, read once: only those that have changed, and of these only entries that are new."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

import msgspec

from mithaq.errors import InputError
from mithaq.records import Document
from mithaq.sources.fetch import Fetcher
from mithaq.sources.items import Defaults, Found, Reject
from mithaq.sources.outlets import Outlet, Outlets
from mithaq.sources.run import Run, Where, shortened
from mithaq.sources.web import Web
from mithaq.sources.workshop import Workshop


class Seen(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What is remembered of a feed: its version, and a hash of each entry that it has and that was kept."""

    etag: str | None = None
    modified: str | None = None
    entries: dict[str, str] = {}


class Memory:
    """What was read of feeds, in a file of JSON; written after each feed, so that a stop loses little."""

    def __init__(self, path: Path, *, is_new: bool = False) -> None:
        """Read the file, where there is one; a new register knows nothing, whatever stands in it.

        Raises:
            InputError: it is another kind of file.
        """
        self.path = path
        self.feeds: dict[str, Seen] = {}
        try:
            data = b"" if is_new else path.read_bytes()
            self.feeds = msgspec.json.decode(data, type=dict[str, Seen]) if data else {}
        except FileNotFoundError:
            pass
        except (OSError, msgspec.DecodeError) as wrong:
            raise InputError(
                f"{path}: expected what is remembered of feeds, found: {wrong}; delete it, and all feeds are read anew"
            ) from None

    @staticmethod
    def path_of(register: str) -> Path:
        """Where the memory of a register is: beside its file, or with the user's data where it is on a server."""
        if "://" not in register:
            return Path(f"{register}.feeds.json")
        from platformdirs import user_state_path

        digest = blake2b(register.encode(), digest_size=8).hexdigest()
        return user_state_path("mithaq", ensure_exists=True) / f"feeds-{digest}.json"

    def write(self) -> None:
        """Put what is remembered into the place of what was, whole or not at all."""
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            beside.write_bytes(msgspec.json.format(msgspec.json.encode(self.feeds), indent=1))
            beside.replace(self.path)
        except OSError as wrong:
            raise InputError(
                f"{self.path}: cannot be written: {wrong.strerror}; name another: --state"
            ) from wrong


class Subscriptions:
    """The feeds of outlets; `read`, `unchanged` and `failed` count them."""

    def __init__(self, outlets: Outlets, fetcher: Fetcher, memory: Memory, *, pages: bool = False) -> None:
        self._outlets = outlets
        self._fetcher = fetcher
        self._memory = memory
        self._pages = pages
        self.read = self.unchanged = self.failed = 0

    def documents(self, watch: Callable[[int, int], None] | None = None) -> Iterator[Document | Reject]:
        """What is new in all feeds; a document counts as kept when the next one is asked for.

        Args:
            watch: told, whenever a feed begins, how many are done of how many.
        """
        feeds = [(outlet, feed) for outlet in self._outlets.all for feed in outlet.feeds]
        if not feeds:
            raise InputError("expected a source with a `feed` in sources.toml, found none; add one")
        with Workshop() as workshop:
            run = Run(defaults=Defaults(), codec=None, outlets=self._outlets, columns={}, workshop=workshop)
            web = Web(run, self._fetcher, pages=self._pages)
            for done, (outlet, feed) in enumerate(feeds):
                if watch:
                    watch(done, len(feeds))
                yield from self._feed(web, outlet, feed)

    def _feed(self, web: Web, outlet: Outlet, feed: str) -> Iterator[Document | Reject]:
        before = self._memory.feeds.get(feed, Seen())
        try:
            answer = self._fetcher.get(feed, etag=before.etag, modified=before.modified, pause=outlet.pause)
        except InputError as wrong:
            self.failed += 1
            yield Reject(feed, None, str(wrong), shortened(feed))
            return
        if answer.is_unchanged:
            self.unchanged += 1
            return
        now = Seen()

        def is_known(name: str, found: Found) -> bool:
            digest = _digest(found)
            if before.entries.get(name) == digest:
                now.entries[name] = digest
                return True
            pending[name] = digest
            return False

        pending: dict[str, str] = {}
        is_whole, documents = True, 0
        for item in web.entries(answer, Where(feed, shortened(feed), None, outlet), is_known):
            yield item
            if isinstance(item, Reject):
                is_whole = False
            else:
                documents += 1
                now.entries[item.id] = pending.get(item.id, "")
        if is_whole:  # else the server must not say "unchanged" before all of it is kept
            now.etag, now.modified = answer.etag, answer.modified
        if is_whole or documents or now.entries:
            self.read += 1
        else:
            self.failed += 1
        self._memory.feeds[feed] = now
        self._memory.write()


def _digest(found: Found) -> str:
    told = msgspec.json.encode([found.title, found.text, found.published, found.url])
    return blake2b(told, digest_size=8).hexdigest()
