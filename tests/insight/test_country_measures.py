"""Measures by hand: every expected number was computed on paper."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from engagements import made

from mithaq.insight.levels import rank_of
from mithaq.insight.measures import (
    Basis,
    Measures,
    evenness,
    is_south,
    measure,
    reciprocity,
    region_of,
)
from mithaq.insight.period import Period
from mithaq.records import Party

YEAR = Period(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
TOLD = [
    made("visit", "2024-03-04", "MAR:guest", "ESP:host", topics=("terrorism",)),
    made("visit", "2024-05", "ESP:guest", "MAR:host", topics=("terrorism", "drugs"), witnesses=2),
    made("visit", "2024-06-01", "MAR:guest", "ESP:host"),
    made("meeting", "2024-06-02", "MAR", "SEN"),
    made("agreement", "2024-07", "MAR", "SEN", action="sign"),
    made("agreement", "2024-08", "MAR", "FRA", action="negotiate"),
    made("meeting", "2024-09-09", "MAR", "INTERPOL"),
    made("gathering", "2024-10", "MAR", "USA", "CHN"),
    made("meeting", "2024-11-11", "MAR", "USA", stage="planned"),
    made("meeting", "2024-12-01", "ESP", "FRA"),
    made("meeting", "2023-12-31", "MAR", "TUN"),
    made("meeting", "2023-01-01", "MAR", "SEN"),
    made("meeting", "2022-12-31", "MAR", "DZA"),
    made("meeting", None, "MAR", "ITA"),
]


@pytest.fixture(scope="module")
def year() -> Measures:
    return measure(TOLD, home="MAR", period=YEAR)


def test_counts(year: Measures) -> None:
    assert year.held == {"agreement": 2, "gathering": 1, "meeting": 2, "visit": 3}
    assert year.before == {"meeting": 2}
    assert year.months["2024-06"] == {"meeting": 1, "visit": 1}
    assert sum(sum(kinds.values()) for kinds in year.months.values()) == 8


def test_partners_are_those_of_bilateral_kinds(year: Measures) -> None:
    assert [(p.code, p.engagements) for p in year.partners] == [
        ("ESP", 3),
        ("SEN", 2),
        ("FRA", 1),
        ("INTERPOL", 1),
    ]
    assert [p.code for p in year.partners if p.is_body] == ["INTERPOL"]


def test_new_and_lapsed_partners(year: Measures) -> None:
    assert year.new == ["ESP", "FRA", "INTERPOL"]
    assert year.lapsed == ["TUN"]
    first = measure(TOLD, home="MAR", period=Period(dt.date(2022, 1, 1), dt.date(2022, 12, 31)))
    assert first.new == [] and first.before is None, "nothing is new where nothing is known before"


def test_reciprocity_intensity_recency(year: Measures) -> None:
    spain = year.partners[0]
    assert (spain.visits_made, spain.visits_received) == (2, 1)
    assert spain.reciprocity == pytest.approx(2 * 1 / 3, abs=1e-4)
    assert spain.intensity == pytest.approx(3 / (366 / 365.2425), abs=1e-4)
    assert (spain.last, spain.recency) == ("2024-06-01", 213)
    assert year.partners[1].reciprocity is None
    assert (reciprocity(4, 4), reciprocity(0, 3), reciprocity(0, 0)) == (1, 0, None)


def test_instruments_count_what_was_concluded(year: Measures) -> None:
    assert {p.code: p.instruments for p in year.partners} == {"ESP": 0, "SEN": 1, "FRA": 0, "INTERPOL": 0}


def test_evenness() -> None:
    assert evenness([5, 5, 5]) == 1
    assert evenness([4]) is None and evenness([4, 0]) is None and evenness([]) is None
    by_hand = -(0.75 * math.log(0.75) + 0.25 * math.log(0.25)) / math.log(2)
    assert evenness([3, 1]) == pytest.approx(by_hand, abs=1e-4)


def test_topics_and_threats(year: Measures) -> None:
    assert year.partners[0].topics == {"terrorism": 2, "drugs": 1}
    assert year.threats == {"terrorism": {"ESP": 2}, "drugs": {"ESP": 1}}


def test_regions_and_the_south(year: Measures) -> None:
    assert year.regions == {"Europe": 4, "Africa": 2}
    assert year.south_share == pytest.approx(2 / 6, abs=1e-4)
    assert measure(TOLD, home="ESP", period=YEAR).south_share is None
    assert (region_of("SEN"), region_of("XXX")) == ("Africa", None)
    assert is_south("CHN") and not is_south("FRA")


def test_an_engagement_with_two_countries_of_a_region_counts_once_there() -> None:
    both = [
        made("meeting", "2024-02-02", "MAR", "ESP", "FRA"),
        made("meeting", "2024-02-03", "MAR", "SEN", "ESP"),
    ]
    found = measure(both, home="MAR", period=YEAR)
    assert found.regions == {"Europe": 2, "Africa": 1}
    assert found.south_share == 0.5


def test_the_basis_decides_what_counts() -> None:
    attested = measure(TOLD, home="MAR", period=YEAR, basis=Basis.ATTESTED)
    assert attested.held == {"visit": 1}
    statuses = ("accepted", "corrected", "added", "found")
    decided = [
        made("visit", f"2024-03-0{n}", "MAR:guest", "ESP:host", status=status)
        for n, status in enumerate(statuses, start=1)
    ]
    assert measure(decided, home="MAR", period=YEAR, basis=Basis.ACCEPTED).held == {"visit": 3}
    assert measure(TOLD, home="MAR", period=YEAR, basis=Basis.ACCEPTED).held == {}


def test_the_period_before() -> None:
    assert YEAR.before() == Period(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    two = Period(dt.date(2023, 1, 1), dt.date(2024, 12, 31))
    assert two.before() == Period(dt.date(2021, 1, 1), dt.date(2022, 12, 31))
    week = Period(dt.date(2024, 1, 8), dt.date(2024, 1, 14))
    assert week.before() == Period(dt.date(2024, 1, 1), dt.date(2024, 1, 7))


@pytest.mark.parametrize(
    ("office", "rank"),
    [
        ("الملك", 1),
        ("ولي العهد", 2),
        ("وزير الداخلية", 3),
        ("المدير العام للأمن الوطني ولمراقبة التراب الوطني", 4),
        ("Deputy Minister of the Interior", 4),
        ("ministro del Interior", 3),
        ("directeur général de la sûreté nationale", 4),
        ("ambassadeur", 5),
        ("gardener", None),
        ("12", None),
    ],
)
def test_ranks_of_offices_in_the_words_of_texts(office: str, rank: int | None) -> None:
    assert rank_of(office) == rank


def test_level_is_the_median_of_the_highest() -> None:
    told = [
        made("meeting", f"2024-01-0{day}", Party(country="MAR", office=ours), Party(country="ESP", office=theirs))
        for day, ours, theirs in ((1, "King", "King"), (2, "Minister of the Interior", "ambassador"), (3, "ambassador", None))
    ]  # fmt: skip
    spain = measure(told, home="MAR", period=YEAR).partners[0]
    assert (spain.level_home, spain.level) == (3, 1)
