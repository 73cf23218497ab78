"""The words of pages: Fluent messages, counted nouns, lists and days of one language as one country writes it."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from fluent.runtime import FluentBundle, FluentResource

from mithaq.errors import UsageError
from mithaq.publish.grammar import read_grammar

_CONTROLS = ("Cc", "Cf", "Cs", "Co")
_JOINERS = "\u200c\u200d"
_FIRST_STRONG, _POP = "\u2068", "\u2069"
_LONG_MONTH = 8
_HELD = "\ue000"
"""Stands for a blank within a text of others; `clean` lets none of these in."""


class Words:
    """The messages of one language.

    Args:
        lang: a folder of `locales/`, such as `ar`.
        home: the country whose manner of writing months and numbers is followed, alpha-3.

    Raises:
        UsageError: there are no messages in that language.
    """

    def __init__(self, lang: str, home: str | None = None) -> None:
        if lang not in languages():
            raise UsageError(f"--lang: expected one of {', '.join(languages())}, found {lang!r}")
        self.lang = lang
        self.grammar = read_grammar(lang)
        self.locale = _locale(lang, home, self.grammar.declared.world)
        self.is_rtl = self.locale.text_direction == "rtl"
        self._bundle = _bundle(lang, str(self.locale))
        self._said: dict[str, str] = {}

    def __contains__(self, message: str) -> bool:
        return self._bundle.has_message(message)

    def say(self, message: str, /, **arguments: Any) -> str:
        """A message, `visit` or `visit.attribute`, with its arguments."""
        if not arguments and message in self._said:
            return self._said[message]
        name, _, attribute = message.partition(".")
        found = self._bundle.get_message(name)
        pattern = found.attributes.get(attribute) if attribute else found.value
        if pattern is None:
            raise KeyError(f"{self.lang}: no message {message!r}")
        text, faults = self._bundle.format_pattern(pattern, arguments)
        if faults:
            raise faults[0]
        if not arguments:
            self._said[message] = str(text)
        return str(text)

    def count(self, noun: str, n: int, *, oblique: bool = False) -> str:
        """A number with its noun, as "ثلاثة لقاءات" for `count("meetings", 3)`."""
        message = f"count-{noun}.oblique" if oblique else f"count-{noun}"
        return self.say(message, n=n, **self.numerals(n))

    def numerals(self, n: int) -> dict[str, str]:
        """The number in words as it stands before masculine and feminine nouns."""
        return {gender: self.say(gender, n=n) for gender in ("masculine", "feminine") if gender in self}

    def ordinal(self, n: int) -> str:
        """A session's ordinal, as "الثانية والتسعين" for 92."""
        ones, tens = n % 10, n - n % 10
        if "ordinal-joined" not in self or n < 21 or n > 99 or not ones:
            return self.say("ordinal", n=n, form=str(self.locale.ordinal_form(n)))
        return self.say(
            "ordinal-joined", ones=self.say("ordinal-one", n=ones), tens=self.say("ordinal", n=tens)
        )

    def join(self, items: Iterable[str]) -> str:
        """Items as a list in a sentence, with "and" before the last."""
        return format_list(list(items), locale=self.locale)

    def day(self, day: dt.date, *, with_year: bool = True, with_month: bool = True) -> str:
        """A day as the home country writes it, as "20 نونبر 2024"."""
        first = self.grammar.declared.first_day if day.day == 1 else ""
        if not with_month:
            return first or str(day.day)
        if with_year:  # the skeleton "yMMMMd" would give French and Moroccan Arabic another month's name
            told = format_date(day, format="long", locale=self.locale)
        else:
            told = format_skeleton("MMMMd", day, locale=self.locale)
        return told.replace("1", first, 1) if first and told.startswith("1") else told

    def short_month(self, month: int) -> str:
        """The name of a month for a narrow place: cut short only where the language has long ones."""
        names = self.locale.months["stand-alone"]["wide"]
        if max(map(len, names.values())) > _LONG_MONTH:
            names = self.locale.months["stand-alone"]["abbreviated"]
        name = str(names[month])
        return name[:1].upper() + name[1:]

    @property
    def begins_with_month(self) -> bool:
        """True if the home country writes the month before the day: "September 20"."""
        return str(self.locale.datetime_skeletons["MMMMd"].pattern).startswith("M")

    def month(self, month: int, year: int | None = None) -> str:
        """The name of a month, as "شتنبر" for 9 in Morocco."""
        name = str(self.locale.months["stand-alone"]["wide"][month])
        return format_skeleton("yMMMM", dt.date(year, month, 1), locale=self.locale) if year else name

    def number(self, n: float) -> str:
        """A number with the signs that part its thousands."""
        return str(format_decimal(n, locale=self.locale))

    def percent(self, share: float) -> str:
        """A share as a percentage."""
        return format_percent(share, locale=self.locale)

    def gender_of_name(self, name: str | None) -> str | None:
        """The gender that a person's first name tells; None if it tells none, or no verb needs it."""
        first = (name or "").split()[:1]
        for gender in ("masculine", "feminine"):
            if first and f"given-{gender}" in self and first[0] in self.say(f"given-{gender}").split():
                return gender
        return None

    def isolate(self, text: str) -> str:
        """A text of others, safe to stand in a sentence: no controls; isolated if it runs the other way.

        Its blanks are marked, so that its words are not taken for words of the sentence: `finish` gives them back.
        """
        text = clean(text)
        held = text.replace(" ", _HELD)
        return f"{_FIRST_STRONG}{held}{_POP}" if is_rtl(text) != self.is_rtl else held

    def finish(self, sentence: str) -> str:
        """A sentence as it is read: meeting words made one, no sign doubled, a capital at its beginning."""
        comma = self.say("comma")
        sentence = self.grammar.join(sentence)
        for doubled in (comma * 2, f"{comma} {comma}"):
            sentence = sentence.replace(doubled, comma)
        for sign in (".", ")", ";", "؛"):
            sentence = sentence.replace(f"{comma}{sign}", sign)
        sentence = sentence.replace(_HELD, " ").strip().removesuffix(comma)
        return sentence[:1].upper() + sentence[1:]


def clean(text: str) -> str:
    """A text without control and direction characters, its runs of space as single spaces."""
    kept = (c if unicodedata.category(c) not in _CONTROLS or c in _JOINERS else " " for c in text)
    return " ".join("".join(kept).split())


def is_rtl(text: str) -> bool:
    """True if the first letter with a direction runs from right to left."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL", "L"):
            return direction != "L"
    return True


def languages() -> list[str]:
    """The languages that pages can be written in."""
    return sorted(path.name for path in _locales().iterdir() if (path / "review.ftl").is_file())


@cache
def alpha2(code: str) -> str | None:
    """The two letters of an alpha-3 country code, or None if CLDR knows none."""
    known = get_global("territory_aliases").get(code)
    return str(known[0]) if known else None


@cache
def _bundle(lang: str, locale: str) -> FluentBundle:
    bundle = FluentBundle([locale.replace("_", "-")], use_isolating=False)
    for path in sorted((_locales() / lang).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def _locale(lang: str, home: str | None, world: str) -> Locale:
    territory = alpha2(home) if home else None
    if territory:
        try:
            return Locale.parse(f"{lang}_{territory}")
        except UnknownLocaleError:
            pass
    return Locale.parse(world or lang)


def _locales() -> Path:
    return Path(str(files("mithaq.publish"))) / "locales"
