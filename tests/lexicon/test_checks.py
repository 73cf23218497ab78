"""All shipped word data hold to their form, and data that do not are refused with file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mithaq.errors import LexiconError
from mithaq.lexicon import check, check_or_raise, compile_pack
from mithaq.lexicon.pack import data_folder


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("data")
    for name in ("languages", "gazetteer"):
        shutil.copytree(data_folder() / name, root / name)
    return root


def test_shipped_data_hold_to_their_form() -> None:
    assert [str(fault) for fault in check()] == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("لقاء\tno.such.class\t-\t\t", "a class of languages/classes.toml"),
        ("بلاد\tcountry\tQQQ\t\t", "an id of gazetteer/countries.tsv"),
        ("لقاءٌ\tmeet.noun\t-\t\t", "a form without marks"),
        ("لقاء", "5 columns"),
    ],
)
def test_a_bad_row_is_told_with_file_and_line(shipped: Path, line: str, expected: str) -> None:
    path = shipped / "languages" / "ar" / "zz.tsv"
    path.write_text("form\tclass\tvalue\tregion\tnote\n" + line + "\n", "utf-8")
    try:
        faults = [str(fault) for fault in check(shipped)]
        assert len(faults) == 1
        assert faults[0].startswith(f"{path}:2: expected ")
        assert expected in faults[0]
    finally:
        path.unlink()


def test_a_bad_pattern_is_told_with_its_rule(shipped: Path) -> None:
    path = shipped / "languages" / "ar" / "dates.toml"
    good = path.read_text("utf-8")
    path.write_text(good + '\n[[rule]]\nid = "ar.date.bad"\nmake = "day"\npattern = "<nothing>"\n', "utf-8")
    try:
        with pytest.raises(LexiconError, match=r"ar\.date\.bad.*'nothing'"):
            check_or_raise(shipped)
    finally:
        path.write_text(good, "utf-8")


@pytest.mark.parametrize(
    ("line", "says"),
    [('xx = "في"', "'في' in xx and ar"), ('xx = "the the"', "in xx and xx"), ("xx =", "TOML")],
)
def test_common_words_of_two_languages_are_told(shipped: Path, line: str, says: str) -> None:
    path = shipped / "languages" / "languages.toml"
    good = path.read_text("utf-8")
    path.write_text(good.replace("[words]", f"[words]\n{line}"), "utf-8")
    try:
        faults = [str(fault) for fault in check(shipped)]
        assert any(fault.startswith(f"{path}:1: expected ") and says in fault for fault in faults)
    finally:
        path.write_text(good, "utf-8")


def test_faulty_tables_are_not_compiled(shipped: Path) -> None:
    path = shipped / "languages" / "ar" / "zz.tsv"
    path.write_text("form\tclass\tvalue\tregion\tnote\nx\ty\n", "utf-8")
    try:
        with pytest.raises(LexiconError, match="5 columns"):
            compile_pack(shipped, "ar")
    finally:
        path.unlink()
