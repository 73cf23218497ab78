"""How long an agreement is to last: a span such as five years, or the day until which it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mithaq import edtf
from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import Grammar, Letters
from mithaq.reading.act import Act
from mithaq.reading.dates import Found
from mithaq.reading.text import Item, Sentence, Text

KIND = "agreement"
_CUE = "term.word"
_UNITS = {"unit.year": "Y", "unit.month": "M", "unit.week": "W"}
_LONGEST = {"Y": 99, "M": 1200, "W": 5200}
_OF_BEFORE = ("renew", "end")
"""Actions beside which a day on which something expires is that of what was before."""


class Term(NamedTuple):
    """How long an agreement is to last, as a sentence says it.

    `term` is an ISO 8601 duration (`P5Y`) or an EDTF date, `place` the first token that says it. `is_own` is true
    where no word says that it is a term, so that it is that of an act of the same sentence alone.
    """

    term: str
    sentence: int
    place: int
    is_own: bool
    is_end: bool


class Terms:
    """Finds terms in the sentences of one language.

    A rule of `terms.toml` captures a `number` and a `unit`, or a `date`, beside which a word of class `term.word` stands
    whose value is among the `cues` of the rule: at most `before` items before it or `after` items after it. A rule
    without cues needs none.
    """

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        rules = lexicon.rules_of("terms")
        grammar = Grammar(letters, macros=rules["macros"], barriers=rules["barriers"])
        self.rules = [
            (
                grammar.compile(rule["pattern"]),
                frozenset(rule.get("cues", ())),
                rule.get("before", 0),
                rule.get("after", 0),
            )
            for rule in rules["rule"]
        ]
        self.stops = set(letters.of("stop|line"))

    def find(self, text: Text, sentence: Sentence) -> list[Term]:
        """The terms that a sentence says, each once, in the order of the rules."""
        found: list[Term] = []
        taken: set[int] = set()
        for pattern, cues, before, after in self.rules:
            for match in pattern.regex.finditer(sentence.letters):
                spans = pattern.spans(match)
                said = self._cue(text, sentence, match.start(), match.end(), cues, before, after)
                if cues and said is None:
                    continue
                places = set(range(match.start(), match.end()))
                term = None if places & taken else _term(text, sentence, spans)
                if term:
                    taken |= places
                    start = sentence.items[match.start()].start
                    found.append(Term(term, sentence.number, start, not cues, said == "end"))
        return found

    def _cue(
        self,
        text: Text,
        sentence: Sentence,
        start: int,
        end: int,
        cues: frozenset[str],
        before: int,
        after: int,
    ) -> str | None:
        """The value of the nearest word that says what a span or a date is of."""
        near = [*range(start - 1, max(-1, start - 1 - before), -1), *range(start, end)]
        near += range(end, min(len(sentence.items), end + after))
        for place in near:
            if sentence.letters[place] in self.stops:
                continue
            for sense in text.senses(sentence.items[place]):
                if sense.cls == _CUE and sense.value in cues:
                    return sense.value
        return None


def _term(text: Text, sentence: Sentence, spans: dict[str, tuple[int, int]]) -> str | None:
    if "date" in spans:
        known = sentence.items[spans["date"][0]].known
        return known.edtf.rstrip("~") or None if isinstance(known, Found) else None
    unit = sentence.items[spans["unit"][0]]
    for sense in text.senses(unit):
        letter = _UNITS.get(sense.cls)
        if letter is None:
            continue
        many = int(sense.value) if sense.value.isdigit() else 1
        if "number" in spans:
            count = _number(text, sentence.items[spans["number"][0]])
        else:
            count = None if sense.value == "many" else 1
        if count and count * many <= _LONGEST[letter]:
            return f"P{count * many}{letter}"
    return None


def _number(text: Text, item: Item) -> int | None:
    value = text.value(item)
    token = value if value.isdigit() else text.tokens[item.start].rstrip(".,:")
    return int(token) if token.isdecimal() and len(token) < 5 else None


def _is_over(term: str, when: str | None) -> bool:
    """Whether a term is a date before that of the act: one of what was before."""
    return bool(when) and edtf.is_edtf(term) and edtf.last_day(term) <= edtf.first_day(str(when))


def give_terms(acts: list[Act], terms: Sequence[Term]) -> list[Act]:
    """Give each term to the agreement that it is of: the last one told before it, in its sentence or the one before."""
    given: dict[int, str] = {}
    for term in terms:
        near = [
            (term.sentence - act.sentence, act.start > term.place, abs(act.start - term.place), place)
            for place, act in enumerate(acts)
            if act.kind == KIND
            and place not in given
            and 0 <= term.sentence - act.sentence <= (0 if term.is_own else 1)
            and not (term.is_end and act.action in _OF_BEFORE)
            and not _is_over(term.term, act.when)
        ]
        if near:
            given[min(near)[-1]] = term.term
    return [act._replace(term=given[place]) if place in given else act for place, act in enumerate(acts)]
