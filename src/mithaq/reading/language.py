"""In which language a text is written, by paragraphs where it mixes them: what no pack reads is said to be so.

Common words and letters tell the languages that are read; where they do not, a detector of letter sequences does (CLD3,
a hundred languages), which takes 40 to 200 microseconds: as long as it takes to pass over a text without events.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import gcld3

from mithaq.lexicon.pack import data_folder

SAMPLE = 600  # characters that are looked at: half at the beginning of a text, half in its middle
LEAST_PARAGRAPH = 140  # characters from which a paragraph may be in a language that is not read
_LEAST_READ = 60  # and in another one that is: of shorter paragraphs too many are taken wrong
_LEAST_LETTERS = 10  # that the detector can tell anything from
_TRUSTED, _SURE = 0.7, 0.99  # the detector's probability: alone, and of a short text against a common word
_SHORT = 120  # characters below which the detector often errs
_LEAST_COUNT, _PLAIN = 4, 0.1  # common words of a language, and their share, that leave no doubt
_LEAST_COMMON = 0.08  # share of common words below which a paragraph is looked at
_LEAST_OWN = 0.015  # share of letters that only one language has, from which a text is in it
_LINE = re.compile(r"[^\n]*\n?")


class Stretch(NamedTuple):
    """Paragraphs in one language, `text[start:end]`; `lang` is None where it is not known."""

    start: int
    end: int
    lang: str | None


@cache
def packs() -> frozenset[str]:
    """The languages that can be read: those whose data are complete."""
    return frozenset(path.parent.name for path in (data_folder() / "languages").glob("*/frames.toml"))


def detect(text: str) -> str | None:
    """The language of a text, whether a pack reads it or not, as an ISO 639 code; None where it is not known.

    Args:
        text: "Os dois ministros assinaram um acordo." is `pt`. From 100 characters on it is seldom taken wrong.
    """
    sample = _sample(text)
    plain = _told_plainly(sample)
    if plain:
        return plain
    lang, probability = _guess(sample)
    likely = _told_by_words(sample)[0] or _told_by_alphabet(sample)
    if probability >= (_SURE if likely and len(text) < _SHORT else _TRUSTED):
        return lang
    return likely or (lang if lang in packs() else None)


def paragraphs(text: str) -> list[Stretch]:
    """A text cut where its paragraphs change language; together the stretches are the whole text.

    A paragraph too short to tell goes with the one before it. A few foreign words within a paragraph change nothing.
    """
    whole = detect(text)
    if "\n" not in text or len(text) < 2 * LEAST_PARAGRAPH:
        return [Stretch(0, len(text), whole)]
    found: list[Stretch] = []
    for start, end, is_odd in _pieces(text, _common_words().get(whole or "", frozenset())):
        before = found[-1].lang if found else whole
        lang = _language_of_odd(text[start:end], before, whole) if is_odd else whole
        if found and lang == before:
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(Stretch(start, end, lang))
    return found


def main_language(stretches: Iterable[Stretch]) -> str | None:
    """The language of most of a text."""
    lengths: dict[str | None, int] = {}
    for start, end, lang in stretches:
        lengths[lang] = lengths.get(lang, 0) + end - start
    return max(lengths, key=lambda lang: lengths[lang], default=None)


def language_name(code: str) -> str:
    """The English name of a language, or its code where it has none."""
    from babel import Locale  # heavy, and of use only for what is not read

    return str(Locale("en").languages.get(code.split("-")[0], code))


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[: SAMPLE // 2]} {text[middle : middle + SAMPLE // 2]}"


def _told_plainly(text: str) -> str | None:
    """The language of a sample if its words or letters leave no doubt."""
    by_words, is_plain = _told_by_words(text)
    return by_words if is_plain else _told_by_letters(text)


def _told_by_words(text: str) -> tuple[str | None, bool]:
    """The language of most common words in a sample, and whether they are so many that it is in that language."""
    words = text.lower().split()
    counts = Counter(filter(None, map(_languages_of_words().get, words))).most_common(2)
    if not counts or len(counts) > 1 and counts[0][1] == counts[1][1]:
        return None, False
    lang, count = counts[0]
    return lang, count >= _LEAST_COUNT and count >= _PLAIN * len(words)


def _told_by_letters(text: str) -> str | None:
    """The language that only has the letters of which a sample has many."""
    for lang, own in _data()["letters"].items():
        if sum(map(text.count, own)) > _LEAST_OWN * len(text):
            alphabet = _data()["alphabets"].get(lang)
            return lang if alphabet is None or _is_written_in(text, alphabet) else None
    return None


def _told_by_alphabet(text: str) -> str | None:
    """The language whose alphabet has all letters of a sample, but for a few Latin ones: names among others."""
    if 2 * sum(map(str.isascii, text)) < len(text):
        for lang, alphabet in _data()["alphabets"].items():
            if _is_written_in(text, alphabet):
                return lang
    return None


def _is_written_in(text: str, alphabet: str) -> bool:
    letters = {char for char in set(text) if char.isalpha() and not char.isascii()}
    return bool(letters) and letters.issubset(alphabet)


def _guess(text: str) -> tuple[str, float]:
    """The detector's guess for a sample, and its probability: of a few letters none."""
    if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        return "", 0.0
    guess = _detector().FindLanguage(text.encode("utf-8", "replace"))
    code: str = guess.language
    return _data()["codes"].get(code, code), guess.probability


def _pieces(text: str, common: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    """The lines of a text, each with whether it is odd: without the common words of its language.

    Odd lines too short to be judged alone are one piece with those that follow; blank lines belong to what is before.
    """
    begun, last = 0, ""
    for line in _LINE.finditer(text):
        start, end = line.span()
        words = text[start : min(end, start + SAMPLE)].lower().split()
        if not words:
            continue
        if sum(map(common.__contains__, words)) >= _LEAST_COMMON * len(words):
            kind = "home"
        else:
            kind = "short" if end - start < LEAST_PARAGRAPH else "long"
        if last and (kind != last or kind == "long"):
            yield begun, start, last != "home"
            begun = start
        last = kind
    yield begun, len(text), last not in ("home", "")


def _language_of_odd(text: str, before: str | None, whole: str | None) -> str | None:
    """The language that odd lines are surely in, else that of the paragraph before them."""
    sample = _sample(text)
    plain = _told_plainly(sample)
    if plain:
        return plain
    if len(text) < _LEAST_READ and before == whole:
        return whole
    lang, probability = _guess(sample)
    is_likely = lang == whole or lang in packs() and len(text) >= _LEAST_READ
    if probability >= _TRUSTED and (is_likely or len(text) >= LEAST_PARAGRAPH):
        return lang
    return before


@cache
def _detector() -> Any:
    # Bytes of UTF-8 in a sample: of a longer text it would choose pieces itself, which takes long.
    return gcld3.NNetLanguageIdentifier(0, 4 * (SAMPLE + 1))


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads((data_folder() / "languages" / "languages.toml").read_text("utf-8"))


@cache
def _common_words() -> dict[str, frozenset[str]]:
    return {lang: frozenset(words.split()) for lang, words in _data()["words"].items()}


@cache
def _languages_of_words() -> dict[str, str]:
    return {word: lang for lang, words in _common_words().items() for word in words}
