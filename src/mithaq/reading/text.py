"""Stages 1 and 2, text and words: tokens, their codes, the longest known phrases, sentences.

No copy of the text is normalised: each distinct token is analysed once and remembered, so the cost of folding and
of clitics is paid once a word form, and offsets are those of the original text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property, partial
from itertools import chain, repeat
from typing import Any, NamedTuple, TypeVar

from mithaq.lexicon import Lexicon
from mithaq.lexicon.compile import Sense

T = TypeVar("T")
MOST_REMEMBERED = 200_000
_STEM = re.compile("[^\x00-\xff]")
_END = re.compile("[.\n]")
_SHORT = "uovy"
_TAG_SIGNS = str.maketrans("#_", "  ")  # of hashtags
_HUNG = "-"  # what a stop after an initial is to rules


class Item(NamedTuple):
    """A phrase of a sentence: the tokens it covers (half-open) and what is known of it.

    `known` is the index of a pattern of the lexicon, or what a stage built, or None for a word that no table has.
    """

    start: int
    end: int
    known: object


_item = partial(tuple.__new__, Item)  # as Item(...) does, without a Python call for each of a text's phrases


class Memory(dict[str, str]):
    """The codes of every token met, analysed when first met; forgets all when it has grown too large."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, token: str) -> str:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        codes = self[token] = self.lexicon.analyse(token)
        return codes


class Sentence:
    """A stretch of a text between two ends: one letter an item, and the items."""

    __slots__ = ("_told", "heading", "items", "letters", "number")

    def __init__(self, letters: str, items: list[Item], number: int, heading: bool) -> None:
        self.letters = letters
        self.items = items
        self.number = number
        self.heading = heading
        self._told: dict[type, list[tuple[int, Any]]] | None = None

    def told(self, kind: type[T]) -> list[tuple[int, T]]:
        """What the stages found of one kind, dates or parties or places, each with its place among the items."""
        if self._told is None:
            self._told = {}
            for place, item in enumerate(self.items):
                cls = item.known.__class__
                if cls is not int and item.known is not None:
                    self._told.setdefault(cls, []).append((place, item.known))
        return self._told.get(kind, [])

    def rewrite(self, found: list[tuple[int, int, str, object]]) -> None:
        """Put one item in the place of several: (first item, end item, letter, what is known), in order."""
        if not found:
            return
        self._told = None
        letters, items, at = [], [], 0
        for start, end, letter, known in found:
            letters.append(self.letters[at:start])
            items += self.items[at:start]
            letters.append(letter)
            items.append(Item(self.items[start].start, self.items[end - 1].end, known))
            at = end
        letters.append(self.letters[at:])
        items += self.items[at:]
        self.letters = "".join(letters)
        self.items = items


class Text:
    """A document's full text as tokens, codes and known phrases; `letters` has one letter a phrase."""

    def __init__(self, source: str, tokens: list[str], codes: list[str], lexicon: Lexicon) -> None:
        self.source = source
        self.tokens = tokens
        self.codes = codes
        self.lexicon = lexicon
        coded = "".join(codes)
        base = _STEM.sub("o", coded)
        pieces = []
        self.matches = self._told_apart(lexicon.automaton.find(coded))
        letters = lexicon.letters
        at = 0
        for start, end, pattern in self.matches:
            pieces.append(base[at:start])
            pieces.append(letters[pattern])
            at = end
        pieces.append(base[at:])
        self.letters = "".join(pieces)

    def _told_apart(self, matches: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
        """The matches with homonyms given the meaning that the text's other words speak for."""
        homonyms = self.lexicon.homonyms
        told = {pattern for _, _, pattern in matches}
        for form in homonyms.keys() & told:
            twin, beside, without = homonyms[form]
            if not beside.isdisjoint(told) and without.isdisjoint(told):
                matches = [(start, end, twin if at == form else at) for start, end, at in matches]
        return matches

    @cached_property
    def offsets(self) -> list[tuple[int, int]]:
        """Start and end of each token, in characters of the source."""
        return list(map(re.Match.span, self.lexicon.token_pattern.finditer(self.source)))

    @cached_property
    def _covered(self) -> tuple[list[int], list[int], list[int | None]]:
        """For each letter the first token, the token after the last, and the pattern where a table knows it."""
        owners = list(chain.from_iterable(map(repeat, range(len(self.codes)), map(len, self.codes))))
        following = list(map((1).__add__, owners))
        starts: list[int] = []
        ends: list[int] = []
        known: list[int | None] = []
        at = 0
        for start, end, pattern in self.matches:
            if at < start:
                starts += owners[at:start]
                ends += following[at:start]
                known += [None] * (start - at)
            starts.append(owners[start])
            ends.append(following[end - 1])
            known.append(pattern)
            at = end
        return starts + owners[at:], ends + following[at:], known + [None] * (len(owners) - at)

    def items(self, first: int, last: int) -> list[Item]:
        """The phrases of the letters from `first` up to `last`."""
        starts, ends, known = self._covered
        return list(map(_item, zip(starts[first:last], ends[first:last], known[first:last], strict=True)))

    def is_hung(self, place: int) -> bool:
        """Whether a letter stands for a sign with no space after it: "Dr.Musaed"."""
        starts, ends, _ = self._covered
        return place + 1 < len(starts) and self.offsets[ends[place] - 1][1] == self.offsets[starts[place + 1]][0]

    def words(self, item: Item) -> list[str]:
        """The tokens that an item covers, as written."""
        return self.tokens[item.start : item.end]

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """The characters from token `start` up to token `end`."""
        offsets = self.offsets
        return offsets[start][0], offsets[end - 1][1]

    def phrase(self, tokens: tuple[int, int] | None) -> str | None:
        """The words from one token up to another in one line, without the clitics that hang on the first."""
        if tokens is None:
            return None
        start, end = self.slice(*tokens)
        words = " ".join(self.source[start:end].translate(_TAG_SIGNS).split())
        return self.lexicon.script.unhung(words, self.codes[tokens[0]])

    def senses(self, item: Item) -> tuple[Sense, ...]:
        """The meanings of an item that a table knows."""
        return self.lexicon.senses[item.known] if isinstance(item.known, int) else ()

    def sense(self, item: Item) -> Sense | None:
        """The weightiest meaning of an item that a table knows."""
        return self.lexicon.senses[item.known][0] if isinstance(item.known, int) else None

    def value(self, item: Item) -> str:
        """The value of an item's weightiest meaning."""
        sense = self.sense(item)
        return sense.value if sense else ""


def read_words(source: str, memory: Memory, lexicon: Lexicon) -> Text:
    """Tokens, codes and known phrases of a text."""
    tokens = lexicon.token_pattern.findall(source)
    return Text(source, tokens, [memory[token] for token in tokens], lexicon)


def split_sentences(
    text: Text, title_length: int, longest: int, wanted: Callable[[str], object]
) -> list[Sentence]:
    """Cut at line ends and at signs that end a sentence, save a full stop after a single letter.

    Args:
        title_length: characters of the title before the text; the sentences in it are headings.
        longest: items in a sentence; a longer one is cut.
        wanted: tells by its letters whether a sentence is to be read; the others are passed over.
    """
    letters = text.letters
    short = _SHORT + text.lexicon.class_letters["honorific"]
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(letters):
        place = found.start()
        if (
            letters[place] == "."
            and place > start
            and (letters[place - 1] in short or text.is_hung(place))
            and _is_initial(text, place - 1)
        ):
            letters = letters[:place] + _HUNG + letters[place + 1 :]
            continue
        spans += _cut(start, place, longest)
        start = place + 1
    spans += _cut(start, len(letters), longest)
    heading_tokens = sum(1 for _ in text.lexicon.token_pattern.finditer(text.source, 0, title_length))
    sentences = []
    for number, (first, last) in enumerate(spans):
        if wanted(letters[first:last]):
            items = text.items(first, last)
            sentences.append(Sentence(letters[first:last], items, number, items[0].start < heading_tokens))
    return sentences


def _cut(start: int, end: int, longest: int) -> list[tuple[int, int]]:
    return [(first, min(first + longest, end)) for first in range(start, end, longest)]


def _is_initial(text: Text, place: int) -> bool:
    """Whether a letter of the string stands for a token of one letter, as in "D. Musaed"."""
    token = text.tokens[text.items(place, place + 1)[0].start]
    clitics = {prefix for prefix, codes, _ in text.lexicon.script.prefixes if codes}
    return token.isalpha() and (len(token) == 1 or len(token) == 2 and token[0] in clitics)
