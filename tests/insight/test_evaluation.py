"""Scores of a reader are those of the scorer that annotators use, and count what they say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mithaq.errors import InputError
from mithaq.insight.evaluation import Bin, Score, evaluate, from_record, meet, reliability, score
from mithaq.insight.gold import evaluate_files, load_gold
from mithaq.reading import Reader
from mithaq.sources import documents

EXAMPLES = Path(__file__).parents[2] / "examples"


def party(code: str, role: str, person: str | None = None) -> dict[str, Any]:
    key = "body" if code in ("INTERPOL", "EU") else "country"
    return {key: code, "role": role, "person": person}


GOLD = {
    "a": [
        {"kind": "visit", "stage": "held", "countries": ["MAR", "TUR"], "guest": ["MAR"], "host": ["TUR"],
         "persons": [{"name": "عبد اللطيف حموشي", "party": "MAR"}], "when": "2024-09", "where_country": "TUR",
         "where_city": "Ankara", "topics": ["terrorism", "policing"]},
        {"kind": "meeting", "stage": "held", "countries": ["TUR", "MAR"], "when": "2024-09-11~", "topics": ["general"],
         "persons": [{"name": "Selami Yıldız"}], "evidence": "met"},
        {"kind": "agreement", "stage": "held", "action": "sign", "countries": ["MAR", "ARE"], "when": "2024-24"},
    ],
    "b": [
        {"kind": "meeting", "stage": "planned", "countries": ["FRA", "MAR"], "when": "2024-12-30"},
        {"kind": "meeting", "stage": "held", "countries": ["FRA", "MAR"], "when": None, "host": ["FRA"],
         "guest": ["MAR"]},
    ],
    "c": [],
    "d": [],
    "e": [{"kind": "call", "stage": "held", "countries": ["DZA", "TUN"], "when": "2024"}],
}  # fmt: skip
FOUND = {
    "a": [
        {"kind": "visit", "stage": "held", "parties": [party("MAR", "guest", "الحموشي"), party("TUR", "host")],
         "when": "2024-09-10/2024-09-11", "where": {"country": "TUR", "city": "Istanbul"}, "topics": ["terrorism"],
         "confidence": 0.95},
        {"kind": "meeting", "stage": "held", "when": "2024-09-12", "topics": ["general"], "confidence": 0.9,
         "parties": [party("MAR", "participant", "Abdellatif"), party("TUR", "participant", "Yildiz")]},
        {"kind": "agreement", "stage": "held", "action": "agree", "when": "2024-12-05", "confidence": 0.42,
         "parties": [party("MAR", "signatory"), party("ARE", "signatory")]},
        {"kind": "gathering", "stage": "held", "parties": [party("INTERPOL", "organiser")], "confidence": 0.4},
    ],
    "b": [
        {"kind": "meeting", "stage": "held", "parties": [party("FRA", "host"), party("MAR", "guest")],
         "confidence": 0.7},
        {"kind": "visit", "stage": "planned", "parties": [party("FRA", "guest"), party("MAR", "host")],
         "when": "2024-12-31~", "confidence": 1.0},
    ],
    "c": [{"kind": "visit", "stage": "held", "parties": [party("ESP", "guest"), party("MAR", "host")],
           "confidence": 0.55}],
    "z": [{"kind": "visit", "stage": "held", "parties": [party("ESP", "guest"), party("MAR", "host")]}],
}  # fmt: skip
# What the annotators' scorer prints of GOLD and FOUND.
FROZEN: dict[str, Any] = {
    "docs": 5,
    "kind": {"p": 0.571, "r": 0.667, "f1": 0.615, "tp": 4, "pred": 7, "gold": 6},
    "group": {"p": 0.714, "r": 0.833, "f1": 0.769, "tp": 5, "pred": 7, "gold": 6},
    "parties": {"p": 0.714, "r": 0.833, "f1": 0.769, "tp": 5, "pred": 7, "gold": 6},
    "stage": 0.75,
    "when": 0.75,
    "place_country": 1.0,
    "city": 0.0,
    "direction": 1.0,
    "agreement_action": 0.0,
    "person_recall": 0.5,
    "person_precision": 0.333,
    "topics": 0.8,
    "empty_docs": 2,
    "false_alarm_docs": 1,
    "by_kind": {"agreement": 1.0, "call": 0.0, "gathering": 0.0, "meeting": 0.8, "visit": 0.5},
}


def told(records: dict[str, list[dict[str, Any]]]) -> Any:
    return {name: [from_record(record) for record in events] for name, events in records.items()}


def as_scorer_prints(figures: object) -> dict[str, Any]:
    values = msgspec.to_builtins(figures)
    del values["reliability"]
    values["by_kind"] = {kind: entry["f1"] for kind, entry in values["by_kind"].items()}
    return values


def run_scorer(gold: Path, found: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, os.environ["MITHAQ_SCORER"], gold, found], capture_output=True, check=True, text=True
    )
    return json.loads(done.stdout)


def write_lines(path: Path, events: dict[str, list[Any]]) -> Path:
    lines = [json.dumps({"id": name, "events": found}, ensure_ascii=False) for name, found in events.items()]
    path.write_text("\n".join(lines), "utf-8")
    return path


needs_scorer = pytest.mark.skipif(
    "MITHAQ_SCORER" not in os.environ, reason="no scorer named by MITHAQ_SCORER"
)


def test_figures_are_those_of_the_scorer() -> None:
    assert as_scorer_prints(evaluate(told(GOLD), told(FOUND))[0]) == FROZEN


@needs_scorer
def test_frozen_figures_are_still_those_of_the_scorer(tmp_path: Path) -> None:
    gold, found = write_lines(tmp_path / "gold.jsonl", GOLD), write_lines(tmp_path / "found.jsonl", FOUND)
    assert run_scorer(gold, found) == FROZEN


@needs_scorer
def test_figures_on_the_examples_are_those_of_the_scorer(tmp_path: Path) -> None:
    reader = Reader()
    found = {item.id: msgspec.to_builtins(reader.read(item)) for item in documents([EXAMPLES / "ar.jsonl"])}
    figures, _, _ = evaluate_files(
        EXAMPLES / "ar.gold.jsonl", EXAMPLES / "ar.jsonl", refuse=lambda reject: None
    )
    scored = run_scorer(EXAMPLES / "ar.gold.jsonl", write_lines(tmp_path / "found.jsonl", found))
    assert as_scorer_prints(figures) == scored


def test_errors_are_told_in_full() -> None:
    errors = evaluate(told(GOLD), told(FOUND))[1]
    shown = {
        entry.document: ([e.kind for e in entry.missed], [e.kind for e in entry.invented]) for entry in errors
    }
    assert shown == {
        "a": ([], ["gathering"]),
        "b": (["meeting"], ["visit"]),
        "c": ([], ["visit"]),
        "e": (["call"], []),
    }


def test_confidence_is_set_beside_what_was_right() -> None:
    figures, _ = evaluate(told(GOLD), told(FOUND))
    assert figures.reliability == [
        Bin(above=0.4, events=2, mean_confidence=0.41, right=0.5),
        Bin(above=0.5, events=1, mean_confidence=0.55, right=0.0),
        Bin(above=0.7, events=1, mean_confidence=0.7, right=1.0),
        Bin(above=0.9, events=3, mean_confidence=0.95, right=0.667),
    ]
    assert reliability([]) == []


def test_nothing_to_score_is_none() -> None:
    figures, errors = evaluate({"a": []}, {})
    assert figures.kind == Score(p=0.0, r=0.0, f1=0.0, tp=0, pred=0, gold=0)
    assert (figures.stage, figures.city, figures.person_recall) == (None, None, None)
    assert errors == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024-09", "2024-09-30", True),
        ("2024-09", "2024-10-01", False),
        ("2024-09", "2024-10-01~", True),
        ("2024-09-01~", "2024-09-03~", False),
        ("2024-24", "2024-12-05", True),
        ("2024-24", "2025-01-05", False),
        ("2024-21", "2024-05-31", True),
        ("2024-09-01/2024-09-05", "2024-09-05/2024-09-09", True),
        (None, None, True),
        (None, "2024", False),
        ("2024", "", False),
    ],
)
def test_dates_meet(one: str | None, other: str | None, expected: bool) -> None:
    assert meet(one, other) is expected
    assert meet(other, one) is expected


def test_score_counts() -> None:
    assert score(2, 4, 3) == Score(p=0.5, r=0.667, f1=0.571, tp=2, pred=4, gold=3)


def test_documents_that_cannot_be_read_count_as_silent(tmp_path: Path) -> None:
    gold = write_lines(tmp_path / "gold.jsonl", {"a": GOLD["e"], "b": []})
    docs = tmp_path / "docs.jsonl"
    docs.write_text('{"id": "a", "text": 5}\n{"id": "b", "text": "Rabat"}\n', "utf-8")
    refused: list[object] = []
    figures, _, _ = evaluate_files(gold, docs, refuse=refused.append)
    assert len(refused) == 1
    assert figures.kind == Score(p=0.0, r=0.0, f1=0.0, tp=0, pred=0, gold=1)


def test_gold_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="expected a gold file"):
        load_gold(tmp_path / "nothing.jsonl")
