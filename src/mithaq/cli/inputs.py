"""What the commands that read documents share: their options, what these open, and the loop that reads and refuses."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from mithaq.reading import Reader
    from mithaq.reading.language import Stretch
    from mithaq.records import Document, Reading
    from mithaq.sources import Defaults, Outlets, Reject
    from mithaq.sources.files import Watch

PATHS = typer.Argument(
    ...,
    metavar="FILE",
    help="Texts, pages, PDFs, Word documents, tables, zips, archives, folders, addresses; - is standard input.",
)
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
ALIASES = typer.Option(
    None, "--aliases", metavar="TABLE", help="What else persons are called, beside what Mithaq knows."
)
BASIS = typer.Option(
    "all",
    "--basis",
    metavar="BASIS",
    help="What is counted: all, attested by two or more independent texts, or accepted by a reviewer.",
)
SOURCES = typer.Option(
    None, "--sources", metavar="TOML", help="Whose domains are whose: country, language, feeds of outlets."
)
COLUMN = typer.Option(
    None, "--column", metavar="FIELD=NAME", help="Which column of a table holds a field, such as text=body."
)
PAGES = typer.Option(
    False, "--pages", help="Fetch the pages that feeds link to, where these have a summary alone."
)
ALLOW_PRIVATE = typer.Option(
    False, "--allow-private", help="Fetch from private and loopback addresses too, such as 127.0.0.1."
)
ENCODING = typer.Option(
    None, "--encoding", metavar="NAME", help="How files are encoded, such as cp1256; else UTF-8."
)


def open_documents(
    paths: list[str],
    *,
    defaults: Defaults,
    lines: bool = False,
    encoding: str | None = None,
    outlets: Outlets | None = None,
    columns: list[str] | None = None,
    pages: bool = False,
    allow_private: bool = False,
    watch: Watch | None = None,
) -> Iterator[Document | Reject]:
    """The documents that the options of a command ask for."""
    from mithaq.sources import documents

    fetcher = None
    if any("://" in path for path in paths) or pages:
        from mithaq.sources.fetch import Fetcher

        fetcher = Fetcher(allow_private=allow_private)
    return documents(
        paths,
        lines=lines,
        defaults=defaults,
        encoding=encoding,
        outlets=outlets,
        columns=_columns(columns or []),
        fetcher=fetcher,
        pages=pages,
        watch=watch,
    )


def _columns(told: list[str]) -> dict[str, str]:
    from mithaq.errors import UsageError

    columns = {}
    for each in told:
        field, found, name = each.partition("=")
        if not (found and field.strip() and name.strip()):
            raise UsageError(f"--column: expected FIELD=NAME such as text=body, found {each!r}")
        columns[field.strip()] = name.strip()
    return columns


def read_each(
    items: Iterable[Document | Reject], *, offices: Path | None = None
) -> Iterator[tuple[Document, Reading] | tuple[Reject, None]]:
    """Read documents one by one; what is refused or in no known language is told on standard error and passed on."""
    from mithaq.reading import Reader
    from mithaq.records import Document

    reader = Reader(offices=offices)
    for item in items:
        if not isinstance(item, Document):
            tell(item)
            yield item, None
            continue
        yield item, read_one(reader, item)


def read_one(reader: Reader, document: Document) -> Reading:
    """Read a document; what of it is in no known language is told on standard error, an error of ours names it."""
    try:
        stretches = reader.stretches(document)
        reading = reader.read_document(document, stretches)
    except Exception as error:
        error.add_note(f"in document {document.id!r}")
        raise
    tell_unread(document, stretches)
    return reading


def tell(reject: Reject) -> None:
    """Say on standard error why a document is refused."""
    sys.stdout.flush()
    print(f"mithaq: {reject}", file=sys.stderr, flush=True)


def tell_unread(document: Document, stretches: Sequence[Stretch]) -> None:
    """Say on standard error of which languages a document has paragraphs that are not read, if of any."""
    from mithaq.reading.language import language_name, packs

    unread = [stretch.lang for stretch in stretches if stretch.lang not in packs()]
    if not unread:
        return
    names = sorted({language_name(lang) for lang in unread if lang})
    how = "not read" if len(unread) == len(stretches) else "read in part"
    why = (
        f"no word data for {', '.join(names)}"
        if names
        else "its language was not recognised; name it with --lang"
    )
    sys.stdout.flush()
    print(f"mithaq: {document.id}: {how}: {why}", file=sys.stderr, flush=True)
