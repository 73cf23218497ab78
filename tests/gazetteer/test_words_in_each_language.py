"""Every language has words for every month, weekday, number to 200, kind, stage, topic and purpose, and for every class that
its rules name."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from mithaq.lexicon.grammar import BUILT, SIGNS
from mithaq.lexicon.tables import Row, read_table
from mithaq.ontology import KINDS, PURPOSES, TOPICS

LANGUAGES = Path(__file__).parents[2] / "src" / "mithaq" / "languages"
PACKS = sorted(path.parent for path in LANGUAGES.glob("*/frames.toml"))
ARTICLES = {("fr", 1)}  # "un": the article, which a number would hide
STAGES = {"planned": ("plan",), "cancelled": ("cancel",), "denied": ("neg", "deny")}


def rows_of(pack: Path) -> list[Row]:
    return [row for path in sorted(pack.glob("*.tsv")) for row in read_table(path)[0]]


@pytest.fixture(params=PACKS, ids=lambda pack: pack.name, scope="module")
def pack(request: pytest.FixtureRequest) -> tuple[str, list[Row], list[dict[str, str]]]:
    """A language, its rows and its frames."""
    folder: Path = request.param
    return folder.name, rows_of(folder), tomllib.loads((folder / "frames.toml").read_text("utf-8"))["frame"]


Pack = tuple[str, list[Row], list[dict[str, str]]]


def values(rows: list[Row], cls: str) -> set[str]:
    return {row.value for row in rows if row.cls == cls}


def test_months_and_weekdays(pack: Pack) -> None:
    _, rows, _ = pack
    assert {f"{month:02}" for month in range(1, 13)} <= values(rows, "month") | values(rows, "month.homonym")
    assert set(map(str, range(7))) <= values(rows, "weekday")


def test_numbers_to_two_hundred(pack: Pack) -> None:
    lang, rows, _ = pack
    asked = {str(number) for number in range(201) if (lang, number) not in ARTICLES}
    assert asked - values(rows, "number") == set()


def test_topics_and_purposes(pack: Pack) -> None:
    _, rows, _ = pack
    assert set(TOPICS) - {"general"} - values(rows, "topic") == set()
    assert set(PURPOSES) - values(rows, "purpose") == set()


def test_kinds_have_frames_and_stages_words(pack: Pack) -> None:
    _, rows, frames = pack
    assert set(KINDS) - {frame["kind"] for frame in frames} == set()
    classes = {row.cls for row in rows}
    for stage, names in STAGES.items():
        assert classes.intersection(names), stage


def test_triggers_have_words(pack: Pack) -> None:
    """A frame whose trigger is of classes without a word never matches."""
    _, rows, frames = pack
    classes = {row.cls for row in rows} | SIGNS.keys() | BUILT.keys()
    without = []
    for frame in frames:
        found = re.search(r"\{t:\s*<([^<>]+)>", frame["pattern"])
        assert found, frame["id"]
        names = found[1].split("|")
        if not any(
            any(cls.startswith(name[:-1]) for cls in classes) if name.endswith("*") else name in classes
            for name in names
        ):
            without.append(frame["id"])
    assert without == []
