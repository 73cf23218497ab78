"""The words of pages: Fluent messages, counted nouns, lists and dates of one language as one country writes it."""

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
from babel.dates import format_skeleton
from babel.lists import format_list
from babel.numbers import format_percent
from fluent.runtime import FluentBundle, FluentResource

from mithaq.errors import UsageError

_CONTROLS = ("Cc", "Cf", "Cs", "Co")
_JOINERS = "\u200c\u200d"
_FIRST_STRONG, _POP = "\u2068", "\u2069"


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
        self.locale = _locale(lang, home)
        self.is_rtl = self.locale.text_direction == "rtl"
        self._bundle = _bundle(lang, str(self.locale))

    def __contains__(self, message: str) -> bool:
        return self._bundle.has_message(message)

    def say(self, message: str, /, **arguments: Any) -> str:
        """A message, `visit` or `visit.attribute`, with its arguments."""
        name, _, attribute = message.partition(".")
        found = self._bundle.get_message(name)
        pattern = found.attributes.get(attribute) if attribute else found.value
        if pattern is None:
            raise KeyError(f"{self.lang}: no message {message!r}")
        text, faults = self._bundle.format_pattern(pattern, arguments)
        if faults:
            raise faults[0]
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
            return self.say("ordinal", n=n)
        return self.say(
            "ordinal-joined", ones=self.say("ordinal-one", n=ones), tens=self.say("ordinal", n=tens)
        )

    def join(self, items: Iterable[str]) -> str:
        """Items as a list in a sentence, with "and" before the last."""
        return format_list(list(items), locale=self.locale)

    def day(self, day: dt.date, *, with_year: bool = True, with_month: bool = True) -> str:
        """A day as the home country writes it, as "20 نونبر 2024"."""
        if not with_month:
            return str(day.day)
        return format_skeleton("yMMMMd" if with_year else "MMMMd", day, locale=self.locale)

    def month(self, month: int, year: int | None = None) -> str:
        """The name of a month, as "شتنبر" for 9 in Morocco."""
        name = str(self.locale.months["stand-alone"]["wide"][month])
        return f"{name} {year}" if year else name

    def percent(self, share: float) -> str:
        """A share as a percentage."""
        return format_percent(share, locale=self.locale)

    def gender(self, title: str | None) -> str | None:
        """The grammatical gender of an office or agency, by the ending of its first word; None if there is none."""
        if not title or not title.split() or is_rtl(title) != self.is_rtl:
            return None
        first = title.split()[0].removeprefix(self.say("article"))
        if first in self.say("masculine-anyway").split():
            return "masculine"
        return "feminine" if first.endswith(tuple(self.say("endings-feminine").split())) else "masculine"

    def gender_of_name(self, name: str | None) -> str | None:
        """The gender that a person's first name tells; None if it tells none."""
        first = (name or "").split()[:1]
        for gender in ("masculine", "feminine"):
            if first and first[0] in self.say(f"given-{gender}").split():
                return gender
        return None

    def is_oblique(self, title: str | None) -> bool:
        """True if the first word of an office or agency stands in a case that no subject has."""
        first = (title or "").split()[:1]
        if not first or first[0].removeprefix(self.say("article")) in self.say("subject-anyway").split():
            return False
        return first[0].endswith(tuple(self.say("endings-oblique").split()))

    def is_definite(self, word: str) -> bool:
        """True if a word has the article."""
        return word.startswith(self.say("article"))

    def is_bare(self, title: str) -> bool:
        """True if an office has no article and is completed by its country: "ambassador", "foreign minister"."""
        parts = title.split()
        if any(map(self.is_definite, parts)) or self.is_oblique(title):
            return False
        return len(parts) == 1 or (len(parts) <= 3 and parts[0] in self.say("heads-bare").split())

    def of_body(self, title: str, body: str) -> str:
        """An office of an international body with its name."""
        article = self.say("article")
        if any(part.startswith(self.say("of-definite", name="")) for part in title.split()):
            return self.say("party-of", who=title, country=body)
        if body.startswith(article):
            return f"{title} {self.say('of-definite', name=body.removeprefix(article))}"
        return f"{title} {self.say('of', name=body)}" if is_rtl(body) == self.is_rtl else f"{title} ({body})"

    def as_object(self, text: str) -> str:
        """A text without the endings of the accusative, which its words had in another sentence."""
        endings = tuple(self.say("endings-accusative").split())
        return " ".join(
            next((part.removesuffix(end) for end in endings if part.endswith(end)), part)
            for part in text.split()
        )

    def isolate(self, text: str) -> str:
        """A text of others, safe to stand in a sentence: no controls; isolated if it runs the other way."""
        text = clean(text)
        return f"{_FIRST_STRONG}{text}{_POP}" if is_rtl(text) != self.is_rtl else text


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


def _locale(lang: str, home: str | None) -> Locale:
    territory = alpha2(home) if home else None
    if territory:
        try:
            return Locale.parse(f"{lang}_{territory}")
        except UnknownLocaleError:
            pass
    return Locale.parse(lang)


def _locales() -> Path:
    return Path(str(files("mithaq.publish"))) / "locales"
