"""Stages 1 and 2, text and words: tokens, their codes, the longest known phrases, sentences.

No copy of the text is normalised: each distinct token is analysed once and remembered, so the cost of folding and
of clitics is paid once a word form, and offsets are those of the original text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.compile import Sense

MOST_REMEMBERED = 200_000
_STEM = re.compile("[^\x00-\xff]")
_END = re.compile("[.\n]")
_SHORT = "uovy"


class Item(NamedTuple):
    """A phrase of a sentence: the tokens it covers (half-open) and what is known of it.

    `known` is the index of a pattern of the lexicon, or what a stage built, or None for a word that no table has.
    """

    start: int
    end: int
    known: object


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

    __slots__ = ("heading", "items", "letters", "number")

    def __init__(self, letters: str, items: list[Item], number: int, heading: bool) -> None:
        self.letters = letters
        self.items = items
        self.number = number
        self.heading = heading

    def rewrite(self, found: list[tuple[int, int, str, object]]) -> None:
        """Put one item in the place of several: (first item, end item, letter, what is known), in order."""
        if not found:
            return
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
        self.matches = lexicon.automaton.find(coded)
        letters = lexicon.letters
        at = 0
        for start, end, pattern in self.matches:
            pieces.append(base[at:start])
            pieces.append(letters[pattern])
            at = end
        pieces.append(base[at:])
        self.letters = "".join(pieces)

    @cached_property
    def offsets(self) -> list[tuple[int, int]]:
        """Start and end of each token, in characters of the source."""
        return [found.span() for found in self.lexicon.token_pattern.finditer(self.source)]

    @cached_property
    def _owners(self) -> list[int]:
        """The token of each code."""
        return [place for place, code in enumerate(self.codes) for _ in code]

    @cached_property
    def _places(self) -> list[int]:
        """The letter of each match."""
        places, dropped = [], 0
        for start, end, _ in self.matches:
            places.append(start - dropped)
            dropped += end - start - 1
        return places

    def items(self, first: int, last: int) -> list[Item]:
        """The phrases of the letters from `first` up to `last`."""
        owners, places, matches = self._owners, self._places, self.matches
        near = bisect_left(places, first)
        if near:
            start, end, _ = matches[near - 1]
            code = end + first - places[near - 1] - 1
        else:
            code = first
        items = []
        place = first
        while place < last:
            if near < len(places) and places[near] == place:
                start, end, pattern = matches[near]
                items.append(Item(owners[start], owners[end - 1] + 1, pattern))
                code = end
                near += 1
            else:
                items.append(Item(owners[code], owners[code] + 1, None))
                code += 1
            place += 1
        return items

    def words(self, item: Item) -> list[str]:
        """The tokens that an item covers, as written."""
        return self.tokens[item.start : item.end]

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """The characters from token `start` up to token `end`."""
        offsets = self.offsets
        return offsets[start][0], offsets[end - 1][1]

    def senses(self, item: Item) -> tuple[Sense, ...]:
        """The meanings of an item that a table knows."""
        return self.lexicon.senses[item.known] if isinstance(item.known, int) else ()

    def value(self, item: Item) -> str:
        """The value of an item's weightiest meaning."""
        senses = self.senses(item)
        return senses[0].value if senses else ""


def read_words(source: str, memory: Memory, lexicon: Lexicon) -> Text:
    """Tokens, codes and known phrases of a text."""
    tokens = lexicon.token_pattern.findall(source)
    return Text(source, tokens, [memory[token] for token in tokens], lexicon)


def split_sentences(text: Text, title_length: int, longest: int, wanted: re.Pattern[str]) -> list[Sentence]:
    """Cut at line ends and at signs that end a sentence, save a full stop after a single letter.

    Args:
        title_length: characters of the title before the text; the sentences in it are headings.
        longest: items in a sentence; a longer one is cut.
        wanted: finds the letters of which a sentence must have one; the others are passed over.
    """
    letters = text.letters
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(letters):
        place = found.start()
        if (
            letters[place] == "."
            and place > start
            and letters[place - 1] in _SHORT
            and _is_initial(text, place - 1)
        ):
            continue
        spans += _cut(start, place, longest)
        start = place + 1
    spans += _cut(start, len(letters), longest)
    heading_tokens = 0
    if title_length:
        heading_tokens = next(
            (i for i, (begin, _) in enumerate(text.offsets) if begin >= title_length), len(text.offsets)
        )
    sentences = []
    for number, (first, last) in enumerate(spans):
        if wanted.search(letters, first, last):
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
