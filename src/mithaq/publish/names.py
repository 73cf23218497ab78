"""Names of countries, cities and bodies in the language of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from os.path import commonprefix
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

    def people(self, code: str) -> tuple[str, str] | None:
        """What officials of a country are called, as subject and as object; None where no word is known."""
        message = f"people-{code}"
        if message in self._words:
            both = self._words.say(message)
            return both, both
        one = self.adjective(code)
        if not one:
            return None
        return one + self._words.say("ending-of-people"), one + self._words.say("ending-of-people.oblique")

    def adjective(self, code: str, gender: str = "masculine") -> str | None:
        """What belongs to a country is called so, as "تركي"; None where no word is known.

        Of several, the one that is most like the name of the country: so that the spelling is the same, and no
        name that enemies or poets give.
        """
        message = f"demonym-{code}"
        if message in self._words:
            found: str | None = self._words.say(message) or None
        else:
            name = self.country(code).removeprefix(self._words.say("article"))
            forms = _demonyms(self._words.lang).get((code, "m"), ())
            found = max(forms, key=lambda form: (len(commonprefix([form, name])), -len(form)), default=None)
        return found + self._words.say("ending-feminine") if found and gender == "feminine" else found

    def is_told(self, code: str, text: str) -> bool:
        """True if a text names a country, or calls something by it."""
        article = self._words.say("article")
        found = _demonyms(self._words.lang)
        known = {self.country(code)}.union(*(found.get((code, form), ()) for form in ("m", "f", "p")))
        return any(word.removeprefix(article) in known or word in known for word in text.split())

    def is_capital(self, country: str, city: str) -> bool:
        """True if a city needs no country beside it."""
        return _capitals().get(country) == f"{country}/{city}"

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
def _capitals() -> dict[str, str]:
    lines = (files("mithaq") / "gazetteer" / "countries.tsv").read_text("utf-8").splitlines()
    place = lines[0].split("\t").index("capital")
    return {cells[0]: cells[place] for cells in (line.split("\t") for line in lines[1:])}


@cache
def _demonyms(lang: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Demonyms by country and form: `m` masculine, `f` feminine, `p` plural."""
    path = Path(str(files("mithaq"))) / "languages" / lang / "demonyms.tsv"
    if not path.is_file():
        return {}
    forms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in read_table(path)[0]:
        forms[row.value, row.cls.rpartition(".")[2]].append(row.form)
    return {key: tuple(found) for key, found in forms.items()}


@cache
def _names(lang: str, table: str) -> dict[str, str]:
    path = Path(str(files("mithaq"))) / "languages" / lang / f"{table}.tsv"
    if not path.is_file():
        return {}
    rows, _ = read_table(path)
    return choose_forms(rows, in_rtl=Words(lang).is_rtl, least_words=2 if table == "bodies" else 1)
