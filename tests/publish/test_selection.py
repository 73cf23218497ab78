"""A review of thousands tells the best attested one by one, counts all, and says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from mithaq.insight import Period
from mithaq.publish import compose, languages, render, tree
from mithaq.publish.selection import A_MONTH, A_SECTION, MOST
from mithaq.records import Document, Event, Party, Place, Span
from mithaq.register import Register

COUNTRIES = (
    "ESP", "FRA", "TUR", "SAU", "SEN", "BEL", "ITA", "QAT", "DEU", "GBR", "USA", "MLI", "NGA", "EGY", "TUN", "JOR", "ARE",
    "OMN", "KWT", "BHR", "PRT", "NLD", "POL", "JPN",
)  # fmt: skip


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """A register of more engagements than are told, one a document, and one that two independent texts tell."""
    path: Path = tmp_path_factory.mktemp("long") / "long.mithaq"
    with Register.open(path) as register:
        for number in range(MOST + 60):
            when = (dt.date(2024, 1, 1) + dt.timedelta(days=8 * (number // 24))).isoformat()
            kind = "agreement" if number % 10 == 0 else "meeting"
            event = Event(
                kind=kind,
                stage="held",
                action="sign" if kind == "agreement" else None,
                parties=[
                    Party(country="MAR", role="participant"),
                    Party(country=COUNTRIES[number % 24], role="participant"),
                ],
                when=when,
                where=Place(country="MAR"),
                topics=["policing"],
                instrument=f"treaty number {number}" if kind == "agreement" else None,
                evidence=[Span(0, 4, "Talk")],
                confidence=0.9,
                rules=[],
            )
            text = f"Talks number {number} of {when} were held with {event.parties[1].country}."
            register.add(
                Document(id=f"d{number:04}", text=text, lang="en", published=when, source="s"), [event]
            )
            if number == 777:
                again = (
                    "Quite another account, in words of its own, by a paper that was there on the day itself."
                )
                register.add(Document(id="other", text=again, lang="en", published=when, source="o"), [event])
        yield register


@pytest.fixture(scope="module")
def told(long: Register) -> tree.Review:
    return compose(long, period=Period.of_year(2024), home="MAR", lang="en")


def section(told: tree.Review, name: str) -> tree.Section:
    return next(each for each in told.sections if each.id == name)


def test_figures_count_all(told: tree.Review, long: Register) -> None:
    known = long.engagements()
    assert len(known) > MOST
    cards = section(told, "figures").blocks[0]
    assert isinstance(cards, tree.Cards)
    assert cards.cards[0].number == sum(e.kind == "meeting" for e in known)


def test_each_month_tells_its_best_attested(told: tree.Review, long: Register) -> None:
    blocks = [block for block in section(told, "encounters").blocks if isinstance(block, tree.Items)]
    assert [len(block.items) for block in blocks] == [A_MONTH] * len(blocks)
    twice = [e.id for e in long.engagements() if e.witnesses > 1]
    assert len(twice) == 1
    assert twice[0] in {item.id for block in blocks for item in block.items}
    assert blocks[0].more
    assert blocks[0].more.startswith(f"{A_MONTH} of ")
    (agreements,) = (block for block in section(told, "agreements").blocks if isinstance(block, tree.Items))
    assert len(agreements.items) == A_SECTION


def test_references_lead_to_what_is_told(told: tree.Review) -> None:
    ids = {item.id for item in told.items()}
    for each in told.sections:
        for block in each.blocks:
            if isinstance(block, tree.Lines):
                for line in block.lines:
                    assert all(isinstance(part, str) or part.id in ids for part in line.parts)
    sources = [block for block in section(told, "sources").blocks if isinstance(block, tree.Sources)]
    named = {source.document for item in told.items() for source in item.sources}
    assert {source.document for source in sources[0].sources} == named


@pytest.mark.parametrize("lang", languages())
def test_the_page_says_what_it_leaves_out(long: Register, lang: str) -> None:
    review = compose(long, period=Period.of_year(2024), home="MAR", lang=lang)
    text = section(review, "method").blocks[-1]
    assert isinstance(text, tree.Text)
    assert "mithaq export --format csv" in text.text
    assert render(review, "pdf").startswith(b"%PDF")
