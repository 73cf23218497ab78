"""Glyphs of a line as they stand on the page, from left to right, to text in the order in which it is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_GAP = 0.15  # of the size of type, from which two glyphs with no space between them have one all the same
_MIRRORED = {"(": ")", "[": "]", "{": "}", "\u00ab": "\u00bb", "\u2039": "\u203a"}
_CLOSING = {closing: opening for opening, closing in _MIRRORED.items()}
_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")  # Arabic letters by their shape, and ligatures
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Glyph(NamedTuple):
    """What stands for one character: where it is drawn from, its left and right edge, base line and size of type.

    Characters of one ligature have one origin, and each a share of the room between its edges.
    """

    char: str
    origin: float
    left: float
    right: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        """Halfway between left and right."""
        return (self.left + self.right) / 2


def is_right_to_left(text: str) -> bool:
    """Whether more of a text's letters are of a script that is written from right to left than are not."""
    right = len(_RIGHT_TO_LEFT.findall(text))
    return right > sum(char.isalpha() for char in text) - right


def has_right_to_left(text: str) -> bool:
    """Whether a text has any letter of a script that is written from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def logical_text(glyphs: Iterable[Glyph], *, right_to_left: bool) -> str:
    """The text of a line in the order in which it is read.

    Producers of PDF disagree on the order of glyphs in a file, on which of two brackets a mirrored one is, and on
    whether a space is drawn; where glyphs stand is what a person reads.

    Args:
        glyphs: of one line, in any order.
        right_to_left: the line runs so; what is of the other direction within it is found by itself.
    """
    stacks = _spaced(_stacked(glyphs))
    ordered = _from_right(stacks[::-1]) if right_to_left else _from_left(stacks)
    text = "".join(ordered)
    text = _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return _with_brackets_told(text) if has_right_to_left(text) else text


class _Stack(NamedTuple):
    """A letter with the marks above and below it."""

    text: str
    left: float
    right: float
    size: float


def _stacked(glyphs: Iterable[Glyph]) -> list[_Stack]:
    """Glyphs from left to right, marks with their letters, without spaces that have no width."""
    seen = dict.fromkeys(glyphs)  # what is drawn twice, to look bold, is one
    order = sorted(seen, key=lambda glyph: (glyph.origin, glyph.left))
    letters = [glyph for glyph in order if not glyph.char.isspace() and not _is_mark(glyph.char)]
    above: dict[int, list[Glyph]] = {}
    for mark in seen:
        if letters and _is_mark(mark.char):
            place = min(range(len(letters)), key=lambda at: _distance(letters[at], mark))
            above.setdefault(place, []).append(mark)
    stacks: list[tuple[float, _Stack]] = []
    for place, letter in enumerate(letters):
        marks = above.get(place, [])
        parts = [letter, *(mark for mark in marks if mark.origin == letter.origin)]
        text = letter.char + "".join(mark.char for mark in marks)
        left, right = min(part.left for part in parts), max(part.right for part in parts)
        stack = _Stack(text, left, right, letter.size)
        if stacks and marks and _is_again(stacks[-1][1], stack):
            stacks.pop()
        stacks.append((letter.origin, stack))
    spaces = [
        (glyph.origin, _Stack(" ", glyph.left, glyph.right, glyph.size))
        for glyph in order
        if glyph.char.isspace() and glyph.right - glyph.left > _GAP / 3 * glyph.size
    ]
    # a space that ends a line may be drawn where its last letter is
    return [
        stack
        for _, stack in sorted(spaces + stacks, key=lambda each: (each[0], each[1].text != " ", each[1].left))
    ]


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) == "Mn"


def _distance(letter: Glyph, mark: Glyph) -> tuple[bool, float, float]:
    outside = max(letter.left - mark.middle, mark.middle - letter.right, 0.0)
    return letter.origin != mark.origin, outside, abs(letter.middle - mark.middle)


def _is_again(one: _Stack, other: _Stack) -> bool:
    """Whether a letter and its mark, each a glyph, both stand for the two of them."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return one.text == other.text and shared > 0.5 * min(one.right - one.left, other.right - other.left)


def _spaced(stacks: Sequence[_Stack]) -> list[str]:
    """The texts of stacks, with a space wherever one is seen."""
    found: list[str] = []
    edge = 0.0
    for stack in stacks:
        is_gap = stack.left - edge > _GAP * stack.size
        if found and is_gap and stack.text != " " and found[-1] != " ":
            found.append(" ")
        found.append(stack.text)
        edge = stack.right
    return found


def _direction(stack: str) -> str:
    """`R` and `L` for letters, `N` for digits, `S` for what joins digits, `-` for the rest."""
    kind = unicodedata.bidirectional(stack[0])
    if kind in ("R", "AL"):
        return "R"
    if kind == "L":
        return "L"
    if kind in ("EN", "AN"):
        return "N"
    return "S" if kind == "CS" else "-"


def _turned(stacks: list[str], pattern: re.Pattern[str]) -> list[str]:
    """Stacks with the runs that a pattern finds in their directions turned round."""
    found: list[str] = []
    done = 0
    for run in pattern.finditer("".join(map(_direction, stacks))):
        found += stacks[done : run.start()]
        found += stacks[run.start() : run.end()][::-1]
        done = run.end()
    return found + stacks[done:]


# From right to left, a run of Latin words with what is between them, or a number with its signs. A number to the
# right of Latin, with a sign between, belongs to it ("F-16"); one to the left does not.
_NUMBER = r"N(?:S?N)*"
_LEFTWARD = re.compile(rf"(?:{_NUMBER}[S-]*)?L(?:[S\-N]*L)*(?:{_NUMBER})?|{_NUMBER}")
_RIGHTWARD = re.compile(r"R(?:[S\-N]*[RN])?(?:[S\-N]*[RN])*")
_NUMBERS = re.compile(_NUMBER)


def _from_right(stacks: list[str]) -> list[str]:
    return _turned(stacks, _LEFTWARD)


def _from_left(stacks: list[str]) -> list[str]:
    found: list[str] = []
    done = 0
    for run in _RIGHTWARD.finditer("".join(map(_direction, stacks))):
        found += stacks[done : run.start()]
        found += _turned(stacks[run.start() : run.end()][::-1], _NUMBERS)
        done = run.end()
    return found + stacks[done:]


def _with_brackets_told(text: str) -> str:
    """Brackets that open where a word begins and close where one ends, whichever of the two was drawn."""
    chars = list(text)
    is_open = dict.fromkeys(_MIRRORED, False)
    for place, char in enumerate(chars):
        opening = _CLOSING.get(char, char)
        if opening not in _MIRRORED:
            continue
        before = chars[place - 1] if place else " "
        after = chars[place + 1] if place + 1 < len(chars) else " "
        begins = _is_edge(before) and not _is_edge(after)
        ends = _is_edge(after) and not _is_edge(before)
        opens = begins if begins != ends else not is_open[opening]
        is_open[opening] = opens
        chars[place] = opening if opens else _MIRRORED[opening]
    return "".join(chars)


def _is_edge(char: str) -> bool:
    return not (char.isalnum() or _is_mark(char))
