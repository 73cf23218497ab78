"""Engagements in the formats of others: tables, graphs, calendars, linked data. Every writer streams."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

from mithaq.errors import UsageError
from mithaq.register import Engagement
from mithaq.register.rows import Lookup

FORMATS = {
    "csv": "tables",
    "parquet": "tables",
    "xlsx": "tables",
    "jsonl": "lines",
    "plover": "lines",
    "ftm": "followthemoney",
    "jsonld": "linked",
    "ical": "calendar",
    "graphml": "graphs",
    "gexf": "graphs",
    "markdown": "markdown",
}
"""Every format, and the module that writes it."""

ENDINGS = {
    ".csv": "csv",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonld": "jsonld",
    ".ics": "ical",
    ".graphml": "graphml",
    ".gexf": "gexf",
    ".md": "markdown",
}
"""The format that a file's ending stands for."""

Writer = Callable[[Iterable[Engagement], Lookup, Path], int]


def export(engagements: Iterable[Engagement], lookup: Lookup, path: Path, fmt: str | None = None) -> int:
    """Write engagements to a file, in one move: an error leaves what was there before.

    Args:
        engagements: read once, in order.
        lookup: from a document's id to the document, or None if it is not known.
        path: the file; `csv` without the ending `.csv` makes a folder with four tables.
        fmt: one of `FORMATS`; None goes by the ending of the path.

    Returns:
        How many engagements were written; formats that cannot hold some of them leave these out.

    Raises:
        UsageError: no such format, a library that the format needs is missing, or the path cannot be written.
    """
    chosen = fmt or ENDINGS.get(path.suffix.lower())
    if chosen not in FORMATS:
        found = f"--format {fmt!r}" if fmt else f"a file named {path.name!r}"
        raise UsageError(f"expected a format of {', '.join(FORMATS)}, found {found}")
    module = import_module(f"mithaq.publish.exports.{FORMATS[chosen]}")
    writer: Writer = getattr(module, f"write_{chosen}")
    return writer(engagements, lookup, path)
