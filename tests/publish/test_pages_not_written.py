"""What cannot be written is told in one line, and no half of a page is left behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mithaq.cli import run
from mithaq.errors import MithaqError
from mithaq.publish import render
from mithaq.publish.formats import pdf
from mithaq.publish.tree import Review
from mithaq.register import Register


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--year", "1999"), "no engagements of MAR in 1999"),
        (("--home", "XQZ"), "found 'XQZ'"),
        (("--worldview", "FRA"), "--worldview: expected one of CHN"),
        (("--basis", "certain"), "--basis: expected one of all, attested, accepted, found 'certain'"),
        (("--basis", "accepted"), "--basis all takes the others"),
        (("--lang", "de"), "--lang: expected one of ar, en, es, fr, found 'de'"),
    ],
)
def test_a_question_without_an_answer(
    register: Register,
    options: tuple[str, ...],
    message: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = {"--year": "2024", "--home": "MAR", "--topic": "all", "--lang": "ar", options[0]: options[1]}
    flat = [word for pair in asked.items() for word in pair]
    assert run(["review", "--register", register.where, "--out", str(tmp_path / "r.pdf"), *flat]) == 2
    assert message in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["r.html", "r.pdf", "r.docx", "r.md", "r.json"])
def test_a_path_that_cannot_be_written(
    register: Register, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).mkdir()
    options = ["--register", register.where, "--home", "MAR", "--year", "2024", "--topic", "all"]
    assert run(["review", *options, "--out", str(tmp_path / name)]) == 2
    assert f"{tmp_path / name}: cannot be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert not list((tmp_path / name).iterdir())


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_missing_typeface(
    review: Review, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = tmp_path / "fonts"
    shutil.copytree(pdf.FONTS, fonts)
    (fonts / "amiri-700.ttf").unlink()
    monkeypatch.setattr(pdf, "FONTS", fonts)
    with pytest.raises(MithaqError, match=r"expected the typeface amiri-700\.ttf, found none\. Install"):
        render(review, form)
    assert render(review, "html") and render(review, "markdown")
