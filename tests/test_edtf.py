"""Dates as EDTF: the days they span, how exact they are, whether two can be one day."""

from __future__ import annotations

import datetime as dt

import pytest

from mithaq import edtf


@pytest.mark.parametrize(
    ("date", "first", "last", "exactness"),
    [
        ("2024", "2024-01-01", "2024-12-31", "year"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("2024-09-19", "2024-09-19", "2024-09-19", "day"),
        ("2024-09-19~", "2024-09-19", "2024-09-19", "day"),
        ("2024-21", "2024-03-01", "2024-05-31", "season"),
        ("2024-24", "2024-12-01", "2025-02-28", "season"),
        ("2024-09-19/2024-09-21", "2024-09-19", "2024-09-21", "days"),
        ("2024-09-09~/2024-09-15~", "2024-09-09", "2024-09-15", "days"),
        ("2024-09-19/2024-09-19", "2024-09-19", "2024-09-19", "day"),
        ("2024-06/2024-08", "2024-06-01", "2024-08-31", "interval"),
        ("../2024-08", "0001-01-01", "2024-08-31", "interval"),
        ("2024-06/", "2024-06-01", "9999-12-31", "interval"),
    ],
)
def test_bounds(date: str, first: str, last: str, exactness: str) -> None:
    assert edtf.first_day(date).isoformat() == first
    assert edtf.last_day(date).isoformat() == last
    assert edtf.precision(date) == exactness
    assert edtf.is_edtf(date)


@pytest.mark.parametrize(
    "date",
    [
        "",
        "24",
        "2024-13",
        "2024-02-30",
        "2024-9-1",
        "yesterday",
        "2024-09-21/2024-09-19",
        "../..",
        "/",
        "٢٠٢٤",
        "2024/x",
    ],
)
def test_what_is_no_date_is_refused(date: str) -> None:
    assert not edtf.is_edtf(date)
    with pytest.raises(ValueError, match="found"):
        edtf.bounds(date)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024-09", "2024-09-19", True),
        ("2024-09-19", "2024-09-20", False),
        ("2024-09-19~", "2024-09-20", True),
        ("2024-09-18~", "2024-09-20~", True),
        ("2024-09-17~", "2024-09-20~", False),
        ("2024", "2024-09/2024-11", True),
        ("2024-23", "2024-10-02", True),
        ("2024-09", "2025-09", False),
    ],
)
def test_overlaps_is_the_same_from_both_sides(one: str, other: str, expected: bool) -> None:
    assert edtf.overlaps(one, other) is edtf.overlaps(other, one) is expected


def test_contains() -> None:
    assert edtf.contains("2024-09", "2024-09-19")
    assert edtf.contains("2024-09-19/2024-09-21", "2024-09-18~")
    assert not edtf.contains("2024-09-19", "2024-09")


def test_gap_counts_days_between() -> None:
    assert edtf.gap("2024-06-28", "2024-06-29") == 1
    assert edtf.gap("2024-06", "2024-06-29") == 0
    assert edtf.gap("2024-07-02", "2024-06") == 2


def test_precision_of_nothing() -> None:
    assert edtf.precision(None) == "none"
    assert edtf.first_day("2024-09-19%") == dt.date(2024, 9, 19)


@pytest.mark.parametrize(
    ("when", "duration", "expected"),
    [
        ("2025-01-21", "P5Y", "2030-01-21"),
        ("2025-01-21~", "P18M", "2026-07-21~"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2025-01-31", "P1M", "2025-02-28"),
        ("2025-01", "P5Y", "2030-01"),
        ("2025-12", "P1M", "2026-01"),
        ("2025", "P5Y", "2030"),
        ("2025", "P18M", "2026-07/2027-06"),
        ("2025-03-11/2025-03-12", "P2Y", "2027-03-11/2027-03-12"),
        ("2025-01-21", "P2W", "2025-02-04"),
        ("2025-01", "P2W", "2025-01-15/2025-02-14"),
        ("9998", "P5Y", None),
        ("2025/..", "P5Y", None),
    ],
)
def test_after(when: str, duration: str, expected: str | None) -> None:
    assert edtf.after(when, duration) == expected
    assert expected is None or edtf.is_edtf(expected)


@pytest.mark.parametrize("text", ["5Y", "P5", "P5D", "P1Y6M", ""])
def test_what_is_no_duration(text: str) -> None:
    assert not edtf.is_duration(text)
    with pytest.raises(ValueError, match="expected a duration"):
        edtf.after("2025", text)
