"""Reports to engagements: a pure function of the reports and the decisions, whatever the order in which reports came.

Reports are taken from the most exact to the vaguest, in an order that only their content decides. Each joins
the engagement that fits it best, if it can be one with every report in it, or else begins its own. Then people's
decisions join and split what came of it, in the order in which they were made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from mithaq import edtf
from mithaq.gazetteer import Aliases
from mithaq.register.decisions import Decision, judge, of_engagements, persons_judged
from mithaq.register.engagement import Engagement, Report
from mithaq.register.facts import Facts, codes_of, facts_of, keys_of, reach_of
from mithaq.register.matching import NEUTRAL, affinity
from mithaq.register.names import name_words
from mithaq.register.resolution import resolve

_UNKNOWN_DAY = "9999-12-31"
_VAGUE = ("none", "interval", "year", "season")
_MONTHS = 12


def consolidate(
    reports: Iterable[Report], *, aliases: Aliases | None = None, decisions: Sequence[Decision] = ()
) -> list[Engagement]:
    """The engagements that reports tell of, by date and id.

    Any set of reports gives what its components give each by itself: a component is a set of reports none of which may
    be of one act with a report outside of it.

    Args:
        reports: the reports.
        aliases: what else persons are called; None takes what this package knows.
        decisions: what people decided, in order, without what was withdrawn.
    """
    known = list(reports)
    aliases = persons_judged(aliases, decisions)
    groups = judge(_cluster(known, aliases), decisions, aliases)
    named = sorted(
        ((_anchor(group), group) for group in groups), key=lambda pair: publication(pair[0].report)
    )
    of = of_engagements([[facts.report for facts in group] for _, group in named], decisions)
    taken: set[str] = set()
    engagements = []
    for place, (anchor, group) in enumerate(named):
        content = content_of(anchor.report)
        twin = 0
        while (known_as := _digest(content, twin)) in taken:
            twin += 1
        taken.add(known_as)
        tellings = sorted((facts.report for facts in group), key=publication)
        engagements.append(resolve(known_as, tellings, aliases, of.get(place, [])))
    published = {report.document: report.published for report in known}
    return sorted(engagements, key=lambda found: (days_of(found, published), found.id))


def days_of(engagement: Engagement, published: Mapping[str, str | None]) -> tuple[str, str]:
    """The first and last day by which an engagement is listed, as ISO days.

    Args:
        engagement: an undated one is listed by its first publication, and last of all if that is unknown.
        published: days of publication by document.
    """
    when = engagement.when or next((day for d in engagement.documents if (day := published.get(d))), None)
    if not when or not edtf.is_edtf(when):
        return (_UNKNOWN_DAY, _UNKNOWN_DAY)
    return (edtf.first_day(when).isoformat(), edtf.last_day(when).isoformat())


def _cluster(reports: Iterable[Report], aliases: Aliases | None) -> list[list[Facts]]:
    clusters: list[list[Facts]] = []
    index = _Index()
    for facts in sorted(map(facts_of, reports), key=_exactness):
        scored = [
            (score, number)
            for number in sorted(index.candidates(facts))
            if (score := _fit(facts, clusters[number], aliases)) is not None
        ]
        best = max((score for score, _ in scored), default=None)
        fitting = [number for score, number in scored if score == best]
        if not fitting or (len(fitting) > 1 and facts.precision in _VAGUE):
            fitting = [len(clusters)]
            clusters.append([])
        clusters[fitting[0]].append(facts)
        index.add(facts, fitting[0])
    return clusters


class _Index:
    """Which engagements a report can be of: those with a key and a month in common.

    Without it, 5,000 gatherings take 9.5 s to consolidate and store; with it, 1.9 s.
    """

    def __init__(self) -> None:
        self._of_month: dict[tuple[str, int], set[int]] = defaultdict(set)

    def add(self, facts: Facts, number: int) -> None:
        for key in keys_of(facts):
            for month in _months(facts):
                self._of_month[key, month].add(number)

    def candidates(self, facts: Facts) -> set[int]:
        found: set[int] = set()
        for key in keys_of(facts):
            for month in _months(facts):
                found |= self._of_month.get((key, month), set())
        return found


def _months(facts: Facts) -> range:
    """The months in which another report of the same act can lie."""
    reach = reach_of(facts)
    if reach is None:
        return range(0)
    first, last = reach
    return range(first.year * _MONTHS + first.month, last.year * _MONTHS + last.month + 1)


def _fit(facts: Facts, cluster: list[Facts], aliases: Aliases | None) -> int | None:
    """How well a report fits the engagement: by its best friend there, None if any report there forbids it."""
    scores = [affinity(facts, member, aliases) for member in cluster]
    known = [score for score in scores if score is not None]
    speaking = [score for score in known if score > NEUTRAL]
    return max(speaking) if speaking and len(known) == len(scores) else None


def _exactness(facts: Facts) -> tuple[bool, int, bool, int, tuple[str, str, int]]:
    """What orders reports: those that something was put off first, as they bring together what was planned and held."""
    binds = facts.report.event.stage == "cancelled"
    named = sum(len(names) for names in facts.persons.values())
    rank = -edtf.PRECISIONS.index(facts.precision)
    approximate = bool(facts.when and edtf.is_approximate(facts.when))
    return (not binds, rank, approximate, -named, publication(facts.report))


def publication(report: Report) -> tuple[str, str, int]:
    """What orders reports by their publication; those whose day is not known are last."""
    return (report.published or "9999", report.document, report.ordinal)


def _anchor(group: list[Facts]) -> Facts:
    """The report that gives an engagement its id: the first that was published."""
    return min(group, key=lambda facts: publication(facts.report))


def content_of(report: Report) -> str:
    """What of a report an engagement takes its id from. Reports of one content belong to one component."""
    event = report.event
    persons = sorted({"".join(name_words(party.person)) for party in event.parties if party.person})
    parts = [event.kind, event.action or "", *sorted(codes_of(report)), event.when or "", *persons]
    return "\x1f".join(parts)


def content_key(report: Report) -> str:
    """A short key of the content of a report."""
    return _digest(content_of(report), 0)


def _digest(content: str, twin: int) -> str:
    return blake2b(f"{content}\x1e{twin or ''}".encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
