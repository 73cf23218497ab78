"""How well reports are joined: pairs of reports of one engagement, against labels that name the engagement of each event.

Each two reports that are of one engagement are a pair. Of the pairs that consolidation joined, those are right that the
labels join too; of the pairs that the labels join, those are found that consolidation joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import msgspec

from mithaq.errors import InputError
from mithaq.gazetteer.aliases import shipped_aliases
from mithaq.insight.evaluation import Score, Told, from_event, meet, score
from mithaq.insight.gold import load_gold
from mithaq.reading import Reader
from mithaq.records import Event
from mithaq.register import Report, consolidate
from mithaq.register.facts import facts_of
from mithaq.register.matching import affinity
from mithaq.sources import Reject, documents


class PairFigures(msgspec.Struct, frozen=True):
    """How well reports are joined.

    `matched` counts the pairs of reports that match a labelled event, of its kind and parties: consolidation alone.
    `whole` counts all: what the reader made up is joined wrongly wherever it is joined, what it missed is never joined.
    `engagements` are those that the labels name, `told` those of them that several documents tell.
    """

    docs: int
    reports: int
    engagements: int
    told: int
    matched: Score
    whole: Score


class PairError(NamedTuple):
    """Two reports that were wrongly joined, or wrongly kept apart, and the reason that kept them apart."""

    engagement: str
    other: str
    documents: tuple[str, str]
    is_joined: bool
    told: tuple[Told, Told]
    reason: str


class _Labelled(NamedTuple):
    """A report with the engagement that its label names; None where no labelled event is like it."""

    report: Report
    engagement: str | None


def evaluate_pairs(
    gold_path: Path, docs_path: Path, *, lang: str | None = None, refuse: Callable[[Reject], None]
) -> tuple[PairFigures, list[PairError]]:
    """Read the documents of a gold file, consolidate what was read, and count which reports were rightly joined.

    Args:
        gold_path: labelled events, each with the `engagement` that it belongs to.
        docs_path: the documents, JSON Lines.
        lang: only the documents of this language.
        refuse: called with each document that cannot be read; what it tells counts as missed.

    Returns:
        The figures, and every pair of matched reports that was wrongly joined or wrongly kept apart.

    Raises:
        InputError: a file cannot be read, no document of the gold is there, or a label names no engagement.
    """
    gold = load_gold(gold_path)
    for name, events in gold.items():
        if any(event.engagement is None for event in events):
            raise InputError(
                f"{gold_path}: expected the engagement of each event, found none in {name!r}; "
                "give each event its `engagement`"
            )
    reader = Reader()
    labelled: list[_Labelled] = []
    scored: dict[str, list[Told]] = {}
    for item in documents([docs_path], lines=True):
        if isinstance(item, Reject):
            refuse(item)
        elif item.id in gold and lang in (None, reader.language(item)):
            scored[item.id] = gold[item.id]
            labelled += label(item.id, item.published, reader.read(item), gold[item.id])
    if not scored:
        raise InputError(f"{docs_path}: expected documents of {gold_path}, found none; name their file")
    labels = scored if lang else gold
    return count_pairs(labels, labelled), list(_errors(labelled))


def label(
    document: str, published: str | None, events: Sequence[Event], gold: Sequence[Told]
) -> list[_Labelled]:
    """The reports of one document, each with the engagement of the labelled event that it matches, one to one.

    Of several of one kind and the same parties, those go together whose words and dates are most alike.

    Args:
        document: its id.
        published: its day of publication, ISO.
        events: what the reader found in it.
        gold: what is labelled in it.
    """
    found = [from_event(event) for event in events]
    alike = sorted(
        (
            (_likeness(want, got), -place, -at)
            for place, want in enumerate(gold)
            for at, got in enumerate(found)
            if (want.kind, want.action, want.codes) == (got.kind, got.action, got.codes)
        ),
        reverse=True,
    )
    engagement: dict[int, str | None] = {}
    taken: set[int] = set()
    for _, place, at in alike:
        if -place not in taken and -at not in engagement:
            taken.add(-place)
            engagement[-at] = gold[-place].engagement
    return [
        _Labelled(
            Report(document=document, ordinal=ordinal, event=event, published=published),
            engagement.get(ordinal),
        )
        for ordinal, event in enumerate(events)
    ]


def _likeness(want: Told, got: Told) -> tuple[float, bool, bool]:
    words = set(want.evidence.split())
    shared = len(words & set(got.evidence.split())) / len(words) if words else 0.0
    return shared, meet(want.when, got.when), want.stage == got.stage


def count_pairs(gold: Mapping[str, Sequence[Told]], labelled: Sequence[_Labelled]) -> PairFigures:
    """The figures of labelled reports, consolidated.

    Args:
        gold: the labelled events by document.
        labelled: all reports that were read.
    """
    joined = _joined(labelled)
    matched = {number for number, entry in enumerate(labelled) if entry.engagement}
    of_matched = {pair for pair in joined if set(pair) <= matched}
    wanted = set(_pairs_of(labelled))
    right = len(wanted & of_matched)
    names = [str(event.engagement) for events in gold.values() for event in events]
    all_wanted = sum(count * (count - 1) // 2 for count in _counts(names).values())
    tellers = _counts(sorted({(str(e.engagement), name) for name, events in gold.items() for e in events}), 0)
    return PairFigures(
        docs=len(gold),
        reports=len(labelled),
        engagements=len(set(names)),
        told=sum(count > 1 for count in tellers.values()),
        matched=score(right, len(of_matched), len(wanted)),
        whole=score(right, len(joined), all_wanted),
    )


def _counts(items: Iterable[str] | Iterable[tuple[str, str]], part: int | None = None) -> dict[str, int]:
    counts: dict[str, int] = {}
    for item in items:
        key = str(item if part is None else item[part])
        counts[key] = counts.get(key, 0) + 1
    return counts


def _joined(labelled: Sequence[_Labelled]) -> set[tuple[int, int]]:
    """The pairs of places in the list whose reports consolidation made one engagement of."""
    place = {(e.report.document, e.report.ordinal): number for number, e in enumerate(labelled)}
    pairs: set[tuple[int, int]] = set()
    for engagement in consolidate([entry.report for entry in labelled]):
        numbers = sorted(place[telling.document, telling.ordinal] for telling in engagement.reports)
        pairs.update(combinations(numbers, 2))
    return pairs


def _pairs_of(labelled: Sequence[_Labelled]) -> Iterable[tuple[int, int]]:
    """The pairs of places in the list whose labels name one engagement."""
    places: dict[str, list[int]] = {}
    for number, entry in enumerate(labelled):
        if entry.engagement:
            places.setdefault(entry.engagement, []).append(number)
    for numbers in places.values():
        yield from combinations(numbers, 2)


def _errors(labelled: Sequence[_Labelled]) -> Iterable[PairError]:
    joined, wanted = _joined(labelled), set(_pairs_of(labelled))
    aliases = shipped_aliases()
    for one, other in sorted(joined ^ wanted):
        first, second = labelled[one], labelled[other]
        if first.engagement is None or second.engagement is None:
            continue
        why: list[str] = []
        affinity(facts_of(first.report), facts_of(second.report), aliases, why=why)
        yield PairError(
            engagement=first.engagement,
            other=second.engagement,
            documents=(first.report.document, second.report.document),
            is_joined=(one, other) in joined,
            told=(from_event(first.report.event), from_event(second.report.event)),
            reason="; ".join(why),
        )
