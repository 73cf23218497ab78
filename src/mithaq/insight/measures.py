"""Measures of a home country's engagements in a period. docs/measures.md gives each formula, unit and source."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from statistics import median_low

import msgspec

from mithaq import edtf
from mithaq.insight.levels import level
from mithaq.insight.period import Period
from mithaq.insight.year import BILATERAL, DONE, codes_of, role_of
from mithaq.register import Engagement
from mithaq.register.offices import cells_of

GENERAL = "general"


class Basis(StrEnum):
    """Which engagements a figure counts."""

    ALL = "all"
    ATTESTED = "attested"
    ACCEPTED = "accepted"


class PartnerMeasures(msgspec.Struct, kw_only=True):
    """What was held with one country or body in the period.

    `intensity` is in engagements a year; `reciprocity` from 0, all visits in one direction, to 1, as many made as
    received, None without visits; `topics` are those told; `evenness` is that of the topics, from 0 to 1, None for
    fewer than two; `recency` counts days from the last engagement to the period's end, None where none is dated;
    `level_home` and `level` are the median ranks of the highest official on each side, 1 a head of state, None where
    no office is told.
    """

    code: str
    is_body: bool
    region: str | None
    engagements: int
    kinds: dict[str, int]
    visits_made: int
    visits_received: int
    instruments: int
    intensity: float
    reciprocity: float | None
    topics: dict[str, int]
    evenness: float | None
    last: str | None
    recency: int | None
    level_home: int | None
    level: int | None
    is_new: bool


class Measures(msgspec.Struct, kw_only=True):
    """The measures of a period.

    `months` go from `2024-01` to the number of each kind; `regions` from a UN M49 region to its engagements with
    countries; `threats` from a topic to the partners in its engagements. `partner_evenness` and `region_evenness`
    are Shannon evenness, from 0 to 1, None for fewer than two. `lapsed` are partners of the period before that are
    none in this one. `south_share` is None where the home country is not of the South. `before` counts the kinds of the
    period before, None where the register holds nothing of it.
    """

    home: str
    first: str
    last: str
    basis: str
    held: dict[str, int]
    months: dict[str, dict[str, int]]
    partners: list[PartnerMeasures]
    regions: dict[str, int]
    partner_evenness: float | None
    region_evenness: float | None
    new: list[str]
    lapsed: list[str]
    south_share: float | None
    threats: dict[str, dict[str, int]]
    purposes: dict[str, int]
    before: dict[str, int] | None


def measure(
    engagements: Iterable[Engagement],
    *,
    home: str,
    period: Period,
    basis: Basis = Basis.ALL,
) -> Measures:
    """The measures of a home country in a period.

    Args:
        engagements: those of a register; others than the home country's are left out.
        home: alpha-3.
        period: an engagement is of the period that it begins in; undated ones are of none.
        basis: which of them count.
    """
    of_home = [e for e in engagements if e.stage == "held" and home in codes_of(e) and counts(e, basis)]
    held = [e for e in of_home if _is_in(e, period)]
    before = [e for e in of_home if _is_in(e, period.before())]
    earlier = set(_with_partners(before, home))
    partners = _partners(held, home, period, earlier)
    regions = Counter(
        region
        for e in held
        if e.kind in BILATERAL
        for region in {
            region_of(party.country) or "unknown"
            for party in e.parties
            if party.country and party.country != home
        }
    )
    return Measures(
        home=home,
        first=period.first.isoformat(),
        last=period.last.isoformat(),
        basis=basis.value,
        held=dict(sorted(Counter(e.kind for e in held).items())),
        months=_months(held),
        partners=partners,
        regions=dict(sorted(regions.items(), key=lambda entry: (-entry[1], entry[0]))),
        partner_evenness=evenness([partner.engagements for partner in partners]),
        region_evenness=evenness(list(regions.values())),
        new=sorted(partner.code for partner in partners if partner.is_new) if before else [],
        lapsed=sorted(earlier - {partner.code for partner in partners}),
        south_share=_south_share(held, home),
        threats=_threats(held, home),
        purposes=dict(sorted(Counter(purpose for e in held for purpose in e.purposes).items())),
        before=dict(sorted(Counter(e.kind for e in before).items())) if before else None,
    )


def counts(engagement: Engagement, basis: Basis) -> bool:
    """True if an engagement is of a basis. What a reviewer corrected or added by hand is accepted too."""
    match basis:
        case Basis.ALL:
            return True
        case Basis.ATTESTED:
            return engagement.witnesses > 1
        case Basis.ACCEPTED:
            return engagement.status in ("accepted", "corrected", "added")


def evenness(counts: list[int]) -> float | None:
    """Shannon evenness: the entropy of the shares over that of equal shares; None for fewer than two."""
    positive = [count for count in counts if count > 0]
    if len(positive) < 2:
        return None
    total = sum(positive)
    entropy = -sum(count / total * math.log(count / total) for count in positive)
    return round(entropy / math.log(len(positive)), 4)


def reciprocity(made: int, received: int) -> float | None:
    """How balanced visits are: twice the smaller number over the sum; None without visits."""
    return round(2 * min(made, received) / (made + received), 4) if made + received else None


def region_of(country: str) -> str | None:
    """The UN M49 region of a country by its alpha-3 code."""
    return cells_of("countries", "region").get(country)


def is_south(country: str) -> bool:
    """True for members of the Group of 77 and China."""
    return country in _south()


def _is_in(engagement: Engagement, period: Period) -> bool:
    when = engagement.when
    if not when or not edtf.is_edtf(when) or edtf.first_day(when) == dt.date.min:
        return False
    return period.first <= edtf.first_day(when) <= period.last


def _with_partners(held: list[Engagement], home: str) -> dict[str, list[Engagement]]:
    """The engagements of bilateral kinds by partner."""
    found: dict[str, list[Engagement]] = defaultdict(list)
    for engagement in held:
        if engagement.kind in BILATERAL:
            for code in codes_of(engagement):
                if code != home:
                    found[code].append(engagement)
    return found


def _partners(held: list[Engagement], home: str, period: Period, earlier: set[str]) -> list[PartnerMeasures]:
    measured = [
        _partner(code, found, home, period, is_new=code not in earlier)
        for code, found in _with_partners(held, home).items()
    ]
    return sorted(measured, key=lambda partner: (-partner.engagements, partner.is_body, partner.code))


def _partner(
    code: str, found: list[Engagement], home: str, period: Period, *, is_new: bool
) -> PartnerMeasures:
    visits = [e for e in found if e.kind == "visit"]
    made = sum(role_of(e, home) == "guest" for e in visits)
    received = sum(role_of(e, home) == "host" for e in visits)
    topics = Counter(topic for e in found for topic in e.topics if topic != GENERAL)
    dated = [min(edtf.last_day(e.when), period.last) for e in found if e.when]
    last = max(dated, default=None)
    return PartnerMeasures(
        code=code,
        is_body=any(party.body == code for e in found for party in e.parties),
        region=region_of(code),
        engagements=len(found),
        kinds=dict(sorted(Counter(e.kind for e in found).items())),
        visits_made=made,
        visits_received=received,
        instruments=sum(e.kind == "agreement" and e.action in DONE for e in found),
        intensity=round(len(found) / period.years, 4),
        reciprocity=reciprocity(made, received),
        topics=dict(sorted(topics.items(), key=lambda entry: (-entry[1], entry[0]))),
        evenness=evenness(list(topics.values())),
        last=last.isoformat() if last else None,
        recency=(period.last - last).days if last else None,
        level_home=_level(found, home),
        level=_level(found, code),
        is_new=is_new,
    )


def _level(found: list[Engagement], code: str) -> int | None:
    """The median rank of the highest official of a country or body; the higher of the two middle ones."""
    ranks = [rank for e in found if (rank := level(e.parties, code)) is not None]
    return median_low(ranks) if ranks else None


def _months(held: list[Engagement]) -> dict[str, dict[str, int]]:
    months: dict[str, Counter[str]] = defaultdict(Counter)
    for engagement in held:
        when = engagement.when or ""
        if edtf.precision(when) in ("day", "days", "month"):
            months[edtf.first_day(when).isoformat()[:7]][engagement.kind] += 1
    return {month: dict(sorted(kinds.items())) for month, kinds in sorted(months.items())}


def _threats(held: list[Engagement], home: str) -> dict[str, dict[str, int]]:
    threats: dict[str, Counter[str]] = defaultdict(Counter)
    for engagement in held:
        for topic in engagement.topics:
            if topic != GENERAL:
                threats[topic].update(code for code in codes_of(engagement) if code != home)
    ranked = sorted(threats.items(), key=lambda entry: (-sum(entry[1].values()), entry[0]))
    return {
        topic: dict(sorted(partners.items(), key=lambda entry: (-entry[1], entry[0])))
        for topic, partners in ranked
    }


def _south_share(held: list[Engagement], home: str) -> float | None:
    countries = [
        {party.country for party in e.parties if party.country} - {home} for e in held if e.kind in BILATERAL
    ]
    total = sum(bool(others) for others in countries)
    if not is_south(home) or not total:
        return None
    return round(sum(any(map(is_south, others)) for others in countries) / total, 4)


@cache
def _south() -> frozenset[str]:
    return frozenset(cells_of("bodies", "members")["G77"].split())
