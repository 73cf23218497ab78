"""Stages 1 and 2, text and words: tokens, their codes, the longest known phrases, sentences.

No copy of the text is normalised: each distinct token is analysed once and remembered, so the cost of folding and
of clitics is paid once a word form, and offsets are those of the original text.
"""

from __future__ import annotations

from typing import NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.compile import Sense

MOST_REMEMBERED = 200_000


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
    """A document's full text as tokens and sentences."""

    def __init__(self, source: str, tokens: list[str], codes: list[str], lexicon: Lexicon) -> None:
        self.source = source
        self.tokens = tokens
        self.codes = codes
        self.lexicon = lexicon
        self._offsets: list[tuple[int, int]] | None = None

    @property
    def offsets(self) -> list[tuple[int, int]]:
        """Start and end of each token, in characters of the source."""
        if self._offsets is None:
            self._offsets = [found.span() for found in self.lexicon.token_pattern.finditer(self.source)]
        return self._offsets

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


def read_words(source: str, memory: Memory, lexicon: Lexicon) -> tuple[Text, str, list[Item]]:
    """Tokens, codes and known phrases of a text: the text, one letter an item, the items."""
    tokens = lexicon.token_pattern.findall(source)
    codes = [memory[token] for token in tokens]
    coded = "".join(codes)
    owner = [place for place, code in enumerate(codes) for _ in code]
    letters: list[str] = []
    items: list[Item] = []
    at = 0
    pattern_letters = lexicon.letters
    for start, end, pattern in lexicon.automaton.find(coded):
        for place in range(at, start):
            char = coded[place]
            letters.append(char if char < "\u0100" else "o")
            items.append(Item(owner[place], owner[place] + 1, None))
        letters.append(pattern_letters[pattern])
        items.append(Item(owner[start], owner[end - 1] + 1, pattern))
        at = end
    for place in range(at, len(coded)):
        char = coded[place]
        letters.append(char if char < "\u0100" else "o")
        items.append(Item(owner[place], owner[place] + 1, None))
    return Text(source, tokens, codes, lexicon), "".join(letters), items


def split_sentences(text: Text, letters: str, items: list[Item], title_length: int, longest: int) -> list[Sentence]:
    """Cut at line ends and at signs that end a sentence, save a full stop after a single letter.

    Args:
        longest: items in a sentence; a longer one is cut.
        title_length: characters of the title before the text; the sentences in it are headings.
    """
    sentences = []
    start = 0
    for place, letter in enumerate(letters):
        if letter not in ".\n":
            if place - start >= longest:
                sentences.append((start, place))
                start = place
            continue
        if letter == "." and place > start:
            before = items[place - 1]
            if before.end - before.start == 1 and len(text.tokens[before.start]) == 1 and letters[place - 1] not in "n(\"":
                continue
        if place > start:
            sentences.append((start, place))
        start = place + 1
    if len(letters) > start:
        sentences.append((start, len(letters)))
    heading_tokens = 0
    if title_length:
        offsets = text.offsets
        heading_tokens = next((i for i, (begin, _) in enumerate(offsets) if begin >= title_length), len(offsets))
    return [
        Sentence(letters[first:last], items[first:last], number, items[first].start < heading_tokens)
        for number, (first, last) in enumerate(sentences)
    ]
