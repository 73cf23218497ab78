"""Names of countries, cities and bodies in the language of a page."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path

from mithaq.lexicon import read_table
from mithaq.publish.words import Words, alpha2, is_rtl

_PARTS_OF_A_CITY = 2


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
        known = _names(self._words.lang, "cities")
        return known.get(f"{country}/{city}") or self._words.isolate(city)


@cache
def _names(lang: str, table: str) -> dict[str, str]:
    """From a value of a table of the language pack to the form shown for it."""
    path = Path(str(files("mithaq"))) / "languages" / lang / f"{table}.tsv"
    if not path.is_file():
        return {}
    rows, _ = read_table(path)
    forms: dict[str, list[tuple[bool, bool, int, str]]] = defaultdict(list)
    right_to_left = Words(lang).is_rtl
    for row in rows:
        is_common = "ambiguous" not in row.note and not row.region
        is_own_script = is_rtl(row.form) == right_to_left
        # A form of two words and more is a name; one word is short for it.
        is_short = table == "bodies" and len(row.form.split()) < _PARTS_OF_A_CITY
        forms[row.value].append((not is_own_script, not is_common or is_short, len(row.form), row.form))
    return {value: min(found)[-1] for value, found in forms.items()}
