"""The shipped tables of international bodies, agencies and offices, and their Arabic forms, hold together."""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path

import pytest
from babel.core import get_global

DATA = Path(__file__).parents[2] / "src" / "mithaq"
GAZETTEER = DATA / "gazetteer"
ARABIC = DATA / "languages" / "ar"

KINDS = {"universal", "regional", "security", "court", "economic", "agency", "forum"}
AGENCY_FIELDS = {
    "police",
    "gendarmerie",
    "intelligence",
    "interior",
    "foreign-affairs",
    "justice",
    "defence",
    "customs",
    "border",
    "prosecution",
    "coastguard",
    "civil-protection",
    "counter-terrorism",
    "movement",  # parties that are no state: each counts as of its country
}
GAZETTEER_COLUMNS = {
    "bodies": ["id", "name_en", "name_fr", "kind", "members"],
    "agencies": ["id", "country", "acronym", "name_own", "lang", "name_en", "field"],
    "offices": ["id", "rank", "field", "name_en"],
}
WORD_COLUMNS = ["form", "class", "value", "region", "note"]
WORD_CLASSES = {
    "bodies": {"body", "body.adjective"},
    "agencies": {"agency", "agency.generic"},
    "offices": {"office", "office.plural", "rank"},
    "honorifics": {"honorific", "blessing"},
}
MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
# CLDR lists every ISO 3166-1 alpha-3 code as an alias of its alpha-2 code.
ALPHA3 = {code for code in get_global("territory_aliases") if re.fullmatch("[A-Z]{3}", code)}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def ids_of(table: str) -> set[str]:
    return {row["id"] for row in rows_of(GAZETTEER / f"{table}.tsv")}


PATHS = [GAZETTEER / f"{name}.tsv" for name in GAZETTEER_COLUMNS] + [
    ARABIC / f"{name}.tsv" for name in WORD_CLASSES
]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_file_is_plain(path: Path) -> None:
    raw = path.read_bytes()
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    text = raw.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not MARKS.search(text)
    assert not [char for char in text if unicodedata.category(char) == "Cf"]
    lines = text.removesuffix("\n").split("\n")
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}
    assert all(cell == cell.strip() for line in lines for cell in line.split("\t"))


@pytest.mark.parametrize("table", GAZETTEER_COLUMNS)
def test_gazetteer_has_its_columns_and_unique_sorted_ids(table: str) -> None:
    rows = rows_of(GAZETTEER / f"{table}.tsv")
    ids = [row["id"] for row in rows]
    assert list(rows[0]) == GAZETTEER_COLUMNS[table]
    assert ids == sorted(set(ids))
    assert all(row["name_en"] for row in rows)


@pytest.mark.parametrize("table", WORD_CLASSES)
def test_words_have_their_columns_and_classes_and_are_sorted(table: str) -> None:
    rows = rows_of(ARABIC / f"{table}.tsv")
    order = [(row["class"], row["value"], row["form"]) for row in rows]
    assert list(rows[0]) == WORD_COLUMNS
    assert order == sorted(set(order))
    assert {row["class"] for row in rows} == WORD_CLASSES[table]
    assert all(row["form"] and row["value"] for row in rows)


@pytest.mark.parametrize("table", WORD_CLASSES)
def test_no_two_words_differ_only_in_what_the_reader_folds(table: str) -> None:
    fold = str.maketrans("أإآىةؤئ", "ااايهوي")
    seen: dict[tuple[str, str], str] = {}
    for row in rows_of(ARABIC / f"{table}.tsv"):
        bare = [re.sub("^ال(?=...)", "", word) for word in row["form"].split(" ")]
        key = (" ".join(bare).translate(fold), row["class"])
        assert key not in seen, f"{row['form']} folds to the same as {seen[key]}"
        seen[key] = row["form"]


def test_bodies() -> None:
    bodies = rows_of(GAZETTEER / "bodies.tsv")
    assert len(bodies) >= 110
    assert {row["kind"] for row in bodies} == KINDS
    ids = {row["id"] for row in bodies}
    assert not ids & ALPHA3, "a body is not called as a country is"
    assert ids >= {"UN", "EU", "GCC", "AU", "NATO", "LAS", "OIC", "INTERPOL", "EUROPOL", "AFRIPOL", "P5+1"}
    for row in bodies:
        assert re.fullmatch(r"[A-Z0-9][A-Z0-9+-]*", row["id"])
        assert row["name_fr"]
        members = row["members"].split()
        assert members == sorted(set(members)), row["id"]
        assert set(members) <= ALPHA3, row["id"]


@pytest.mark.parametrize(
    ("body", "count"),
    [("GCC", 6), ("EU", 27), ("AU", 55), ("NATO", 32), ("LAS", 22), ("OIC", 57), ("OSCE", 57), ("COE", 46)]
    + [
        ("ASEAN", 10),
        ("AMU", 5),
        ("G7", 7),
        ("P5+1", 6),
        ("SADC", 16),
        ("IGAD", 8),
        ("CSTO", 6),
        ("QUAD", 4),
    ],
)
def test_membership_is_whole(body: str, count: int) -> None:
    members = {row["id"]: row["members"].split() for row in rows_of(GAZETTEER / "bodies.tsv")}
    assert len(members[body]) == count


def test_agencies() -> None:
    agencies = rows_of(GAZETTEER / "agencies.tsv")
    assert len(agencies) >= 260
    assert len({row["country"] for row in agencies}) >= 75
    assert {row["field"] for row in agencies} == AGENCY_FIELDS
    for row in agencies:
        assert re.fullmatch(r"[A-Z]{3}/[A-Z0-9-]+", row["id"])
        assert row["id"].split("/")[0] == row["country"]
        assert row["country"] in ALPHA3
        assert re.fullmatch("[a-z]{2}", row["lang"])
        assert row["name_own"]


def test_offices() -> None:
    offices = rows_of(GAZETTEER / "offices.tsv")
    assert {row["rank"] for row in offices} == set("12345678")
    assert all(re.fullmatch(r"[a-z]+(?:[.-][a-z]+)*", row["id"]) for row in offices)
    rank = {row["id"]: int(row["rank"]) for row in offices}
    assert rank["head-of-state"] < rank["prime-minister"] < rank["minister"] < rank["minister-delegate"]
    assert rank["general"] < rank["colonel"] < rank["official"]


def test_there_are_enough_arabic_forms() -> None:
    forms = {table: rows_of(ARABIC / f"{table}.tsv") for table in WORD_CLASSES}
    assert len(forms["offices"]) >= 450
    assert len({row["value"] for row in forms["offices"] if row["value"].startswith("minister.")}) >= 60
    generic = [row for row in forms["agencies"] if row["class"] == "agency.generic"]
    assert len({row["value"] for row in generic}) >= 120
    assert len(forms["bodies"]) >= 400


@pytest.mark.parametrize("table", ["bodies", "agencies", "offices"])
def test_every_value_exists(table: str) -> None:
    known = ids_of(table)
    for row in rows_of(ARABIC / f"{table}.tsv"):
        if row["class"] == "agency.generic":
            assert re.fullmatch(r"[a-z]+(?:[.-][a-z]+)*", row["value"])
        else:
            assert row["value"] in known, row["form"]


@pytest.mark.parametrize("table", ["bodies", "agencies", "offices"])
def test_every_id_has_an_arabic_form(table: str) -> None:
    assert ids_of(table) - {row["value"] for row in rows_of(ARABIC / f"{table}.tsv")} == set()


def test_an_agency_form_names_one_agency() -> None:
    seen: dict[str, str] = {}
    for row in rows_of(ARABIC / "agencies.tsv"):
        assert seen.setdefault(row["form"], row["value"]) == row["value"], row["form"]


@pytest.mark.parametrize("table", WORD_CLASSES)
def test_notes_name_a_party_that_exists(table: str) -> None:
    notes = {"", "ambiguous", "abbreviation"} | {f"country={code}" for code in ALPHA3 | ids_of("bodies")}
    assert {row["note"] for row in rows_of(ARABIC / f"{table}.tsv")} <= notes


@pytest.mark.parametrize(
    ("table", "form", "cls", "value"),
    [
        ("bodies", "مجلس التعاون الخليجي", "body", "GCC"),
        ("bodies", "الإنتربول", "body", "INTERPOL"),
        ("bodies", "أممي", "body.adjective", "UN"),
        ("agencies", "المكتب المركزي للأبحاث القضائية", "agency", "MAR/BCIJ"),
        ("agencies", "المديرية العامة للأمن الوطني", "agency.generic", "police.national"),
        ("offices", "وزير الداخلية", "office", "minister.interior"),
        ("offices", "المدير العام للأمن الوطني", "office", "director-general.national-security"),
        ("offices", "وزراء الداخلية", "office.plural", "minister.interior"),
        ("offices", "عميد ركن", "rank", "brigadier"),
        ("honorifics", "صاحب السمو الملكي", "honorific", "style"),
    ],
)
def test_known_words(table: str, form: str, cls: str, value: str) -> None:
    rows = rows_of(ARABIC / f"{table}.tsv")
    assert (form, cls, value) in {(row["form"], row["class"], row["value"]) for row in rows}
