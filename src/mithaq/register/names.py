"""Whether two names are of one person: spellings folded, scripts bridged, short names in full ones."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from mithaq.gazetteer.aliases import Aliases, shipped_aliases
from mithaq.lexicon.namekeys import same_name
from mithaq.lexicon.sounds import ARABIC, script_of
from mithaq.reading.names import differ_by_a_slip

_WORD = re.compile(r"[^\W\d_]+")


class _Letters(dict[int, str]):
    """What stands for a character in comparing, worked out when it is first met: its letter, without marks."""

    def __missing__(self, code: int) -> str:
        told = unicodedata.normalize("NFKD", chr(code))
        bare = "".join(char for char in told if not unicodedata.combining(char))
        found = self[code] = bare.translate(_folding().letters)
        return found


_LETTERS = _Letters()


class _Folding(NamedTuple):
    """How the packs of all languages together fold letters, and their articles, with the least stem each leaves and alone."""

    letters: dict[int, str | None]
    articles: tuple[tuple[str, int], ...]
    beginnings: tuple[str, ...]


def same_person(one: str, other: str, aliases: Aliases | None = None) -> bool | None:
    """Whether two names can be of one person; None if they are in scripts that cannot be compared.

    True for "حموشي" and "عبد اللطيف الحموشي", for "عبداللطيف" and "عبد اللطيف", for "حموشي" and "Abdellatif Hammouchi".

    Args:
        one: a name.
        other: another.
        aliases: what else persons are called; None takes what this package knows.
    """
    aliases = aliases or shipped_aliases()
    if aliases.apart and frozenset((one, other)) in aliases.apart:
        return False
    key, other_key = aliases.key(one), aliases.key(other)
    if key and other_key:
        return key == other_key
    forms = aliases.forms(key) if key else aliases.forms(other_key) if other_key else []
    against = other if key else one
    return (
        _can_be_one(one, other) or any(_can_be_one(form, against) for form in forms) or _unknown(one, other)
    )


@lru_cache(maxsize=65536)
def _can_be_one(one: str, other: str) -> bool:
    if script_of(one) != ARABIC or script_of(other) != ARABIC:
        return bool(same_name(one, other))
    a, b = words(one), words(other)
    if not a or not b:
        return False
    short, long = sorted((a, b), key=lambda name: (sum(map(len, name)), name))
    return _covered(short, long)


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, without articles."""
    return tuple(_without_article(word) for word in words(name))


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded: marks dropped, letters of one sound at one key."""
    return tuple(_WORD.findall(text.translate(_LETTERS).casefold()))


def folded_letters() -> dict[int, str | None]:
    """What the packs of all languages together take for a letter, by its code point; None for a mark they drop."""
    return _folding().letters


def without_article(word: str) -> str:
    """A folded word without its article: "مغرب" of "المغرب"."""
    return _without_article(word)


def _covered(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """True if every word of the short name stands in the long one, alone or as two of its words written together."""
    pairs = _pairs(long)
    known = {*long, *map(_without_article, long), *pairs, *map(_without_article, pairs)}
    joined = [pair for pair in _pairs(short) if _without_article(pair) in known]
    slips = 0
    for word in short:
        bare = _without_article(word)
        if bare in known or any(word in pair for pair in joined):
            continue
        if not any(differ_by_a_slip(bare, candidate) for candidate in known):
            return False
        slips += 1
    return slips == 0 or slips < len(short)


def _pairs(name: tuple[str, ...]) -> list[str]:
    return [one + other for one, other in pairwise(name)]


def _without_article(word: str) -> str:
    folding = _folding()
    if not word.startswith(folding.beginnings):
        return word
    for article, least in folding.articles:
        if word.startswith(article) and len(word) - len(article) >= least:
            return word[len(article) :]
    return word


def _unknown(one: str, other: str) -> bool | None:
    """None where a name is in a script whose sounds are not known, else False."""
    return None if script_of(one) is None or script_of(other) is None else False


@cache
def _folding() -> _Folding:
    letters: dict[int, str | None] = {}
    articles: list[tuple[str, int]] = []
    for path in sorted(Path(str(files("mithaq"))).glob("languages/*/pack.toml")):
        script = tomllib.loads(path.read_text(encoding="utf-8")).get("script", {})
        letters.update({ord(letter): key for letter, key in script.get("fold", {}).items()})
        letters.update({ord(mark): None for mark in script.get("drop", "")})
        articles += [(article, script.get("least_stem", 3)) for article in script.get("articles", [])]
    return _Folding(letters, tuple(articles), tuple(dict.fromkeys(article for article, _ in articles)))
