"""`mithaq offices import`, and `read --offices` with what it made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

ENTITIES = """\
{"id": "p1", "schema": "Person", "properties": {"name": ["Anna Muster"]}}
{"id": "o1", "schema": "Position", "properties": {"name": ["Minister of the Interior"], "country": ["es"]}}
{"id": "h1", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["o1"], "startDate": ["2009"], "endDate": ["2011"]}}
{"id": "h2", "schema": "Occupancy", "properties": {"holder": ["p2"], "post": ["o1"]}}
"""
TEXT = "استقبل وزير الداخلية الإسباني، أمس بمدريد، وزير الداخلية المغربي."


def test_import_and_use(mithaq: Callable[..., Any], tmp_path: Path) -> None:
    file, table, rejects = tmp_path / "x.ftm.json", tmp_path / "own.tsv", tmp_path / "rejects.tsv"
    file.write_text(ENTITIES, "utf-8")
    done = mithaq("offices", "import", file, "--out", table)
    assert done.code == 0
    assert "1 taken, 1 rejected" in done.out
    assert f"{file}:4: h2: its holder 'p2' is no Person of the file" in done.err
    done = mithaq("offices", "import", file, "--out", table, "--rejects", rejects, "--source", "a test")
    assert done.err == ""
    assert rejects.read_text("utf-8").splitlines()[1].startswith("4\th2\t")
    assert table.read_text("utf-8").splitlines()[1].endswith("\ta test")
    read = ("read", "-", "--json", "--published", "2010-03-20", "--lang", "ar")
    plain, with_table = mithaq(*read, stdin=TEXT), mithaq(*read, "--offices", table, stdin=TEXT)
    assert "holder" not in plain.out
    parties = json.loads(with_table.out)["events"][0]["parties"]
    assert [party.get("holder") for party in parties if party["country"] == "ESP"] == ["Anna Muster"]


def test_a_file_that_is_not_there(mithaq: Callable[..., Any], tmp_path: Path) -> None:
    done = mithaq("offices", "import", tmp_path / "none.json", "--out", tmp_path / "own.tsv")
    assert (done.code, done.out) == (2, "")
    assert "expected a file of FollowTheMoney entities" in done.err
