"""What people decide of engagements and persons, and what follows from it for a set of reports.

A decision names the reports that it was made on by their documents and spans, so that it is found again when these are
read anew by a better reader, and engagements have other ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from mithaq.gazetteer import Aliases, shipped_aliases
from mithaq.records import Event
from mithaq.register.engagement import Report
from mithaq.register.facts import Facts, codes_of
from mithaq.register.matching import affinity

ACTIONS = (
    "accept", "reject", "correct", "join", "split", "add", "link", "same-person", "two-persons", "withdraw",
)  # fmt: skip
OF_ONE = ("accept", "reject", "correct")
STATUSES = ("found", "accepted", "rejected", "corrected", "added")
_STATUS = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}


class Handle(msgspec.Struct, kw_only=True, frozen=True):
    """By what a report is found again: its document, its kind and parties, and the span of its evidence."""

    document: str
    kind: str
    codes: tuple[str, ...]
    start: int
    end: int


class Target(msgspec.Struct, kw_only=True):
    """An engagement as it was when something was decided of it: its id, and its reports, the first one first."""

    engagement: str
    reports: list[Handle]


class Content(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What a decision says: of what, and, by its action, the field and value, the event added, the kind of a link, forms.

    `join` and `link` have two targets. `split` has the engagement that was split, and what was taken out of it.
    """

    targets: list[Target] = []
    field: str | None = None
    value: str | int | None = None
    event: Event | None = None
    due: str | None = None
    forms: list[str] = []


class Decision(msgspec.Struct, kw_only=True):
    """One decision: who, when, why and what. `withdraws` is the number of the one that it takes back."""

    id: int
    action: str
    by: str
    at: str
    reason: str
    content: Content
    withdraws: int | None = None


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that were not withdrawn, in order, without the withdrawals themselves."""
    known = sorted(decisions, key=lambda decision: decision.id)
    withdrawn: set[int] = set()
    for decision in reversed(known):
        if decision.withdraws is not None and decision.id not in withdrawn:
            withdrawn.add(decision.withdraws)
    return [d for d in known if d.id not in withdrawn and d.withdraws is None]


def handle_of(report: Report) -> Handle:
    """By what a report is found again."""
    evidence = report.event.evidence
    return Handle(
        document=report.document,
        kind=report.event.kind,
        codes=tuple(sorted(codes_of(report))),
        start=evidence[0].start if evidence else 0,
        end=evidence[0].end if evidence else 0,
    )


def find(handle: Handle, reports: Iterable[Report]) -> Report | None:
    """The report that a handle names among those of its document; None if no report is near enough.

    Best is one of the same kind whose evidence overlaps; then one of the same kind and parties; then the words alone.
    """
    ranked = []
    for report in reports:
        if report.document != handle.document:
            continue
        own = handle_of(report)
        overlap = max(
            (min(span.end, handle.end) - max(span.start, handle.start) for span in report.event.evidence),
            default=0,
        )
        is_kind, is_circle = own.kind == handle.kind, own.codes == handle.codes
        rank = 3 if is_kind and overlap > 0 else 2 if is_kind and is_circle else 1 if overlap > 0 else 0
        if rank:
            ranked.append((rank, is_circle, overlap, -report.ordinal, report))
    return max(ranked, key=lambda entry: entry[:4])[4] if ranked else None


class _Finder:
    """Finds the group of a handle among groups of reports."""

    def __init__(self, groups: Sequence[Iterable[Report]]) -> None:
        self._reports: dict[str, list[Report]] = defaultdict(list)
        self.place: dict[tuple[str, int], int] = {}
        for place, group in enumerate(groups):
            for report in group:
                self._reports[report.document].append(report)
                self.place[report.document, report.ordinal] = place

    def key(self, handle: Handle) -> tuple[str, int] | None:
        found = find(handle, self._reports.get(handle.document, ()))
        return (found.document, found.ordinal) if found else None

    def keys(self, target: Target) -> list[tuple[str, int]]:
        return [key for handle in target.reports if (key := self.key(handle))]


def judge(
    groups: list[list[Facts]], decisions: Sequence[Decision], aliases: Aliases | None
) -> list[list[Facts]]:
    """Groups of reports as people joined and split them.

    A report that came after a split goes to the side that it fits better, to what was not taken out if to both alike.
    """
    for decision in decisions:
        if decision.action not in ("join", "split") or len(decision.content.targets) != 2:
            continue
        finder = _Finder([[facts.report for facts in group] for group in groups])
        one, other = (finder.keys(target) for target in decision.content.targets)
        if decision.action == "join" and one and other:
            wanted = sorted({finder.place[key] for key in (*one, *other)})
            joined = [facts for place in wanted for facts in groups[place]]
            groups = [group for place, group in enumerate(groups) if place not in wanted] + [joined]
        elif decision.action == "split" and other:
            out = set(other)
            groups = [part for group in groups for part in _parted(group, out, set(one) - out, aliases)]
    return groups


def _parted(
    group: list[Facts],
    out: set[tuple[str, int]],
    kept: set[tuple[str, int]],
    aliases: Aliases | None,
) -> list[list[Facts]]:
    keys = [(facts.report.document, facts.report.ordinal) for facts in group]
    if not out.intersection(keys) or out.issuperset(keys):
        return [group]
    sides: tuple[list[Facts], list[Facts]] = ([], [])
    told = [[f for f, key in zip(group, keys, strict=True) if key in side] for side in (kept, out)]
    for facts, key in zip(group, keys, strict=True):
        if key in out or key in kept:
            sides[key in out].append(facts)
        else:
            stays, goes = (
                max((score for member in side if (score := affinity(facts, member, aliases)) is not None),
                    default=-99)
                for side in told
            )  # fmt: skip
            sides[goes > stays].append(facts)
    return [side for side in sides if side]


def of_engagements(
    groups: Sequence[Sequence[Report]], decisions: Sequence[Decision]
) -> dict[int, list[Decision]]:
    """The decisions on single engagements by the place of the group that they are of: that of their first report."""
    finder = _Finder(groups)
    found: dict[int, list[Decision]] = defaultdict(list)
    for decision in decisions:
        if decision.action in OF_ONE and decision.content.targets:
            keys = finder.keys(decision.content.targets[0])
            if keys:
                found[finder.place[keys[0]]].append(decision)
        elif decision.action == "add":
            key = (document_by_hand(decision.id), 0)
            if key in finder.place:
                found[finder.place[key]].append(decision)
    return found


def status_of(decisions: Sequence[Decision], *, is_by_hand: bool) -> str:
    """What people decided last of an engagement."""
    told = [decision.action for decision in decisions if decision.action in OF_ONE]
    return _STATUS[told[-1]] if told else "added" if is_by_hand else "found"


def document_by_hand(decision: int) -> str:
    """The id of the document that stands for an engagement added by hand."""
    return f"by-hand/{decision}"


def persons_judged(aliases: Aliases | None, decisions: Sequence[Decision]) -> Aliases | None:
    """Aliases with what people decided of persons; the last decision on two forms holds."""
    same = [tuple(d.content.forms) for d in decisions if d.action == "same-person"]
    apart: dict[frozenset[str], bool] = {}
    for decision in decisions:
        if decision.action in ("same-person", "two-persons"):
            apart[frozenset(decision.content.forms)] = decision.action == "two-persons"
    pairs = [tuple(sorted(pair)) for pair, is_apart in apart.items() if is_apart and len(pair) == 2]
    same = [group for group in same if not apart.get(frozenset(group), False)]
    if not same and not pairs:
        return aliases
    return (aliases or shipped_aliases()).with_judgements(same, [(one, other) for one, other in pairs])
