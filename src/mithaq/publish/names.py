"""Names of countries, cities and bodies in the language of a page, with the words that stand before them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from os.path import commonprefix
from pathlib import Path
from typing import NamedTuple

from mithaq.lexicon import Row, read_table
from mithaq.lexicon.tables import shipped_rows
from mithaq.publish.words import Words, alpha2, is_rtl
from mithaq.register.offices import cells_of

_REGIONS = {"Africa": "002", "Americas": "019", "Asia": "142", "Europe": "150", "Oceania": "009"}
"""CLDR's numbers of regions."""

_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9_-]+")


class Where(NamedTuple):
    """A place as it is visited, as it is gone to, and as something takes place there: "le Maroc", "au Maroc", "au Maroc"."""

    name: str
    to: str
    at: str


class _Country(NamedTuple):
    name: str
    article: str
    at: str


class Names:
    """Names in the language of some words; what has none keeps its code or its English name."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def country(self, code: str) -> str:
        """The name of a country by its alpha-3 code, as it stands by itself."""
        message = f"country-{code}"
        if message in self._words:
            return self._words.say(message)
        name = _countries(self._words.lang).get(code, _Country("", "", "")).name
        short = alpha2(code)
        return name or str(self._words.locale.territories.get(short, code) if short else code)

    def country_in_words(self, code: str) -> str:
        """The name of a country as it stands in a sentence, as "the United States", "le Maroc"."""
        return self._article(code) + self.country(code)

    def country_of(self, code: str) -> str:
        """A country behind an office, as "of Morocco", "du Maroc", "d’Espagne"."""
        article = self._article(code)
        if article in self._words.grammar.articles.dropped_after_of:
            article = ""
        return self._words.say("of-country", country=article + self.country(code))

    def where_country(self, code: str) -> Where:
        """A country as a place."""
        known = _countries(self._words.lang).get(code, _Country("", "", ""))
        article = self._article(code)
        name = article + self.country(code)
        before = f"{known.at} " if known.at else self._words.grammar.declared.in_country.get(article, "")
        told = {"name": name, "bare": self.country(code), "before": before}
        return Where(name, self._words.say("to-country", **told), self._words.say("in-country", **told))

    def where_city(self, country: str, city: str, *, with_country: bool) -> Where:
        """A city as a place, with its country in brackets where that is not understood."""
        name = self.city(country, city)
        is_own = is_rtl(name) == self._words.is_rtl and name[:1].isalpha()
        shown = (
            self._words.say("place-city", city=name, country=self.country(country)) if with_country else name
        )
        kind = "own" if is_own else "foreign"
        return Where(
            shown,
            self._words.say("to-city", name=shown, kind=kind),
            self._words.say("in-city", name=shown, kind=kind),
        )

    def body(self, acronym: str) -> str:
        """The name of an international body by its acronym, as it stands by itself."""
        name = self._words.grammar.without_article(self.body_in_words(acronym))
        return (
            self.body_in_words(acronym)
            if self._words.grammar.articles.is_joined
            else name[:1].upper() + name[1:]
        )

    def body_in_words(self, acronym: str) -> str:
        """The name of an international body as it stands in a sentence, as "the European Union"."""
        message = f"body-{acronym}"
        if message in self._words:
            return self._words.say(message)
        name = _names(self._words.lang, "bodies").get(acronym)
        if not name or is_rtl(name) != self._words.is_rtl:
            return acronym
        if " " not in name or self._words.grammar.is_definite(name):
            return name
        grammar = self._words.grammar
        return grammar.definite(name, grammar.gender(name), is_plural=False) or name

    def party(self, code: str, *, is_body: bool) -> str:
        """The name of a country or body as it stands by itself."""
        return self.body(code) if is_body else self.country(code)

    def party_in_words(self, code: str, *, is_body: bool) -> str:
        """The name of a country or body as it stands in a sentence."""
        return self.body_in_words(code) if is_body else self.country_in_words(code)

    def region(self, name: str | None) -> str:
        """A UN M49 region by its English name in the tables; None is what has no region there."""
        number = _REGIONS.get(name or "")
        return str(self._words.locale.territories[number]) if number else self._words.say("region-other")

    def people(self, code: str) -> tuple[str, str] | None:
        """What officials of a country are called, as subject and as object; None where no word is known."""
        message = f"people-{code}"
        if message in self._words:
            both = self._words.say(message)
            return both, both
        listed = _adjectives(self._words.lang).get(code)
        if listed:
            return listed[2], listed[2]
        one = self.adjective(code)
        if not one or "ending-of-people" not in self._words:
            return None
        return one + self._words.say("ending-of-people"), one + self._words.say("ending-of-people.oblique")

    def adjective(self, code: str, gender: str = "masculine", *, is_plural: bool = False) -> str | None:
        """What belongs to a country is called so, as "تركي"; None where no word is known.

        Of several, the one that is most like the name of the country: so that the spelling is the same, and no
        name that enemies or poets give.
        """
        listed = _adjectives(self._words.lang)
        if listed:
            masculine, feminine, many = listed.get(code, ("", "", ""))
            if is_plural:
                return (
                    self._words.say("many-feminine", one=feminine) if gender == "feminine" else many
                ) or None
            return (feminine if gender == "feminine" else masculine) or None
        message = f"demonym-{code}"
        if message in self._words:
            found: str | None = self._words.say(message) or None
        else:
            name = self._words.grammar.without_article(self.country(code))
            forms = _demonyms(self._words.lang).get((code, "m"), ())
            found = max(forms, key=lambda form: (len(commonprefix([form, name])), -len(form)), default=None)
        return found + self._words.say("ending-feminine") if found and gender == "feminine" else found

    def is_told(self, code: str, text: str) -> bool:
        """True if a text names a country, or calls something by it."""
        grammar = self._words.grammar
        found = _demonyms(self._words.lang)
        known = {self.country(code), *_adjectives(self._words.lang).get(code, ())}
        known = known.union(*(found.get((code, form), ()) for form in ("m", "f", "p")))
        if self.country(code) in text and " " in self.country(code):
            return True
        words = text.replace("’", " ").split()
        return any(grammar.without_article(word) in known or word in known for word in words)

    def is_capital(self, country: str, city: str) -> bool:
        """True if a city needs no country beside it."""
        return cells_of("countries", "capital").get(country) == f"{country}/{city}"

    def city(self, country: str | None, city: str) -> str:
        """The name of a city by its country and its English name."""
        message = _NOT_IN_IDS.sub("-", f"city-{country}-{city}")
        if message in self._words:
            return self._words.say(message)
        if self._words.grammar.declared.writes_cities_as_register:
            return self._words.isolate(city)
        known = _names(self._words.lang, "cities")
        return known.get(f"{country}/{city}") or self._words.isolate(city)

    def _article(self, code: str) -> str:
        return _countries(self._words.lang).get(code, _Country("", "", "")).article


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


def read_locale_table(lang: str, name: str) -> list[list[str]]:
    """The rows of a table of a locale, without its header; none where the locale has no such table."""
    return shipped_rows(f"publish/locales/{lang}/{name}.tsv")[1:]


@cache
def _countries(lang: str) -> dict[str, _Country]:
    """Names of countries where CLDR's is not the common one, their articles, and what stands before them as a place."""
    rows = read_locale_table(lang, "countries")
    return {
        code: _Country(name, article if article.endswith("’") else article and f"{article} ", at)
        for code, name, article, at in rows
    }


@cache
def _adjectives(lang: str) -> dict[str, tuple[str, str, str]]:
    """Adjectives of countries where they are listed: masculine, feminine, and the plural for their officials."""
    return {code: (one, other, many) for code, one, other, many in read_locale_table(lang, "adjectives")}


@cache
def _demonyms(lang: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Demonyms by country and form: `m` masculine, `f` feminine, `p` plural."""
    forms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for form, cls, country, *_ in shipped_rows(f"languages/{lang}/demonyms.tsv")[1:]:
        forms[country, cls.rpartition(".")[2]].append(form)
    return {key: tuple(found) for key, found in forms.items()}


@cache
def _names(lang: str, table: str) -> dict[str, str]:
    path = Path(str(files("mithaq"))) / "languages" / lang / f"{table}.tsv"
    if not path.is_file():
        return {}
    rows, _ = read_table(path)
    return choose_forms(rows, in_rtl=Words(lang).is_rtl, least_words=2 if table == "bodies" else 1)
