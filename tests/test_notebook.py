"""The notebook of the docs runs from its first cell to its last, and shows what it promises; data frames hold the register."""

from __future__ import annotations

import datetime as dt
import importlib.util
from pathlib import Path
from typing import Any

import pytest

from mithaq import Document, MithaqError, Register, read
from mithaq.insight import Period
from mithaq.publish import compose
from mithaq.register import Filters

ROOT = Path(__file__).parents[1]
TEXT = "استقبل وزير الداخلية المغربي، يوم 3 ماي 2024 بالرباط، وزير الداخلية الإسباني، ووقعا مذكرة تفاهم في مجال مكافحة الإرهاب."


@pytest.fixture
def register(tmp_path: Path) -> Any:
    with Register.open(str(tmp_path / "r.sqlite")) as opened:
        for name in ("one", "two"):
            text = TEXT if name == "one" else "<b>" + TEXT
            opened.add(
                Document(id=name, text=text, published="2024-05-04", home="MAR", lang="ar"),
                read(text, published="2024-05-04", home="MAR"),
            )
        yield opened


def test_the_notebook_runs() -> None:
    spec = importlib.util.spec_from_file_location("run_notebook", ROOT / "tools" / "run_notebook.py")
    assert spec and spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    notebook = tool.run(ROOT / "docs" / "notebook.ipynb")
    shown = [output.data for cell in notebook.cells for output in cell.get("outputs", []) if "data" in output]
    assert sum("text/html" in data for data in shown) >= 8
    assert any("<blockquote" in data.get("text/html", "") for data in shown)
    assert any("<iframe" in data.get("text/html", "") for data in shown)


def test_polars_and_pandas_hold_the_same(register: Register) -> None:
    for table in ("engagements", "parties", "tellings", "documents"):
        one, other = register.to_polars(table), register.to_pandas(table)
        assert one.columns == list(other.columns)
        assert one.to_dicts() == other.astype(object).where(other.notna(), None).to_dict("records")
    frame = register.to_polars()
    assert frame["id"].to_list() == [engagement.id for engagement in register.engagements()]
    assert frame["first_day"].to_list() == [dt.date(2024, 5, 3)] * 2
    assert register.to_polars("documents")["id"].to_list() == ["one", "two"]


def test_conditions_narrow_a_frame(register: Register) -> None:
    assert register.to_polars(filters=Filters(kind="agreement"))["kind"].to_list() == ["agreement"]
    empty = register.to_polars(filters=Filters(kind="call"))
    assert empty.is_empty()
    assert empty.schema == register.to_polars().schema


def test_an_unknown_table_is_refused(register: Register) -> None:
    with pytest.raises(MithaqError, match="expected a table of engagements, parties, tellings, documents"):
        register.to_polars("votes")


def test_a_missing_library_is_named(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(MithaqError, match=r"pip install 'mithaq\[notebook\]'"):
        register.to_polars()


def test_what_is_shown_is_escaped_and_whole(register: Register) -> None:
    meeting = next(e for e in register.engagements() if e.kind == "meeting")
    meeting.instrument = "<script>"
    shown = meeting._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    for told in (meeting.id, "Rabat, MAR", "2024-05-03", "2 documents", meeting.evidence[0].text):
        assert told in shown


def test_a_review_is_shown_as_its_page(register: Register) -> None:
    shown = compose(register, period=Period.of_year(2024), home="MAR", lang="en")._repr_html_()
    assert shown.startswith("<iframe srcdoc='&lt;!doctype html&gt;") or "&lt;html" in shown[:200]
    assert shown.count("'") == 6
