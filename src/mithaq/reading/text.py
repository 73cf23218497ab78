"""Stages 1 and 2, text and words: tokens, their codes, the longest known phrases, sentences.

No copy of the text is normalised: each distinct token is analysed once and remembered, so the cost of folding and
of clitics is paid once a word form, and offsets are those of the original text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from itertools import accumulate, chain, repeat
from typing import Any, TypeVar

import msgspec

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import SIGNS, any_of
from mithaq.lexicon.pack import Sense

T = TypeVar("T")
MOST_REMEMBERED = 200_000
_STOP = SIGNS["stop"]
_END = any_of((_STOP, SIGNS["line"]))
_SHORT = "".join(SIGNS[name] for name in ("unknown", "word", "unknown.and", "unknown.preposition"))
_TAG_SIGNS = str.maketrans("#_", "  ")  # of hashtags
_LEAST_LINES, _WIDTH = 6, (50, 110)  # of a text that is cut to lines of one width
_FULL_LINE = 0.7  # of the longest line: what a line has that is cut in the middle of a sentence
_ENDS = '.!?:\N{ARABIC QUESTION MARK}"'  # signs at the end of a line that is not cut
_HUNG = SIGNS["dash"]  # what a stop after an initial is to rules


class Item(msgspec.Struct, frozen=True, gc=False):
    """A phrase of a sentence: the tokens it covers (half-open) and what is known of it.

    `known` is the index of a pattern of the lexicon, or what a stage built, or None for a word that no table has. There
    is one for each word of a text: a Struct is made in a third of the time that a named tuple takes.
    """

    start: int
    end: int
    known: object


class Words(dict[str, str]):
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
                known = item.known
                if known.__class__ is not int and known is not None:
                    self._told.setdefault(known.__class__, []).append((place, known))
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
    """A document's full text as tokens and codes; `phrases` and `letters` have one character a phrase, of itself and of its
    class.

    `pieces` are what stands before the first token, that token, what stands before the second, and so on to the end.
    """

    def __init__(self, source: str, pieces: list[str], codes: list[str], lexicon: Lexicon) -> None:
        self.source = source
        self.pieces = pieces
        self.tokens = pieces[1::2]
        self.codes = codes
        self.lexicon = lexicon
        self._senses = lexicon.senses
        phrases, self._long = lexicon.phrases("".join(codes))
        self.distinct = set(phrases)
        self.phrases = self._told_apart(phrases)
        self.letters = self.phrases.translate(lexicon.letter_of)

    def _told_apart(self, phrases: str) -> str:
        """The phrases with homonyms given the meaning that the text's other words speak for."""
        told = self.distinct
        for form, (twin, beside, without) in self.lexicon.homonyms.items():
            if form in told and not beside.isdisjoint(told) and without.isdisjoint(told):
                phrases = phrases.replace(form, twin)
                self.distinct = self.distinct - {form} | {twin}
        return phrases

    @cached_property
    def offsets(self) -> list[int]:
        """Where each token starts, in characters of the source."""
        return list(accumulate(map(len, self.pieces)))[:-1:2]

    @cached_property
    def _covered(self) -> tuple[list[int], list[int]]:
        """For each letter the first token and the token after the last."""
        owners = list(chain.from_iterable(map(repeat, range(len(self.codes)), map(len, self.codes))))
        following = list(map((1).__add__, owners))
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for start, end, _ in self._long:
            starts += owners[at : start + 1]
            ends += following[at:start]
            ends.append(following[end - 1])
            at = end
        return starts + owners[at:], ends + following[at:]

    def token(self, place: int) -> str:
        """The first token of a letter."""
        return self.tokens[self._covered[0][place]]

    def items(self, first: int, last: int) -> list[Item]:
        """The phrases of the letters from `first` up to `last`."""
        starts, ends = self._covered
        known = map(self.lexicon.known.__getitem__, self.phrases[first:last])
        return list(map(Item, starts[first:last], ends[first:last], known))

    def is_hung(self, place: int) -> bool:
        """Whether a letter stands for a sign with no space after it: "Dr.Musaed"."""
        starts, ends = self._covered
        if place + 1 >= len(starts):
            return False
        return not any(self.pieces[2 * ends[place] : 2 * starts[place + 1] + 1])

    def words(self, item: Item) -> list[str]:
        """The tokens that an item covers, as written."""
        return self.tokens[item.start : item.end]

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """The characters from token `start` up to token `end`."""
        offsets = self.offsets
        return offsets[start], offsets[end - 1] + len(self.tokens[end - 1])

    def phrase(self, tokens: tuple[int, int] | None) -> str | None:
        """The words from one token up to another in one line, without the clitics that hang on the first."""
        if tokens is None:
            return None
        start, end = self.slice(*tokens)
        words = self.source[start:end]
        if "#" in words or "_" in words:
            words = words.translate(_TAG_SIGNS)
        words = " ".join(words.split())
        return self.lexicon.script.unhung(words, self.codes[tokens[0]])

    def senses(self, item: Item) -> tuple[Sense, ...]:
        """The meanings of an item that a table knows."""
        return self._senses[item.known] if isinstance(item.known, int) else ()

    def sense(self, item: Item) -> Sense | None:
        """The weightiest meaning of an item that a table knows."""
        return self._senses[item.known][0] if isinstance(item.known, int) else None

    def value(self, item: Item) -> str:
        """The value of an item's weightiest meaning."""
        sense = self.sense(item)
        return sense.value if sense else ""


def read_words(source: str, words: Words, lexicon: Lexicon) -> Text:
    """Tokens, codes and known phrases of a text."""
    pieces = lexicon.token_pattern.split(source)
    codes = list(map(words.__getitem__, pieces[1::2]))
    lines = source.split("\n")
    width = max(map(len, lines[1:]), default=0)  # the first line may be a title
    if _is_wrapped(lines[1:], width):
        ends = (place for place, token in enumerate(pieces[1::2]) if token == "\n")
        for place, line in zip(ends, lines, strict=False):
            if _FULL_LINE * width <= len(line) <= width and line.rstrip()[-1:] not in _ENDS:
                codes[place] = ""  # the sentence goes on
    return Text(source, pieces, codes, lexicon)


def _is_wrapped(lines: list[str], width: int) -> bool:
    """Whether a text is cut to lines of one width, so that a line's end is no end of a sentence."""
    if len(lines) < _LEAST_LINES or not _WIDTH[0] <= width <= _WIDTH[1]:
        return False
    full = [line.rstrip() for line in lines if len(line) >= _FULL_LINE * width]
    return len(full) >= _LEAST_LINES and sum(line[-1:] not in _ENDS for line in full) > len(full) / 2


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
            letters[place] == _STOP
            and place > start
            and _is_initial(text, place - 1)
            and (letters[place - 1] in short or text.is_hung(place))
        ):
            letters = letters[:place] + _HUNG + letters[place + 1 :]
            continue
        if start < place <= start + longest:
            spans.append((start, place))
        else:
            spans += _cut(start, place, longest)
        start = place + 1
    spans += _cut(start, len(letters), longest)
    heading_tokens = bisect_left(text.offsets, title_length)
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
    token = text.token(place)
    return len(token) < 3 and token.isalpha() and (len(token) == 1 or token[0] in text.lexicon.script.clitics)
