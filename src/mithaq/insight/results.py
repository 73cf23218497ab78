"""What came of the year: what was concluded or done together, and the visit or talks at which it was."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from mithaq import edtf
from mithaq.register import Engagement

OUTCOMES = ("agreement", "operation", "training")
OCCASIONS = ("visit", "meeting", "gathering")


class Result(msgspec.Struct, kw_only=True):
    """An outcome, and the engagement that its documents tell beside it, of the same parties and time, if any.

    That the two belong together is told by the texts; that one led to the other is not claimed.
    """

    outcome: Engagement
    occasion: Engagement | None


def find_results(held: Iterable[Engagement], concluded: tuple[str, ...]) -> list[Result]:
    """The outcomes of the engagements held, by date.

    Args:
        held: engagements held in a year.
        concluded: the actions of agreements that count as concluded.
    """
    known = list(held)
    beside: dict[str, list[Engagement]] = {}
    for engagement in known:
        if engagement.kind in OCCASIONS:
            for document in engagement.documents:
                beside.setdefault(document, []).append(engagement)
    return [
        Result(outcome=engagement, occasion=_occasion(engagement, beside))
        for engagement in known
        if engagement.kind in OUTCOMES and (engagement.kind != "agreement" or engagement.action in concluded)
    ]


def _occasion(outcome: Engagement, beside: dict[str, list[Engagement]]) -> Engagement | None:
    """What the documents of an outcome tell beside it; `beside` has the occasions that each document tells."""
    parties = {party.code for party in outcome.parties}
    told = {found.id: found for document in outcome.documents for found in beside.get(document, ())}
    fitting = [
        engagement
        for engagement in told.values()
        if len(parties & {party.code for party in engagement.parties}) > 1
        and _are_of_one_time(engagement.when, outcome.when)
    ]
    return min(
        fitting, key=lambda found: (OCCASIONS.index(found.kind), found.when or "", found.id), default=None
    )


def _are_of_one_time(one: str | None, other: str | None) -> bool:
    if not one or not other or not edtf.is_edtf(one) or not edtf.is_edtf(other):
        return False
    first, second = edtf.bounds(one), edtf.bounds(other)
    return first.first <= second.last and second.first <= first.last
