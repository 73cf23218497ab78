"""Reports of one act are joined, and others are not: on the texts of examples/tellings."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from mithaq.errors import InputError
from mithaq.insight.evaluation import Told, from_record
from mithaq.insight.pairs import PairError, PairFigures, count_pairs, evaluate_pairs, label
from mithaq.records import Event, Party, Place, Span
from mithaq.sources import Reject

TELLINGS = Path(__file__).parents[2] / "examples" / "tellings"


def refuse(reject: Reject) -> None:
    raise AssertionError(reject)


@pytest.fixture(scope="module")
def told() -> tuple[PairFigures, list[PairError]]:
    return evaluate_pairs(TELLINGS / "tellings.gold.jsonl", TELLINGS / "tellings.jsonl", refuse=refuse)


def test_floors(told: tuple[PairFigures, list[PairError]]) -> None:
    """Raised with every gain, lowered only with a reason in the commit."""
    figures, _ = told
    assert figures.matched.p >= 0.97
    assert figures.matched.r >= 0.93
    assert figures.whole.p >= 0.96
    assert figures.whole.r >= 0.56


def test_the_corpus_is_as_large_as_it_is_said_to_be(told: tuple[PairFigures, list[PairError]]) -> None:
    figures, _ = told
    assert (figures.docs, figures.engagements, figures.told) == (97, 53, 49)


def test_each_error_is_told_with_its_reason(told: tuple[PairFigures, list[PairError]]) -> None:
    figures, errors = told
    joined = [error for error in errors if error.is_joined]
    assert len(joined) == figures.matched.pred - figures.matched.tp
    assert len(errors) - len(joined) == figures.matched.gold - figures.matched.tp
    assert all(error.reason and (error.engagement == error.other) != error.is_joined for error in errors)


def event(kind: str, when: str | None, evidence: str, *codes: str) -> Event:
    return Event(
        kind=kind,
        stage="held",
        parties=[Party(country=code, role="participant") for code in codes],
        when=when,
        where=Place(country="TUN", city="Tunis"),
        topics=["general"],
        evidence=[Span(0, len(evidence), evidence)],
        confidence=0.9,
        rules=["en.test"],
    )


def labelled(engagement: str, evidence: str, *codes: str) -> Told:
    return from_record(
        {
            "kind": "meeting",
            "stage": "held",
            "countries": sorted(codes),
            "when": "2024-05-20",
            "evidence": evidence,
            "engagement": engagement,
        }
    )


def test_of_two_like_events_those_of_like_words_go_together() -> None:
    gold = [
        labelled("one", "was received by the minister of the interior", "ITA", "TUN"),
        labelled("two", "held talks with the minister of defence", "ITA", "TUN"),
    ]
    (entry,) = label("a", None, [event("meeting", "2024-05-20", "talks with defence", "TUN", "ITA")], gold)
    assert entry.engagement == "two"


def test_pairs_are_counted_with_what_was_missed_and_made_up() -> None:
    """Of four labelled events of one act three are read; a fourth report that no label knows joins them."""
    words = "met in Tunis"
    gold = {name: [labelled("one", words, "ITA", "TUN")] for name in "abcd"}
    gold["e"] = []
    labels = [
        entry
        for name in "abce"
        for entry in label(name, None, [event("meeting", "2024-05-20", words, "TUN", "ITA")], gold[name])
    ]
    figures = count_pairs(gold, labels)
    assert (figures.matched.tp, figures.matched.pred, figures.matched.gold) == (3, 3, 3)
    assert (figures.whole.tp, figures.whole.pred, figures.whole.gold) == (3, 6, 6)


def test_labels_without_engagements_are_told(tmp_path: Path) -> None:
    gold = tmp_path / "x.gold.jsonl"
    record = {"id": "ar-101", "events": [{"kind": "call", "countries": ["MAR", "ESP"]}]}
    gold.write_bytes(msgspec.json.encode(record))
    with pytest.raises(InputError, match=r"expected the engagement of each event, found none in 'ar-101'"):
        evaluate_pairs(gold, TELLINGS / "tellings.jsonl", refuse=refuse)


def test_documents_of_another_gold_are_told() -> None:
    gold = TELLINGS / "tellings.gold.jsonl"
    with pytest.raises(InputError, match="found none; name their file"):
        evaluate_pairs(gold, TELLINGS.parent / "ar.jsonl", refuse=refuse)
