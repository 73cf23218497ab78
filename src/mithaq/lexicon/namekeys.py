"""Names across scripts: whether two names can be of one person, and the keys by which names of one person meet.

A name is cut into words; what only links them is put aside, what is one word in one manner of writing and two in
another is joined, and the words are compared by their sounds. The words stand in `languages/sounds.toml`.
"""

from __future__ import annotations

import re
import unicodedata
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
    """A word of a name: how it may sound, and whether it is the name of the father or a forefather."""

    readings: tuple[_Sounds, ...]
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
    keys = (data.key(word.readings[-1]) for word in parsed.words) if parsed else ()
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
def parse(name: str) -> Name | None:
    """A name cut into its words; None if it has none in Arabic or Latin letters."""
    script = script_of(name)
    if script is None:
        return None
    data = sounds().words
    joining, joined = data["joining"], data["joined"]
    left_out = {*data["particles"], *data["articles"][script]}
    tokens = _tokens(name)
    found: list[tuple[list[str], bool]] = []
    held = before = ""
    is_fathers = False
    for token in tokens:
        if held:
            if token not in data["articles"][script]:
                found.append(([held + stem for stem in _stems(token, script)], is_fathers))
                held, before, is_fathers = "", "", False
        elif token in data["patronymics"]:
            before, is_fathers = token, True
        elif token in joining and token is not tokens[-1]:
            held = joining[token]
        elif token in joined and found:
            forms, was_fathers = found[-1]
            found[-1] = ([form + joined[token] for form in forms], was_fathers)
        elif token in left_out:
            before = token
        else:
            forms = _forms(token, script)
            found.append(([*forms, before + token] if before else forms, is_fathers))
            before, is_fathers = "", False
    if not found:
        found = [(_forms(token, script), False) for token in tokens]
    full = [entry for entry in found if len(entry[0][0]) > 1] or found
    words = []
    for forms, of_father in full[:_MOST_WORDS]:
        readings = dict.fromkeys(sounds().spell(form, script) for form in forms)
        if any(readings):
            words.append(_Word(tuple(filter(None, readings)), of_father))
    return Name(script, tuple(words)) if words else None


def _tokens(name: str) -> list[str]:
    text = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", name)).casefold()
    bare = "".join(char for char in text if unicodedata.category(char) != "Mn" or not _is_arabic_mark(char))
    return _WORD.findall(unicodedata.normalize("NFC", bare))


def _is_arabic_mark(char: str) -> bool:
    return unicodedata.name(char, "").startswith("ARABIC")


def _forms(token: str, script: Script) -> list[str]:
    """A word as it stands, and as it may be meant: without its article, with what is written together as one."""
    forms = [token]
    for stem in _stems(token, script):
        forms.append(stem)
        for head, written in sounds().words["joining"].items():
            rest = stem.removeprefix(head)
            if rest != stem and len(rest) >= _LEAST_REST[script]:
                forms += [written + part for part in _stems(rest, script)]
    return list(dict.fromkeys(forms))


def _stems(token: str, script: Script) -> list[str]:
    """A word with and without the article that is written together with it."""
    stems = [token]
    for article in sounds().words["articles"][script]:
        rest = token.removeprefix(article)
        if rest != token and len(rest) >= _LEAST_AFTER_ARTICLE[script]:
            stems.append(rest)
    return stems


def _covers(long: Name, short: Name) -> bool:
    """Whether every word of the short name stands in the long one, each at a place of its own."""
    first = 0 if short.words[0].is_fathers else None
    return _place(short.words, 0, long.words, frozenset(), first, short.script, long.script)


def _place(
    short: tuple[_Word, ...],
    at: int,
    long: tuple[_Word, ...],
    taken: frozenset[int],
    first: int | None,
    script: Script,
    other: Script,
) -> bool:
    if at == len(short):
        return True
    for place, word in enumerate(long):
        if place in taken or (at == 0 and first is None and word.is_fathers):
            continue  # "Salman" is not "Mohammed bin Salman", nor is "Farhan bin Faisal" "Faisal bin Farhan"
        if _meet(short[at].readings, word.readings, script, other) and _place(
            short, at + 1, long, taken | {place}, first, script, other
        ):
            return True
        if place + 1 < len(long) and place + 1 not in taken:
            pair = _together(word, long[place + 1])
            if _meet(short[at].readings, pair, script, other) and _place(
                short, at + 1, long, taken | {place, place + 1}, first, script, other
            ):
                return True
        if at + 1 < len(short):
            pair = _together(short[at], short[at + 1])
            if _meet(pair, word.readings, script, other) and _place(
                short, at + 2, long, taken | {place}, first, script, other
            ):
                return True
    return False


def _together(one: _Word, other: _Word) -> tuple[_Sounds, ...]:
    return tuple(a + b for a in one.readings for b in other.readings)


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
