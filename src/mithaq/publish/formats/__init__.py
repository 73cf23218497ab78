"""Writers of a review: each renders the same tree, none computes anything of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mithaq.errors import UsageError
from mithaq.publish.tree import Review

ENDINGS = {
    "html": ("html", "htm"),
    "pdf": ("pdf",),
    "docx": ("docx",),
    "markdown": ("md", "markdown"),
    "json": ("json",),
}
"""The formats by name, and the endings of files that mean them."""


def choose_format(out: str, name: str | None) -> str:
    """The format of a file: the one named, or else the one that its ending means.

    Raises:
        UsageError: no such format, or an ending that means none.
    """
    if name:
        if name.lower() not in ENDINGS:
            raise UsageError(f"--format: expected one of {', '.join(ENDINGS)}, found {name!r}")
        return name.lower()
    ending = Path(out).suffix.lower().removeprefix(".")
    for known, endings in ENDINGS.items():
        if ending in endings:
            return known
    listed = ", ".join(f".{endings[0]}" for endings in ENDINGS.values())
    raise UsageError(f"--out: expected an ending of {listed}, or --format beside it, found {out!r}")


def render(review: Review, name: str) -> bytes:
    """A review as a file of a format of `ENDINGS`."""
    return _writer(name)(review)


def _writer(name: str) -> Callable[[Review], bytes]:
    match name:
        case "html":
            from mithaq.publish.formats.html import write_html

            return write_html
        case "pdf":
            from mithaq.publish.formats.pdf import write_pdf

            return write_pdf
        case "docx":
            from mithaq.publish.formats.docx import write_docx

            return write_docx
        case "markdown":
            from mithaq.publish.formats.markdown import write_markdown

            return write_markdown
        case _:
            from mithaq.publish.formats.json import write_json

            return write_json
