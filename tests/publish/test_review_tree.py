"""The review as a tree: every number counted anew, every sentence traced to words that stand in a document."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from mithaq.errors import UsageError
from mithaq.insight import Period, is_of_security
from mithaq.publish import compose, languages, tree
from mithaq.publish.tree import Review
from mithaq.records import Document, Event, Party, Span
from mithaq.register import Engagement, Register

YEAR = Period.of_year(2024)


@pytest.fixture(scope="module", params=languages())
def told(read: Register, request: pytest.FixtureRequest) -> Review:
    return compose(read, period=YEAR, home="MAR", lang=request.param)


def blocks(review: Review, section: str) -> list[tree.Block]:
    return next(each.blocks for each in review.sections if each.id == section)


def held(read: Register) -> list[Engagement]:
    """The engagements of the year, chosen without any code of the review."""
    found = []
    for engagement in read.engagements():
        days = [d.published for d in read.documents() if d.id in engagement.documents and d.published]
        year = (engagement.when or min(days))[:4]
        if year == "2024" and engagement.stage == "held" and is_of_security(engagement):
            found.append(engagement)
    return [e for e in found if any(party.country == "MAR" for party in e.parties)]


def test_every_sentence_rests_on_words_of_a_document(told: Review, read: Register) -> None:
    documents = {document.id: document.full_text for document in read.documents()}
    ids = {item.id for item in told.items()}
    assert len(ids) == len(told.items()) > 20
    for item in told.items():
        assert item.sources
        for source in item.sources:
            assert source.quotes
            for quote in source.quotes:
                words = documents[source.document][quote.start : quote.end]
                assert words.strip()
                assert " ".join(words.split())[:40] in quote.text
    for text in told.lead:
        assert text.of
        assert set(text.of) <= ids
    for section in told.sections:
        for block in section.blocks:
            if isinstance(block, tree.Lines):
                pointed = [
                    part.id for line in block.lines for part in line.parts if not isinstance(part, str)
                ]
                assert pointed
                assert set(pointed) <= ids


def test_every_number_counts_what_it_names(told: Review) -> None:
    for section in told.sections:
        for block in section.blocks:
            match block:
                case tree.Cards():
                    assert all(card.number == len(set(card.of)) for card in block.cards)
                case tree.Table():
                    for row in block.rows:
                        for cell in row[1:]:
                            assert cell.number is None or cell.number == len(set(cell.of))
                            assert cell.number is None or cell.text in (str(cell.number), "–")


def test_every_number_is_counted_anew(told: Review, read: Register) -> None:
    known = held(read)
    kinds = Counter(engagement.kind for engagement in known)
    cards = {tuple(card.of): card.number for card in blocks(told, "figures")[0].cards}  # type: ignore[union-attr]
    numbers = list(cards.values())
    guests = sum(
        e.kind == "visit" and any(p.country == "MAR" and p.role == "guest" for p in e.parties) for e in known
    )
    hosts = sum(
        e.kind == "visit" and any(p.country == "MAR" and p.role == "host" for p in e.parties) for e in known
    )
    assert numbers[:4] == [kinds["meeting"], guests, hosts, kinds["gathering"]]
    assert numbers[5] == kinds["operation"]
    (chart,) = (block for block in blocks(told, "timeline") if isinstance(block, tree.Timeline))
    months = Counter(e.when[5:7] for e in known if e.when and re.fullmatch(r"\d{4}-(0\d|1[0-2]).*", e.when))
    drawn = [sum(map(len, each.of.values())) for each in chart.bins]
    assert drawn == [months[f"{month:02}"] for month in range(1, 13)]
    assert re.search(rf"\b{len(known)}\b", told.lead[0].text)
    (table,) = (block for block in blocks(told, "threats") if isinstance(block, tree.Table))
    assert table.shades
    topics = Counter(topic for e in known for topic in e.topics if topic != "general")
    assert sorted(row[1].number or 0 for row in table.rows) == sorted(topics.values())
    partners = next(block for block in blocks(told, "partners") if isinstance(block, tree.Table))
    others = Counter(
        code
        for e in known
        if e.kind not in ("gathering", "mandate", "election")
        for code in {party.code for party in e.parties} - {"MAR"}
    )
    assert [row[-1].number for row in partners.rows] == [n for _, n in others.most_common()]
    assert all(sum(cell.number or 0 for cell in row[1:-1]) == row[-1].number for row in partners.rows)


def test_no_sentence_has_letters_of_another_script(told: Review) -> None:
    if told.lang.startswith("ar"):
        found = [item.sentence for item in told.items() if re.search(r"[A-Za-z]{3}", item.sentence)]
        assert len(found) <= 2  # of persons whose names no text and no table has in Arabic
        return
    assert not [item.sentence for item in told.items() if re.search("[\u0600-\u06ff]", item.sentence)]


def test_without_a_language_that_of_most_documents_is_taken(read: Register) -> None:
    assert compose(read, period=YEAR, home="MAR").lang == "ar-MA"
    assert compose(read, period=YEAR, home="INTERPOL").lang.startswith("ar")


def test_all_topics_take_in_more(read: Register) -> None:
    security = {item.id for item in compose(read, period=YEAR, home="MAR").items()}
    everything = {item.id for item in compose(read, period=YEAR, home="MAR", topic="all").items()}
    assert security < everything


def test_a_period_of_months(read: Register) -> None:
    half = Period(YEAR.first, YEAR.first.replace(month=6, day=30))
    review = compose(read, period=half, home="MAR", lang="en")
    assert review.title == "Security diplomacy from 1 January to 30 June 2024"
    (chart,) = (block for block in blocks(review, "timeline") if isinstance(block, tree.Timeline))
    assert [each.label for each in chart.bins] == [
        "January 2024", "February 2024", "March 2024", "April 2024", "May 2024", "June 2024",
    ]  # fmt: skip
    assert any(section.id == "ahead" for section in review.sections) is False


def test_a_long_period_is_counted_by_years(read: Register) -> None:
    long = Period(YEAR.first.replace(year=2020), YEAR.last)
    review = compose(read, period=long, home="MAR", lang="fr")
    (chart,) = (block for block in blocks(review, "timeline") if isinstance(block, tree.Timeline))
    assert [each.label for each in chart.bins] == ["2020", "2021", "2022", "2023", "2024"]


def test_a_body_has_its_review(read: Register) -> None:
    review = compose(read, period=YEAR, home="interpol", lang="es")
    assert review.home == "INTERPOL"
    assert review.items()


def test_an_agency_has_its_review(read: Register) -> None:
    review = compose(read, period=YEAR, home="المعهد الملكي للشرطة", lang="en")
    assert review.home == "Royal Police Institute (Morocco)"
    assert "only engagements that name the agency" in blocks(review, "method")[-1].text  # type: ignore[union-attr]
    assert len(review.items()) == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"home": "XYZ"}, "found 'XYZ'"),
        ({"home": "no such agency"}, "found 'no such agency'"),
        ({"period": Period.of_year(1999)}, "no engagements of MAR in 1999; it has 2021, 2024, 2025"),
        ({"lang": "tlh"}, "found 'tlh'"),
        ({"topic": "sport"}, "found 'sport'"),
    ],
)
def test_what_there_is_not_is_told(read: Register, options: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        compose(read, **{"period": YEAR, "home": "MAR", **options})  # type: ignore[arg-type]


def test_a_year_of_general_diplomacy_says_how_to_see_it(tmp_path: Path) -> None:
    event = Event(
        kind="visit",
        stage="held",
        parties=[Party(country="MAR", role="guest"), Party(country="TUR", role="host")],
        when="2024-09",
        topics=["general"],
        evidence=[Span(0, 1, "x")],
        confidence=0.9,
        rules=[],
    )
    with Register.open(tmp_path / "r.mithaq") as register:
        register.add(Document(id="a", text="x", lang="en"), [event])
        with pytest.raises(UsageError, match="--topic all takes the others"):
            compose(register, period=YEAR, home="MAR")
        review = compose(register, period=YEAR, home="MAR", topic="all")
    assert review.lang == "en-001"
    assert (
        review.lead[0].text == "In what was published on Morocco, the register counts one engagement in 2024."
    )
