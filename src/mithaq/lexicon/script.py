"""The script of a language as its pack declares it: characters, folding, clitics, inflection.

A token is analysed once: its clitics are peeled at its edges until a known stem is left, so one row of a table
serves all the forms in which a word is met.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, cached_property
from typing import Any

_PROCLITICS = frozenset("WFBLK")
_MOST_REMEMBERED = 50_000
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


class _Remembered(dict[str, str]):
    """What a function makes of each word that was asked for; forgets all when it has grown too large."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        made = self[word] = self.make(word)
        return made


class Script:
    """What the `[script]` table of a pack declares; languages/*/pack.toml says what each field means."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.token: str = settings["token"]
        self.plain: str = settings.get("plain", "")
        self.drop: dict[int, None] = dict.fromkeys(map(ord, settings["drop"]))
        self.marked: dict[str, str] = settings["marked"]
        self.fold: dict[int, Any] = str.maketrans(settings["fold"])
        self.seats: dict[int, Any] = str.maketrans(settings["seats"])
        # Of a script with capitals: a word may have more of them than a table writes, never fewer.
        self.cased: bool = settings.get("cased", False)
        # Whether the present tells of a weekday beside it that it is today or to come: "se rend lundi en Chine".
        self.present_ahead: bool = settings.get("present_ahead", False)
        if self.cased:
            capitals = _capitals()
            self.seats = {**capitals, **self.seats}
            self.fold = {
                **capitals,
                **self.fold,
                **{
                    capital: small.translate(self.fold)
                    for capital, small in capitals.items()
                    if ord(small) in self.fold
                },
            }
        self.contractions: dict[str, str] = settings.get("contractions", {})
        self.articles: list[str] = settings["articles"]
        self.least_stem: int = settings["least_stem"]
        self.prefixes: list[tuple[str, str, int]] = [tuple(row) for row in settings["prefixes"]]
        self.clitics = frozenset(prefix for prefix, codes, _ in self.prefixes if codes)
        self.heads = {code: tuple(letters) for code, letters in settings["heads"].items()}
        self.suffixes: list[tuple[str, str]] = [tuple(row) for row in settings["suffixes"]]
        self.alternations: list[tuple[str, str]] = [tuple(row) for row in settings["alternations"]]
        self.inseparable = frozenset(settings["inseparable"])
        self.other_endings = tuple(settings["other_endings"])
        self.shapes: list[tuple[str, str]] = [tuple(row) for row in settings["shapes"]]
        self.paradigms: dict[str, list[dict[str, Any]]] = settings.get("paradigm", {})
        self.distinct = frozenset(self.folded(word) for word in settings["distinct"])

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name not in ("_cleaned", "_folded")}

    @cached_property
    def _cleaned(self) -> _Remembered:
        return _Remembered(self._clean)

    @cached_property
    def _folded(self) -> _Remembered:
        return _Remembered(lambda word: self._clean(word).translate(self.fold))

    def clean(self, word: str) -> str:
        """The word as written, without marks, stretching, controls and presentation forms; a contraction as what it stands
        for, which is nothing for an article that is a word of its own."""
        return self._cleaned[word]

    def folded(self, word: str) -> str:
        """The key under which a word is known: hamza seats and final letters folded."""
        return self._folded[word]

    def _clean(self, word: str) -> str:
        if _PRESENTATION.search(word):
            word = unicodedata.normalize("NFKC", word)
        for marked, stem in self.marked.items():
            word = word.replace(marked, stem)
        word = word.translate(self.drop)
        if self.contractions:
            own = self.contractions.get(word)
            return self.contractions.get(word.lower(), word) if own is None else own
        return word

    def bare(self, word: str) -> str:
        """A word without its article, where enough is left."""
        if word not in self.inseparable:
            for article in self.articles:
                if word.startswith(article) and len(word) - len(article) >= self.least_stem:
                    return word[len(article) :]
        return word

    def article_of(self, prefix: str) -> str:
        """The article that a prefix ends with, also where two letters have run together; "" where there is none."""
        for article in self.articles:
            if prefix.endswith((article, article[-1] * 2)):
                return article
        return ""

    def unhung(self, words: str, codes: str) -> str:
        """Words without the clitics that hang on the first of them, as its codes tell; the article stays."""
        if _PROCLITICS.isdisjoint(codes[:2]):
            return words
        lead = "".join(code for code in codes[:2] if code in _PROCLITICS)
        clean = self._clean(words)
        for prefix, prefix_codes, _ in reversed(self.prefixes):
            if prefix_codes == lead and clean.startswith(prefix):
                return self.article_of(prefix) + clean[len(prefix) :]
        return words

    def fits(self, word: str, spelling: str) -> bool:
        """Whether a word has all the capitals of a spelling: "Turkey" and "TURKEY" fit "Turkey", "turkey" does not."""
        return not self.cased or all(
            mine == own or not own.isupper() or mine.isupper()
            for mine, own in zip(word, spelling, strict=False)
        )

    def inflect(self, form: str, cls: str) -> list[str]:
        """The form itself, and the forms that the paradigm of its class makes of its first word."""
        forms = [form]
        first, gap, rest = form.partition(" ")
        for name, rules in self.paradigms.items():
            if not cls.endswith(name.removeprefix("*")):
                continue
            for rule in rules:
                head, tail = rule.get("head", ""), rule.get("tail", "")
                if not first.startswith(head) or not first.endswith(tail):
                    continue
                core = first[len(head) : len(first) - len(tail)]
                forms += [
                    new_head + core + new_tail + gap + rest
                    for new_head in rule.get("heads", [head])
                    for new_tail in rule.get("tails", [tail])
                ]
                break
        return list(dict.fromkeys(forms))


@cache
def _capitals() -> dict[int, str]:
    """Each capital letter and its small one, of the scripts of one letter a sound."""
    return {
        code: chr(code).lower()
        for code in range(0x41, 0x250)
        if len(chr(code).lower()) == 1 != chr(code).islower()
    }
