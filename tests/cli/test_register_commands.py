"""`mithaq add`, `engagements` and `review`, as they are used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "ar.jsonl"
Run = Callable[..., Any]


@pytest.fixture(scope="module")
def register(mithaq: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("register") / "r.mithaq"
    done = mithaq("add", EXAMPLES, "--register", path)
    assert (done.code, done.err) == (0, "")
    assert "35 added, 0 unchanged, 0 replaced, 0 read anew, 0 refused" in done.out
    return path


def test_adding_again_changes_nothing(mithaq: Run, register: Path) -> None:
    before = mithaq("engagements", "--register", register, "--jsonl").out
    assert "0 added, 35 unchanged" in mithaq("add", EXAMPLES, "--register", register).out
    assert mithaq("engagements", "--register", register, "--jsonl").out == before


def test_engagements_for_machines(mithaq: Run, register: Path) -> None:
    done = mithaq("engagements", "--register", register, "--jsonl", "--party", "mar", "--year", "2024")
    told = [json.loads(line) for line in done.out.splitlines()]
    assert told
    wanted = {"kind", "stage", "parties", "when", "evidence", "id", "documents", "witnesses", "conflicts"}
    for engagement in told:
        assert wanted <= set(engagement)
        assert "MAR" in {party["country"] for party in engagement["parties"]}


def test_a_text_in_an_unknown_language_is_kept_and_told(mithaq: Run, tmp_path: Path) -> None:
    done = mithaq(
        "add",
        "-",
        "--register",
        tmp_path / "r.mithaq",
        stdin="Os dois ministros reuniram-se ontem em Lisboa.",
    )
    assert done.code == 0
    assert "stdin: not read: no word data for Portuguese" in done.err
    assert "1 added" in done.out
    assert "0 engagements" in done.out


def test_engagements_for_people(mithaq: Run, register: Path) -> None:
    done = mithaq("engagements", "--register", register, "--kind", "election")
    assert done.code == 0
    assert "    > انتخبت" in done.out
    assert done.out.splitlines()[-1].endswith(("engagement", "engagements"))


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (("--party", "ESP", "--kind", "call"), "no engagement is all of that"),
        (("--party", "Morocco"), "no engagements of MOROCCO. Most are of MAR, "),
        (("--year", "1950"), "no engagements of 1950. The register has "),
    ],
)
@pytest.mark.parametrize("form", [(), ("--jsonl",)])
def test_who_finds_nothing_is_told_what_there_is(
    mithaq: Run, register: Path, filters: tuple[str, ...], told: str, form: tuple[str, ...]
) -> None:
    done = mithaq("engagements", "--register", register, *filters, *form)
    assert (done.code, done.out) == (0, "" if form else "0 engagements\n")
    assert told in done.err


def test_filters_do_not_mind_case(mithaq: Run, register: Path) -> None:
    asked = ("engagements", "--register", register, "--jsonl")
    small = mithaq(*asked, "--party", "tur", "--kind", "Visit", "--stage", "HELD").out
    assert small
    assert small == mithaq(*asked, "--party", "TUR", "--kind", "visit", "--stage", "held").out


def test_an_empty_register_says_how_to_fill_it(mithaq: Run, tmp_path: Path) -> None:
    register = tmp_path / "r.mithaq"
    mithaq("add", "-", "--register", register, stdin="خبر عن الطقس")
    done = mithaq("engagements", "--register", register)
    assert "no engagements yet. Add texts: mithaq add" in done.err


def test_review(mithaq: Run, register: Path, tmp_path: Path) -> None:
    out = tmp_path / "review.html"
    arguments = (
        "review",
        "--register",
        register,
        "--year",
        "2024",
        "--home",
        "MAR",
        "--lang",
        "ar",
        "--out",
        out,
    )
    assert mithaq(*arguments).code == 0
    page = out.read_text("utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert 'dir="rtl"' in page
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["engagements", "--register", "{none}"], "there is no register"),
        (["engagements", "--register", "{register}", "--kind", "dinner"], "expected one of visit"),
        (["engagements", "--register", "{letter}"], "another kind of file"),
        (["add", "{letter}", "--register", "{none}/r.mithaq"], "there is no folder"),
        (["review", "--register", "{register}", "--year", "1950", "--home", "MAR", "--out", "{out}"], "no engagements of MAR in 1950"),
        (["review", "--register", "{register}", "--year", "2024", "--home", "XYZ", "--out", "{out}"], "found 'XYZ'"),
        (["review", "--register", "{register}", "--year", "2024", "--home", "MAR", "--lang", "zz", "--out", "{out}"], "--lang"),
        (["review", "--register", "{register}", "--year", "2024", "--home", "MAR", "--out", "{none}/x.html"], "cannot be written"),
        (["review", "--register", "{register}", "--year", "2024", "--home", "MAR", "--out", "{none}/x.pdf"], "cannot be written"),
        (["review", "--register", "{register}", "--home", "MAR", "--out", "{out}"], "or --from and --to, found none"),
        (["review", "--register", "{register}", "--year", "2024", "--from", "2024-01-01", "--home", "MAR", "--out", "{out}"], "found both"),
        (["review", "--register", "{register}", "--from", "2024-01-32", "--to", "2024-02-01", "--home", "MAR", "--out", "{out}"], "--from: expected a day"),
        (["review", "--register", "{register}", "--from", "2024-03-01", "--to", "2024-02-01", "--home", "MAR", "--out", "{out}"], "on or after"),
        (["review", "--register", "{register}", "--year", "2024", "--home", "MAR", "--out", "{out}.xyz"], "expected an ending"),
        (["review", "--register", "{register}", "--year", "2024", "--home", "MAR", "--format", "rtf", "--out", "{out}"], "--format"),
        (["review", "--register", "{register}", "--year", "2024", "--home", "MAR", "--topic", "sport", "--out", "{out}"], "--topic"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_told(
    mithaq: Run, register: Path, tmp_path: Path, arguments: list[str], told: str
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("نص لا حدث فيه", encoding="utf-8")
    out = tmp_path / "out.html"
    places = {"register": register, "none": tmp_path / "none", "letter": letter, "out": out}
    done = mithaq(*(argument.format(**places) for argument in arguments))
    assert done.code == 2
    assert told in done.err
    assert "Traceback" not in done.err
    assert not out.exists()


def test_a_bad_document_is_refused_and_the_others_kept(mithaq: Run, tmp_path: Path) -> None:
    lines = tmp_path / "docs.jsonl"
    lines.write_bytes(
        '{"id": "a", "text": "استقبل وزير الداخلية نظيره"}\n{"id": "b"}\nnot json\n{"id": "c", "text": "خبر"}\n'.encode()
    )
    register = tmp_path / "r.mithaq"
    done = mithaq("add", lines, "--register", register)
    assert done.code == 2
    assert "2 added, 0 unchanged, 0 replaced, 0 read anew, 2 refused" in done.out
    assert done.err.count(f"{lines}:") == 2
    assert mithaq("engagements", "--register", register).code == 0


def test_a_document_that_changed_replaces_the_old(mithaq: Run, tmp_path: Path) -> None:
    text, register = tmp_path / "a.txt", tmp_path / "r.mithaq"
    text.write_text("خبر", encoding="utf-8")
    assert "1 added" in mithaq("add", text, "--register", register).out
    text.write_text("خبر آخر", encoding="utf-8")
    done = mithaq("add", text, "--register", register)
    assert "1 replaced" in done.out
    assert "replaces the document" in done.err


def test_a_table_of_aliases_that_is_none_is_refused(mithaq: Run, register: Path, tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("form\tname\n", "utf-8")
    done = mithaq("engagements", "--register", register, "--aliases", table)
    assert done.code == 2
    assert "mine.tsv:1: expected the header form key note" in done.err


def test_a_table_of_aliases_is_taken(mithaq: Run, register: Path, tmp_path: Path) -> None:
    table = tmp_path / "mine.tsv"
    table.write_text("form\tkey\tnote\nThe Lion\tlion\t\n", "utf-8")
    before = mithaq("engagements", "--register", register, "--jsonl").out
    done = mithaq("engagements", "--register", register, "--aliases", table, "--jsonl")
    assert (done.code, done.out) == (0, before)
    assert mithaq("engagements", "--register", register, "--jsonl").out == before
