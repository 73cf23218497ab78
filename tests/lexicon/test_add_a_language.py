"""docs/add-a-language.md, followed to the letter: the files that it shows make a pack that reads the sentence that it shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mithaq.lexicon import check, compile_pack
from mithaq.lexicon.pack import data_folder
from mithaq.reading.cascade import Cascade
from mithaq.records import Document

PAGE = (Path(__file__).parents[2] / "docs" / "add-a-language.md").read_text("utf-8")
FILES = dict(re.findall(r"```\w+ file=(\S+)\n(.*?)```", PAGE, re.DOTALL))
[SENTENCE] = re.findall(r"^> (.+)$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose only language is the one of the page."""
    made = tmp_path_factory.mktemp("data")
    shutil.copytree(data_folder() / "gazetteer", made / "gazetteer")
    (made / "languages" / "pt").mkdir(parents=True)
    for path in (data_folder() / "languages").glob("*.toml"):
        shutil.copy(path, made / "languages")
    for name, text in FILES.items():
        (made / "languages" / "pt" / name).write_text(text, "utf-8")
    return made


def test_the_page_is_small() -> None:
    assert set(FILES) == {"pack.toml", "words.tsv", "dates.toml", "parties.toml", "frames.toml"}
    assert len(FILES["words.tsv"].splitlines()) == 11
    assert FILES["frames.toml"].count("[[frame]]") == FILES["dates.toml"].count("[[rule]]") == 1


def test_the_pack_holds_to_its_form(root: Path) -> None:
    assert check(root) == []


def test_the_pack_reads_the_sentence(root: Path) -> None:
    cascade = Cascade(compile_pack(root, "pt"))
    _, acts = cascade.read(Document(text=SENTENCE, lang="pt", published="2024-03-10"))
    [act] = acts
    assert (act.kind, act.stage, act.when, act.country, act.city) == (
        "meeting",
        "held",
        "2024-03-03",
        "BRA",
        "Brasília",
    )
    assert {(code, role) for code, role, _ in act.parties} == {("BRA", "host"), ("ESP", "guest")}
