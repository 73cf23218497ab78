"""A register that grew document by document, with replacements, holds what consolidating all at once gives."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from mithaq.records import Document, Event
from mithaq.register import Register, Report, consolidate

DATES = (
    "2024-09-10",
    "2024-09-11~",
    "2024-09-10/2024-09-12",
    "2024-09",
    "2024",
    None,
    "2024-09-25",
    "2024-12-01",
)
PERSONS = ("", "حموشي", "عبد اللطيف حموشي", "Abdellatif Hammouchi", "محمد الدخيسي")
KINDS = ("visit", "meeting", "gathering", "agreement")
STAGES = ("held", "held", "planned", "cancelled")
PLACES = ("", "", "TUR", "TUR/Ankara", "MAR/Rabat")


def draw(chance: random.Random, make: Callable[..., Event]) -> Event:
    kind = chance.choice(KINDS)
    parties = [f"MAR:guest:{chance.choice(PERSONS)}", "TUR:host"]
    if chance.random() < 0.25:
        parties.append("ESP")
    return make(
        kind,
        *parties,
        when=chance.choice(DATES),
        stage=chance.choice(STAGES),
        where=chance.choice(PLACES),
        action="sign" if kind == "agreement" else None,
        instrument=chance.choice([None, "اتفاقية أمنية"]) if kind == "agreement" else None,
    )


@pytest.mark.parametrize("seed", range(40))
def test_grown_is_made_at_once(tmp_path: Path, event: Callable[..., Event], seed: int) -> None:
    chance = random.Random(seed)
    held: dict[str, tuple[Document, list[Event]]] = {}
    with Register.open(tmp_path / "r.mithaq") as register:
        for _ in range(chance.randint(4, 14)):
            name = chance.choice("abcdefghi")
            day = chance.choice(["2024-09-12", "2024-09-30", "2024-12-02", None])
            document = Document(id=name, text=f"{name} {chance.random()}", published=day)
            events = [draw(chance, event) for _ in range(chance.randint(0, 3))]
            register.add(document, events)
            held[name] = (document, events)
            if chance.random() < 0.5:
                register.refresh()
        found = register.engagements()
    reports = [
        Report(document=name, ordinal=ordinal, event=told, published=document.published)
        for name, (document, events) in held.items()
        for ordinal, told in enumerate(events)
    ]
    assert [msgspec.structs.replace(engagement, links=[]) for engagement in found] == consolidate(reports)


@pytest.mark.parametrize("seed", range(5))
def test_the_way_does_not_matter_to_links(
    new_register: Callable[[], str], event: Callable[..., Event], seed: int
) -> None:
    """The same documents in two orders, one by one and at once: equal engagements, ids and links."""
    chance = random.Random(seed)
    told = [
        (
            Document(id=name, text=f"text {name}", published="2024-09-20"),
            [draw(chance, event) for _ in range(3)],
        )
        for name in "abcdefgh"
    ]
    results = []
    for is_by_one in (False, True):
        chance.shuffle(told)
        with Register.open(new_register()) as register:
            for document, events in told:
                register.add(document, events)
                if is_by_one:
                    register.refresh()
            results.append(register.engagements())
    assert results[0] == results[1]
