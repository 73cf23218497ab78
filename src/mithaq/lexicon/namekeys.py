"""Names across scripts: whether two names can be of one person, and the keys by which names of one person meet.

A name is cut into words; what only links them is put aside, what is one word in one manner of writing and two in
another is joined, and the words are compared by their sounds. The words stand in `languages/sounds.toml`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from mithaq.lexicon.sounds import ARABIC, LATIN, Script, script_of, sounds

_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bb\u02bc\u02be\u02bf`\u00b4]")
_LEAST_REST = {ARABIC: 2, LATIN: 3}
"""Letters that must be left of a word without its article or what is joined to it."""
_LEAST_AFTER_ARTICLE = {ARABIC: 2, LATIN: 5}
_MOST_WORDS = 8
_ROUNDING = 1e-9

_Sounds = tuple[str, ...]


class _Word(NamedTuple):
    """A word of a name: how it may sound, whether it is a forefather's, a given name, one that some leave out."""

    readings: tuple[_Sounds, ...]
    is_fathers: bool
    is_given: bool
    may_be_left_out: bool
    known: frozenset[str]


@dataclass
class _Found:
    token: str
    forms: list[str]
    is_fathers: bool


class Name(NamedTuple):
    """A name ready to be compared: its script and its words without particles, titles and initials."""

    script: Script
    words: tuple[_Word, ...]


def name_keys(name: str) -> tuple[str, ...]:
    """The keys of the words of a name, the same in all scripts: `("MS",)` for "حموشي" and for "Hammouchi".

    They are for finding what may be one name; `same_name` tells what is. The order is that of the words.
    """
    data = sounds()
    parsed = parse(name)
    keys = (min(map(data.key, word.readings), key=len) for word in parsed.words) if parsed else ()
    return tuple(filter(None, keys))


def same_name(one: str, other: str) -> bool | None:
    """Whether two names can be of one person; None if one is in neither Arabic nor Latin letters.

    True for "عبد اللطيف حموشي" and "Hammouchi Abdellatif", for "بلينكن" and "Antony J. Blinken"; not for
    "محمد بن سلمان" and "Mohammed bin Zayed". Every word of one name must be in the other.
    """
    a, b = parse(one), parse(other)
    if a is None or b is None:
        return None
    if a.script == LATIN and b.script == ARABIC:
        a, b = b, a
    return _covers(a, b) or _covers(b, a)


@lru_cache(maxsize=65536)
def plain_name(name: str) -> str:
    """A name in small plain letters: without marks, hyphens and stops. By it a table of names is looked up."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", " ".join(_tokens(name))) if not unicodedata.combining(c)
    )
    return plain.translate(sounds().spellings[ARABIC].fold)


@lru_cache(maxsize=65536)
def parse(name: str) -> Name | None:
    """A name cut into its words; None if it has none in Arabic or Latin letters."""
    script = script_of(name)
    if script is None:
        return None
    data = sounds().words
    articles, joined = data["articles"][script], data["joined"]
    tokens = _tokens(name)
    while len(tokens) > 1 and tokens[0] in data["titles"]:
        del tokens[0]
    found: list[_Found] = []
    held = before = ""
    is_fathers = False
    for place, token in enumerate(tokens):
        has_next = place + 1 < len(tokens)
        if held and token in articles:
            continue
        if held:
            forms = [f"{held}-{stem}" for stem in _stems(token, script)]
            forms += [f"{before}-{form}" for form in forms if before]
        elif token in data["patronymics"] and has_next:
            before, is_fathers = token, True
            continue
        elif token in data["joining"] and has_next:
            held = data["joining"][token]
            continue
        elif token in joined and found:
            found[-1].forms = [f"{form}-{joined[token]}" for form in found[-1].forms]
            continue
        elif (token in articles or token in data["particles"]) and has_next:
            before = token
            continue
        else:
            forms = _forms(token, script)
            if before:
                forms.append(data["written"].get(before, before) + token)
        found.append(_Found(token, forms, is_fathers))
        held, before, is_fathers = "", "", False
    full = [entry for entry in found if len(entry.token) > 1 or entry.token in data["numbers"]] or found
    words = [_word(entry, script) for entry in full[:_MOST_WORDS]]
    words = [word for word in words if word.readings]
    return Name(script, tuple(words)) if words else None


def _word(entry: _Found, script: Script) -> _Word:
    data = sounds()
    number = data.words["numbers"].get(entry.token)
    readings = dict.fromkeys(data.spell(form, script) for form in entry.forms)
    return _Word(
        ((f"#{number}",),) if number else tuple(filter(None, readings)),
        entry.is_fathers,
        entry.token in data.given,
        entry.token in data.words["before"],
        _known(entry, script),
    )


def _known(entry: _Found, script: Script) -> frozenset[str]:
    """Which given names a word can be that are near to others: none if it is none of these."""
    data = sounds()
    for form in entry.forms if script == ARABIC else entry.forms[:1]:
        if found := data.known.get(data.spellings[script].plain(form)):
            return found
    return frozenset()


def _tokens(name: str) -> list[str]:
    text = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", name)).casefold()
    bare = "".join(char for char in text if unicodedata.category(char) != "Mn" or not _is_arabic_mark(char))
    return _WORD.findall(unicodedata.normalize("NFC", bare))


def _is_arabic_mark(char: str) -> bool:
    return unicodedata.name(char, "").startswith("ARABIC")


def _forms(token: str, script: Script) -> list[str]:
    """A word as it stands, and as it may be meant: without its article, with what is written together as one."""
    forms = [token]
    data = sounds().words
    if token in data["written"]:
        forms.append(data["written"][token])
    for stem in _stems(token, script):
        forms.append(stem)
        for head, written in data["joining"].items():
            rest = stem.removeprefix(head)
            if rest != stem and len(rest) >= _LEAST_REST[script]:
                forms += [f"{written}-{part}" for part in _stems(rest, script)]
    return list(dict.fromkeys(forms))


def _stems(token: str, script: Script) -> list[str]:
    """A word with and without the article that is written together with it."""
    stems = [token]
    for article in sounds().words["articles"][script]:
        rest = token.removeprefix(article)
        if rest != token and len(rest) >= _LEAST_AFTER_ARTICLE[script]:
            stems.append(rest)
    if (
        token[:1] in sounds().words["assimilated"]
        and token[1:2] == token[2:3]
        and len(token) > _LEAST_REST[script]
    ):
        stems.append(token[2:])
    return stems


def _covers(long: Name, short: Name) -> bool:
    """Whether every word of the short name stands in the long one, each at a place of its own."""
    return _place(short, 0, long, frozenset())


def _place(short: Name, at: int, long: Name, taken: frozenset[int]) -> bool:
    words, others = short.words, long.words
    if at == len(words):
        return True
    for place, word in enumerate(others):
        if place in taken or (at == 0 and not _may_begin(short, long, place)):
            continue
        if _are_one(words[at], word, short.script, long.script) and _place(
            short, at + 1, long, taken | {place}
        ):
            return True
        if place + 1 < len(others) and place + 1 not in taken:
            pair = _together(word, others[place + 1])
            if _meet(words[at].readings, pair, short.script, long.script) and _place(
                short, at + 1, long, taken | {place, place + 1}
            ):
                return True
        if at + 1 < len(words):
            pair = _together(words[at], words[at + 1])
            if _meet(pair, word.readings, short.script, long.script) and _place(
                short, at + 2, long, taken | {place}
            ):
                return True
    return False


def _may_begin(short: Name, long: Name, place: int) -> bool:
    """Whether the short name can begin with the word at a place of the long one: not with the father's name.

    "Salman" is not "Mohammed bin Salman", nor "Jalal Talabani" "Qubad Jalal Talabani"; but "Javad Zarif" may be
    "Mohammad Javad Zarif", and "Lula da Silva" "Luiz Lula da Silva".
    """
    first, word = short.words[0], long.words[place]
    if word.is_fathers:
        return first.is_fathers
    if place == 0 or len(short.words) == 1 or not (first.is_given or word.is_given):
        return True
    if all(before.may_be_left_out for before in long.words[:place]):
        return True
    return any(_are_one(other, long.words[0], short.script, long.script) for other in short.words[1:])


def _together(one: _Word, other: _Word) -> tuple[_Sounds, ...]:
    return tuple(a + b for a in one.readings for b in other.readings)


def _are_one(one: _Word, other: _Word, script: Script, other_script: Script) -> bool:
    if one.known and other.known:
        return not one.known.isdisjoint(other.known)
    return _meet(one.readings, other.readings, script, other_script)


@lru_cache(maxsize=65536)
def _meet(
    ones: tuple[_Sounds, ...], others: tuple[_Sounds, ...], script: Script, other_script: Script
) -> bool:
    """Whether some reading of a word sounds like some reading of another."""
    data = sounds()
    kind = "within" if script == other_script else "across"
    if script == LATIN and other_script == ARABIC:
        ones, others = others, ones
    return any(
        data.distance(one, other, kind) <= data.may_be_apart(one, other, kind) + _ROUNDING
        for one in ones
        for other in others
    )
