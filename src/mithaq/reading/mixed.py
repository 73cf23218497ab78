"""A document that mixes languages: what of it is in one, and acts that it tells in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import structs

from mithaq import edtf
from mithaq.reading.language import Stretch
from mithaq.records import Document, Event

_NO_LINE_END = re.compile(r"[^\n]")


def part_in(document: Document, stretches: Iterable[Stretch], lang: str) -> Document:
    """A document with blanks for all that is not in a language: what is left stands where it stood."""
    full_text = document.full_text
    parts = (
        full_text[start:end] if known == lang else _NO_LINE_END.sub(" ", full_text[start:end])
        for start, end, known in stretches
    )
    left = "".join(parts)
    begins = len(full_text) - len(document.text)  # of the text, behind the title and its line end
    return structs.replace(document, title=left[: begins - 1] if begins else None, text=left[begins:])


def join_translations(told: Sequence[list[Event]]) -> list[Event]:
    """The events of a document in the order of its text, an act that it tells in two languages once.

    Args:
        told: the events in each language. One told again lends its evidence, and what the first leaves out.
    """
    joined: list[Event] = []
    for events in told:
        own = list(joined)  # an act is not told twice in one language: the reader has merged its mentions
        for event in events:
            first = next((other for other in own if _are_one(other, event)), None)
            if first is None:
                joined.append(event)
                continue
            own.remove(first)
            joined[joined.index(first)] = structs.replace(
                first,
                when=first.when or event.when,
                where=first.where or event.where,
                figures={**event.figures, **first.figures},
                instrument=first.instrument or event.instrument,
                term=first.term or event.term,
                evidence=[*first.evidence, *event.evidence],
                confidence=max(first.confidence, event.confidence),
                rules=[*first.rules, *event.rules],
            )
    return sorted(joined, key=lambda event: event.evidence[0].start)


def _are_one(one: Event, other: Event) -> bool:
    """Whether two events in different languages are one act: the same deed, day and parties as far as they are told."""
    if (one.kind, one.action, one.stage) != (other.kind, other.action, other.stage):
        return False
    if one.when and other.when and not edtf.overlaps(one.when, other.when, slack=0):
        return False
    codes, other_codes = ({party.code for party in event.parties if party.code} for event in (one, other))
    return (
        codes == other_codes
        or len(codes & other_codes) >= 2
        and (codes <= other_codes or codes >= other_codes)
    )
