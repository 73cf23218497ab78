"""Markdown: engagements by month, each with the words that tell it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mithaq import edtf
from mithaq.publish.whole import whole_text
from mithaq.register import Engagement
from mithaq.register.rows import Lookup, first_day

_WITH_MONTH = ("day", "days", "month")
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|"})


def write_markdown(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """A list in the order given, with a heading where the month changes."""
    number, month = 0, ""
    with whole_text(path) as text:
        text.write("# Engagements\n")
        for engagement in engagements:
            number += 1
            told = _month(engagement.when)
            if told != month:
                month = told
                text.write(f"\n## {month}\n\n")
            text.write(_item(engagement, lookup))
    return number


def _month(when: str | None) -> str:
    """The month that an EDTF date begins in, or its year where no month is told."""
    day = first_day(when)
    if not day:
        return "Undated"
    return day[:7] if edtf.precision(when) in _WITH_MONTH else day[:4]


def _item(engagement: Engagement, lookup: Lookup) -> str:
    kind = f"{engagement.kind} {engagement.action}" if engagement.action else engagement.kind
    stage = "" if engagement.stage == "held" else f" ({engagement.stage})"
    where = engagement.where
    place = ", ".join(part for part in (where.city, where.country) if part) if where else ""
    codes = ", ".join(dict.fromkeys(party.code for party in engagement.parties if party.code))
    when = engagement.when or "undated"
    lines = [
        f"- **{kind}{stage}**, {when}{f', {_plain(place)}' if place else ''}: {_plain(codes)} `{engagement.id}`"
    ]
    for telling in engagement.reports:
        known = lookup(telling.document)
        source = (known.source if known else None) or telling.document
        day = f", {known.published}" if known and known.published else ""
        quotes = " … ".join(_plain(span.text) for span in telling.evidence)
        lines.append(f"  - {_plain(source)}{day}: “{quotes}”")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """A text on one line, with nothing in it that Markdown would take for a sign of its own."""
    return " ".join(text.split()).translate(_SPECIAL)
