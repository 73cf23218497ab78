"""Each export is read back by the format's own tool."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mithaq import Reader, edtf
from mithaq.errors import UsageError
from mithaq.publish.exports import ENDINGS, FORMATS, export
from mithaq.publish.exports.lines import WITHOUT_PLOVER, json_schema
from mithaq.records import Document
from mithaq.register import Engagement, Register

DOCUMENTS = [
    Document(
        id="a/1",
        title="زيارة إلى مدريد",
        text="استقبل وزير الداخلية الإسباني فرناندو غراندي مارلاسكا، يوم الثلاثاء 16 يناير 2024 بمدريد، "
        "المدير العام للأمن الوطني المغربي عبد اللطيف حموشي، لبحث مكافحة الإرهاب.",
        published="2024-01-17",
        home="MAR",
        url="https://example.org/1?a=1&b=2",
        source="=HYPERLINK(1)",
    ),
    Document(
        id="b",
        text="Moroccan Foreign Minister Nasser Bourita met with Spanish Foreign Minister José Manuel Albares in Rabat on "
        "3 March 2024. Spain and Morocco signed an agreement on extradition on 4 March 2024.",
        published="2024-03-05",
        home="MAR",
    ),
    Document(
        id="c",
        text="The King appointed Youssef Amrani as ambassador of Morocco to the United States on 19 October 2023.",
        published="2023-10-20",
        home="MAR",
    ),
]


@pytest.fixture(scope="module")
def known() -> Iterator[tuple[list[Engagement], dict[str, Document]]]:
    reader = Reader()
    with Register.open("sqlite://") as register:
        for document in DOCUMENTS:
            register.add(document, reader.read(document))
        yield register.engagements(), {document.id: document for document in register.documents()}


@pytest.fixture
def write(known: Any, tmp_path: Path) -> Any:
    engagements, documents = known

    def write(fmt: str, name: str = "out") -> Path:
        path = tmp_path / name
        export(engagements, documents.get, path, fmt)
        return path

    return write


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines(keepends=True)))


def test_the_example_has_what_the_tests_look_for(known: Any) -> None:
    kinds = [engagement.kind for engagement in known[0]]
    assert {"meeting", "agreement"} <= set(kinds) and len(kinds) >= 3


def test_csv_is_a_valid_data_package(known: Any, write: Any) -> None:
    folder = write("csv", "tables")
    # In a process of its own: the library leaves files open, which this one would take for a fault of ours.
    check = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    told = subprocess.run(check, cwd=folder, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    rows = rows_of(folder / "engagements.csv")
    assert [row["id"] for row in rows] == [engagement.id for engagement in known[0]]
    for row in rows_of(folder / "tellings.csv"):
        text = known[1][row["document"]].full_text
        assert text[int(row["start"]) : int(row["end"])] == row["evidence"]


def test_csv_as_one_table(known: Any, write: Any) -> None:
    rows = rows_of(write("csv", "out.csv"))
    for row, engagement in zip(rows, known[0], strict=True):
        assert (row["kind"], row["when"]) == (engagement.kind, engagement.when)
        assert row["parties"].split() == list(dict.fromkeys(p.code for p in engagement.parties))
        assert float(row["confidence"]) == engagement.confidence


def test_xlsx(known: Any, write: Any) -> None:
    from openpyxl import load_workbook

    book = load_workbook(write("xlsx", "out.xlsx"))
    assert book.sheetnames == ["engagements", "parties", "tellings", "documents"]
    assert book["engagements"].max_row == len(known[0]) + 1
    sources = [row[-1].value for row in book["documents"].iter_rows(min_row=2)]
    assert "=HYPERLINK(1)" in sources
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_parquet(known: Any, write: Any) -> None:
    from pyarrow import parquet

    rows = parquet.read_table(write("parquet")).to_pylist()
    for row, engagement in zip(rows, known[0], strict=True):
        assert row["id"] == engagement.id
        assert [party["role"] for party in row["party_list"]] == [party.role for party in engagement.parties]
        if engagement.when and edtf.precision(engagement.when) == "day":
            assert row["first_day"] == edtf.first_day(engagement.when)


def test_jsonl_is_of_its_schema_and_reads_back(known: Any, write: Any) -> None:
    import jsonschema

    lines = write("jsonl").read_bytes().splitlines()
    assert [msgspec.json.decode(line, type=Engagement) for line in lines] == known[0]
    for line in lines:
        jsonschema.validate(json.loads(line), json_schema())


def test_plover_leaves_out_what_it_has_no_type_for(known: Any, write: Any) -> None:
    events = [json.loads(line) for line in write("plover").read_text("utf-8").splitlines()]
    held = [e for e in known[0] if e.stage == "held" and e.kind not in WITHOUT_PLOVER]
    assert [event["id"] for event in events] == [engagement.id for engagement in held]
    assert WITHOUT_PLOVER == ("mandate",)
    for event, engagement in zip(events, held, strict=True):
        assert event["event_type"] and event["cameo"] == engagement.cameo
        assert len(event["source"]) + len(event["target"]) == len(engagement.parties)


def test_ftm_entities_are_valid_and_point_to_each_other(known: Any, write: Any) -> None:
    from followthemoney import model

    entities = [model.get_proxy(json.loads(line)) for line in write("ftm").read_text("utf-8").splitlines()]
    ids = {entity.id for entity in entities}
    assert len(ids) == len(entities)
    events = [entity for entity in entities if entity.schema.name == "Event"]
    assert len(events) == len(known[0])
    for event in events:
        assert set(event.get("involved")) | set(event.get("proof")) <= ids
        assert event.get("involved")
    assert any("حموشي" in name for e in entities if e.schema.name == "Person" for name in e.get("name"))


def test_jsonld_expands_without_fetching(known: Any, write: Any) -> None:
    from pyld import jsonld

    def refuse(url: str, options: Any) -> Any:
        raise AssertionError(f"fetched {url}")

    expanded = jsonld.expand(json.loads(write("jsonld").read_text("utf-8")), {"documentLoader": refuse})
    events = [node for node in expanded if "https://schema.org/Event" in node["@type"]]
    assert [node["@id"] for node in events] == [f"urn:mithaq:engagement/{e.id}" for e in known[0]]
    exact = [
        selector["http://www.w3.org/ns/oa#exact"][0]["@value"]
        for node in events
        for annotation in node["https://schema.org/subjectOf"]
        for target in annotation["http://www.w3.org/ns/oa#hasTarget"]
        for selector in target["http://www.w3.org/ns/oa#hasSelector"]
        if "http://www.w3.org/ns/oa#exact" in selector
    ]
    assert exact == [span.text for e in known[0] for telling in e.reports for span in telling.evidence]


def test_ical(known: Any, write: Any) -> None:
    from icalendar import Calendar

    calendar = Calendar.from_ical(write("ical").read_bytes())
    entries = calendar.walk("VEVENT")
    dated = [e for e in known[0] if e.when and edtf.precision(e.when) in ("day", "days")]
    assert [str(entry["uid"]) for entry in entries] == [f"{e.id}@mithaq" for e in dated] != []
    for entry, engagement in zip(entries, dated, strict=True):
        assert entry.decoded("dtstart") == edtf.first_day(engagement.when)
        assert not calendar.errors and not entry.errors


@pytest.mark.parametrize("fmt", ["graphml", "gexf"])
def test_graphs(known: Any, write: Any, fmt: str) -> None:
    import networkx

    graph = getattr(networkx, f"read_{fmt}")(write(fmt))
    held = [e for e in known[0] if e.stage == "held" and {"MAR", "ESP"} <= {p.code for p in e.parties}]
    assert graph.edges["ESP", "MAR"]["weight"] == len(held) > 1
    assert graph.nodes["MAR"]["kind"] == "country"


def test_markdown_shows_every_quote(known: Any, write: Any) -> None:
    from markdown_it import MarkdownIt

    text = MarkdownIt().render(write("markdown").read_text("utf-8"))
    for engagement in known[0]:
        assert engagement.id in text
        assert all(span.text in text for telling in engagement.reports for span in telling.evidence)


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_same_register_gives_the_same_file(write: Any, fmt: str) -> None:
    if fmt == "xlsx":
        pytest.skip("a workbook carries the time at which it was made")
    one, two = write(fmt, "one.csv"), write(fmt, "two.csv")
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("fmt", FORMATS)
def test_no_engagements_make_an_empty_but_valid_file(tmp_path: Path, fmt: str) -> None:
    assert export([], {}.get, tmp_path / "out.csv", fmt) == 0
    assert (tmp_path / "out.csv").is_file()


def test_the_format_goes_by_the_ending(known: Any, tmp_path: Path) -> None:
    assert set(ENDINGS.values()) <= set(FORMATS)
    for ending in ENDINGS:
        export(known[0], known[1].get, tmp_path / f"out{ending}")
    with pytest.raises(UsageError, match="expected a format of"):
        export(known[0], known[1].get, tmp_path / "out.doc")
    with pytest.raises(UsageError, match="--format 'xml'"):
        export(known[0], known[1].get, tmp_path / "out.csv", "xml")


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_path_that_cannot_be_written(known: Any, tmp_path: Path, fmt: str) -> None:
    path = tmp_path / "file" / "out.csv"
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UsageError, match=r"cannot be written: .* Name a file"):
        export(known[0], known[1].get, path, fmt)
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


@pytest.mark.parametrize("fmt", FORMATS)
def test_an_error_leaves_what_was_there(known: Any, tmp_path: Path, fmt: str) -> None:
    path = tmp_path / "out.csv"
    path.write_text("before")

    def broken() -> Iterator[Engagement]:
        yield known[0][0]
        raise RuntimeError("the register is gone")

    with pytest.raises(RuntimeError, match="gone"):
        export(broken(), known[1].get, path, fmt)
    assert path.read_text() == "before" and list(tmp_path.iterdir()) == [path]
