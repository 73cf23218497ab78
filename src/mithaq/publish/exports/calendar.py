"""iCalendar: what took place and what is planned, as entries of whole days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mithaq import edtf
from mithaq.insight.agreements import Agreement
from mithaq.publish.whole import whole_bytes
from mithaq.register import Engagement
from mithaq.register.rows import Lookup

if TYPE_CHECKING:
    from icalendar import Component

_STATUS = {"planned": "TENTATIVE", "held": "CONFIRMED", "cancelled": "CANCELLED"}
_EXACT = ("day", "days")
_STAMP = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""iCalendar asks when an entry was made; the same register gives the same file, so no clock is asked."""


def write_ical(engagements: Iterable[Engagement], lookup: Lookup, path: Path) -> int:
    """Entries of the engagements whose day or days are known; the others are left out."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Mithaq//engagements//EN")
    calendar.add("version", "2.0")
    number = 0
    head, tail = calendar.to_ical().split(b"END:VCALENDAR")
    with whole_bytes(path) as file:
        file.write(head)
        for engagement in engagements:
            if (
                engagement.when
                and edtf.is_edtf(engagement.when)
                and edtf.precision(engagement.when) in _EXACT
            ):
                file.write(_entry(engagement, lookup))
                number += 1
        file.write(b"END:VCALENDAR" + tail)
    return number


def write_watched(agreements: Iterable[Agreement], path: Path) -> int:
    """Entries of the dates to watch: the steps of agreements that are announced, and the dates on which they expire.

    A date that is not exact has an entry on its first day, which tells so.

    Returns:
        How many entries were written.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Mithaq//agreements//EN")
    calendar.add("version", "2.0")
    number = 0
    for agreement in agreements:
        due = [(step.action, step.when) for step in agreement.steps if step.when in agreement.due]
        dates = [*due, *([("expires", agreement.expires)] if agreement.expires else [])]
        for place, (what, when) in enumerate(dates):
            calendar.add_component(_watched(agreement, place, what, when or ""))
            number += 1
    with whole_bytes(path) as file:
        file.write(calendar.to_ical())
    return number


def _watched(agreement: Agreement, place: int, what: str, when: str) -> Component:
    from icalendar import Event

    first, last, _ = edtf.bounds(when)
    is_exact = edtf.precision(when) in _EXACT
    entry = Event()
    entry.add("uid", f"{agreement.id}-{place}@mithaq")
    entry.add("dtstamp", _STAMP)
    entry.add("dtstart", first)
    entry.add("dtend", (last if is_exact else first) + dt.timedelta(days=1))
    entry.add(
        "summary", f"agreement {what}: {', '.join(agreement.parties)}{'' if is_exact else f' ({when})'}"
    )
    entry.add("status", "CONFIRMED" if what == "expires" else "TENTATIVE")
    entry.add("categories", ["agreement", *agreement.topics])
    told = [agreement.instrument or "", *(step.evidence or "" for step in agreement.steps)]
    entry.add("description", "\n".join(filter(None, told)))
    return entry


def _entry(engagement: Engagement, lookup: Lookup) -> bytes:
    from icalendar import Event

    first, last, _ = edtf.bounds(engagement.when or "")
    codes = dict.fromkeys(party.code for party in engagement.parties if party.code)
    kind = f"{engagement.kind} {engagement.action}" if engagement.action else engagement.kind
    entry = Event()
    entry.add("uid", f"{engagement.id}@mithaq")
    entry.add("dtstamp", _STAMP)
    entry.add("dtstart", first)
    entry.add("dtend", last + dt.timedelta(days=1))
    entry.add("summary", f"{kind}: {', '.join(codes)}")
    entry.add("status", _STATUS[engagement.stage])
    entry.add("categories", [engagement.kind, *engagement.topics])
    if engagement.where:
        place = ", ".join(part for part in (engagement.where.city, engagement.where.country) if part)
        if place:
            entry.add("location", place)
    if engagement.evidence:
        entry.add("description", engagement.evidence[0].text)
    url = next((known.url for d in engagement.documents if (known := lookup(d)) and known.url), None)
    if url:
        entry.add("url", url)
    return bytes(entry.to_ical())
