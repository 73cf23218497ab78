"""How well the reader reads, as people found it who accepted, corrected and rejected engagements of a register."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import sqrt

import msgspec

from mithaq.register import Engagement, Filters, Register
from mithaq.register.deciding import BY_HAND
from mithaq.register.decisions import in_force

_JUDGED = ("accepted", "corrected", "rejected")
_Z = 1.959964
"""Standard deviations within which 95 in 100 of a normal distribution lie."""


class Share(msgspec.Struct, kw_only=True):
    """A share of those judged, with the bounds between which it lies at 95 % confidence (Wilson 1927); None of none."""

    right: int
    judged: int
    share: float | None
    low: float | None
    high: float | None


class Judged(msgspec.Struct, kw_only=True):
    """What people found of some engagements that the reader made.

    `found` is the share that took place or was planned, of the kind that was read: its precision. `whole` is the share of
    which nothing was to be corrected.
    """

    accepted: int
    corrected: int
    rejected: int
    found: Share
    whole: Share


class Judgement(msgspec.Struct, kw_only=True):
    """What people found, in all, by the kind that was read, by the language of the texts that tell it, and by both.

    An engagement that texts in two languages tell counts for each. `fields` tells how many corrections each field took.
    """

    every: Judged
    by_kind: dict[str, Judged]
    by_lang: dict[str, Judged]
    by_kind_and_lang: dict[str, dict[str, Judged]]
    fields: dict[str, int]


def judge_reader(register: Register) -> Judgement:
    """What the decisions in force say of the engagements that a register holds; those added by hand are none of the reader's."""
    corrections = {
        decision.id: decision for decision in in_force(register.decisions()) if decision.action == "correct"
    }
    tallies: dict[tuple[str | None, str | None], Counter[str]] = defaultdict(Counter)
    fields: Counter[str] = Counter()
    for status in _JUDGED:
        for engagement in register.stream(Filters(status=status)):
            langs = _languages(engagement)
            if not langs:
                continue
            own = [corrections[number] for number in engagement.decisions if number in corrections]
            fields.update(str(decision.content.field) for decision in own)
            kinds = [d.content.targets[0].reports[0].kind for d in own if d.content.field == "kind"]
            kind = kinds[0] if kinds else engagement.kind
            verdict = "rejected" if status == "rejected" else "corrected" if own else "accepted"
            for place in [(None, None), (kind, None), *((k, lang) for lang in langs for k in (None, kind))]:
                tallies[place][verdict] += 1
                tallies[place]["other kind"] += verdict == "corrected" and kind != engagement.kind
    kinds_met = sorted({kind for kind, _ in tallies if kind})
    langs_met = sorted({lang for _, lang in tallies if lang})
    return Judgement(
        every=_judged(tallies[None, None]),
        by_kind={kind: _judged(tallies[kind, None]) for kind in kinds_met},
        by_lang={lang: _judged(tallies[None, lang]) for lang in langs_met},
        by_kind_and_lang={
            kind: {lang: _judged(tallies[kind, lang]) for lang in langs_met if (kind, lang) in tallies}
            for kind in kinds_met
        },
        fields=dict(sorted(fields.items(), key=lambda entry: (-entry[1], entry[0]))),
    )


def wilson(right: int, judged: int) -> tuple[float, float]:
    """The bounds of a share at 95 % confidence, by Wilson's score; `judged` is at least 1."""
    share, spread = right / judged, _Z**2 / judged
    middle = (share + spread / 2) / (1 + spread)
    half = _Z * sqrt(share * (1 - share) / judged + spread / (4 * judged)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _languages(engagement: Engagement) -> list[str]:
    """The languages whose rules read what tells an engagement; none of one that is added by hand alone."""
    return sorted({t.rules[0].partition(".")[0] for t in engagement.reports if t.rules} - {BY_HAND})


def _judged(tally: Counter[str]) -> Judged:
    judged = sum(tally[verdict] for verdict in _JUDGED)
    found = tally["accepted"] + tally["corrected"] - tally["other kind"]
    return Judged(
        **{verdict: tally[verdict] for verdict in _JUDGED},
        found=_share(found, judged),
        whole=_share(tally["accepted"], judged),
    )


def _share(right: int, judged: int) -> Share:
    if not judged:
        return Share(right=right, judged=judged, share=None, low=None, high=None)
    low, high = wilson(right, judged)
    return Share(right=right, judged=judged, share=right / judged, low=low, high=high)
