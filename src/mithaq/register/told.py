"""Engagements of a register as a stream, and beside it the documents that tell those at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from mithaq.records import Document
from mithaq.register.engagement import Engagement

_AT_ONCE = 500


class Told:
    """Engagements to be gone through once, with a look-up of what tells them.

    Args:
        engagements: taken some hundreds at a time.
        fetch: gives the documents of ids.
    """

    def __init__(
        self, engagements: Iterator[Engagement], fetch: Callable[[list[str]], Iterable[Document]]
    ) -> None:
        self._engagements = engagements
        self._fetch = fetch
        self._at_hand: list[Engagement] = []
        self._documents: dict[str, Document] | None = None

    def __iter__(self) -> Iterator[Engagement]:
        while some := list(islice(self._engagements, _AT_ONCE)):
            self._at_hand, self._documents = some, None
            yield from some

    def lookup(self, known_as: str) -> Document | None:
        """A document that tells one of the engagements at hand; fetched with the others of these."""
        if self._documents is None:
            wanted = dict.fromkeys(name for engagement in self._at_hand for name in engagement.documents)
            self._documents = {found.id: found for found in self._fetch(list(wanted))}
        return self._documents.get(known_as)
