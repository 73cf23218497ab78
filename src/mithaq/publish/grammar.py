"""What a page must know of the grammar of its language: declared in `locales/LANG/grammar.toml`, applied here.

Of titles and names as texts give them: their gender and number, their articles, whether they can be a subject. Of a
whole sentence: where words that meet become one ("du", "al", "d'Espagne").
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Literal
from unicodedata import bidirectional

import msgspec

Gender = Literal["masculine", "feminine"]


class FirstWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """First words of titles, agencies and instruments by what they are; blanks divide them, commas where they have some.

    `bare` are completed by the country behind them ("ambassador of Italy"), `adjective` take its adjective though other
    words follow, or stand before it where it stands in front ("senior Turkish officials"), `subject` can be subjects though they end as if they could not.
    """

    masculine: str = ""
    feminine: str = ""
    plural: str = ""
    plural_feminine: str = ""
    singular: str = ""
    bare: str = ""
    adjective: str = ""
    subject: str = ""


class Endings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Endings of a first word, divided by blanks, that tell what it is."""

    feminine: str = ""
    plural: str = ""
    oblique: str = ""
    accusative: str = ""


class Articles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The articles of a title that stands without a name; `definite` are all that a name or title may begin with.

    `plural` is that of several officials, `agencies_masculine` and `agencies_feminine` those of agencies in the plural.
    """

    definite: list[str] = []
    is_joined: bool = False
    masculine: str = ""
    feminine: str = ""
    plural: str = ""
    agencies_masculine: str = ""
    agencies_feminine: str = ""
    dropped_after_of: list[str] = []


class Declared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A `grammar.toml`.

    `agreement` is what must be known of a subject for its verb; `adjective` says where that of a country stands: before a
    title, behind its first words, or behind its last; `world` is the CLDR locale of countries that have none in this
    language; `first_day` how the first of a month is written; `agency_column` the column of
    `gazetteer/agencies.tsv` that has names in the language; `writes_cities_as_register` is true
    where events have the names of cities in it; `fallback_gender` that of an office whose gender nothing tells; `junctions` are patterns and what takes their place.
    """

    agreement: Literal["gender", "number", "none"]
    adjective: Literal["front", "head", "last"]
    world: str = ""
    first_day: str = ""
    agency_column: str = ""
    writes_cities_as_register: bool = False
    fallback_gender: Gender | None = None
    junctions: list[tuple[str, str]] = []
    in_country: dict[str, str] = {}
    articles: Articles = Articles()
    endings: Endings = Endings()
    words: FirstWords = FirstWords()


class Grammar:
    """The grammar of one language."""

    def __init__(self, declared: Declared) -> None:
        self.declared = declared
        self.agreement = declared.agreement
        self.articles = declared.articles

    def without_article(self, text: str) -> str:
        """A title or name without its article."""
        for article in self.articles.definite:
            if text.startswith(article) and len(text) > len(article):
                return text[len(article) :]
        return text

    def is_definite(self, word: str) -> bool:
        """True if a word has the article."""
        return any(word.startswith(article) for article in self.articles.definite)

    def gender(self, title: str | None) -> Gender | None:
        """The gender of an office, agency or instrument, by its first words or their ending; None if these do not tell."""
        first = self._first(title)
        if not first:
            return None
        bare = self.without_article(title or "").casefold()
        if _begins(bare, self._known["plural_feminine"]):
            return "feminine"
        for gender in ("feminine", "masculine"):
            if _begins(bare, self._known[gender]):
                return gender
        endings = self.declared.endings.feminine.split()
        if not endings or bidirectional(first[0]) != bidirectional(endings[0][0]):
            return None  # a title of another script
        return "feminine" if first.endswith(tuple(endings)) else "masculine"

    def is_plural(self, title: str | None) -> bool:
        """True if an office or agency is of many: by its first words, or their ending."""
        first = self._first(title)
        if not first:
            return False
        bare = self.without_article(title or "").casefold()
        if _begins(bare, self._known["singular"]):
            return False
        endings = tuple(self.declared.endings.plural.split())
        many = self._known["plural"] + self._known["plural_feminine"]
        return _begins(bare, many) or bool(endings) and first.endswith(endings)

    def head(self, title: str) -> str | None:
        """The first words of a title, behind which an adjective may stand; None where they are not known."""
        bare = self.without_article(title)
        known = self._known["masculine"] + self._known["feminine"] + self._known["plural"]
        found = [head for head in known if _begins(bare.casefold(), (head,))]
        return bare[: len(max(found, key=len))] if found else None

    def is_oblique(self, title: str | None) -> bool:
        """True if the first word of an office or agency stands in a case that no subject has."""
        first = self._first(title)
        endings = tuple(self.declared.endings.oblique.split())
        if not first or not endings or first in self._known["subject"]:
            return False
        return first.endswith(endings)

    def is_bare(self, title: str) -> bool:
        """True if an office has no article and is completed by its country: "ambassador", "foreign minister"."""
        if self.declared.adjective != "last":
            return title.casefold() in self._known["bare"]
        parts = title.split()
        if any(map(self.is_definite, parts)) or self.is_oblique(title):
            return False
        return len(parts) == 1 or (len(parts) <= 3 and parts[0] in self._known["bare"])

    def takes_adjective(self, word: str) -> bool:
        """True if the adjective of the country belongs to this first word of a short office."""
        return word in self._known["adjective"]

    def as_object(self, text: str) -> str:
        """A text without the endings of the accusative, which its words had in another sentence."""
        endings = tuple(self.declared.endings.accusative.split())
        if not endings:
            return text
        return " ".join(
            next((part.removesuffix(end) for end in endings if part.endswith(end)), part)
            for part in text.split()
        )

    def definite(
        self, title: str, gender: Gender | None, *, is_plural: bool = False, is_agency: bool = False
    ) -> str | None:
        """A title with the article of one that stands alone; None if its gender is not known."""
        articles = self.articles
        if articles.is_joined:
            return title
        if is_plural and is_agency:
            many = articles.agencies_feminine if gender == "feminine" else articles.agencies_masculine
            return many + title
        if is_plural:
            return articles.plural + title
        gender = gender or self.declared.fallback_gender
        return (
            (articles.masculine if gender == "masculine" else articles.feminine) + title if gender else None
        )

    def join(self, sentence: str) -> str:
        """A sentence whose meeting words have become one, where the language does so."""
        for pattern, replacement in self._junctions:
            sentence = pattern.sub(replacement, sentence)
        return sentence

    def _first(self, title: str | None) -> str:
        return next(iter(self.without_article(title or "").split()), "")

    @cached_property
    def _known(self) -> dict[str, tuple[str, ...]]:
        listed = msgspec.structs.asdict(self.declared.words)
        return {name: _listed(words) for name, words in listed.items()}

    @cached_property
    def _junctions(self) -> list[tuple[re.Pattern[str], str]]:
        return [(re.compile(pattern), replacement) for pattern, replacement in self.declared.junctions]


def _listed(words: str) -> tuple[str, ...]:
    divided = words.split(",") if "," in words else words.split()
    return tuple(" ".join(word.split()).casefold() for word in divided if word.strip())


def _begins(title: str, heads: tuple[str, ...]) -> bool:
    return any(title.startswith(head) and not title[len(head) : len(head) + 1].isalnum() for head in heads)


@cache
def read_grammar(lang: str) -> Grammar:
    """The grammar of a language that pages can be written in."""
    path = Path(str(files("mithaq.publish"))) / "locales" / lang / "grammar.toml"
    return Grammar(msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Declared))
