"""The map of partners."""

from __future__ import annotations

import re

import pytest

from mithaq.errors import UsageError
from mithaq.publish.worldmap import STEPS, WorldMap, draw_world, ranges_of, worldviews

COUNTS = {"ESP": 5, "FRA": 1, "BHR": 2, "MAR": 9, "TWN": 1, "INTERPOL": 3}


def drawn(worldview: str | None = None) -> WorldMap:
    return draw_world(COUNTS, "MAR", worldview)


def test_what_is_disputed_is_nobodys() -> None:
    disputed = {land.code for land in drawn().lands if land.is_disputed}
    assert disputed == {"ESH", "TWN", "XCR", "XKX", "XNC", "XSL"}
    assert [land.code for land in drawn().lands][-len(disputed) :] == sorted(disputed)


def test_a_worldview_draws_it_as_that_country_does() -> None:
    lands = {land.code: land for land in drawn("MAR").lands}
    assert "ESH" not in lands
    assert lands["MAR"].is_home and not lands["MAR"].is_disputed
    assert lands["XCR"].is_disputed, "what the worldview says nothing of stays as it is"
    south = max(float(y) for _, y in re.findall(r"([\d.]+),([\d.]+)", lands["MAR"].path))
    before = {land.code: land for land in drawn().lands}["MAR"]
    assert south > max(float(y) for _, y in re.findall(r"([\d.]+),([\d.]+)", before.path))


@pytest.mark.parametrize("worldview", worldviews())
def test_every_worldview_can_be_drawn(worldview: str) -> None:
    assert len(drawn(worldview).lands) == len(drawn().lands) - 1


def test_an_unknown_worldview() -> None:
    with pytest.raises(UsageError, match=r"--worldview: expected one of CHN, CYP, MAR.*found 'XXX'"):
        drawn("XXX")


def test_partners_have_a_shade_and_the_home_country_none() -> None:
    shades = {land.code: land.step for land in drawn().lands}
    assert drawn().ranges == [(1, 1), (2, 2), (5, 5)]
    assert (shades["ESP"], shades["FRA"], shades["TWN"], shades["MAR"], shades["DEU"]) == (
        3,
        1,
        1,
        None,
        None,
    )


def test_small_partners_have_a_dot() -> None:
    assert [(dot.code, dot.step) for dot in drawn().dots] == [("BHR", 2)]
    assert [dot.code for dot in draw_world({}, "MLT").dots if dot.is_home] == ["MLT"]


@pytest.mark.parametrize(
    "numbers", [[], [1], [3, 3, 4], [1, 2, 3, 4, 5], [1, 900], list(range(1, 200)), [5, 6, 7, 8, 9, 10]]
)
def test_ranges_hold_every_number_once(numbers: list[int]) -> None:
    ranges = ranges_of(numbers)
    assert len(ranges) <= STEPS
    for n in numbers:
        assert sum(low <= n <= high for low, high in ranges) == 1
