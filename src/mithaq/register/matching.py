"""May two reports be of one act? The rules by which consolidation joins."""

from __future__ import annotations

from typing import NamedTuple

from mithaq import edtf
from mithaq.gazetteer import Aliases
from mithaq.register.engagement import Report
from mithaq.register.names import same_person, words

WIDE = frozenset({"gathering", "training", "operation"})
"""Kinds whose reports may name different parties of one act: each names those that its readers care for."""

UNDATED_WINDOW = 10
"""Days between publications within which a report without a date may be of the same act."""

_DAYS = ("day", "days")
_EXACT = (*_DAYS, "month")


class Facts(NamedTuple):
    """What of a report decides whether it joins another; computed once a report."""

    report: Report
    codes: frozenset[str]
    guests: frozenset[str]
    hosts: frozenset[str]
    persons: dict[str, list[str]]
    offices: dict[str, list[str]]
    when: str | None
    precision: str
    country: str | None
    city: str | None


def facts_of(report: Report) -> Facts:
    """The facts of a report. A date that is not EDTF counts as none."""
    event = report.event
    when = event.when if event.when and edtf.is_edtf(event.when) else None
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
        guests=frozenset(p.code for p in event.parties if p.code and p.role == "guest"),
        hosts=frozenset(p.code for p in event.parties if p.code and p.role in ("host", "organiser")),
        persons=persons,
        offices=offices,
        when=when,
        precision=edtf.precision(when),
        country=event.where.country if event.where else None,
        city=event.where.city if event.where else None,
    )


def codes_of(report: Report) -> frozenset[str]:
    """The codes of the countries and bodies that a report names as parties."""
    return frozenset(party.code for party in report.event.parties if party.code)


def block_of(report: Report) -> str:
    """The key of the reports that a report may be joined to: no join crosses blocks."""
    event = report.event
    if event.kind in WIDE:
        return event.kind
    return "|".join((event.kind, event.action or "", " ".join(sorted(codes_of(report)))))


def affinity(a: Facts, b: Facts, aliases: Aliases | None = None) -> int | None:
    """How well two reports of one block fit as one act; None if they cannot be one.

    Two reports of one document are two acts: the reader has merged its mentions.
    """
    if a.report.document == b.report.document or not a.codes & b.codes:
        return None
    near = _compare_dates(a, b)
    if near is None:
        return None
    persons = _compare_persons(a, b, aliases)
    if persons is None:
        return None
    place = _compare_places(a, b)
    score = persons + near
    if _reversed(a, b):
        return score - 2 if persons and a.precision in _DAYS and b.precision in _DAYS else None
    if place is None:
        if not (persons and a.precision in _DAYS and b.precision in _DAYS):
            return None
        place = -1
    if near < 0 and not (persons or place > 0):
        return None
    if not _offices_agree(a, b) and not (near >= 3 and place > 0):
        return None
    if a.report.event.kind in WIDE and not _one_assembly(a, b, persons, place):
        return None
    return score + place + _compare_subjects(a, b)


def _compare_dates(a: Facts, b: Facts) -> int | None:
    """From 3, one day, to 0, one year; -1 where a day apart or undated; None where too far apart."""
    if a.when and b.when:
        gap = edtf.gap(a.when, b.when)
        if gap == 0 and a.precision in _DAYS and b.precision in _DAYS:
            return 3
        if gap == 0:
            return 2 if a.precision in _EXACT and b.precision in _EXACT else 0
        if edtf.overlaps(a.when, b.when):
            return 1
        return -1 if gap == 1 and a.precision in _DAYS and b.precision in _DAYS else None
    one, other = a.when or a.report.published, b.when or b.report.published
    if not one or not other or not edtf.is_edtf(one) or not edtf.is_edtf(other):
        return None
    return -1 if edtf.gap(one, other) <= UNDATED_WINDOW else None


def _compare_persons(a: Facts, b: Facts, aliases: Aliases | None) -> int | None:
    """Two for each party with a person in both; None where the persons of a party are different ones."""
    score = 0
    for code in a.persons.keys() & b.persons.keys():
        verdicts = [same_person(one, other, aliases) for one in a.persons[code] for other in b.persons[code]]
        if any(verdicts):
            score += 2
        elif a.report.event.kind not in WIDE and all(verdict is False for verdict in verdicts):
            return None
    return score


def _compare_places(a: Facts, b: Facts) -> int | None:
    """2 for one city, 1 for one country, 0 for nothing known or another city; None for another country."""
    if not a.country or not b.country:
        return 0
    if a.country != b.country:
        return None
    if a.city and b.city:
        return 2 if a.city == b.city else 0
    return 1


def _offices_agree(a: Facts, b: Facts) -> bool:
    """False if a party is told in both by offices alone that have no word in common."""
    for code in a.offices.keys() & b.offices.keys():
        if code in a.persons or code in b.persons:
            continue
        one = {word for office in a.offices[code] for word in words(office)}
        other = {word for office in b.offices[code] for word in words(office)}
        if one and other and not one & other and a.report.event.kind not in WIDE:
            return False
    return True


def _reversed(a: Facts, b: Facts) -> bool:
    """True if the guest of one is the host of the other."""
    return bool(a.guests & b.hosts and a.hosts & b.guests)


def _one_assembly(a: Facts, b: Facts, persons: int, place: int) -> bool:
    """True if two reports with different parties can be of one gathering, exercise or operation."""
    session, other_session = (facts.report.event.figures.get("session") for facts in (a, b))
    if session and other_session and session != other_session:
        return False
    if a.codes == b.codes:
        return True
    same_session = bool(session and session == other_session)
    if a.codes <= b.codes or b.codes <= a.codes:
        return same_session or place > 0 or persons > 0
    return (same_session and len(a.codes & b.codes) > 0) or (place == 2 and bool(a.hosts & b.hosts))


def _compare_subjects(a: Facts, b: Facts) -> int:
    """1 where topics meet, -1 where both have topics and none meets, more where instruments share words."""
    one, other = (set(facts.report.event.topics) - {"general"} for facts in (a, b))
    score = 0 if not one or not other else (1 if one & other else -1)
    instruments = [set(words(facts.report.event.instrument or "")) for facts in (a, b)]
    return score + min(2, len(instruments[0] & instruments[1]))
