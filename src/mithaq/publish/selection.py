"""Which engagements a long review tells one by one. Its figures count all of them; a page of thousands is read by nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable

from mithaq.insight.levels import level
from mithaq.insight.year import Year, codes_of, step_of
from mithaq.register import Engagement

MOST = 1000
"""A review of as many is told whole."""

A_MONTH, A_SECTION = 20, 40
"""Of a longer one, so many encounters of a month are told, and of each other section."""

ASSEMBLIES = ("gathering", "mandate", "election")
ENCOUNTERS = ("visit", "meeting", "call")
COOPERATION = ("operation", "training", "aid", "award")

_NO_RANK = 9


def select(year: Year) -> tuple[list[Engagement], list[Engagement]]:
    """The engagements of a period, and those announced for later, that its review tells, in their order.

    Of each group, the best attested come first, then those of the highest officials, then the surest, then the earliest.
    """
    if len(year.engagements) + len(year.ahead) <= MOST:
        return year.engagements, year.ahead
    steps = [month.step for month in year.months]
    groups: defaultdict[Hashable, list[Engagement]] = defaultdict(list)
    for engagement in year.engagements:
        if engagement.kind in ENCOUNTERS:
            groups["month", step_of(engagement, steps)].append(engagement)
        else:
            groups[_section(engagement.kind)].append(engagement)
    kept = {
        engagement.id
        for group, found in groups.items()
        for engagement in _best(found, A_MONTH if isinstance(group, tuple) else A_SECTION)
    }
    ahead = {engagement.id for engagement in _best(year.ahead, A_SECTION)}
    return (
        [engagement for engagement in year.engagements if engagement.id in kept],
        [engagement for engagement in year.ahead if engagement.id in ahead],
    )


def _section(kind: str) -> str:
    return "assemblies" if kind in ASSEMBLIES else "cooperation" if kind in COOPERATION else kind


def _best(found: Iterable[Engagement], most: int) -> list[Engagement]:
    def weight(engagement: Engagement) -> tuple[int, int, float, str, str]:
        ranks = [level(engagement.parties, code) or _NO_RANK for code in codes_of(engagement)]
        rank = min(ranks, default=_NO_RANK)
        return (-engagement.witnesses, rank, -engagement.confidence, engagement.when or "~", engagement.id)

    return sorted(found, key=weight)[:most]
