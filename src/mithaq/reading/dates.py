"""Stage 3, dates: what a text says of time, to EDTF, against the document's date and the dates told before.

A day that is resolved from "yesterday" or a weekday carries `~`: a crawler's or a newspaper's day may be one off.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Grammar, Letters, Pattern, any_of
from mithaq.reading.text import Item, Sentence, Text

_NUMERIC = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})$")
_FIRST_YEAR, _LAST_YEAR = 1945, 2060
_TRIGGERS = "month*|weekday|day.*|unit.*|season|currently"


class Found(NamedTuple):
    """A date that a text says: its EDTF, the rule that read it, what it is if a coming day is meant."""

    edtf: str
    rule: str
    coming: str | None


class Dates:
    """Finds dates in the sentences of one language."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        rules = lexicon.rules["dates"]
        grammar = Grammar(letters, macros=rules["macros"], barriers=rules["barriers"])
        self.rules = [(rule["id"], grammar.compile(rule["pattern"]), rule["make"]) for rule in rules["rule"]]
        self.triggers = any_of(letters.of(_TRIGGERS))
        self.letters = letters
        self.with_digits = any_of(letters.of("digits"))

    def find(self, text: Text, sentence: Sentence, clock: Clock) -> None:
        """Rewrite the dates of a sentence to items of letter `date` that know a `Found`."""
        if not self.triggers.search(sentence.letters) and not self.with_digits.search(sentence.letters):
            return
        clock.sentence_year = None
        taken: list[tuple[int, int, str, object]] = []
        for rule, pattern, maker in self.rules:
            for match in pattern.finditer(sentence.letters):
                start, end = match.span()
                if start == end or any(start < other_end and other < end for other, other_end, *_ in taken):
                    continue
                reading = _Reading(text, sentence, pattern, match, clock)
                edtf = _MAKERS[maker](reading)
                if edtf:
                    clock.told(edtf, named_year=reading.has("year"))
                    taken.append((start, end, BUILT["date"], Found(edtf, rule, _coming_day(reading, maker, edtf))))
        taken.sort(key=lambda entry: entry[0])
        sentence.rewrite(taken)


class Clock:
    """The document's day and the dates told so far."""

    def __init__(self, published: str | None) -> None:
        try:
            self.day = dt.date.fromisoformat(published) if published else None
        except ValueError:
            self.day = None
        self.month: tuple[int, int] | None = None
        self.year: int | None = None
        self.sentence_year: int | None = None
        self.last: str | None = None

    def told(self, edtf: str, *, named_year: bool) -> None:
        """Remember a date for those said relative to it, and its year for months named without one."""
        plain = edtf.split("/")[0].rstrip("~")
        parts = plain.split("-")
        if named_year:
            self.year = self.sentence_year = int(parts[0])
        if len(parts) > 1 and int(parts[1]) <= 12:
            self.month = (int(parts[0]), int(parts[1]))
        self.last = edtf


class _Reading:
    """One match of a rule, and how to read its parts."""

    def __init__(
        self, text: Text, sentence: Sentence, pattern: Pattern, match: re.Match[str], clock: Clock
    ) -> None:
        self.text = text
        self.items = sentence.items
        self.spans = {name: span for name in pattern.names if (span := pattern.span(match, name))}
        self.clock = clock
        self.exact = True

    def has(self, name: str) -> bool:
        """Whether a part was captured."""
        return name in self.spans

    def item(self, name: str) -> Item:
        """The first item of a part."""
        return self.items[self.spans[name][0]]

    def value(self, name: str) -> str:
        """The value of the first item of a part that a table knows."""
        for place in range(*self.spans[name]):
            value = self.text.value(self.items[place])
            if value and value != "-":
                return value
        return ""

    def number(self, name: str) -> int | None:
        """The number that a part says, in digits or words."""
        item = self.item(name)
        value = self.text.value(item)
        token = value if value.isdigit() else self.text.tokens[item.start]
        return int(token) if token.isdecimal() and len(token) < 5 else None

    def year(self) -> int | None:
        """The year that the match names, if it names one that can be."""
        number = self.number("year") if self.has("year") else None
        if number is not None and _FIRST_YEAR <= number <= _LAST_YEAR:
            return number
        return None

    def year_for(self, month: int, day: int = 15) -> int | None:
        """The year of a month named without one: told, or the nearest to the document's day, the past first."""
        if self.has("year"):
            return self.year()
        today = self.clock.day
        self.exact = False
        if today is None or (self.clock.sentence_year and not self.has("next") and not self.has("last")):
            return self.clock.sentence_year or self.clock.year
        if self.has("last") and month > today.month:
            return today.year - 1
        if self.has("next"):
            return today.year + (month < today.month)
        away = (month - today.month) + (day - today.day) / 31
        if away > 6.5:
            return today.year - 1
        if away < -10.8:
            return today.year + 1
        return today.year


def _day(reading: _Reading) -> str | None:
    day, month = reading.number("day"), int(reading.value("month"))
    if day is None or not 1 <= day <= 31:
        return None
    year = reading.year_for(month, day)
    return _edtf(year, month, day)


def _edtf(year: int | None, month: int, day: int) -> str | None:
    if year is None:
        return None
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _range(reading: _Reading) -> str | None:
    first, last, month = reading.number("day"), reading.number("day2"), int(reading.value("month"))
    if first is None or last is None or not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    first_month = int(reading.value("month1")) if reading.has("month1") else month
    if first_month == month and first >= last:
        return None
    year = reading.year_for(month, last)
    if year is None:
        return None
    start = _edtf(year - (first_month > month), first_month, first)
    end = _edtf(year, month, last)
    return f"{start}/{end}" if start and end else None


def _joined(reading: _Reading) -> str | None:
    """`8-12 February`: both days in one token."""
    token = reading.text.tokens[reading.item("day").start]
    days = re.fullmatch(r"(\d{1,2})[-/](\d{1,2})", token)
    if not days:
        return None
    month = int(reading.value("month"))
    first, last = int(days[1]), int(days[2])
    year = reading.year_for(month, last)
    start, end = _edtf(year, month, first), _edtf(year, month, last)
    return f"{start}/{end}" if start and end and first < last else None


def _numeric(reading: _Reading) -> str | None:
    token = "".join(
        str(int(char)) if char.isdecimal() else char
        for char in reading.text.tokens[reading.item("numeric").start].rstrip(".,:")
    )
    found = _NUMERIC.match(token)
    if not found:
        return None
    first, middle, last = (int(part) for part in found.groups())
    if len(found[1]) == 4:
        return _gregorian(first, middle, last)
    if len(found[3]) == 4:
        return _gregorian(last, middle, first)
    return None


def _gregorian(year: int, month: int, day: int) -> str | None:
    if 1300 < year < 1500:
        return _from_hijri(year, month, day)
    return _edtf(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None


def _from_hijri(year: int, month: int, day: int) -> str | None:
    from hijridate import Hijri

    try:
        return Hijri(year, month, day).to_gregorian().isoformat()
    except (ValueError, OverflowError):
        return None


def _hijri(reading: _Reading) -> str | None:
    day, month = reading.number("day"), int(reading.value("hijri"))
    if day is None or not 1 <= day <= 30:
        return None
    year = reading.number("year") if reading.has("year") else None
    if year is None:
        year = _hijri_year(reading, month)
        reading.exact = False
    return _from_hijri(year, month, day) if year else None


def _hijri_year(reading: _Reading, month: int) -> int | None:
    from hijridate import Gregorian

    today = reading.clock.day
    if today is None:
        return None
    now = Gregorian(today.year, today.month, today.day).to_hijri()
    if reading.has("next"):
        return int(now.year) + (month <= now.month)
    return int(now.year) - (month > now.month)


def _hijri_month(reading: _Reading) -> str | None:
    month = int(reading.value("hijri"))
    year = reading.number("year") if reading.has("year") else _hijri_year(reading, month)
    if not year:
        return None
    start = _from_hijri(year, month, 1)
    after = _from_hijri(year + (month == 12), month % 12 + 1, 1)
    if not start or not after:
        return None
    end = dt.date.fromisoformat(after) - dt.timedelta(1)
    return f"{start}~/{end.isoformat()}~"


def _month(reading: _Reading) -> str | None:
    month = int(reading.value("month"))
    year = reading.year_for(month)
    if year is None and not reading.has("year"):
        year = reading.clock.year
    return f"{year}-{month:02d}" if year else None


def _same(reading: _Reading) -> str | None:
    clock = reading.clock
    reading.exact = False
    if reading.has("day"):
        return clock.last
    if reading.has("year"):
        return str(clock.year) if clock.year else None
    if reading.has("named"):
        month = int(reading.value("named"))
        year = clock.year or reading.year_for(month)
        return f"{year}-{month:02d}" if year else None
    return f"{clock.month[0]}-{clock.month[1]:02d}" if clock.month else None


def _weekday(reading: _Reading) -> str | None:
    today = reading.clock.day
    if today is None:
        return None
    reading.exact = False
    wanted = int(reading.value("weekday"))
    if reading.has("relative"):
        said = today + dt.timedelta(int(reading.value("relative")))
        if said.weekday() == wanted:
            return f"{said.isoformat()}~"
    back = (today.weekday() - wanted) % 7
    if reading.has("next"):
        day = today + dt.timedelta(7 - back)
    elif reading.has("last"):
        day = today - dt.timedelta(back or 7)
    else:
        day = today - dt.timedelta(back)
    return f"{day.isoformat()}~"


def _weekdays(reading: _Reading) -> str | None:
    end = _weekday(reading)
    if not end:
        return None
    last = dt.date.fromisoformat(end.rstrip("~"))
    back = (last.weekday() - int(reading.value("first"))) % 7
    return f"{(last - dt.timedelta(back)).isoformat()}~/{end}"


def _relative(reading: _Reading) -> str | None:
    reading.exact = False
    today = reading.clock.day
    return f"{(today + dt.timedelta(int(reading.value('relative')))).isoformat()}~" if today else None


def _unit(reading: _Reading) -> str | None:
    today = reading.clock.day
    if today is None:
        return None
    reading.exact = False
    step = -1 if reading.has("last") else 1 if reading.has("next") else 0
    unit = reading.text.senses(reading.item("unit"))[0].cls
    if unit == "unit.year":
        return str(today.year + step)
    if unit == "unit.month":
        month = today.year * 12 + today.month - 1 + step
        return f"{month // 12}-{month % 12 + 1:02d}"
    monday = today - dt.timedelta(today.weekday()) + dt.timedelta(7 * step)
    return f"{monday.isoformat()}~/{(monday + dt.timedelta(6)).isoformat()}~"


def _coming(reading: _Reading) -> str | None:
    today = reading.clock.day
    reading.exact = False
    return f"{today.isoformat()}~/{(today + dt.timedelta(14)).isoformat()}~" if today else None


def _season(reading: _Reading) -> str | None:
    today = reading.clock.day
    year = reading.year()
    if year is None and today:
        year = today.year + (-1 if reading.has("last") and today.month < 6 else 0)
    return f"{year}-{reading.value('season')}" if year else None


def _year(reading: _Reading) -> str | None:
    year = reading.year()
    return str(year) if year else None


def _now(reading: _Reading) -> str | None:
    reading.exact = False
    return f"{reading.clock.day.isoformat()}~" if reading.clock.day else None


def _coming_day(reading: _Reading, maker: str, edtf: str) -> str | None:
    """The day after the document's that a bare weekday names, for what is still to come."""
    if maker != "weekday" or reading.has("relative") or reading.has("last") or reading.has("next"):
        return None
    day = dt.date.fromisoformat(edtf.rstrip("~"))
    return f"{(day + dt.timedelta(7)).isoformat()}~" if day != reading.clock.day else None


_MAKERS: dict[str, Callable[[_Reading], str | None]] = {
    "day": _day,
    "range": _range,
    "joined": _joined,
    "numeric": _numeric,
    "hijri": _hijri,
    "hijri_month": _hijri_month,
    "month": _month,
    "same": _same,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "relative": _relative,
    "unit": _unit,
    "coming": _coming,
    "season": _season,
    "year": _year,
    "now": _now,
}
