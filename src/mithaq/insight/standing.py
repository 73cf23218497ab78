"""How a period stands: its partners by region and against the period before, balance of visits, level, spread.

Formulas are those of docs/measures.md; whatever is counted is kept as the ids of engagements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from statistics import median_low

import msgspec

from mithaq.insight.levels import level
from mithaq.insight.measures import evenness, is_south, reciprocity, region_of
from mithaq.insight.year import BILATERAL, Partner, Year, codes_of
from mithaq.register import Engagement


class Region(msgspec.Struct, kw_only=True):
    """A UN M49 region, None where the tables have none: partner countries, those new and lapsed, and the engagements."""

    name: str | None
    partners: list[str]
    new: list[str]
    lapsed: list[str]
    of: list[str]


class Levels(msgspec.Struct, kw_only=True):
    """The median ranks of the highest officials of both sides, 1 a head of state, and the engagements that tell offices.

    `least` is of how many engagements the rank of the side that has fewer is known.
    """

    home: int | None
    partners: int | None
    least: int
    of: list[str]


class Standing(msgspec.Struct, kw_only=True):
    """How a period stands.

    `before` are the engagements held in the period before by kind, None where the register holds none. `new` and `lapsed`
    are partners of this period alone and of the one before alone. `reciprocity` and both measures of evenness are from 0 to
    1; `south` are the engagements with countries of the South of those `with_countries`, None where the home country is not
    of it.
    """

    before: dict[str, list[str]] | None
    regions: list[Region]
    new: list[str]
    lapsed: list[str]
    reciprocity: float | None
    partner_evenness: float | None
    region_evenness: float | None
    south: list[str] | None
    with_countries: list[str]
    levels: Levels


def stand(year: Year, before: Year | None) -> Standing:
    """How a period stands.

    Args:
        year: what the register holds of it.
        before: what it holds of the period before; None if nothing.
    """
    countries = [partner for partner in year.partners if not partner.is_body]
    known, earlier = {p.code for p in year.partners}, _codes(before.partners if before else [])
    new = [p.code for p in year.partners if p.code not in earlier] if before else []
    lapsed = [p.code for p in before.partners if p.code not in known] if before else []
    bodies = {p.code for p in before.partners if p.is_body} if before else set()
    regions = _regions(countries, new, [code for code in lapsed if code not in bodies])
    with_countries = _ids(countries)
    return Standing(
        before=before.held if before else None,
        regions=regions,
        new=new,
        lapsed=lapsed,
        reciprocity=reciprocity(len(year.visits_made), len(year.visits_received)),
        partner_evenness=evenness([len(partner.total) for partner in year.partners]),
        region_evenness=evenness([len(region.of) for region in regions]),
        south=_ids(partner for partner in countries if is_south(partner.code))
        if is_south(year.home)
        else None,
        with_countries=with_countries,
        levels=_levels([e for e in year.engagements if e.stage == "held"], year.home),
    )


def _codes(partners: Iterable[Partner]) -> set[str]:
    return {partner.code for partner in partners}


def _ids(partners: Iterable[Partner]) -> list[str]:
    return list(dict.fromkeys(e for partner in partners for e in partner.total))


def _regions(countries: list[Partner], new: list[str], lapsed: list[str]) -> list[Region]:
    partners: defaultdict[str | None, list[Partner]] = defaultdict(list)
    for partner in countries:
        partners[region_of(partner.code)].append(partner)
    left = {region_of(code) for code in lapsed} - partners.keys()
    found = [
        Region(
            name=name,
            partners=[partner.code for partner in of_region],
            new=[partner.code for partner in of_region if partner.code in new],
            lapsed=[code for code in lapsed if region_of(code) == name],
            of=_ids(of_region),
        )
        for name, of_region in [*partners.items(), *((name, []) for name in left)]
    ]
    return sorted(found, key=lambda region: (-len(region.of), region.name or "~"))


def _levels(held: list[Engagement], home: str) -> Levels:
    of, own, others = [], [], []
    for engagement in held:
        if engagement.kind not in BILATERAL:
            continue
        mine = level(engagement.parties, home)
        theirs = [
            rank
            for code in codes_of(engagement)
            if code != home and (rank := level(engagement.parties, code)) is not None
        ]
        if mine is not None:
            own.append(mine)
        if theirs:
            others.append(min(theirs))
        if mine is not None or theirs:
            of.append(engagement.id)
    return Levels(
        home=median_low(own) if own else None,
        partners=median_low(others) if others else None,
        least=min(len(own), len(others)),
        of=of,
    )
