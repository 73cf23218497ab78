"""What kind of thing a file is: by the ending of its name, else by how it begins."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """A kind of file that documents come from; the value is its name in messages."""

    TEXT = "a text"
    LINES = "JSON Lines"
    RECORD = "JSON"
    PAGE = "a page (HTML)"
    PDF = "a PDF"
    WORD = "a Word document (DOCX)"
    CSV = "a table (CSV)"
    PARQUET = "a table (Parquet)"
    FEED = "a feed (RSS or Atom)"
    WARC = "a web archive (WARC)"
    ZIP = "a zip"


ENDINGS = {
    ".txt": Kind.TEXT,
    ".md": Kind.TEXT,
    ".text": Kind.TEXT,
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".json": Kind.RECORD,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".pdf": Kind.PDF,
    ".docx": Kind.WORD,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".parquet": Kind.PARQUET,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".rdf": Kind.FEED,
    ".xml": Kind.FEED,
    ".warc": Kind.WARC,
    ".warc.gz": Kind.WARC,
    ".zip": Kind.ZIP,
}

TYPES = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.TEXT,
    "application/json": Kind.RECORD,
    "application/x-ndjson": Kind.LINES,
    "application/jsonl": Kind.LINES,
    "application/pdf": Kind.PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Kind.WORD,
    "text/csv": Kind.CSV,
    "text/tab-separated-values": Kind.CSV,
    "application/vnd.apache.parquet": Kind.PARQUET,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "application/rdf+xml": Kind.FEED,
    "application/xml": Kind.FEED,
    "text/xml": Kind.FEED,
    "application/warc": Kind.WARC,
    "application/zip": Kind.ZIP,
}
"""Kinds by media type, as servers name them."""

HEAD = 4096
"""Bytes that are enough to tell a kind by."""

_ZIP, _GZIP = b"PK\x03\x04", b"\x1f\x8b"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PAGE = re.compile(rb"\s*(<!--.*?-->\s*)*(<!doctype\s+html|<html|<head|<body)", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    rb"\s*(<\?xml.*?\?>\s*)?(<[?!].*?>\s*)*<(rss|rdf:RDF|([\w-]+:)?feed)\b", re.IGNORECASE | re.DOTALL
)
_MARKS = (b"\xef\xbb\xbf",)


def kind_by_name(name: str) -> Kind | None:
    """The kind that the ending of a name tells, or None."""
    parts = name.lower().rsplit("/", 1)[-1].split(".")
    for count in (2, 1):
        ending = "." + ".".join(parts[-count:])
        if len(parts) > count and ending in ENDINGS:
            return ENDINGS[ending]
    return None


def kind_by_content(head: bytes) -> Kind | None:
    """The kind that the first bytes of a file tell; None where they may be a text, JSON or a table."""
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    if head.startswith(_ZIP):
        return Kind.WORD if b"word/" in head or b"[Content_Types].xml" in head[:200] else Kind.ZIP
    if head.startswith(b"PAR1"):
        return Kind.PARQUET
    if head.startswith((b"WARC/1.", _GZIP)):
        return Kind.WARC
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if _PAGE.match(head):
        return Kind.PAGE
    if _FEED.match(head):
        return Kind.FEED
    return None


def is_old_word(head: bytes) -> bool:
    """Whether a file is of the older binary kind that Office wrote before DOCX."""
    return head.startswith(_OLD_WORD)
