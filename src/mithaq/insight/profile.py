"""All that a register holds on one partner of a home country."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from mithaq import edtf
from mithaq.insight.agreements import Agreement, find_agreements
from mithaq.insight.measures import Basis, PartnerMeasures, counts, measure
from mithaq.insight.period import Period
from mithaq.insight.persons import full_names
from mithaq.insight.year import codes_of
from mithaq.register import Engagement


class Pair(msgspec.Struct, kw_only=True):
    """An official of the home country and one of the partner, and the engagements that name both: how many, and their ids."""

    home: str
    partner: str
    engagements: int
    of: list[str]


class Profile(msgspec.Struct, kw_only=True):
    """A partner of a home country.

    `years` go from a year to its engagements by kind; `measures` are of the whole time that the register covers;
    `pairs` say who meets whom, the most frequent first; `agreements` are those between the two, `disputed` the
    engagements whose documents differ, `ahead` the ids of those planned and not told as held, by date.
    """

    home: str
    partner: str
    first: str
    last: str
    years: dict[int, dict[str, int]]
    measures: PartnerMeasures | None
    pairs: list[Pair]
    agreements: list[Agreement]
    disputed: list[str]
    ahead: list[str]
    engagements: list[Engagement]


def profile(
    engagements: Iterable[Engagement], *, home: str, partner: str, basis: Basis = Basis.ALL
) -> Profile | None:
    """A partner of a home country; None where the register tells of no engagement of the two on that basis.

    Args:
        engagements: those of a register, by date.
        home: a country's alpha-3 code or a body's acronym.
        partner: another.
        basis: which engagements are taken.
    """
    found = [e for e in engagements if {home, partner} <= set(codes_of(e)) and counts(e, basis)]
    if not found:
        return None
    days = [day for e in found if e.when and edtf.is_edtf(e.when) for day in _ends(e.when)]
    period = Period(min(days, default=dt.date.min), max(days, default=dt.date.min))
    held = [e for e in found if e.stage == "held"]
    measured = measure(held, home=home, period=period, basis=Basis.ALL).partners
    return Profile(
        home=home,
        partner=partner,
        first=period.first.isoformat(),
        last=period.last.isoformat(),
        years=_years(held),
        measures=next((one for one in measured if one.code == partner), None),
        pairs=_pairs(held, home, partner),
        agreements=find_agreements(found),
        disputed=[e.id for e in found if e.conflicts],
        ahead=[e.id for e in found if e.stage == "planned"],
        engagements=found,
    )


def _ends(when: str) -> list[dt.date]:
    return [
        day for day in (edtf.first_day(when), edtf.last_day(when)) if day not in (dt.date.min, dt.date.max)
    ]


def _years(held: list[Engagement]) -> dict[int, dict[str, int]]:
    years: dict[int, Counter[str]] = {}
    for engagement in held:
        if engagement.when and edtf.is_edtf(engagement.when):
            years.setdefault(edtf.first_day(engagement.when).year, Counter())[engagement.kind] += 1
    return {year: dict(sorted(kinds.items())) for year, kinds in sorted(years.items())}


def _pairs(held: list[Engagement], home: str, partner: str) -> list[Pair]:
    full = full_names(held)
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for engagement in held:
        sides = [
            {full[code, party.person] for party in engagement.parties if party.person and party.code == code}
            for code in (home, partner)
        ]
        for one in sides[0]:
            for other in sides[1]:
                found[one, other].append(engagement.id)
    ranked = sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return [Pair(home=one, partner=other, engagements=len(ids), of=ids) for (one, other), ids in ranked]
