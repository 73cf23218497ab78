"""Every number of a review, computed anew from the exported CSV by code of its own, in every language."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import Counter

import pytest

from mithaq.cli import run
from mithaq.insight import Period
from mithaq.insight.measures import Basis
from mithaq.publish import compose, languages, tree
from mithaq.register import Register

BILATERAL = {"visit", "meeting", "call", "agreement", "operation", "training", "aid", "award"}
FAMILIES = [
    {"meeting", "call"}, {"visit"}, {"gathering", "mandate", "election"}, {"agreement"},
    {"operation", "training", "aid", "award"},
]  # fmt: skip
EUROPE = {"ESP", "FRA", "ITA", "BEL", "GBR", "DEU", "PRT", "NLD", "RUS", "UKR", "POL", "GRC"}
ASIA = {
    "TUR",
    "SAU",
    "ARE",
    "QAT",
    "LBN",
    "JOR",
    "IRQ",
    "CHN",
    "KWT",
    "BHR",
    "OMN",
    "PSE",
    "SYR",
    "YEM",
    "ISR",
    "CYP",
    "IRN",
    "JPN",
}
SOUTH_OF_PARTNERS = {
    "SAU",
    "ARE",
    "QAT",
    "LBN",
    "JOR",
    "MRT",
    "SEN",
    "MLI",
    "EGY",
    "TUN",
    "DZA",
    "LBY",
    "NER",
    "NGA",
    "CHN",
}

Row = dict[str, str]
Case = tuple[str, str, Basis]
CASES: list[Case] = [
    ("2024-01-01", "2024-12-31", Basis.ALL),
    ("2024-07-01", "2024-12-31", Basis.ALL),
    ("2024-01-01", "2024-12-31", Basis.ATTESTED),
]


@pytest.fixture(scope="module")
def rows(read: Register, tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """The engagements of Morocco with what the tables say of them, from the CSV alone."""
    folder = tmp_path_factory.mktemp("csv") / "tables"
    assert run(["export", "--register", read.where, "--format", "csv", "--out", str(folder)]) == 0
    with (folder / "documents.csv").open(encoding="utf-8", newline="") as file:
        published = {row["id"]: row["published"] for row in csv.DictReader(file)}
    documents: dict[str, list[str]] = {}
    with (folder / "tellings.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            documents.setdefault(row["engagement"], []).append(row["document"])
    with (folder / "engagements.csv").open(encoding="utf-8", newline="") as file:
        found = [row for row in csv.DictReader(file) if "MAR" in row["parties"].split()]
    for row in found:
        days = [published[document] for document in documents[row["id"]] if published[document]]
        row["day"] = row["first_day"] or min(days, default="")
        row["told"] = " ".join(dict.fromkeys(documents[row["id"]]))
    return found


@pytest.fixture(scope="module", params=CASES, ids=["year", "half", "attested"])
def case(request: pytest.FixtureRequest) -> Case:
    chosen: Case = request.param
    return chosen


@pytest.fixture(scope="module", params=languages())
def told(read: Register, case: Case, request: pytest.FixtureRequest) -> tree.Review:
    period = Period(dt.date.fromisoformat(case[0]), dt.date.fromisoformat(case[1]))
    return compose(read, period=period, home="MAR", lang=request.param, topic="all", basis=case[2])


def held(rows: list[Row], case: Case, *, is_before: bool = False) -> list[Row]:
    first, last = case[:2]
    if is_before and first == "2024-07-01":
        first, last = "2023-12-30", "2024-06-30"  # as many days
    elif is_before:
        first, last = "2023-01-01", "2023-12-31"
    found = [row for row in rows if row["stage"] == "held" and first <= row["day"] <= last]
    return [row for row in found if case[2] is Basis.ALL or int(row["witnesses"]) > 1]


def block(told: tree.Review, section: str, kind: type) -> tree.Block | None:
    found = [b for s in told.sections if s.id == section for b in s.blocks if isinstance(b, kind)]
    return found[0] if found else None


def others(row: Row) -> set[str]:
    return set(row["parties"].split()) - {"MAR"}


def partners(rows: list[Row]) -> Counter[str]:
    return Counter(code for row in rows if row["kind"] in BILATERAL for code in others(row))


def test_figures(told: tree.Review, rows: list[Row], case: Case) -> None:
    now = held(rows, case)
    kinds = Counter(row["kind"] for row in now)
    made = sum(row["kind"] == "visit" and "MAR" in row["guests"].split() for row in now)
    received = sum(row["kind"] == "visit" and "MAR" in row["hosts"].split() for row in now)
    concluded = sum(
        row["kind"] == "agreement" and row["action"] in ("sign", "renew", "ratify", "in-force") for row in now
    )
    countries = {code for code in partners(now) if len(code) == 3 and code != "GCC"}
    expected = [
        kinds["meeting"], made, received, kinds["gathering"], concluded, kinds["operation"], len(countries)
    ]  # fmt: skip
    cards = block(told, "figures", tree.Cards)
    assert isinstance(cards, tree.Cards)
    numbers = [card.number for card in cards.cards]
    assert numbers[:-1] == [number for number in expected if number]
    assert numbers[-1] == len(next(s for s in told.sections if s.id == "sources").blocks[0].sources)  # type: ignore[union-attr]
    if len(now) > 10:
        assert re.search(rf"\b{len(now)}\b", told.lead[0].text)


def test_timeline(told: tree.Review, rows: list[Row], case: Case) -> None:
    exact = [row for row in held(rows, case) if row["precision"] in ("day", "days", "month")]
    chart = block(told, "timeline", tree.Timeline)
    if not exact:
        assert chart is None
        return
    assert isinstance(chart, tree.Timeline)
    start = int(case[0][5:7])
    for month, each in enumerate(chart.bins, start=start):
        of_month = [row["kind"] for row in exact if int(row["first_day"][5:7]) == month]
        expected = [sum(kind in family for kind in of_month) for family in FAMILIES]
        assert [len(ids) for ids in each.of.values()] == expected
        cells = chart.numbers.rows[month - start][1:]
        assert [cell.number for cell in cells[:-1]] == [len(each.of[family]) for family in chart.families]
        assert cells[-1].number == len(of_month)


def test_against_the_year_before(told: tree.Review, rows: list[Row], case: Case) -> None:
    now, before = held(rows, case), held(rows, case, is_before=True)
    chart = block(told, "before", tree.Comparison)
    if not before or not now:
        assert chart is None
        return
    assert isinstance(chart, tree.Comparison)
    expected = [
        (sum(row["kind"] in family for row in before), sum(row["kind"] in family for row in now))
        for family in FAMILIES
    ]
    assert [(len(pair.before), len(pair.now)) for pair in chart.pairs] == [e for e in expected if any(e)]
    assert [cell.number for cell in chart.numbers.rows[-1][1:]] == [len(before), len(now)]


def test_partners(told: tree.Review, rows: list[Row], case: Case) -> None:
    counted = partners(held(rows, case))
    world, table = block(told, "partners", tree.Map), block(told, "partners", tree.Table)
    assert isinstance(table, tree.Table)
    assert [row[-1].number for row in table.rows] == sorted(counted.values(), reverse=True)
    assert isinstance(world, tree.Map)
    assert {code: len(of) for code, of in world.places.items()} == {
        code: n for code, n in counted.items() if code in world.names
    }


def test_regions(told: tree.Review, rows: list[Row], case: Case) -> None:
    now = [row for row in held(rows, case) if row["kind"] in BILATERAL]
    before = partners(held(rows, case, is_before=True))
    table = block(told, "regions", tree.Table)
    assert isinstance(table, tree.Table)
    expected = [
        (len(region & set(partners(now))), sum(bool(others(row) & region) for row in now))
        for region in (EUROPE, ASIA)
    ]
    found = [(row[1].number, row[2].number) for row in table.rows]
    assert set(expected) - {(0, 0)} <= set(found)
    assert len(table.columns) == (5 if before else 3)
    if before:
        lapsed = [cell.text for row in table.rows for cell in row[4:] if cell.text != "–"]
        assert lapsed or not set(before) - set(partners(now))
    with_countries = [row for row in now if any(len(code) == 3 for code in others(row))]
    share = sum(bool(others(row) & SOUTH_OF_PARTNERS) for row in with_countries) / len(with_countries)
    texts = " ".join(
        b.text for s in told.sections if s.id == "regions" for b in s.blocks if isinstance(b, tree.Text)
    )
    assert re.search(rf"\b{share:.0%}".replace("%", r"\D?%"), texts)


def test_threats_and_purposes(told: tree.Review, rows: list[Row], case: Case) -> None:
    now = held(rows, case)
    topics = Counter(topic for row in now for topic in row["topics"].split() if topic != "general")
    table = block(told, "threats", tree.Table)
    assert isinstance(table, tree.Table) == bool(topics)
    if isinstance(table, tree.Table):
        assert [row[1].number for row in table.rows] == sorted(topics.values(), reverse=True)
        pairs = Counter(
            (topic, code)
            for row in now
            for topic in row["topics"].split()
            if topic != "general"
            for code in others(row)
        )
        shown = [row[place].number for row in table.rows for place in table.shades if row[place].number]
        assert not Counter(shown) - Counter(pairs.values())
        if len(table.columns) == 2 + len(table.shades):
            assert sum(shown) == sum(pairs.values())
    purposes = Counter(purpose for row in now for purpose in row["purposes"].split())
    table = block(told, "purposes", tree.Table)
    assert isinstance(table, tree.Table) == bool(purposes)
    if isinstance(table, tree.Table):
        assert [row[1].number for row in table.rows] == sorted(purposes.values(), reverse=True)


def test_services_count_engagements_of_both(told: tree.Review, rows: list[Row], case: Case) -> None:
    known = {row["id"]: row for row in held(rows, case)}
    network = block(told, "services", tree.Network)
    if network is None:
        return
    assert isinstance(network, tree.Network)
    for link, row in zip(network.links, network.numbers.rows, strict=True):
        assert row[-1].number == len(set(link.of))
        code = link.target.split()[0]
        assert all(code in others(known[e]) for e in link.of)
