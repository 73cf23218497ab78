"""Dates as EDTF (ISO 8601-2) strings: the days they span, how exact they are, whether two can be one day.

Known are `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, the seasons `YYYY-21` (spring) to `YYYY-24` (winter), intervals `a/b`
with an open end written `..` or left empty, and the qualifiers `~` (approximate), `?` (uncertain) and `%` (both)
at the end of a date. Seasons are those of the northern hemisphere, by whole months; winter begins in December
of its year.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

PRECISIONS = ("none", "interval", "year", "season", "month", "days", "day")
"""From the least exact to the most: `interval` is one of more than a month, `days` a shorter one."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)", re.ASCII)
_DURATION = re.compile(r"P(\d{1,4})([YMW])", re.ASCII)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_SHORT = 31


class Bounds(NamedTuple):
    """The first and last day of a date, and whether it is approximate."""

    first: dt.date
    last: dt.date
    approximate: bool


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> Bounds:
    """The days that a date spans.

    Args:
        edtf: `2024-09-19`, `2024-09`, `2024-23`, `2024-09-19~/2024-09-21`.

    Raises:
        ValueError: the string is not of the forms that this module knows.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _simple(start, edtf)
    known = [_simple(part, edtf) for part in (start, end) if part not in ("", "..")]
    if not known:
        raise ValueError(f"expected an EDTF date, such as 2024-09-19 or 2024-09/2024-11, found {edtf!r}")
    first = dt.date.min if start in ("", "..") else known[0].first
    last = dt.date.max if end in ("", "..") else known[-1].last
    if last < first:
        raise ValueError(f"expected an interval that ends after it begins, found {edtf!r}")
    return Bounds(first, last, any(part.approximate for part in known))


def is_edtf(edtf: str) -> bool:
    """True if the string is a date of the forms that this module knows."""
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def first_day(edtf: str) -> dt.date:
    """The first day of a date: 2024-09-01 of `2024-09`."""
    return bounds(edtf).first


def last_day(edtf: str) -> dt.date:
    """The last day of a date: 2024-09-30 of `2024-09`."""
    return bounds(edtf).last


def precision(edtf: str | None) -> str:
    """How exact a date is: one of PRECISIONS."""
    if not edtf:
        return "none"
    if "/" in edtf:
        first, last, _ = bounds(edtf)
        if first == last:
            return "day"
        return "days" if (last - first).days < _SHORT else "interval"
    match = _DATE.fullmatch(edtf)
    if not match:
        raise ValueError(f"expected an EDTF date, such as 2024-09-19, found {edtf!r}")
    _, month, day, _ = match.groups()
    if day:
        return "day"
    if month:
        return "season" if int(month) in _SEASONS else "month"
    return "year"


def is_approximate(edtf: str) -> bool:
    """True if the date carries `~`, `?` or `%`."""
    return bounds(edtf).approximate


def overlaps(one: str, other: str, *, slack: int = 1) -> bool:
    """True if two dates can be of one day.

    Args:
        slack: days that each approximate date may be off on either side.
    """
    a, b = bounds(one), bounds(other)
    allowed = slack * (a.approximate + b.approximate)
    return gap(one, other) <= allowed


def contains(outer: str, inner: str, *, slack: int = 1) -> bool:
    """True if every day of `inner` lies in `outer`, as `2024-09` contains `2024-09-19`."""
    a, b = bounds(outer), bounds(inner)
    allowed = slack * (a.approximate or b.approximate)
    return _days(a.first, b.first) >= -allowed and _days(b.last, a.last) >= -allowed


def gap(one: str, other: str) -> int:
    """Days between the end of the earlier date and the start of the later; 0 where they overlap."""
    a, b = bounds(one), bounds(other)
    return max(0, _days(a.last, b.first), _days(b.last, a.first))


def is_duration(text: str) -> bool:
    """True if a string is an ISO 8601 duration of years, months or weeks: `P5Y`, `P18M`, `P2W`."""
    return _DURATION.fullmatch(text) is not None


def after(edtf: str, duration: str) -> str | None:
    """The date that lies a duration after another, as exact as that one: `2030-01` five years after `2025-01`.

    The 29th of February becomes the 28th where its year has none. Years and a half after a year are an interval of months.

    Args:
        edtf: a date; its qualifier is kept.
        duration: an ISO 8601 duration of years, months or weeks.

    Returns:
        An EDTF date; None where it would lie beyond the year 9999, or where the date has an open end.

    Raises:
        ValueError: either is not of the forms that this module knows.
    """
    match = _DURATION.fullmatch(duration)
    if match is None:
        raise ValueError(f"expected a duration such as P5Y, P18M or P2W, found {duration!r}")
    first, last, approximate = bounds(edtf)
    count, unit = int(match[1]), match[2]
    mark = "~" if approximate else ""
    how = precision(edtf)
    try:
        if unit == "W":
            begin, end = (day + dt.timedelta(weeks=count) for day in (first, last))
        else:
            months = count * (12 if unit == "Y" else 1)
            begin, end = _later(first, months), _later(last, months)
    except (ValueError, OverflowError):
        return None
    if first == dt.date.min or last == dt.date.max:
        return None
    if begin == end:
        return f"{begin.isoformat()}{mark}"
    if unit != "W" and how == "year" and months % 12 == 0:
        return f"{begin.year:04}{mark}"
    if unit != "W" and how == "month":
        return f"{begin.isoformat()[:7]}{mark}"
    if unit != "W" and how == "year":
        return f"{begin.isoformat()[:7]}{mark}/{end.isoformat()[:7]}{mark}"
    return f"{begin.isoformat()}{mark}/{end.isoformat()}{mark}"


def _later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _days(start: dt.date, end: dt.date) -> int:
    return end.toordinal() - start.toordinal()


def _simple(date: str, whole: str) -> Bounds:
    match = _DATE.fullmatch(date)
    if not match:
        raise ValueError(f"expected an EDTF date, such as 2024-09-19 or 2024-09/2024-11, found {whole!r}")
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    approximate = bool(match[4])
    assert year is not None
    try:
        if day is not None and month is not None:
            only = dt.date(year, month, day)
            return Bounds(only, only, approximate)
        if month is None:
            return Bounds(dt.date(year, 1, 1), dt.date(year, 12, 31), approximate)
        if month in _SEASONS:
            begin, end = _SEASONS[month]
            last = (year, end) if end <= 12 else (year + 1, end - 12)
            return Bounds(dt.date(year, begin, 1), dt.date(*last, monthrange(*last)[1]), approximate)
        return Bounds(dt.date(year, month, 1), dt.date(year, month, monthrange(year, month)[1]), approximate)
    except (ValueError, IndexError) as fault:
        raise ValueError(f"expected a day or month that exists, found {whole!r}") from fault
