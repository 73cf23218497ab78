"""The profile of a partner as a page: one sheet, every line traced, the same in four languages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from mithaq.cli import run
from mithaq.errors import UsageError
from mithaq.insight.measures import Basis
from mithaq.publish import compose_profile, languages, render, tree
from mithaq.records import Document, Event, Party, Span
from mithaq.register import Register


@pytest.fixture(scope="module", params=languages())
def told(read: Register, request: pytest.FixtureRequest) -> tree.Review:
    return compose_profile(read, home="MAR", partner="ESP", lang=request.param)


def section(told: tree.Review, name: str) -> tree.Section | None:
    return next((each for each in told.sections if each.id == name), None)


def test_every_line_rests_on_words_of_a_document(told: tree.Review, read: Register) -> None:
    known = {e.id: e for e in read.engagements(party="ESP")}
    assert told.items()
    for item in told.items():
        for source in item.sources:
            document = read.document(source.document)
            assert document
            assert all(document.full_text[q.start : q.end].strip() for q in source.quotes)
            assert source.quotes
    for text in told.lead:
        assert text.of
        assert set(text.of) <= known.keys()
    for each in told.sections:
        for block in each.blocks:
            if isinstance(block, tree.Table):
                for row in block.rows:
                    assert set().union(*(cell.of for cell in row)) <= known.keys()
                    assert any(cell.of for cell in row)


def test_the_figures_count_what_both_did(told: tree.Review, read: Register) -> None:
    both = [
        e
        for e in read.engagements(party="ESP")
        if e.stage == "held" and any(party.country == "MAR" for party in e.parties)
    ]
    figures = section(told, "figures")
    assert figures
    assert isinstance(figures.blocks[0], tree.Cards)
    assert figures.blocks[0].cards[0].number == sum(e.kind == "meeting" for e in both)
    timeline = section(told, "timeline")
    assert timeline
    chart = timeline.blocks[0]
    assert isinstance(chart, tree.Timeline)
    dated = [e for e in both if e.when and re.match(r"\d{4}-(0\d|1[0-2])", e.when)]
    assert sum(len(ids) for each in chart.bins for ids in each.of.values()) == len(dated)


def test_conflicts_point_to_what_is_told(told: tree.Review) -> None:
    ids = {item.id for item in told.items()}
    for each in told.sections:
        for block in each.blocks:
            if isinstance(block, tree.Lines):
                parts = [part for line in block.lines for part in line.parts]
                assert all(isinstance(part, str) or part.id in ids for part in parts)


@pytest.mark.parametrize("partner", ["ESP", "BEL", "INTERPOL"])
def test_a_profile_is_one_sheet(read: Register, partner: str) -> None:
    for lang in languages():
        page = compose_profile(read, home="MAR", partner=partner, lang=lang)
        assert len(pypdfium2.PdfDocument(render(page, "pdf"))) == 1


def test_a_long_history_is_one_sheet(tmp_path: Path) -> None:
    with Register.open(tmp_path / "r.mithaq") as register:
        for number in range(60):
            kind = ("meeting", "agreement", "visit")[number % 3]
            year, month = 2010 + number // 4, number % 12 + 1
            event = Event(
                kind=kind,
                stage="planned" if number > 55 else "held",
                action="sign" if kind == "agreement" else None,
                parties=[
                    Party(
                        country="MAR",
                        role="guest",
                        person=f"Karim {['Alami', 'Bennis', 'Tazi', 'Fassi'][number % 4]}",
                    ),
                    Party(
                        country="ESP",
                        role="host",
                        person=f"Pedro {['Ruiz', 'Mora', 'Vidal', 'Soto'][number % 4]}",
                    ),
                ],
                when=f"{year}-{month:02}",
                topics=["terrorism", "drugs", "policing"],
                instrument="memorandum of understanding" if kind == "agreement" else None,
                evidence=[Span(0, 4, "Talk")],
                confidence=0.9,
                rules=[],
            )
            text = f"Talks number {number} were held in {event.when}."
            document = Document(id=f"d{number}", text=text, lang="en", published="2024-01-02", source="s")
            register.add(document, [event])
        page = compose_profile(register, home="MAR", partner="ESP", lang="en")
        history = section(page, "history")
        assert history
        assert isinstance(history.blocks[0], tree.Items)
        assert history.blocks[0].more
        chart = section(page, "timeline")
        assert chart
        assert isinstance(chart.blocks[-1], tree.Timeline)
        assert [each.label for each in chart.blocks[-1].bins][:2] == ["2010", "2011"]
        assert len(pypdfium2.PdfDocument(render(page, "pdf"))) == 1
        for form in ("html", "docx", "markdown"):
            assert render(page, form)


def test_the_basis(read: Register) -> None:
    every = compose_profile(read, home="MAR", partner="ESP", lang="en")
    attested = compose_profile(read, home="MAR", partner="ESP", lang="en", basis=Basis.ATTESTED)
    assert {item.id for item in attested.items()} < {item.id for item in every.items()}
    with pytest.raises(UsageError, match="--basis all takes the others"):
        compose_profile(read, home="MAR", partner="ESP", basis=Basis.ACCEPTED)
    with pytest.raises(UsageError, match="no engagement of MAR and NZL"):
        compose_profile(read, home="MAR", partner="NZL")


@pytest.fixture
def partner(read: Register) -> Callable[..., int]:
    def ask(*options: str) -> int:
        return run(["partner", "ESP", "--home", "MAR", "--register", read.where, *options])

    return ask


def test_the_command(partner: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "spain.json"
    assert partner("--out", str(out), "--lang", "fr") == 0
    assert json.loads(out.read_text("utf-8"))["title"] == "Espagne"
    capsys.readouterr()
    for options, message in (
        (("--lang", "fr"), "expected --out FILE beside it"),
        (("--out", "x.pdf", "--json"), "--out FILE.json"),
        (("--out", str(tmp_path / "none" / "x.pdf")), "cannot be written"),
        (("--out", str(tmp_path / "x.odt")), "expected an ending"),
        (("--basis", "sure"), "--basis: expected one of all, attested, accepted"),
        (("--basis", "accepted"), "on that basis"),
    ):
        assert partner(*options) == 2
        assert message in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["spain.json"]


def test_what_expires_is_told(tmp_path: Path) -> None:
    def event(when: str, **more: str) -> Event:
        return Event(
            kind="agreement",
            stage="held",
            action="sign",
            parties=[Party(country="MAR", role="signatory"), Party(country="ESP", role="signatory")],
            when=when,
            topics=["policing"],
            evidence=[Span(0, 4, "Talk")],
            confidence=0.9,
            rules=[],
            **more,  # type: ignore[arg-type]
        )

    with Register.open(tmp_path / "r.mithaq") as register:
        register.add(Document(id="a", text="Talks were held.", lang="en"), [event("2024-03-04", term="P3Y")])
        page = compose_profile(register, home="MAR", partner="ESP", lang="en")
    signed = section(page, "agreements")
    assert signed
    table = signed.blocks[0]
    assert isinstance(table, tree.Table)
    assert table.columns == ["Agreement", "State", "Since", "Expires"]
    assert [cell.text for cell in table.rows[0]][1:] == ["signed", "On 4 March 2024", "On 4 March 2027"]
