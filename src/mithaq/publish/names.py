"""Names of countries, cities and bodies in the language of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from mithaq.lexicon import Row, read_table
from mithaq.publish.words import Words, alpha2, is_rtl

_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9_-]+")


class Names:
    """Names in the language of some words; what has none keeps its code or its English name."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def country(self, code: str) -> str:
        """The name of a country by its alpha-3 code."""
        message = f"country-{code}"
        if message in self._words:
            return self._words.say(message)
        short = alpha2(code)
        return str(self._words.locale.territories.get(short, code)) if short else code

    def body(self, acronym: str) -> str:
        """The name of an international body by its acronym."""
        message = f"body-{acronym}"
        if message in self._words:
            return self._words.say(message)
        return _names(self._words.lang, "bodies").get(acronym, acronym)

    def party(self, code: str, *, is_body: bool) -> str:
        """The name of a country or body."""
        return self.body(code) if is_body else self.country(code)

    def city(self, country: str | None, city: str) -> str:
        """The name of a city by its country and its English name."""
        message = _NOT_IN_IDS.sub("-", f"city-{country}-{city}")
        if message in self._words:
            return self._words.say(message)
        known = _names(self._words.lang, "cities")
        return known.get(f"{country}/{city}") or self._words.isolate(city)


def choose_forms(rows: Iterable[Row], *, in_rtl: bool, least_words: int = 1) -> dict[str, str]:
    """From each value of a table of the language pack to the form shown for it: the shortest common one.

    Args:
        rows: forms of names; an ambiguous or regional one is taken only where there is no other.
        in_rtl: whether the language is written from right to left: acronyms in another script come last.
        least_words: a form of fewer words is taken to be short for the name.
    """
    forms: dict[str, list[tuple[bool, bool, int, str]]] = defaultdict(list)
    for row in rows:
        is_foreign = is_rtl(row.form) != in_rtl
        is_second = "ambiguous" in row.note or bool(row.region) or len(row.form.split()) < least_words
        forms[row.value].append((is_foreign, is_second, len(row.form), row.form))
    return {value: min(found)[-1] for value, found in forms.items()}


@cache
def _names(lang: str, table: str) -> dict[str, str]:
    path = Path(str(files("mithaq"))) / "languages" / lang / f"{table}.tsv"
    if not path.is_file():
        return {}
    rows, _ = read_table(path)
    return choose_forms(rows, in_rtl=Words(lang).is_rtl, least_words=2 if table == "bodies" else 1)
