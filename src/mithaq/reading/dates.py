"""Stage 3, dates: what a text says of time, to EDTF, against the document's date and the dates told before.

A day that is resolved from "yesterday" or a weekday carries `~`: a crawler's or a newspaper's day may be one off.
A sentence is passed over once and from its beginning, so that "the same month" finds told what stands before it; at
each item those rules are tried in order that can begin with its letter. calendar.py reckons, against what clock.py
knows.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Grammar, Letters, Pattern, any_of
from mithaq.reading.calendar import MAKERS, NO_DATE
from mithaq.reading.clock import Clock, Reading
from mithaq.reading.text import Sentence, Text

__all__ = ["Clock", "Dates", "Found"]

_TIME_WORDS = "month*|weekday|day.*|unit.*|season|currently|recent"
# With what a date can begin, alone or before another of these, where a pack says nothing else.
_BEGINS = "digits|month*|weekday|day.*|unit.*|season|part.*|currently"
_BEFORE = "ordinal|number|of|in|from|between|during|on|after|this|last|next|same|paren"
_DAY_NAMES = "weekday|day.relative"
_DATE_NAMES = "digits|ordinal|number|office.modifier|month*"
_NAMED = {"weekday", "relative", "month"}  # what a date says that only the day of the text can resolve
_MONTH = re.compile(r"\d{4}-(0\d|1[0-2])(-\d\d)?")
_SINCE = 5  # items between "since" and a date of what it names: "since the revolution of 1979"
_OPENING = 4  # items at a sentence's beginning where a year is what it is about


class Found(NamedTuple):
    """A date that a text says: its EDTF, the rule that read it, what it is if a coming day is meant.

    The EDTF is empty where a text without a day of its own says "yesterday": a date all the same. `gone` is a year
    earlier: what a month still to come is, said without a year of what was done. `since` is the token of a word after which
    a date tells when something else began or was last so: "the first since 2015", "since the revolution of 1979".
    """

    edtf: str
    rule: str
    coming: str | None
    ahead: bool = False  # whether its words say that it is to come: "next Thursday"
    gone: str | None = None
    since: int | None = None


class _Rule(NamedTuple):
    name: str
    pattern: Pattern
    make: str


class Dates:
    """Finds dates in the sentences of one language."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        rules = lexicon.rules_of("dates")
        grammar = Grammar(letters, macros=rules["macros"], barriers=rules["barriers"])
        self.rules = [
            _Rule(rule["id"], grammar.compile(rule["pattern"]), rule["make"]) for rule in rules["rule"]
        ]
        self.by_letter: dict[str, list[_Rule]] = {}
        for rule in self.rules:
            for letter in lexicon.beginnings[rule.name]:
                self.by_letter.setdefault(letter, []).append(rule)
        begins, before = (
            letters.of(rules.get("begins", _BEGINS)),
            letters.of(rules.get("begins_before", _BEFORE)),
        )
        self.beginning = re.compile(
            f"[{re.escape(begins + before)}](?:(?<=[{re.escape(begins)}])|(?=[{re.escape(begins + before)}]))"
        )
        self.triggers = any_of(letters.of(f"{_TIME_WORDS}|digits"))
        self.script = lexicon.script
        named = rules.get("named", {})
        self.naming = [
            (set(letters.of(classes)), self._forms(named.get(before, ())))
            for before, classes in (("before_days", _DAY_NAMES), ("before_dates", _DATE_NAMES))
        ]
        self.directions = {
            form: way for way, words in rules.get("directions", {}).items() for form in self._forms(words)
        }
        self.quotes = set(letters.of("quote|paren"))
        self.breaks = set(letters.of("comma|paren|line|stop|*.verb"))
        self.before_year = set(letters.of("from|in|unit.year|comma"))

    def find(self, text: Text, sentence: Sentence, clock: Clock) -> None:
        """Rewrite the dates of a sentence to items that know a `Found`, of letter `date` unless they say "now"."""
        letters = sentence.letters
        clock.begin(sentence.number)
        if not self.triggers.search(letters):
            return
        taken: list[tuple[int, int, str, object]] = []
        at = 0
        while beginning := self.beginning.search(letters, at):
            at, entry = self._read(text, sentence, beginning.start(), clock)
            if entry:
                taken.append(entry)
        sentence.rewrite(taken)

    def _read(
        self, text: Text, sentence: Sentence, start: int, clock: Clock
    ) -> tuple[int, tuple[int, int, str, object] | None]:
        """Where to go on from an item, and the date of the first rule that makes one there."""
        letters = sentence.letters
        is_first = True
        unknown: tuple[int, tuple[int, int, str, object]] | None = None
        for rule in self.by_letter.get(letters[start], ()):
            match = rule.pattern.regex.match(letters, start)
            if not match:
                continue
            end = match.end()
            if is_first and self._is_named(text, sentence, start):
                return end, None
            is_first = False
            spans = rule.pattern.spans(match)
            reading = Reading(text, sentence, spans, clock, self.directions)
            if "year" in spans and reading.year() is None:
                end = min(end, self._without_year(letters, spans.pop("year")[0]))
            edtf = MAKERS[rule.make](reading)
            if edtf == NO_DATE:
                return end, None
            if edtf and end > start:
                named_year = "year" in spans or "year1" in spans or "hijri_year" in spans
                clock.told(edtf, named_year=named_year, opens=start < _OPENING)
                gone = None if named_year else _year_before(reading, edtf)
                coming = _coming_day(reading, rule.make, edtf)
                since = self._since(text, sentence, start)
                if since == start - 1 and not edtf.isdigit():
                    coming = since = None  # "since Monday": a Monday that is past, and the day it began
                token = None if since is None else sentence.items[since].start
                found = Found(edtf, rule.name, coming, "next" in spans, gone, token)
                return end, (start, end, letters[start] if rule.make == "now" else BUILT["date"], found)
            if clock.day is None and unknown is None and end > start and not _NAMED.isdisjoint(spans):
                unknown = end, (start, end, BUILT["date"], Found("", rule.name, None, "next" in spans))
        return unknown or (start + 1, None)

    def _since(self, text: Text, sentence: Sentence, start: int) -> int | None:
        """The place of a word for "since" before a date, or before what the date is of."""
        for place in range(start - 1, max(-1, start - _SINCE), -1):
            if sentence.letters[place] in self.breaks:
                break
            token = text.tokens[sentence.items[place].start]
            if self.directions.get(self.script.folded(token)) == "since":
                return place
        return None

    def _without_year(self, letters: str, end: int) -> int:
        """Where a date ends whose year is a number of something else: `on 5 March, 2000 people ...`."""
        while letters[end - 1] in self.before_year:
            end -= 1
        return end

    def _is_named(self, text: Text, sentence: Sentence, start: int) -> bool:
        """Whether what looks like a date is part of a name: of a street, a stadium, a newspaper, a market."""
        place = start - 1
        while place >= 0 and sentence.letters[place] in self.quotes:
            place -= 1
        if place < 0:
            return False
        for classes, words in self.naming:
            if sentence.letters[start] in classes:
                before = text.tokens[sentence.items[place].end - 1]
                if self.script.folded(before) in words:
                    return True
        return False

    def _forms(self, words: Iterable[str]) -> set[str]:
        """Words as texts fold them, with clitics before them, but not with an article."""
        clitics = [prefix for prefix, codes, _ in self.script.prefixes if len(codes) == len(prefix)]
        return {self.script.folded(prefix + word) for word in words for prefix in clitics}


def _coming_day(reading: Reading, maker: str, edtf: str) -> str | None:
    """The day after the document's that a bare weekday names, for what is still to come; what "tomorrow" names."""
    if maker == "weekday" and reading.has("relative") and int(reading.value("relative", "day.relative")) > 0:
        return edtf
    if maker != "weekday" or any(map(reading.has, ("relative", "last", "next", "week"))):
        return None
    day = dt.date.fromisoformat(edtf.rstrip("~"))
    return f"{(day + dt.timedelta(7)).isoformat()}~" if day != reading.clock.day else None


def _year_before(reading: Reading, edtf: str) -> str | None:
    """The date a year earlier, of a month or of a day in one that lies after the document's and of which nothing says
    that it is near."""
    day = reading.clock.day
    if day is None or _MONTH.fullmatch(edtf) is None or edtf <= day.isoformat()[: len(edtf)]:
        return None
    if any(map(reading.has, ("relative", "last", "next", "this", "of_year", "week"))):
        return None
    return f"{int(edtf[:4]) - 1}{edtf[4:]}"
