"""Events as text for people: plain, and readable where Arabic and Latin script share a line.

Columns in Latin script come first and text of the document last on its line, so that a terminal that orders
right-to-left text by itself moves nothing out of its column.
"""

from __future__ import annotations

from mithaq.records import Document, Event, Party, Reading

_UNKNOWN = "-"
_WIDTHS = (23, 10, 10, 22)
_WITHOUT_TURNS = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Direction controls: an override in a text would turn round what a terminal shows behind it."""


def lay_out(document: Document, reading: Reading) -> str:
    """One document's events: a heading, then each event with its parties and evidence below it."""
    count = len(reading.events)
    told = f"{count} event{'' if count == 1 else 's'}" if count else "no events"
    if reading.lang is None:
        told = "not read: no word data for its language"
    lines = [f"{document.id}: {told}"]
    if reading.events:
        lines.append("  " + _columns("WHEN", "KIND", "STAGE", "WHERE", "CONFIDENCE"))
    for event in reading.events:
        lines += _event(event)
    return "\n".join(lines) + "\n\n"


def _event(event: Event) -> list[str]:
    kind = f"{event.kind} {event.action}" if event.action else event.kind
    place = event.where
    where = ", ".join(part for part in (place.city, place.country) if part) if place else ""
    lines = [
        "  "
        + _columns(event.when or _UNKNOWN, kind, event.stage, where or _UNKNOWN, f"{event.confidence:.2f}")
    ]
    lines += [
        f"      {party.role or 'party':<11} {party.code or '?':<8} {_names(party)}".rstrip()
        for party in event.parties
    ]
    if event.topics != ["general"]:
        lines.append(f"      about       {', '.join(event.topics)}")
    if event.figures:
        lines.append(
            "      figures     " + ", ".join(f"{name} {number}" for name, number in event.figures.items())
        )
    if event.instrument:
        lines.append(f"      instrument  {one_line(event.instrument)}")
    if event.term:
        lines.append(f"      term        {event.term}")
    lines += [f"      > {one_line(span.text)}" for span in event.evidence]
    return lines


def _columns(*cells: str) -> str:
    return "  ".join([*(f"{cell:<{width}}" for cell, width in zip(cells, _WIDTHS, strict=False)), cells[-1]])


def _names(party: Party) -> str:
    """Person, office and organisation, each isolated from the writing direction of what stands beside it."""
    parts = [one_line(part) for part in (party.person, party.office, party.organisation) if part]
    return " | ".join(f"\u2068{part}\u2069" for part in parts)


def one_line(text: str) -> str:
    """A text with its line ends and runs of space as single spaces, and without what turns its direction round."""
    return " ".join(text.translate(_WITHOUT_TURNS).split())
