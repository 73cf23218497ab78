"""How well a reader reads: its events against events labelled by hand.

An event is found if one of the same kind with the same set of party codes is in the same document. Attributes are
scored on the events found. Scores say None where there is nothing to score.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

import msgspec

from mithaq.edtf import bounds, gap
from mithaq.records import Event

CONTACTS = frozenset({"visit", "meeting", "call", "gathering"})
BINS = 10

# Folded after decomposition: alef wasla to alef, alef maqsura to ya, ta marbuta to ha.
_FOLD = {0x0671: 0x0627, 0x0649: 0x064A, 0x0629: 0x0647}
_ARTICLE = "\u0627\u0644"


class Told(NamedTuple):
    """One event as it is compared, from whichever form it came in."""

    kind: str
    stage: str | None
    action: str | None
    codes: tuple[str, ...]
    guests: frozenset[str]
    hosts: frozenset[str]
    persons: tuple[frozenset[str], ...]
    when: str | None
    country: str | None
    city: str | None
    topics: frozenset[str]
    evidence: str
    confidence: float | None = None
    engagement: str | None = None


class Score(msgspec.Struct, frozen=True):
    """Precision, recall and F1, with the counts they come from: right, found by the reader, in the gold."""

    p: float
    r: float
    f1: float
    tp: int
    pred: int
    gold: int


class Bin(msgspec.Struct, frozen=True):
    """The events whose confidence lies in one tenth: how sure the reader was, and how often it was right."""

    above: float
    events: int
    mean_confidence: float
    right: float


class Figures(msgspec.Struct, frozen=True):
    """Everything that is measured; shares are rounded to three digits."""

    docs: int
    kind: Score
    group: Score
    parties: Score
    stage: float | None
    when: float | None
    place_country: float | None
    city: float | None
    direction: float | None
    agreement_action: float | None
    person_recall: float | None
    person_precision: float | None
    topics: float
    empty_docs: int
    false_alarm_docs: int
    by_kind: dict[str, Score]
    reliability: list[Bin]


class Errors(NamedTuple):
    """What a reader missed in one document, and what it made up."""

    document: str
    missed: list[Told]
    invented: list[Told]


def from_event(event: Event) -> Told:
    """An event of the reader's as it is compared."""
    codes = [(party.code, party.role) for party in event.parties if party.code]
    return Told(
        kind=event.kind,
        stage=event.stage,
        action=event.action,
        codes=tuple(sorted({code for code, _ in codes})),
        guests=frozenset(code for code, role in codes if role == "guest"),
        hosts=frozenset(code for code, role in codes if role == "host"),
        persons=tuple(fold_name(party.person) for party in event.parties if party.person),
        when=event.when,
        country=event.where.country if event.where else None,
        city=event.where.city if event.where else None,
        topics=frozenset(event.topics),
        evidence=" | ".join(span.text for span in event.evidence),
        confidence=event.confidence,
    )


def from_record(record: Mapping[str, Any]) -> Told:
    """A labelled event as it is compared, from its JSON: the annotators' form or the product's.

    Raises:
        ValueError: the record is neither.
    """
    engagement = record.get("engagement")
    if "parties" in record:
        try:
            event = msgspec.convert({"confidence": 1.0, "rules": [], "topics": [], **_plain(record)}, Event)
            return from_event(event)._replace(engagement=engagement)
        except msgspec.ValidationError as wrong:
            raise ValueError(str(wrong)) from None
    is_flat = isinstance(record.get("kind"), str) and isinstance(record.get("countries"), list)
    if not is_flat:
        raise ValueError("expected `kind` with `parties` or with `countries`")
    evidence = record.get("evidence") or record.get("evidence_span") or ""
    return Told(
        kind=record["kind"],
        stage=record.get("stage"),
        action=record.get("action"),
        codes=tuple(sorted(set(record["countries"]))),
        guests=frozenset(record.get("guest") or ()),
        hosts=frozenset(record.get("host") or ()),
        persons=tuple(fold_name(person["name"]) for person in record.get("persons") or ()),
        when=record.get("when"),
        country=record.get("where_country"),
        city=record.get("where_city"),
        topics=frozenset(record.get("topics") or ()),
        evidence=evidence if isinstance(evidence, str) else str(evidence),
        engagement=engagement,
    )


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    """A product record without the fields whose absence is written as null or left out."""
    kept = {name: value for name, value in record.items() if value is not None}
    kept.setdefault("evidence", [])
    kept.setdefault("stage", "")
    return kept


@cache
def fold_name(name: str) -> frozenset[str]:
    """The words of a name by which it is compared: no marks, no case, no article, letters folded."""
    return frozenset(_words(name))


def _words(name: str) -> list[str]:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = re.sub(r"[^\w\s]", " ", plain.casefold().translate(_FOLD)).split()
    return [word[2:] if word.startswith(_ARTICLE) and len(word) > 4 else word for word in words]


def meet(one: str | None, other: str | None) -> bool:
    """True if two EDTF dates share a day, with a day's slack where one is approximate, or if both are absent."""
    first, second = _scored(one), _scored(other)
    if first is None or second is None:
        return first is None and second is None
    slack = 1 if "~" in f"{one}{other}" else 0
    return gap(first, second) <= slack


@cache
def _scored(when: str | None) -> str | None:
    """A date as it is scored: a winter counts as the December it begins with; None where it is no date."""
    if not when:
        return None
    plain = re.sub(r"(?<!\d)(\d{4})-24(?!\d)", r"\1-12", when)
    try:
        bounds(plain)
    except ValueError:
        return None
    return plain


def pair(gold: list[Told], found: list[Told], key: Callable[[Told], object]) -> list[tuple[int, int]]:
    """Pair events of equal key, one to one, each gold event in turn with the most alike that is left."""
    pairs: list[tuple[int, int]] = []
    left = dict(enumerate(found))
    for place, event in enumerate(gold):
        alike = [(_likeness(event, other), -at) for at, other in left.items() if key(event) == key(other)]
        if alike:
            at = -max(alike)[1]
            del left[at]
            pairs.append((place, at))
    return pairs


def _likeness(gold: Told, found: Told) -> tuple[bool, bool, bool, int]:
    shared = frozenset().union(*gold.persons) & frozenset().union(*found.persons)
    return gold.kind == found.kind, meet(gold.when, found.when), gold.stage == found.stage, len(shared)


def _kind_key(event: Told) -> object:
    return event.kind, event.codes


def _group_key(event: Told) -> object:
    return "contact" if event.kind in CONTACTS else event.kind, event.codes


def _parties_key(event: Told) -> object:
    return event.codes


_KEYS = {"kind": _kind_key, "group": _group_key, "parties": _parties_key}


class _Tally:
    """Counts over documents: how many there are of a thing, and how many are right."""

    def __init__(self) -> None:
        self.right: dict[str, int] = {}
        self.all: dict[str, int] = {}

    def add(self, name: str, right: int, of: int = 1) -> None:
        self.right[name] = self.right.get(name, 0) + right
        self.all[name] = self.all.get(name, 0) + of

    def share(self, name: str) -> float | None:
        of = self.all.get(name, 0)
        return round(self.right[name] / of, 3) if of else None


def evaluate(gold: Mapping[str, list[Told]], found: Mapping[str, list[Told]]) -> tuple[Figures, list[Errors]]:
    """Compare what was found with the gold.

    Args:
        gold: labelled events by document id; these documents are scored.
        found: the reader's events by document id; a document that is missing counts as one without events.

    Returns:
        The figures, and the errors of each document that has any, in the order of the gold.
    """
    tally = _Tally()
    pairs = dict.fromkeys(_KEYS, 0)
    kinds: dict[str, list[int]] = {}
    sure: list[tuple[float, bool]] = []
    errors: list[Errors] = []
    empty = false_alarms = n_gold = n_found = 0
    for document, events in gold.items():
        others = found.get(document, [])
        n_gold, n_found = n_gold + len(events), n_found + len(others)
        empty += not events
        false_alarms += bool(others) and not events
        matched = pair(events, others, _kind_key)
        for name, key in _KEYS.items():
            pairs[name] += len(matched) if name == "kind" else len(pair(events, others, key))
        for place, group in enumerate((events, others, [events[one] for one, _ in matched])):
            for event in group:
                kinds.setdefault(event.kind, [0, 0, 0])[place] += 1
        for one, other in matched:
            _tally_attributes(tally, events[one], others[other])
        hit, right = {one for one, _ in matched}, {other for _, other in matched}
        sure += [(e.confidence, at in right) for at, e in enumerate(others) if e.confidence is not None]
        if len(hit) < len(events) or len(right) < len(others):
            missed = [event for at, event in enumerate(events) if at not in hit]
            invented = [event for at, event in enumerate(others) if at not in right]
            errors.append(Errors(document, missed, invented))
    topics = score(tally.right.get("topics", 0), tally.all.get("topics found", 0), tally.all.get("topics", 0))
    return (
        Figures(
            docs=len(gold),
            kind=score(pairs["kind"], n_found, n_gold),
            group=score(pairs["group"], n_found, n_gold),
            parties=score(pairs["parties"], n_found, n_gold),
            stage=tally.share("stage"),
            when=tally.share("when"),
            place_country=tally.share("country"),
            city=tally.share("city"),
            direction=tally.share("direction"),
            agreement_action=tally.share("action"),
            person_recall=tally.share("persons"),
            person_precision=tally.share("persons found"),
            topics=topics.f1,
            empty_docs=empty,
            false_alarm_docs=false_alarms,
            by_kind={kind: score(tp, n, of) for kind, (of, n, tp) in sorted(kinds.items())},
            reliability=reliability(sure),
        ),
        errors,
    )


def _tally_attributes(tally: _Tally, gold: Told, found: Told) -> None:
    tally.add("stage", gold.stage == found.stage)
    tally.add("when", meet(gold.when, found.when))
    if gold.country:
        tally.add("country", gold.country == found.country)
    if gold.city:
        tally.add("city", _words(gold.city) == _words(found.city or ""))
    if gold.hosts or gold.guests:
        tally.add("direction", gold.hosts == found.hosts and gold.guests == found.guests)
    if gold.kind == "agreement":
        tally.add("action", gold.action == found.action)
    tally.add(
        "persons",
        sum(any(name & other for other in found.persons) for name in gold.persons),
        len(gold.persons),
    )
    tally.add(
        "persons found",
        sum(any(name & other for other in gold.persons) for name in found.persons),
        len(found.persons),
    )
    tally.add("topics", len(gold.topics & found.topics), len(gold.topics))
    tally.add("topics found", 0, len(found.topics))


def score(tp: int, pred: int, gold: int) -> Score:
    """Precision, recall and F1 of counts, rounded to three digits."""
    p = tp / pred if pred else 0.0
    r = tp / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return Score(p=round(p, 3), r=round(r, 3), f1=round(f1, 3), tp=tp, pred=pred, gold=gold)


def reliability(sure: Iterable[tuple[float, bool]]) -> list[Bin]:
    """How often the reader was right, by the tenth in which its confidence lies; empty tenths are left out."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, is_right in sure:
        bins.setdefault(min(int(confidence * BINS + 1e-9), BINS - 1), []).append((confidence, is_right))
    return [
        Bin(
            above=tenth / BINS,
            events=len(inside),
            mean_confidence=round(sum(confidence for confidence, _ in inside) / len(inside), 3),
            right=round(sum(is_right for _, is_right in inside) / len(inside), 3),
        )
        for tenth, inside in sorted(bins.items())
    ]
