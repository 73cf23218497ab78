"""Patterns over strings of one letter a phrase, as rule files write them, compiled to regular expressions.

The notation:

    <class>  <a|b.*>  <!a|b>   one item of a class, of any of several (a trailing * takes all that begin so, a
                               leading one all that end so), of none of them
    {name: ...}                capture
    @macro                     a macro of the same file
    ..  ..N                    at most 12 (N) items, as few as possible, none of them a barrier of the file
    ( ) ? * + | {m,n}          as in regular expressions; white space means nothing
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, count

from mithaq.errors import LexiconError

# Letters of what is no word of a table: clitics, signs, and words known by their shape alone.
SIGNS = {
    "and": "W",
    "then": "F",
    "clitic.in": "B",
    "clitic.to": "L",
    "clitic.as": "K",
    "clitic.will": "S",
    "pronoun": "H",
    "comma": ",",
    "stop": ".",
    "line": "\n",
    "quote": '"',
    "paren": "(",
    "colon": ":",
    "dash": "-",
    "digits": "n",
    "word": "o",
    "unknown": "u",
    "unknown.article": "a",
    "unknown.and": "v",
    "unknown.preposition": "y",
    "unknown.prefixed": "x",
    "latin.capital": "k",
    "latin": "l",
}
# Letters that rules can give to classes: all of one byte that no sign has and that patterns need not escape. A string of
# such letters takes one byte a phrase, and a set of them compiles to a bitmap: rules compile in half the time.
_FREE = [
    letter
    for letter in map(chr, [*range(0x7F, 0x100), *range(1, 0x7F)])
    if re.escape(letter) == letter and letter not in SIGNS.values()
]
_BUILT = ("date", "person", "party", "geo", "place", "goal", "origin", "bloc", "parties", "style")
# Letters of what earlier stages build out of words.
BUILT = dict(zip(_BUILT, _FREE, strict=False))
_BEYOND = 0x100

_PART = re.compile(
    r"\s+|(?P<times>\{\d[\d,]*\})|<(?P<cls>[^<>]+)>|\{(?P<name>[a-z_]\w*)\s*:|@(?P<macro>[\w.]+)|\.\.(?P<gap>\d*)|(?P<close>\})|(?P<open>\((?!\?))|(?P<rest>.)",
    re.DOTALL,
)


def give_letters(classes: Iterable[str], shapes: Iterable[str]) -> dict[str, str]:
    """A letter for each class, those of one byte to the first of them.

    Args:
        shapes: letters that words known by their shape alone have already.
    """
    taken = {*BUILT.values(), *shapes}
    free = chain((letter for letter in _FREE if letter not in taken), map(chr, count(_BEYOND)))
    return dict(zip(classes, free, strict=False))


class Letters:
    """Which letter stands for which class."""

    def __init__(self, class_letters: dict[str, str], shapes: dict[str, str]) -> None:
        self.by_class = {**SIGNS, **class_letters, **BUILT}
        self.shapes = shapes

    def of(self, names: str) -> str:
        """The letters of classes written as in `<...>`, without the brackets.

        Raises:
            LexiconError: a name is no class.
        """
        found = []
        for name in names.split("|"):
            name = name.strip()
            if name.endswith("*"):
                matching = [cls for cls in self.by_class if cls.startswith(name[:-1])]
            elif name.startswith("*"):
                matching = [cls for cls in self.by_class if cls.endswith(name[1:])]
            else:
                matching = [name] if name in self.by_class else []
            if not matching:
                raise LexiconError(f"expected a class of languages/classes.toml, found {name!r} in <{names}>")
            found += [self.by_class[cls] for cls in matching]
            found += [self.shapes[cls] for cls in matching if cls in self.shapes]
        return "".join(found)


class Pattern:
    """A pattern, compiled when it is first tried; a name may be captured in several places of it.

    A start with a short text tries few of the rules, and compiling all of them took 0.1 s.
    """

    def __init__(self, grammar: Grammar, pattern: str) -> None:
        self._grammar = grammar
        self._pattern = pattern

    @cached_property
    def _translated(self) -> tuple[str, list[str]]:
        names: list[str] = []
        return self._grammar.translate(self._pattern, 0, names), names

    @property
    def source(self) -> str:
        """The pattern as a regular expression."""
        return self._translated[0]

    @cached_property
    def names(self) -> dict[str, list[int]]:
        """The groups that capture each name."""
        found: dict[str, list[int]] = {}
        for group, name in enumerate(self._translated[1], start=1):
            found.setdefault(name, []).append(group)
        return found

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern.

        Raises:
            LexiconError: the pattern names an unknown class or macro, or its brackets do not pair.
        """
        try:
            return re.compile(self.source)
        except re.error as wrong:
            raise LexiconError(f"expected a pattern, found {self._pattern!r}: {wrong}") from wrong

    def spans(self, match: re.Match[str]) -> dict[str, tuple[int, int]]:
        """First and end item of all that names captured; of one captured in several places the last."""
        found = {}
        for name, groups in self.names.items():
            for group in groups:
                span = match.span(group)
                if span[0] >= 0:
                    found[name] = span
        return found

    def span(self, match: re.Match[str], name: str) -> tuple[int, int] | None:
        """First and end item of what a name captured, or None."""
        for group in self.names.get(name, ()):
            if match.start(group) >= 0:
                return match.span(group)
        return None


class Grammar:
    """Compiles the patterns of one rule file, with its macros and barriers."""

    def __init__(self, letters: Letters, *, macros: dict[str, str], barriers: str = "stop") -> None:
        self.letters = letters
        self.macros = macros
        self.gap = f"[^{re.escape(letters.of(barriers))}]"

    def compile(self, pattern: str) -> Pattern:
        """One pattern; what is wrong with it shows when it is first tried."""
        return Pattern(self, pattern)

    def first_of(self, patterns: Iterable[tuple[str, str]]) -> re.Pattern[str]:
        """An expression that finds where the first of several patterns matches; `lastindex` tells which one, from 1.

        Args:
            patterns: in the order in which they are tried at each item, each with the letters that it can begin with.
        """
        patterns = list(patterns)
        begins = "".join(sorted(set().union(*(beginning for _, beginning in patterns))))
        ways = "|".join(
            f"(?=[{re.escape(beginning)}])(?:{self.translate(pattern, 0, None)})()"
            for pattern, beginning in patterns
        )
        return re.compile(f"(?=[{re.escape(begins)}])(?:{ways})")

    def translate(self, pattern: str, depth: int, names: list[str] | None) -> str:
        """A pattern as a regular expression; `names` takes the names of its groups, in order, and None captures nothing.

        Raises:
            LexiconError: the pattern names an unknown class or macro.
        """
        if depth > 12:
            raise LexiconError(f"expected macros without a circle, found one in {pattern!r}")
        out = []
        for part in _PART.finditer(pattern):
            if part["cls"]:
                negated = part["cls"].startswith("!")
                letters = self.letters.of(part["cls"].removeprefix("!"))
                out.append(f"[{'^' if negated else ''}{re.escape(letters)}]")
            elif part["name"]:
                if names is not None:
                    names.append(part["name"])
                out.append("(?:" if names is None else "(")
            elif part["macro"]:
                if part["macro"] not in self.macros:
                    raise LexiconError(f"expected a macro of the file, found @{part['macro']}")
                out.append("(?:" + self.translate(self.macros[part["macro"]], depth + 1, names) + ")")
            elif part["gap"] is not None:
                out.append(f"(?:{self.gap}){{0,{part['gap'] or 12}}}?")
            elif part["times"]:
                out.append(part["times"])
            elif part["open"]:
                out.append("(?:")
            elif part["close"]:
                out.append(")")
            elif part["rest"]:
                out.append(part["rest"])
        return "".join(out)


def any_of(letters: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of some letters."""
    return re.compile(f"[{re.escape(''.join(letters))}]")
