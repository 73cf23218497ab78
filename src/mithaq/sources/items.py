"""What the sources give beside documents: rejects, and the defaults that documents take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

LARGEST = 20_000_000
"""Bytes of the largest document that is read."""

FIELDS = ("id", "text", "title", "lang", "published", "home", "url", "source")
"""Fields of a document, as records and tables name them."""

Columns = Mapping[str, str]
"""Fields of a document to the columns that hold them, where these have other names."""


class Reject(NamedTuple):
    """A document that cannot be read: where it stands, and what to do about it.

    `line` counts from 1 and is None where the whole file is meant; `id` is the document's id as far as it is known.
    """

    path: str
    line: int | None
    message: str
    id: str

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{where}: {self.message}"


class Defaults(NamedTuple):
    """What a document is taken to say where it says nothing itself."""

    home: str | None = None
    published: str | None = None
    lang: str | None = None
    source: str | None = None


class Found(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A text that was found in a file of some kind, and what the file says of it; nothing is checked yet.

    `lang` is what the file claims: pages often claim what is not so. `fault` is why there is no text, `is_last`
    that this holds for all that follows, `is_summary` whether the text is what a feed tells of a longer one.
    """

    text: str = ""
    title: str | None = None
    published: str | None = None
    source: str | None = None
    home: str | None = None
    lang: str | None = None
    url: str | None = None
    id: str | None = None
    fault: str | None = None
    is_last: bool = False
    is_summary: bool = False
