"""Why reports were joined to one engagement, and why two engagements were not: in words, for people."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq.gazetteer import Aliases
from mithaq.register.decisions import Decision, find
from mithaq.register.engagement import Engagement, Report
from mithaq.register.facts import facts_of
from mithaq.register.matching import NEUTRAL, affinity

_SHOWN = 5


def why_joined(reports: Sequence[Report], decisions: Sequence[Decision], aliases: Aliases) -> list[str]:
    """Why each report but the first is of one act with another one before it.

    Args:
        reports: those of an engagement, the first published first.
        decisions: those in force.
        aliases: what else persons are called.
    """
    lines = []
    for place, report in enumerate(reports[1:], start=1):
        fits = []
        for other in reports[:place]:
            why: list[str] = []
            score = affinity(facts_of(report), facts_of(other), aliases, why=why)
            if score is not None and score > NEUTRAL:
                fits.append((score, -reports.index(other), other.document, why))
        if fits:
            _, _, document, why = max(fits, key=lambda fit: fit[:2])
            lines.append(f"{report.document} with {document}: {'; '.join(why)}")
            continue
        joined = [d for d in decisions if d.action == "join" and _names(d, report)]
        if joined:
            lines += [f"{report.document}: joined by {d.by}, decision {d.id}: {d.reason}" for d in joined]
        else:
            lines.append(f"{report.document}: fits reports that came after it")
    return lines


def why_not_joined(
    one: tuple[Engagement, Sequence[Report]],
    other: tuple[Engagement, Sequence[Report]],
    decisions: Sequence[Decision],
    aliases: Aliases,
) -> list[str]:
    """Why two engagements are two.

    Args:
        one: an engagement and its reports.
        other: another.
        decisions: those in force.
        aliases: what else persons are called.
    """
    (a, a_reports), (b, b_reports) = one, other
    lines = [
        f"{d.by} split them, decision {d.id}: {d.reason}"
        for d in decisions
        if d.action == "split"
        and any(_names(d, report) for report in a_reports)
        and any(_names(d, report) for report in b_reports)
    ]
    forbidden: dict[str, list[str]] = {}
    fitting: list[str] = []
    for first in a_reports:
        for second in b_reports:
            why: list[str] = []
            score = affinity(facts_of(first), facts_of(second), aliases, why=why)
            pair = f"{first.document} and {second.document}"
            if score is None or score == NEUTRAL:
                forbidden.setdefault(why[0], []).append(pair)
            else:
                fitting.append(f"{pair} could be one: {'; '.join(why)}")
    for reason, pairs in sorted(forbidden.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        more = f" and {len(pairs) - _SHOWN} more" if len(pairs) > _SHOWN else ""
        lines.append(f"{reason} ({', '.join(pairs[:_SHOWN])}{more})")
    lines += fitting[:_SHOWN]
    if fitting and forbidden:
        lines.append("a report joins an engagement only where it can be one with every report in it")
    elif fitting:
        lines.append(
            f"a vague report that fits several joins none, and one joins where it fits best: {a.id} or {b.id}"
        )
    return lines


def _names(decision: Decision, report: Report) -> bool:
    return any(
        find(handle, [report]) is not None for target in decision.content.targets for handle in target.reports
    )
