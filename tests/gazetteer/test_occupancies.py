"""Who held an office is told when exactly one person may have, and surely did; faults of the table are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.gazetteer import Occupancy, Offices, holder
from mithaq.gazetteer.followthemoney import import_entities, place
from mithaq.gazetteer.occupancies import read_occupancies
from mithaq.lexicon import check
from mithaq.lexicon.pack import data_folder

TABLE = data_folder() / "gazetteer" / "occupancies.tsv"


def offices(*rows: tuple[str, ...], checked: str | None = None) -> Offices:
    return Offices([Occupancy(*row, "test") for row in rows], checked=checked)


@pytest.mark.parametrize(
    ("office", "of", "day", "person"),
    [
        ("director", "DEU/BKA", "2019-03-20", "holger-munch"),
        ("police-chief", "DEU/BKA", "2019", "holger-munch"),
        ("minister.interior", "ESP", "2019-03-20", "fernando-grande-marlaska"),
        ("minister.interior", "ESP", "2017", "juan-ignacio-zoido"),
        ("minister.interior", "ESP", "2018", None),  # two of them
        ("secretary-general", "INTERPOL", "2022-03-19~", "jurgen-stock"),
        ("body-president", "INTERPOL", "2022", "ahmed-naser-al-raisi"),
        ("executive-director", "EUROPOL", "2020-05", "catherine-de-bolle"),
        ("executive-director", "AFRIPOL", "2020-05", None),  # no day is known of the later one
        ("fbi-director", "USA", "2019-03-20", "christopher-wray"),
        ("intelligence-chief", "USA", "2019-03-20", None),
        ("intelligence-chief", "USA/CIA", "2019-03-20", "gina-haspel"),
        ("police-chief", "DEU", "2019-03-20", None),  # of several forces
        ("director", "DZA/DGSN", "2015-05", None),  # the head of a department
        ("minister.interior", "ESP", "2031-01-01", None),  # after the table was filled
    ],
)
def test_the_shipped_table(office: str, of: str, day: str, person: str | None) -> None:
    assert holder(office, of, day) == person


def test_most_countries_are_there() -> None:
    rows, faults = read_occupancies(TABLE)
    assert faults == []
    assert len({row.country for row in rows}) >= 60


def test_a_year_of_change_is_open() -> None:
    known = offices(
        ("a", "police-chief", "XAA/P", "XAA", "2015", "2018"),
        ("b", "police-chief", "XAA/P", "XAA", "2018", ""),
    )
    assert known.holder("police-chief", "XAA/P", "2017-12") == "a"
    assert known.holder("police-chief", "XAA/P", "2018-06-01") is None
    assert known.holder("police-chief", "XAA/P", "2015-06-01") is None
    assert known.holder("police-chief", "XAA/P", "2030") == "b"


def test_a_force_is_not_the_force_of_the_country() -> None:
    known = offices(("a", "police-chief", "XBB/P", "XBB", "2015", ""))
    assert known.holder("police-chief", "XBB/P", "2020") == "a"
    assert known.holder("police-chief", "XBB", "2020") is None
    assert known.holder("police-chief", "XBB/Q", "2020") is None


def test_one_person_in_office_twice() -> None:
    known = offices(
        ("a", "minister.interior", "", "XAA", "2015", "2018-02"),
        ("a", "minister.interior", "", "XAA", "2018-02", ""),
    )
    assert known.holder("minister.interior", "XAA", "2018-03") == "a"


def test_nothing_is_known_after_the_day_of_checking() -> None:
    known = offices(("a", "minister.interior", "", "XAA", "2015", ""), checked="2020-06-30")
    assert known.holder("minister.interior", "XAA", "2020-06-30") == "a"
    assert known.holder("minister.interior", "XAA", "2020-07-01") is None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("nobody-known\tdirector\tDEU/BKA\tDEU\t2015\t\tx", "an id of gazetteer/officials.tsv"),
        ("holger-munch\tno-office\tDEU/BKA\tDEU\t2015\t\tx", "an id of gazetteer/offices.tsv"),
        ("holger-munch\tdirector\tDEU/NONE\tDEU\t2015\t\tx", "an id of gazetteer/agencies.tsv or bodies.tsv"),
        ("holger-munch\tdirector\tDEU/BKA\tFRA\t2015\t\tx", "an organisation of FRA"),
        ("holger-munch\tdirector\tDEU/BKA\tDEU\t2015-13\t\tx", "a year, month or day"),
        ("holger-munch\tdirector\tDEU/BKA\tDEU\t2015~\t\tx", "a year, month or day"),
        ("holger-munch\tdirector\tDEU/BKA\tDEU\t2015\t2014-12\tx", "a start no later than the end"),
        ("holger-munch\tdirector\tDEU/BKA\tDEU\t2015\t\t", "a source"),
        ("holger-munch\tdirector\t\t\t2015\t\tx", "a country, or an id"),
    ],
)
def test_a_bad_row_is_told_with_file_and_line(tmp_path: Path, row: str, expected: str) -> None:
    for name in ("languages", "gazetteer"):
        (tmp_path / name).mkdir()
        for path in (data_folder() / name).glob("*.t*"):
            (tmp_path / name / path.name).symlink_to(path)
    path = tmp_path / "gazetteer" / TABLE.name
    path.unlink()
    path.write_text(TABLE.read_text("utf-8").splitlines()[0] + "\n" + row + "\n", "utf-8")
    faults = [str(fault) for fault in check(tmp_path) if fault.path == str(path)]
    assert len(faults) == 1
    assert faults[0].startswith(f"{path}:2: expected ") and expected in faults[0]


ENTITIES = [
    b'{"id": "p1", "schema": "Person", "properties": {"name": ["Anna Muster"], "alias": ["A. Muster"]}}',
    b'{"id": "o1", "schema": "Position", "properties": {"name": ["Minister of the Interior of Spain"], "country": ["es"]}}',
    b'{"id": "o2", "schema": "Position", "properties": {"name": ["President of the Federal Criminal Police Office"], "country": ["de"]}}',
    b'{"id": "o3", "schema": "Position", "properties": {"name": ["Mayor of Anytown"], "country": ["de"]}}',
    b'{"id": "h1", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["o1"], "startDate": ["2011-02"], "endDate": ["2012"]}}',
    b'{"id": "h2", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["o3"]}}',
    b'{"id": "h3", "schema": "Occupancy", "properties": {"holder": ["p9"], "post": ["o1"]}}',
    b'{"id": "h4", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["o1"], "status": ["ended"]}}',
    b'{"id": "h5", "schema": "Occupancy", "properties": {"holder": ["p1"], "post": ["o1"], "startDate": ["2013"], "endDate": ["2012"]}}',
    b"no json",
]


def test_entities_become_rows_and_the_rest_is_told() -> None:
    rows, rejected = import_entities(ENTITIES, source="test")
    assert rows == [Occupancy("Anna Muster", "minister.interior", "", "ESP", "2011-02", "2012", "test")]
    assert [(each.line, each.entity) for each in rejected] == [
        (6, "h2"),
        (7, "h3"),
        (8, "h4"),
        (9, "h5"),
        (10, ""),
    ]
    assert import_entities([*ENTITIES[4:], *ENTITIES[:4]], source="test")[0] == rows


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Minister of Interior", "ESP", ("minister.interior", "")),
        ("Federal Minister of the Interior", "AUT", ("minister.interior", "")),
        ("Director of the Federal Bureau of Investigation", "USA", ("director", "USA/FBI")),
        ("Director-General of the Federal Criminal Police Office", "DEU", ("director-general", "DEU/BKA")),
        ("President of INTERPOL", "", ("body-president", "INTERPOL")),
        ("President of the Federal Criminal Police Office", "DEU", ("director", "DEU/BKA")),
        ("Secretary General of INTERPOL", "", ("secretary-general", "INTERPOL")),
        ("Deputy Director of the Federal Bureau of Investigation", "USA", None),
        ("Former Minister of Interior", "ESP", None),
        ("Minister of Interior of the regional government", "ESP", None),
    ],
)
def test_a_position_is_placed_or_not(name: str, country: str, expected: tuple[str, str] | None) -> None:
    assert place(name, country) == expected
