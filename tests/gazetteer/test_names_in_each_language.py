"""Every language that names countries or bodies names all of them, by values that the gazetteer has."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mithaq.lexicon.tables import Row, read_table

DATA = Path(__file__).parents[2] / "src" / "mithaq"
LANGUAGES = DATA / "languages"
CLASSES = tomllib.loads((LANGUAGES / "classes.toml").read_text(encoding="utf-8"))["class"]
NAMESAKES = {"BMU/Hamilton", "NFK/Kingston", "SYC/Victoria"}  # their names mean other places in the news
PLACES = ("bodies", "cities", "countries", "demonyms", "seats")
TABLES = sorted(path for name in PLACES for path in LANGUAGES.glob(f"*/{name}.tsv"))


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def rows_of(path: Path) -> list[Row]:
    rows, faults = read_table(path)
    assert not faults, "\n".join(map(str, faults))
    return rows


def ids_of(table: str) -> set[str]:
    lines = (DATA / "gazetteer" / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    return {line.split("\t", 1)[0] for line in lines[1:]}


def capitals() -> set[str]:
    lines = (DATA / "gazetteer" / "cities.tsv").read_text(encoding="utf-8").splitlines()
    return {cells[0] for cells in (line.split("\t") for line in lines[1:]) if cells[4]}


@pytest.mark.parametrize("table", ["countries", "bodies"])
@pytest.mark.parametrize("folder", sorted({path.parent for path in TABLES}), ids=lambda path: path.name)
def test_all_countries_and_bodies_have_a_name(folder: Path, table: str) -> None:
    path = folder / f"{table}.tsv"
    if not path.exists():
        pytest.skip("the language has no such table")
    assert ids_of(table) - {row.value for row in rows_of(path)} == set()


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_values_stand_in_the_table_that_the_class_names(path: Path) -> None:
    known = {table: ids_of(table) for table in {CLASSES[row.cls]["values"] for row in rows_of(path)}}
    assert [row for row in rows_of(path) if row.value not in known[CLASSES[row.cls]["values"]]] == []


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_rows_are_sorted_by_class_value_and_form(path: Path) -> None:
    order = [(row.cls, row.value, row.form) for row in rows_of(path)]
    assert order == sorted(order)


@pytest.mark.parametrize("lang", ["en", "es", "fr"])
def test_all_capitals_but_namesakes_have_a_name(lang: str) -> None:
    path = LANGUAGES / lang / "cities.tsv"
    if not path.exists():
        pytest.skip("the language has no such table")
    nameless = capitals() - {row.value for row in rows_of(path)}
    assert nameless <= NAMESAKES


@pytest.mark.parametrize(
    ("lang", "table", "form", "value"),
    [
        ("en", "countries", "Côte d'Ivoire", "CIV"),
        ("en", "demonyms", "Emirati", "ARE"),
        ("en", "seats", "White House", "USA"),
        ("en", "cities", "Marrakesh", "MAR/Marrakesh"),
        ("en", "bodies", "UN Security Council", "UN"),
        ("fr", "countries", "RDC", "COD"),
        ("fr", "demonyms", "espagnole", "ESP"),
        ("fr", "seats", "Quai d'Orsay", "FRA"),
        ("fr", "cities", "Pékin", "CHN/Beijing"),
        ("fr", "bodies", "CEDEAO", "ECOWAS"),
        ("es", "countries", "Costa de Marfil", "CIV"),
        ("es", "demonyms", "marroquí", "MAR"),
        ("es", "seats", "La Moncloa", "ESP"),
        ("es", "cities", "La Haya", "NLD/The Hague"),
        ("es", "bodies", "OTAN", "NATO"),
    ],
)
def test_known_words(lang: str, table: str, form: str, value: str) -> None:
    path = LANGUAGES / lang / f"{table}.tsv"
    if not path.exists():
        pytest.skip("the language has no such table")
    assert (form, value) in {(row.form, row.value) for row in rows_of(path)}
