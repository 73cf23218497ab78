"""Against what a date is read: the document's day, the dates told before it, and the words of its own match."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from mithaq.reading.text import Item, Sentence, Text

FIRST_YEAR, LAST_YEAR = 1945, 2060
_COUNTABLE = range(1100, 9000)  # years of publication from which there is room to count either way
_FRAME = 2  # sentences after one that opens with a year, whose months are of that year


class Clock:
    """The document's day and the dates told so far."""

    def __init__(self, published: str | None) -> None:
        try:
            day = dt.date.fromisoformat(published) if published else None
        except ValueError:
            day = None
        self.day = day if day and day.year in _COUNTABLE else None
        self.month: tuple[int, int] | None = None
        self.year: int | None = None
        self.sentence_year: int | None = None
        self.frame: tuple[int, int] | None = None
        self.last: str | None = None
        self.last_sentence = -1
        self.sentence = 0

    def begin(self, sentence: int) -> None:
        """Go on to a sentence: years named in others count for less."""
        self.sentence = sentence
        self.sentence_year = None

    def told(self, edtf: str, *, named_year: bool, opens: bool) -> None:
        """Remember a date for those said relative to it, and its year for months named without one.

        Args:
            named_year: its year was said.
            opens: it stands at the beginning of its sentence, as in "in 2023, ties grew closer".
        """
        parts = edtf.split("/")[0].rstrip("~").split("-")
        if named_year:
            self.year = self.sentence_year = int(parts[0])
            self.frame = (self.year, self.sentence) if opens and edtf.isdigit() else None
        if len(parts) > 1 and int(parts[1]) <= 12:
            self.month = (int(parts[0]), int(parts[1]))
        self.last, self.last_sentence = edtf, self.sentence

    @property
    def framed_year(self) -> int | None:
        """The year under which the sentence stands, if one just before it opened with a year not long past."""
        if self.frame is None or self.day is None:
            return None
        year, sentence = self.frame
        return year if 0 <= self.sentence - sentence <= _FRAME and -2 <= year - self.day.year <= 0 else None


class Reading:
    """One match of a rule, and how to read its parts."""

    def __init__(
        self,
        text: Text,
        sentence: Sentence,
        spans: dict[str, tuple[int, int]],
        clock: Clock,
        directions: Mapping[str, str],
    ) -> None:
        self.text = text
        self.items = sentence.items
        self.spans = spans
        self.clock = clock
        self.directions = directions

    def has(self, name: str) -> bool:
        """Whether a part was captured."""
        return name in self.spans

    def item(self, name: str) -> Item:
        """The first item of a part."""
        return self.items[self.spans[name][0]]

    def token(self, name: str) -> str:
        """The first token of a part, its digits in ASCII."""
        token = self.text.tokens[self.item(name).start]
        return "".join(str(int(char)) if char.isdecimal() else char for char in token)

    def value(self, name: str, cls: str) -> str:
        """The value of the first item of a part that a table knows, in a class that begins so."""
        for place in range(*self.spans[name]):
            for sense in self.text.senses(self.items[place]):
                if sense.cls.startswith(cls) and sense.value != "-":
                    return sense.value
        return ""

    def number(self, name: str) -> int | None:
        """The number that a part says, in digits or words; -1 is the last day of a month."""
        for cls in ("number", "ordinal", "month.edge"):
            value = self.value(name, cls)
            if value.removeprefix("-").isdigit():
                return int(value)
        token = self.text.tokens[self.item(name).start].rstrip(".,:")
        return int(token) if token.isdecimal() and len(token) < 5 else None

    def year(self, name: str = "year") -> int | None:
        """The year that a part names, if it names one that can be."""
        number = self.number(name) if self.has(name) else None
        return number if number is not None and FIRST_YEAR <= number <= LAST_YEAR else None

    @property
    def step(self) -> int:
        """1 for what is said to be next, -1 for the last, 0 for this one."""
        return -1 if self.has("last") else 1 if self.has("next") else 0

    def year_for(self, month: int, day: int = 15) -> int | None:
        """The year of a month named without one: told, or the nearest to the document's day, the past first."""
        today = self.clock.day
        if self.has("year"):
            return self.year()
        if self.has("same"):
            return self.clock.year
        if self.has("of_year"):
            return today.year + self.step if today else None
        framed = self.clock.sentence_year or self.clock.framed_year
        if today is None:
            return framed or self.clock.year
        if self.has("last"):
            return today.year - (month > today.month)
        if self.has("next"):
            return today.year + (month < today.month)
        if framed and not self.has("this"):
            return framed
        away = (month - today.month) + (day - today.day) / 31
        return today.year - 1 if away > 6.5 else today.year + 1 if away < -10.8 else today.year
