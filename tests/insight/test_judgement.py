"""What reviewers decided, as the precision of the reader."""

from __future__ import annotations

from collections.abc import Iterator
from math import comb

import pytest

from mithaq.insight.judgement import judge_reader, wilson
from mithaq.records import Document, Event, Party, Span
from mithaq.register import Filters, Register
from mithaq.register.by_hand import make_event

MINE = {"by": "Layla", "reason": "looked at the page", "at": "2024-12-01T10:00:00+00:00"}
DAYS = ("01-05", "02-05", "03-05", "04-05", "05-05")


def tell(kind: str, day: str, lang: str) -> Event:
    return Event(
        kind=kind, stage="held", parties=[Party(country="MAR", role="participant"), Party(country="ESP", role="participant")],
        when=f"2024-{day}", topics=["general"], evidence=[Span(0, 4, "told")], confidence=0.8, rules=[f"{lang}.test"],
    )  # fmt: skip


@pytest.fixture
def register(where: str) -> Iterator[Register]:
    """Five meetings, told in Arabic; the first in French too; and a call in French."""
    with Register.open(where) as opened:
        for day in DAYS:
            opened.add(Document(id=f"ar {day}", text=f"told {day}"), [tell("meeting", day, "ar")])
        opened.add(Document(id="fr", text="told in French"), [tell("meeting", DAYS[0], "fr")])
        opened.add(Document(id="fr call", text="told of a call"), [tell("call", "06-05", "fr")])
        yield opened


@pytest.fixture
def ids(register: Register) -> list[str]:
    return [engagement.id for engagement in register.engagements()]


def test_precision_is_what_reviewers_found(register: Register, ids: list[str]) -> None:
    register.decide("accept", ids[0], **MINE)
    register.decide("correct", ids[1], field="when", value="2024-02-06", **MINE)
    register.decide("correct", ids[1], field="where", value="ESP, Madrid", **MINE)
    register.decide("accept", ids[1], **MINE)
    register.decide("correct", ids[2], field="kind", value="call", **MINE)
    register.decide("reject", ids[3], **MINE)
    found = judge_reader(register)
    every = found.every
    assert (every.accepted, every.corrected, every.rejected) == (1, 2, 1)
    assert (every.found.right, every.whole.right, every.found.judged) == (2, 1, 4)
    assert every.found.share == 0.5
    assert list(found.by_kind) == ["meeting"]
    assert found.by_kind["meeting"] == every
    assert {lang: judged.found.judged for lang, judged in found.by_lang.items()} == {"ar": 4, "fr": 1}
    assert found.by_kind_and_lang["meeting"]["fr"].found.right == 1
    assert found.fields == {"kind": 1, "when": 1, "where": 1}


def test_what_is_withdrawn_or_added_by_hand_does_not_count(register: Register, ids: list[str]) -> None:
    decision = register.decide("reject", ids[5], **MINE)
    assert judge_reader(register).by_kind["call"].found.share == 0.0
    register.withdraw(decision.id, **MINE)
    added = register.add_by_hand(
        make_event(kind="visit", parties=["MAR:guest", "FRA:host"], when="2025"), **MINE
    )
    register.decide("accept", register.added_by(added.id), **MINE)
    assert register.find(Filters(status="accepted")) != []
    assert judge_reader(register).every.found.judged == 0
    assert judge_reader(register).every.found.share is None


@pytest.mark.parametrize(
    ("right", "judged", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (90, 100, 0.8256, 0.9448), (1, 1, 0.2065, 1.0)],
)  # fmt: skip
def test_bounds_are_those_of_wilson(right: int, judged: int, low: float, high: float) -> None:
    assert wilson(right, judged) == pytest.approx((low, high), abs=0.00006)


def test_bounds_hold_what_they_say() -> None:
    """Of all outcomes of 30 drawn from a share, those whose bounds hold it come at least nine times in ten."""

    for share in (0.1, 0.5, 0.8, 0.95):
        held = sum(
            comb(30, right) * share**right * (1 - share) ** (30 - right)
            for right in range(31)
            if wilson(right, 30)[0] <= share <= wilson(right, 30)[1]
        )
        assert held > 0.9
