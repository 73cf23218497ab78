"""With which letters a pattern can begin, told from its parsed form: so that a rule is tried only where it may match."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_ANY = frozenset(map(chr, range(0x180)))  # more than all letters: a superset does no harm
_LOOKS = ("AT", "ASSERT", "ASSERT_NOT")  # take no letter themselves
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def beginnings(source: str) -> str:
    """The letters with which a match of a regular expression can begin, or more than these.

    Args:
        source: the expression, over strings of one letter a phrase.
    """
    parser = getattr(re, "_parser", None)  # of the standard library, though not promised
    if parser is None:
        return "".join(sorted(_ANY))
    letters, may_be_empty = _first(parser.parse(source))
    return "".join(sorted(_ANY if may_be_empty else letters))


def _first(parsed: Iterable[tuple[Any, Any]]) -> tuple[frozenset[str], bool]:
    """The letters with which a sequence can begin, and whether it can be empty."""
    letters: frozenset[str] = frozenset()
    for operation, value in parsed:
        found, may_be_empty = _of(str(operation), value)
        letters |= found
        if not may_be_empty:
            return letters, False
    return letters, True


def _of(operation: str, value: Any) -> tuple[frozenset[str], bool]:
    if operation in _LOOKS:
        return frozenset(), True
    if operation == "LITERAL":
        return frozenset(chr(value)), False
    if operation == "IN" and all(str(kind) in ("LITERAL", "RANGE") for kind, _ in value):
        spans = [(code, code) if str(kind) == "LITERAL" else code for kind, code in value]
        return frozenset(chr(code) for first, last in spans for code in range(first, last + 1)), False
    if operation == "SUBPATTERN":
        return _first(value[3])
    if operation == "BRANCH":
        ways = [_first(way) for way in value[1]]
        return frozenset().union(*(found for found, _ in ways)), any(empty for _, empty in ways)
    if operation in _REPEATS:
        found, may_be_empty = _first(value[2])
        return found, may_be_empty or value[0] == 0
    return _ANY, False
