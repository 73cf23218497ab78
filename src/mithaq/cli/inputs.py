"""What the commands that read documents share: their options, and the loop that reads and refuses."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from mithaq.records import Document, Reading
    from mithaq.sources import Reject

PATHS = typer.Argument(..., metavar="FILE", help="Texts, folders, JSON Lines files; - is standard input.")
HOME = typer.Option(
    None, "--home", metavar="CODE", help="The country of sources that name none, such as MAR."
)
PUBLISHED = typer.Option(
    None, "--published", metavar="DAY", help="The day of texts that name none: 2024-12-31."
)
LANG = typer.Option(
    None, "--lang", metavar="LANG", help="The language of texts that name none; else it is found out."
)
SOURCE = typer.Option(None, "--source", metavar="NAME", help="The source of texts that name none.")
OFFICES = typer.Option(
    None, "--offices", metavar="TABLE", help="Who held which office when, beside what Mithaq knows."
)
ENCODING = typer.Option(
    None, "--encoding", metavar="NAME", help="How files are encoded, such as cp1256; else UTF-8."
)


def read_each(
    items: Iterable[Document | Reject], *, offices: Path | None = None
) -> Iterator[tuple[Document, Reading] | tuple[Reject, None]]:
    """Read documents one by one; what is refused is told on standard error and passed on."""
    from mithaq.reading import Reader
    from mithaq.records import Document

    reader = Reader(offices=offices)
    for item in items:
        if not isinstance(item, Document):
            tell(item)
            yield item, None
            continue
        try:
            reading = reader.read_document(item)
        except Exception as error:
            error.add_note(f"in document {item.id!r}")
            raise
        yield item, reading


def tell(reject: Reject) -> None:
    """Say on standard error why a document is refused."""
    sys.stdout.flush()
    print(f"mithaq: {reject}", file=sys.stderr, flush=True)
