"""iCalendar: what took place and what is planned, as entries of whole days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from mithaq import edtf
from mithaq.publish.whole import whole_bytes
from mithaq.register import Engagement
from mithaq.register.rows import Lookup

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
