"""What of a report decides which others it joins, and by what they are sought: keys, and the days within reach."""

from __future__ import annotations

import datetime as dt
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

from mithaq import edtf
from mithaq.register.engagement import Report

RULES = 2
"""Of `keys_of` and `reach_of`: raised whenever they change, as a register keeps what they gave for each report."""

WIDE = frozenset({"gathering", "training", "operation"})
"""Kinds whose reports may name different parties of one act: each names those that its readers care for."""

UNDATED_WINDOW = 10
"""Days between publications within which a report without a date may be of the same act."""

PUT_OFF = 183
"""Days after the first date within which what was put off may be held, or be planned anew."""

SLIPPED = 7
"""Days by which a plan may differ from what was held, without a word that it was put off."""

COURSE = 21
"""Days between which trainings of the same parties in one city are one, told as it began and as it ended."""

LONGEST = 1100
"""Days of the longest date by which reports are joined; a longer one says nothing of when an act was."""

_SLACK = 2
_MOST_IN_PAIRS = 10


class Facts(NamedTuple):
    """What of a report decides whether it joins another; computed once a report."""

    report: Report
    codes: frozenset[str]
    bodies: frozenset[str]
    guests: frozenset[str]
    hosts: frozenset[str]
    persons: dict[str, list[str]]
    offices: dict[str, list[str]]
    when: str | None
    precision: str
    is_assumed: bool
    country: str | None
    city: str | None
    lang: str


def facts_of(report: Report) -> Facts:
    """The facts of a report. A date that is not EDTF, or of more than LONGEST days, counts as none, as does the day on
    which something was put off: it is not that for which it was planned.
    """
    event = report.event
    when = event.when if event.when and edtf.is_edtf(event.when) else None
    if when and (edtf.last_day(when) - edtf.first_day(when)).days > LONGEST:
        when = None
    if when and event.stage == "cancelled" and edtf.is_approximate(when):
        is_past = bool(report.published and when[:10] <= report.published)
        when = None if is_past else when
    persons: dict[str, list[str]] = {}
    offices: dict[str, list[str]] = {}
    for party in event.parties:
        if party.code and party.person:
            persons.setdefault(party.code, []).append(party.person)
        elif party.code and party.office:
            offices.setdefault(party.code, []).append(party.office)
    return Facts(
        report=report,
        codes=codes_of(report),
        bodies=frozenset(party.body for party in event.parties if party.body),
        guests=frozenset(p.code for p in event.parties if p.code and p.role == "guest"),
        hosts=frozenset(p.code for p in event.parties if p.code and p.role in ("host", "organiser")),
        persons=persons,
        offices=offices,
        when=when,
        precision=edtf.precision(when),
        is_assumed=when == f"{report.published}~",
        country=event.where.country if event.where else None,
        city=event.where.city if event.where else None,
        lang=lang_of(report),
    )


def lang_of(report: Report) -> str:
    """The language whose rules made a report: words of two languages are not compared."""
    return report.event.rules[0].partition(".")[0] if report.event.rules else ""


def codes_of(report: Report) -> frozenset[str]:
    """The codes of the countries and bodies that a report names as parties."""
    return frozenset(party.code for party in report.event.parties if party.code)


def keys_of(facts: Facts) -> list[str]:
    """The keys of a report: two reports that may be of one act have one in common.

    A gathering is sought by each party, as its reports name those that their readers care for, and by its town if its subject
    is told; a bilateral act by each pair of its parties, as one report may leave out a third.
    """
    event = facts.report.event
    head = f"{event.kind}.{event.action}" if event.action else event.kind
    codes = sorted(facts.codes)
    if event.kind in WIDE:
        keys = [f"{event.kind} {code}"[:80] for code in codes]
        return [*keys, f"gathering @{facts.city}"[:80]] if _has_subject_and_town(facts) else keys
    if not 2 <= len(codes) <= _MOST_IN_PAIRS:
        told = " ".join(codes)
        return [f"{head} {told}" if len(told) < 40 else f"{head} {_short(told)}"]
    return [f"{head} {one} {other}"[:80] for one, other in combinations(codes, 2)]


def _has_subject_and_town(facts: Facts) -> bool:
    event = facts.report.event
    return event.kind == "gathering" and bool(facts.city) and bool(set(event.topics) - {"general"})


def reach_of(facts: Facts) -> tuple[dt.date, dt.date] | None:
    """The days in which another report of the same act can lie; None where nothing tells when it was.

    Two reports that may be of one act have a day of theirs in common.
    """
    when = facts.when or facts.report.published
    if not when or not edtf.is_edtf(when):
        return None
    first, last, _ = edtf.bounds(when)
    if first.year < dt.MINYEAR + 2 or last.year > dt.MAXYEAR - 2 or (last - first).days > LONGEST:
        return None
    slack = _SLACK if facts.when else UNDATED_WINDOW
    if facts.report.event.kind == "training":
        slack = max(slack, COURSE // 2 + 1)
    after = PUT_OFF if facts.report.event.stage == "cancelled" else slack
    if facts.report.event.stage == "planned":
        slack, after = max(slack, SLIPPED), max(after, SLIPPED)
    return (first - dt.timedelta(days=slack), last + dt.timedelta(days=after))


def _short(told: str) -> str:
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
