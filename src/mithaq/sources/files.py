"""Documents from paths and addresses: files of every kind, folders, standard input, pages and feeds."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from mithaq.errors import InputError, UsageError
from mithaq.records import Document
from mithaq.sources.checks import check_country, check_day, check_language
from mithaq.sources.decode import find_codec
from mithaq.sources.items import FIELDS, Columns, Defaults, Reject
from mithaq.sources.kinds import ENDINGS, Kind, kind_by_name
from mithaq.sources.outlets import Outlets
from mithaq.sources.run import Run, Where, printable, unreadable
from mithaq.sources.seen import Seen
from mithaq.sources.workshop import Workshop

if TYPE_CHECKING:
    from mithaq.sources.fetch import Fetcher

STANDARD_INPUT = "-"

Watch = Callable[[int, int], None]
"""Told, whenever a file begins, how many are done and how many there are so far."""


def documents(
    paths: Iterable[str | Path],
    *,
    lines: bool = False,
    defaults: Defaults | None = None,
    encoding: str | None = None,
    outlets: Outlets | None = None,
    columns: Columns | None = None,
    fetcher: Fetcher | None = None,
    pages: bool = False,
    watch: Watch | None = None,
) -> Iterator[Document | Reject]:
    """Documents of files, folders and addresses, checked, in the order given; a folder's by name, in depth.

    Streams: holds one document at a time, however many there are. What cannot be read becomes a `Reject` in its
    place. An id that comes again is a `Reject`: the first is kept. A file named twice is read once.

    Args:
        paths: files, folders, addresses (`https://...`), and `-` for standard input. In a folder, files of known
            endings are read.
        lines: files whose ending does not tell, and standard input, hold JSON Lines, not a text.
        defaults: what documents are taken to say where they say nothing.
        encoding: how all files are encoded; None reads UTF-8, UTF-16 with its mark, and what a page says of itself.
        outlets: what is known of outlets by their domains.
        columns: fields of documents to the columns of tables that hold them, where these have other names.
        fetcher: fetches addresses; None makes one that does not enter private networks.
        pages: of what a feed only sums up, the pages that it links to are fetched.
        watch: told how far the walk is.

    Raises:
        UsageError: a default, the encoding or a field of `columns` is none.
    """
    given = defaults or Defaults()
    for name, value, test in (
        ("--home", given.home, check_country),
        ("--published", given.published, check_day),
        ("--lang", given.lang, check_language),
    ):
        if value is not None:
            try:
                test(value)
            except InputError as wrong:
                raise UsageError(f"{name}: {wrong}") from None
    for field in columns or ():
        if field not in FIELDS:
            raise UsageError(f"--column: expected one of {', '.join(FIELDS)} before =, found {field!r}")
    codec = find_codec(encoding) if encoding else None
    run = Run(
        defaults=given, codec=codec, outlets=outlets or Outlets(), columns=columns or {}, workshop=Workshop()
    )
    return _Walk(run, lines, fetcher, pages, watch).documents(paths)


class _Walk:
    """The way through the paths of one run."""

    def __init__(
        self, run: Run, lines: bool, fetcher: Fetcher | None, pages: bool, watch: Watch | None
    ) -> None:
        self.run = run
        self.lines = lines
        self.fetcher = fetcher
        self.pages = pages
        self.watch = watch
        self.files = Seen()
        self.done = self.known = 0

    def documents(self, paths: Iterable[str | Path]) -> Iterator[Document | Reject]:
        given = list(map(str, paths))
        self.known = len(given)
        with self.run.workshop:
            for path in given:
                if path == STANDARD_INPUT:
                    yield from self._file(path, "stdin")
                elif "://" in path:
                    yield from self._address(path)
                elif os.path.isdir(path):
                    yield from self._folder(path)
                else:
                    yield from self._file(path, os.path.basename(path))

    def _begin(self) -> None:
        if self.watch:
            self.watch(self.done, self.known)
        self.done += 1

    def _address(self, url: str) -> Iterator[Document | Reject]:
        from mithaq.sources.fetch import Fetcher
        from mithaq.sources.web import Web

        self._begin()
        self.fetcher = self.fetcher or Fetcher()
        yield from Web(self.run, self.fetcher, pages=self.pages).documents(url)

    def _folder(self, folder: str) -> Iterator[Document | Reject]:
        faults: list[OSError] = []
        found = list(_sources_in(folder, faults))
        self.known += len(found) - 1
        for path in found:
            yield from self._file(path, Path(path).relative_to(folder).as_posix(), in_folder=True)
        for fault in faults:
            yield Reject(str(fault.filename), None, unreadable(fault), printable(os.path.basename(folder)))
        if not found and not faults:
            endings = ", ".join(ENDINGS)
            message = f"expected files ending in {endings}, found none; put texts into the folder"
            yield Reject(folder, None, message, printable(os.path.basename(folder.rstrip("/"))))

    def _file(self, path: str, name: str, *, in_folder: bool = False) -> Iterator[Document | Reject]:
        self._begin()
        if path != STANDARD_INPUT and not self.files.add(os.path.realpath(path)):
            return
        where = Where("standard input" if path == STANDARD_INPUT else path, printable(name))
        kind = kind_by_name(name)
        if self.lines and not in_folder and kind in (None, Kind.RECORD):
            kind = Kind.LINES
        try:
            with _open(path) as stream:
                yield from self.run.items(stream, where, kind)
        except OSError as fault:
            yield Reject(where.shown, None, unreadable(fault), where.name)


def _sources_in(folder: str, faults: list[OSError]) -> Iterator[str]:
    """The files of known endings in a folder and in its folders, by name, without hidden ones."""
    for here, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and kind_by_name(name):
                yield os.path.join(here, name)


@contextmanager
def _open(path: str) -> Iterator[BinaryIO]:
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    with open(path, "rb") as stream:
        yield stream
