"""`mithaq read`: documents in, events out; a table for people, JSON Lines for machines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mithaq.cli.inputs import (
    ALLOW_PRIVATE,
    COLUMN,
    ENCODING,
    HOME,
    LANG,
    OFFICES,
    PAGES,
    PATHS,
    PUBLISHED,
    SOURCE,
    SOURCES,
)

if TYPE_CHECKING:
    from mithaq.records import Document
    from mithaq.sources import Reject


def read(
    paths: list[str] = PATHS,
    jsonl: bool = typer.Option(
        False, "--jsonl", help="Take files as JSON Lines of documents; write JSON Lines."
    ),
    json: bool = typer.Option(
        False, "--json", help="Write JSON Lines, one line a document, instead of the table."
    ),
    home: str | None = HOME,
    published: str | None = PUBLISHED,
    lang: str | None = LANG,
    source: str | None = SOURCE,
    encoding: str | None = ENCODING,
    offices: Path | None = OFFICES,
    sources: Path | None = SOURCES,
    column: list[str] | None = COLUMN,
    pages: bool = PAGES,
    allow_private: bool = ALLOW_PRIVATE,
) -> None:
    """Print who met whom, where and when, with the words for it."""
    from mithaq.cli.inputs import open_documents
    from mithaq.sources import Defaults, Outlets

    found = open_documents(
        paths,
        lines=jsonl,
        defaults=Defaults(home=home, published=published, lang=lang, source=source),
        encoding=encoding,
        outlets=Outlets.load(sources) if sources else None,
        columns=column,
        pages=pages,
        allow_private=allow_private,
    )
    writes_lines = jsonl or json
    refused = 0
    for line, is_refused in _lines(found, offices) if writes_lines else _tables(found, offices):
        refused += is_refused
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()
    if refused:
        raise typer.Exit(2)


def _lines(found: Iterator[Document | Reject], offices: Path | None) -> Iterator[tuple[bytes, bool]]:
    """A line of JSON for every document, in the order given; a refused one has `error` and no events."""
    import msgspec

    from mithaq.cli.inputs import read_each
    from mithaq.sources import Reject

    encode = msgspec.json.Encoder().encode
    for item, reading in read_each(found, offices=offices):
        if isinstance(item, Reject):
            yield encode({"id": item.id, "lang": None, "events": [], "error": str(item)}) + b"\n", True
        else:
            yield encode(reading) + b"\n", False


def _tables(found: Iterator[Document | Reject], offices: Path | None) -> Iterator[tuple[bytes, bool]]:
    from mithaq.cli.inputs import read_each
    from mithaq.cli.table import lay_out
    from mithaq.sources import Reject

    for item, reading in read_each(found, offices=offices):
        if isinstance(item, Reject):
            yield b"", True
        elif reading:
            yield lay_out(item, reading).encode("utf-8"), False
