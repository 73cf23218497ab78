"""Documents from paths: a text, a folder, a JSON or JSON Lines file, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from mithaq.errors import InputError, UsageError
from mithaq.records import Document
from mithaq.sources.checks import (
    build,
    check,
    check_country,
    check_day,
    check_language,
    parse_object,
    record_id,
)
from mithaq.sources.decode import decode, find_codec, marked_codec, unmarked_remedy
from mithaq.sources.items import LARGEST, Defaults, Reject
from mithaq.sources.lines import read_lines
from mithaq.sources.seen import Seen

TEXT_ENDINGS = (".txt", ".md", ".text")
LINES_ENDINGS = (".jsonl", ".ndjson")
RECORD_ENDINGS = (".json",)
STANDARD_INPUT = "-"


def documents(
    paths: Iterable[str | Path],
    *,
    lines: bool = False,
    defaults: Defaults | None = None,
    encoding: str | None = None,
) -> Iterator[Document | Reject]:
    """Documents of files and folders, checked, in the order given; a folder's by name, its own folders included.

    Streams: holds one document at a time, however many there are. What cannot be read becomes a `Reject` in its
    place. An id that comes again is a `Reject`: the first is kept. A file named twice is read once.

    Args:
        paths: files, folders, and `-` for standard input. In a folder, `.txt`, `.md`, `.jsonl` and `.json` are read.
        lines: files whose ending does not tell, and standard input, hold JSON Lines, not a text.
        defaults: what documents are taken to say where they say nothing.
        encoding: how all files are encoded; None reads UTF-8, and UTF-16 with its mark.

    Raises:
        UsageError: a default or the encoding is none.
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
    codec = find_codec(encoding) if encoding else None
    return _Run(given, codec, lines).documents(paths)


class _Run:
    """One walk over paths: what it was told, and what it has met."""

    def __init__(self, defaults: Defaults, codec: str | None, lines: bool) -> None:
        self.defaults = defaults
        self.codec = codec
        self.lines = lines
        self.ids = Seen()
        self.files = Seen()

    def documents(self, paths: Iterable[str | Path]) -> Iterator[Document | Reject]:
        for path in map(str, paths):
            if path == STANDARD_INPUT:
                yield from self._file(path, "stdin")
            elif os.path.isdir(path):
                yield from self._folder(path)
            else:
                yield from self._file(path, os.path.basename(path))

    def _folder(self, folder: str) -> Iterator[Document | Reject]:
        faults: list[OSError] = []
        found = 0
        for here, folders, names in os.walk(folder, onerror=faults.append):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                path = os.path.join(here, name)
                if (
                    not name.startswith(".")
                    and _ending(name) in TEXT_ENDINGS + LINES_ENDINGS + RECORD_ENDINGS
                ):
                    found += 1
                    yield from self._file(path, Path(path).relative_to(folder).as_posix(), in_folder=True)
        for fault in faults:
            yield Reject(str(fault.filename), None, _unreadable(fault), _printable(os.path.basename(folder)))
        if not found and not faults:
            endings = ", ".join(TEXT_ENDINGS + LINES_ENDINGS + RECORD_ENDINGS)
            message = f"expected files ending in {endings}, found none; put texts into the folder"
            yield Reject(folder, None, message, _printable(os.path.basename(folder.rstrip("/"))))

    def _file(self, path: str, name: str, *, in_folder: bool = False) -> Iterator[Document | Reject]:
        name = _printable(name)
        if path != STANDARD_INPUT and not self.files.add(os.path.realpath(path)):
            return
        ending = _ending(name)
        shown = "standard input" if path == STANDARD_INPUT else path
        is_lines = ending in LINES_ENDINGS
        if self.lines and not in_folder:
            is_lines = is_lines or ending not in TEXT_ENDINGS
        try:
            with _open(path) as stream:
                if is_lines:
                    yield from self._jsonl(stream, shown, name)
                else:
                    yield self._single(stream, shown, name, is_record=ending in RECORD_ENDINGS)
        except OSError as fault:
            yield Reject(shown, None, _unreadable(fault), name)

    def _single(self, stream: BinaryIO, shown: str, name: str, *, is_record: bool) -> Document | Reject:
        data = stream.read(LARGEST + 1)
        known_id = name
        try:
            if len(data) > LARGEST:
                largest = LARGEST // 1_000_000
                raise InputError(f"expected at most {largest} MB a document, found more; split the file")
            if not data.strip():
                found = "an empty file" if not data else "only white space"
                raise InputError(f"expected a text, found {found}; fill it, or leave it out")
            if not self.codec and not marked_codec(data[:4]) and (remedy := unmarked_remedy(data)):
                raise InputError(remedy)
            text = decode(data, codec=self.codec)
            del data
            if not is_record:
                return self._finish(Document(id=name, text=text), shown, None)
            record = parse_object(text.encode("utf-8", "surrogatepass"))
            known_id = record_id(record) or name
            return self._finish(build(record, name), shown, None)
        except InputError as wrong:
            return Reject(shown, None, str(wrong), _printable(known_id))

    def _jsonl(self, stream: BinaryIO, shown: str, name: str) -> Iterator[Document | Reject]:
        empty = True
        for number, line in read_lines(stream, codec=self.codec):
            empty = False
            known_id = path_id = f"{name}#{number}"
            try:
                if isinstance(line, InputError):
                    raise line
                record = parse_object(line)
                known_id = record_id(record) or path_id
                yield self._finish(build(record, path_id), shown, number, path_id)
            except InputError as wrong:
                yield Reject(shown, number, str(wrong), _printable(known_id))
        if empty:
            yield Reject(
                shown, None, "expected documents, one JSON object a line, found an empty file; fill it", name
            )

    def _finish(
        self, document: Document, shown: str, line: int | None, path_id: str | None = None
    ) -> Document | Reject:
        """A document with its defaults, or why it is refused; a repeated id leaves the first one's name alone."""
        for field, value in self.defaults._asdict().items():
            if value is not None and getattr(document, field) is None:
                setattr(document, field, value)
        check(document)
        if self.ids.add(document.id):
            return document
        message = (
            f"expected an id of its own, found {document.id!r} again; the first document of that id is kept; "
            "give this one another"
        )
        return Reject(shown, line, message, path_id or document.id)


@contextmanager
def _open(path: str) -> Iterator[BinaryIO]:
    if path == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    with open(path, "rb") as stream:
        yield stream


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _unreadable(fault: OSError) -> str:
    why = (fault.strerror or str(fault)).lower()
    return f"expected a file or folder that can be read, found: {why}; check its name and rights"


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
