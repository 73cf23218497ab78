"""What the sources give beside documents: rejects, and the defaults that documents take."""

from __future__ import annotations

from typing import NamedTuple

LARGEST = 20_000_000
"""Bytes of the largest document that is read."""


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
