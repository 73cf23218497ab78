"""The reckoning of stage 3: what a match of a dates rule says, to EDTF.

A maker answers None where its match is no date after all, so that a later rule may try, and NO_DATE where the words
say a time that nothing tells: then no rule reads them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from mithaq.reading.clock import FIRST_YEAR, LAST_YEAR, Reading

NO_DATE = ""
_NUMERIC = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
_TWO_DAYS = re.compile(r"(\d{1,2})[-/](\d{1,2})")
_TWO_YEARS = re.compile(r"(\d{4})[-/](\d{4})")
_HIJRI_YEARS = range(1343, 1501)  # what hijridate can convert
_COMING_DAYS = 14  # "in the coming days"
_OF_TOLD = "told"  # the note of words that count from the date told last: "the next day", "the eve", "in the evening"
_PLURAL = "many"  # the value of "days", "months": how many, only a number before them tells


def _edtf(year: int | None, month: int, day: int) -> str | None:
    if year is None:
        return None
    try:
        if day == -1:
            return (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).isoformat()
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _interval(start: str | None, end: str | None) -> str | None:
    return f"{start}/{end}" if start and end and start < end else None


def _after(day: dt.date, days: int) -> str | None:
    try:
        return f"{(day + dt.timedelta(days)).isoformat()}~"
    except OverflowError:
        return None


def _month_after(year: int, month: int, months: int) -> str:
    month += year * 12 + months - 1
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def _day(reading: Reading) -> str | None:
    month, day = int(reading.value("month", "month")), reading.number("day")
    return _edtf(reading.year_for(month, day), month, day) if day else None


def _day_of_month(reading: Reading) -> str | None:
    """`the 12th of last month`."""
    clock, day = reading.clock, reading.number("day")
    if reading.has("same"):
        if clock.month is None:
            return NO_DATE
        year, month = clock.month
    elif clock.day is None:
        return NO_DATE
    else:
        year, month = map(int, _month_after(clock.day.year, clock.day.month, reading.step).split("-"))
    return _edtf(year, month, day) if day else None


def _range(reading: Reading) -> str | None:
    first, last, month = reading.number("day"), reading.number("day2"), int(reading.value("month", "month"))
    if not first or not last:
        return None
    first_month = int(reading.value("month1", "month")) if reading.has("month1") else month
    year = reading.year_for(month, last)
    if year is None:
        return None
    first_year = reading.year("year1") if reading.has("year1") else year - (first_month > month)
    return _interval(_edtf(first_year, first_month, first), _edtf(year, month, last))


def _joined(reading: Reading) -> str | None:
    """`8-12 February`: both days in one token."""
    days = _TWO_DAYS.fullmatch(reading.token("day"))
    if not days:
        return None
    month = int(reading.value("month", "month"))
    first, last = int(days[1]), int(days[2])
    year = reading.year_for(month, last)
    return _interval(_edtf(year, month, first), _edtf(year, month, last))


def _numeric(reading: Reading) -> str | None:
    first, end = reading.spans["numeric"]
    if end - first > 1:
        return _read_numeric("/".join(str(reading.number(name)) for name in ("numeric", "middle", "end")))
    token = reading.token("numeric")
    years = _TWO_YEARS.fullmatch(token)
    return _year_span(int(years[1]), int(years[2])) if years else _read_numeric(token)


def _numerics(reading: Reading) -> str | None:
    return _interval(_read_numeric(reading.token("numeric")), _read_numeric(reading.token("numeric2")))


def _read_numeric(token: str) -> str | None:
    found = _NUMERIC.fullmatch(token.rstrip(".,:"))
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups())
    if len(found[1]) == 4:
        day, year = year, day
    elif len(found[3]) != 4:
        return None
    if year in _HIJRI_YEARS:
        return _from_hijri(year, month, day)
    return _edtf(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR and day > 0 else None


def _from_hijri(year: int, month: int, day: int) -> str | None:
    from hijridate import Hijri

    try:
        return Hijri(year, month, day).to_gregorian().isoformat()
    except (ValueError, OverflowError):
        return None


def _hijri(reading: Reading) -> str | None:
    month, day = int(reading.value("hijri", "month.hijri")), reading.number("day")
    year = _hijri_year(reading, month)
    if not day or not year:
        return None
    return _hijri_span(year, month)[1] if day == -1 else _from_hijri(year, month, day)


def _hijri_year(reading: Reading, month: int) -> int | None:
    if reading.has("hijri_year"):
        return reading.number("hijri_year")
    from hijridate import Gregorian

    today = reading.clock.day
    if today is None:
        return None
    try:
        now = Gregorian(today.year, today.month, today.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    if reading.has("next"):
        return int(now.year) + (month <= now.month)
    return int(now.year) - (month > now.month)


def _hijri_span(year: int, month: int) -> tuple[str | None, str | None]:
    after = _from_hijri(year + (month == 12), month % 12 + 1, 1)
    end = (dt.date.fromisoformat(after) - dt.timedelta(1)).isoformat() if after else None
    return _from_hijri(year, month, 1), end


def _hijri_month(reading: Reading) -> str | None:
    month = int(reading.value("hijri", "month.hijri"))
    year = _hijri_year(reading, month)
    start, end = _hijri_span(year, month) if year else (None, None)
    return f"{start}~/{end}~" if start and end else None


def _month(reading: Reading) -> str | None:
    month = int(reading.value("month", "month"))
    year = reading.year_for(month)
    return f"{year}-{month:02d}" if year else None


def _months(reading: Reading) -> str | None:
    first, month = int(reading.value("month1", "month")), int(reading.value("month", "month"))
    year = reading.year_for(month)
    if year is None:
        return None
    first_year = reading.year("year1") if reading.has("year1") else year - (first > month)
    return _interval(f"{first_year}-{first:02d}", f"{year}-{month:02d}") if first_year else None


def _years(reading: Reading) -> str | None:
    return _year_span(reading.year("year1"), reading.year())


def _year_span(first: int | None, last: int | None) -> str | None:
    return f"{first}/{last}" if first and last and FIRST_YEAR <= first < last <= LAST_YEAR else None


def _same(reading: Reading) -> str | None:
    clock = reading.clock
    if reading.has("day"):
        if reading.value("day", "day.relative") not in ("0", ""):
            return None
        return clock.last or NO_DATE
    if reading.has("same_year"):
        return str(clock.year) if clock.year else NO_DATE
    if reading.has("named"):
        month = int(reading.value("named", "month"))
        year = clock.year or reading.year_for(month)
        return f"{year}-{month:02d}" if year else NO_DATE
    return f"{clock.month[0]}-{clock.month[1]:02d}" if clock.month else NO_DATE


def _weekday(reading: Reading) -> str | None:
    today = reading.clock.day
    if today is None:
        return None
    wanted = int(reading.value("weekday", "weekday"))
    if reading.has("relative") and not _counts_from_told(reading):
        # The day of publication may be one early or some late: then the weekday tells which day was meant.
        said = int(reading.value("relative", "day.relative"))
        off = (wanted - today.weekday() - said + 5) % 7 - 5
        return _after(today, said + off)
    if reading.has("week"):
        return _after(today, wanted - today.weekday() + 7 * reading.step)
    back = (today.weekday() - wanted) % 7
    if reading.has("next"):
        return _after(today, 7 - back)
    return _after(today, -(back or 7) if reading.has("last") else -back)


def _weekdays(reading: Reading) -> str | None:
    first, last = int(reading.value("first", "weekday")), int(reading.value("weekday", "weekday"))
    between = (last - first) % 7
    if not between or not (reading.has("to") or between == 1):
        return None
    end = _weekday(reading)
    return f"{_after(dt.date.fromisoformat(end.rstrip('~')), -between)}/{end}" if end else None


def _relative(reading: Reading) -> str | None:
    today, days = reading.clock.day, int(reading.value("relative", "day.relative"))
    if _counts_from_told(reading):
        clock = reading.clock
        if not days and clock.last_sentence != clock.sentence:
            return _after(today, 0) if today else NO_DATE  # "in the evening" of the day that is told of
        return _from_told(clock.last, days) or NO_DATE
    return _after(today, days) if today else None


def _counts_from_told(reading: Reading) -> bool:
    return any(sense.note == _OF_TOLD for sense in reading.text.senses(reading.item("relative")))


def _from_told(last: str | None, days: int) -> str | None:
    """The day so many days from the one told last: `the next day`; after a span of days from its end."""
    first, _, end = (last or "").partition("/")
    told = end if end and days > 0 else first
    try:
        day = dt.date.fromisoformat(told.rstrip("~"))
        return (day + dt.timedelta(days)).isoformat() + "~" * told.endswith("~")
    except (ValueError, OverflowError):
        return None


def _term(reading: Reading) -> str | None:
    """`the second half of 2021`, `the first quarter of this year`: months as many as the value of the word says."""
    months, which = reading.value("unit", "unit.month"), reading.number("part")
    year = reading.year()
    if year is None and reading.clock.day and reading.has("of_year"):
        year = reading.clock.day.year + reading.step
    if year is None or not which or not months.isdigit() or which * int(months) > 12:
        return None
    last = which * int(months)
    return f"{year}-{last - int(months) + 1:02d}/{year}-{last:02d}"


def _unit(reading: Reading) -> str | None:
    today = reading.clock.day
    if today is None or reading.value("unit", "unit"):
        return None
    unit = reading.text.senses(reading.item("unit"))[0].cls
    if unit == "unit.year":
        return str(today.year + reading.step)
    if unit == "unit.month":
        return _month_after(today.year, today.month, reading.step)
    monday = 7 * reading.step - today.weekday()
    return f"{_after(today, monday)}/{_after(today, monday + 6)}"


def _coming(reading: Reading) -> str | None:
    today = reading.clock.day
    days = reading.value("unit", "day.word")
    if today is None or not days:
        return None
    count = _COMING_DAYS if days == _PLURAL else int(days)
    return f"{_after(today, 0 if days == _PLURAL else 1)}/{_after(today, count)}"


def _direction(reading: Reading, name: str) -> str:
    token = reading.text.tokens[reading.item(name).start]
    return reading.directions.get(reading.text.lexicon.script.folded(token), "")


def _ago(reading: Reading) -> str | None:
    """`two days ago`, `in three weeks`: a day, or the month or the year where months or years are counted."""
    today, way = reading.clock.day, _direction(reading, "way")
    unit = reading.text.senses(reading.item("unit"))[0].cls
    value = reading.value("unit", unit)
    count = reading.number("count") if reading.has("count") else int(value or 1) if value != _PLURAL else None
    if today is None or not way or not count or count > 99:
        return None
    # "For two years" is how long, "after two years" goes on from what was told, "day after day" is no day.
    if unit == "unit.year" and way != "ago" or unit == "day.word" and way == "ahead" and count == 1:
        return None
    count = count if way == "ahead" else -count
    if unit == "unit.year":
        return f"{today.year + count}~"
    if unit == "unit.month":
        return _month_after(today.year, today.month, count) + "~"
    return _after(today, count * (7 if unit == "unit.week" else 1))


def _season(reading: Reading) -> str | None:
    today = reading.clock.day
    year = reading.year()
    if year is None and today and reading.has("of_year"):
        year = today.year + reading.step
    elif year is None and today:
        year = today.year - (reading.has("last") and today.month < 6)
    return f"{year}-{reading.value('season', 'season')}" if year else None


def _year(reading: Reading) -> str | None:
    year = reading.year()
    return str(year) if year else None


def _now(reading: Reading) -> str | None:
    today = reading.clock.day
    now = any(sense.cls == "currently" for sense in reading.text.senses(reading.item("now")))
    return _after(today, 0) if today and now else None


MAKERS: dict[str, Callable[[Reading], str | None]] = {
    "day": _day,
    "day_of_month": _day_of_month,
    "range": _range,
    "joined": _joined,
    "numeric": _numeric,
    "numerics": _numerics,
    "hijri": _hijri,
    "hijri_month": _hijri_month,
    "month": _month,
    "months": _months,
    "years": _years,
    "same": _same,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "relative": _relative,
    "unit": _unit,
    "term": _term,
    "coming": _coming,
    "ago": _ago,
    "season": _season,
    "year": _year,
    "now": _now,
}
