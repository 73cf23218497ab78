"""The pictures of a review: what they show is what their table says, on the wide page and the narrow one."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from mithaq.errors import UsageError
from mithaq.insight import Period
from mithaq.publish import compose, languages, render, tree
from mithaq.publish.pictures import Picture, draw
from mithaq.publish.pictures.shapes import shorten, wrap
from mithaq.register import Register

HALF = Period(Period.of_year(2024).first.replace(month=7), Period.of_year(2024).last)


@pytest.fixture(scope="module", params=languages())
def told(read: Register, request: pytest.FixtureRequest) -> tree.Review:
    return compose(read, period=HALF, home="MAR", lang=request.param, topic="all")


def pictured(told: tree.Review) -> dict[str, tree.Pictured]:
    return {
        type(block).__name__: block
        for section in told.sections
        for block in section.blocks
        if isinstance(block, tree.Pictured)
    }


def test_all_are_there(told: tree.Review) -> None:
    assert set(pictured(told)) == {"Timeline", "Comparison", "Map", "Network"}


@pytest.mark.parametrize("is_narrow", [False, True])
def test_nothing_stands_outside(told: tree.Review, is_narrow: bool) -> None:
    for block in pictured(told).values():
        picture = draw(block, from_right=told.direction == "rtl", is_narrow=is_narrow)
        for label in picture.labels:
            assert 0 <= label.x <= picture.width
            assert 0 < label.y <= picture.height + 2
        for x, y in re.findall(r"[ML](-?[\d.]+),(-?[\d.]+)", " ".join(s.path for s in picture.shapes)):
            assert -1 <= float(x) <= picture.width + 1
            assert -1 <= float(y) <= picture.height + 1


def test_titles_add_up_to_the_table(told: tree.Review) -> None:
    for name in ("Timeline", "Comparison"):
        block = pictured(told)[name]
        picture = draw(block, from_right=False)
        drawn = sum(int(shape.title.rsplit(": ", 1)[1]) for shape in picture.shapes if shape.title)
        rows = block.numbers.rows if name == "Timeline" else block.numbers.rows[:-1]
        cells = [cell.number or 0 for row in rows for cell in (row[1:-1] if name == "Timeline" else row[1:])]
        assert drawn == sum(cells) > 0


def test_a_page_from_the_right_is_mirrored(told: tree.Review) -> None:
    network = pictured(told)["Network"]

    def homes(picture: Picture) -> float:
        return next(
            float(re.match(r"M([\d.]+)", shape.path)[1])  # type: ignore[index]
            for shape in picture.shapes
            if shape.role == "node home"
        )

    assert homes(draw(network, from_right=False)) < 380 < homes(draw(network, from_right=True))


def test_the_page_says_whose_borders_it_draws(read: Register) -> None:
    for worldview, expected in ((None, "no claim is made"), ("MAR", "the official maps of Morocco")):
        review = compose(read, period=HALF, home="MAR", lang="en", worldview=worldview)
        partners = next(section for section in review.sections if section.id == "partners")
        assert any(expected in block.text for block in partners.blocks if isinstance(block, tree.Text))
    with pytest.raises(UsageError, match="--worldview: expected one of CHN"):
        compose(read, period=HALF, home="MAR", worldview="XXX")


def test_the_basis_is_said_and_kept(read: Register) -> None:
    from mithaq.insight.measures import Basis

    year = Period.of_year(2024)
    every = {item.id for item in compose(read, period=year, home="MAR", lang="en").items()}
    review = compose(read, period=year, home="MAR", lang="en", basis=Basis.ATTESTED)
    kept = {item.id for item in review.items()}
    assert kept < every
    attested = {e.id for e in read.engagements() if e.witnesses > 1}
    assert kept == every & attested
    method = next(section for section in review.sections if section.id == "method")
    assert any("two or more independent texts" in b.text for b in method.blocks if isinstance(b, tree.Text))
    with pytest.raises(UsageError, match="--basis all takes the others"):
        compose(read, period=year, home="MAR", lang="en", basis=Basis.ACCEPTED)


def test_word_has_pictures_with_their_words(told: tree.Review) -> None:
    with zipfile.ZipFile(io.BytesIO(render(told, "docx"))) as archive:
        images = [name for name in archive.namelist() if name.endswith(".png")]
        words = archive.read("word/document.xml").decode("utf-8")
    assert len(images) == 4
    assert len(re.findall(r'descr="[^"]{40,}"', words)) == 4


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [("short", 9, "short"), ("one two three", 9, "one two…"), ("abcdefghijkl", 6, "abcde…")],
)
def test_a_long_label_is_cut_between_words(text: str, most: int, expected: str) -> None:
    assert shorten(text, most) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("police", ["police"]),
        ("interior ministry", ["interior", "ministry"]),
        ("directorate of territorial surveillance", ["directorate", "of territo…"]),
        ("gendarmerie-royale", ["gendarmeri…"]),
    ],
)
def test_a_label_on_two_lines(text: str, expected: list[str]) -> None:
    assert wrap(text, 11) == expected
