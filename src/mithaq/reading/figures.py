"""Votes, electorate, attendance and session: numbers said near an event, and the event that they belong to."""

from __future__ import annotations

from typing import NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import Grammar, Letters, any_of
from mithaq.reading.text import Item, Sentence, Text

_SENTENCES_AWAY = 3


class Figure(NamedTuple):
    """A number that a sentence says, under its name, and the kinds of event that it can belong to."""

    name: str
    number: int
    kinds: tuple[str, ...]
    sentence: int
    rule: str


class Figures:
    """Finds figures in the sentences of one language."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        rules = lexicon.rules_of("figures")
        grammar = Grammar(letters, macros=rules["macros"], barriers=rules["barriers"])
        self.rules = [
            (
                rule["id"],
                rule["figure"],
                tuple(rule["kinds"]),
                grammar.compile(rule["pattern"]),
                rule.get("unless"),
            )
            for rule in rules["rule"]
        ]
        self.numbers = any_of(letters.of("digits|number|ordinal"))

    def find(self, text: Text, sentence: Sentence) -> list[Figure]:
        """The figures that a sentence says."""
        found: dict[str, Figure] = {}
        if not self.numbers.search(sentence.letters):
            return []
        for rule, name, kinds, pattern, unless in self.rules:
            for match in pattern.regex.finditer(sentence.letters):
                if unless and _has_note(text, sentence.items[match.start() : match.end()], unless):
                    continue
                span = pattern.span(match, "number")
                number = _number(text, sentence.items[span[0]]) if span else None
                if number and name not in found:
                    found[name] = Figure(name, number, kinds, sentence.number, rule)
        return list(found.values())


def belongs(figure: Figure, kind: str, sentence: int) -> int | None:
    """How many sentences a figure stands from an event that it can belong to, or None."""
    away = abs(figure.sentence - sentence)
    return away if kind in figure.kinds and away <= _SENTENCES_AWAY else None


def _has_note(text: Text, items: list[Item], note: str) -> bool:
    return any(sense.note == note for item in items for sense in text.senses(item))


def _number(text: Text, item: Item) -> int | None:
    value = text.value(item)
    token = value if value.isdigit() else text.tokens[item.start].rstrip(".,:")
    return int(token) if token.isdecimal() and len(token) < 7 else None
