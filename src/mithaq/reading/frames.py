"""Stage 6, frames: patterns over the sequence of parties, dates, places and triggers of a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, reduce
from operator import or_
from typing import Any, NamedTuple

import msgspec

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import Grammar, Letters, any_of
from mithaq.reading.mentions import Cast, Spot, Told
from mithaq.reading.text import Item, Sentence, Text

_TRIGGER = re.compile(r"\{t:\s*(?:<([^<>]+)>|@(\w+))")
_CLASS = re.compile(r"<([^<>!]+)>")
_GROUP = re.compile(r"\([^()]*\)[?*+]*(\{[\d,]*\}\??)?")
_ROLE = re.compile(r"\{(?!t:|instrument:)\w+:\s*(?:@\w+|<[^<>]+>)\s*\}(?!\?)")
_EITHER = re.compile(r"\{\w+:(?:[^{}<>|]|<[^<>]*>)*\|(?:[^{}<>]|<[^<>]*>)*\}[?*+]?")
_WAYS = re.compile(r"\|(?![^<>]*>)")
_MUST = re.compile(r"<([^<>]+)>(?![?*{])")
# Parties that only context can tell: the two sides spoken of last, the country of the source.
PAIR, HOME = "both", "home"
_COUNT = "count="  # the note of words for more than two sides: "the three countries"
_INSTRUMENT = "instrument"
_MOST_REMEMBERED = 20_000
_BEFORE, _AFTER = 1, 2  # bits of a party before the trigger, and after it
# All that a role can be filled by.
_PARTIES = (
    "party|parties|geo|bloc|style|place|goal|origin|both|demonym*|body.adjective|state.word|home.word|agency|agency.generic|"
    "gather*|session.word|meet.noun"
)
ROLES = (
    "host", "guest", "a", "b", "signatory", "organiser", "principal", "delegate", "forum",
    "candidate", "nominator", "elector", "partner", "provider", "recipient",
)  # fmt: skip


class Draft(msgspec.Struct, frozen=True):
    """What one frame made of one stretch of a sentence, before context is read.

    `roles` maps a role to the parties that take it; `trigger` is an item of the sentence, `span` its items.
    """

    kind: str
    action: str | None
    roles: Cast
    instrument: Item | None
    trigger: int
    span: tuple[int, int]
    rule: str
    antecedent: str | None
    stage: str | None
    asks: str | None


class Frame:
    """One frame of a rule file."""

    def __init__(self, rule: dict[str, Any], grammar: Grammar) -> None:
        self.id: str = rule["id"]
        self.kind: str = rule["kind"]
        self.action: str | None = rule.get("action")
        self.antecedent: str | None = rule.get("antecedent")
        self.stage: str | None = rule.get("stage")
        self.asks: str | None = rule.get("asks")
        self.triggers = frozenset(
            letter
            for classes, macro in _TRIGGER.findall(rule["pattern"])
            for names in ([classes] if classes else _CLASS.findall(grammar.macros[macro]))
            for letter in grammar.letters.of(names)
        )
        self.ways = _ways(rule["pattern"], grammar.letters)
        self.pattern = grammar.compile(rule["pattern"])

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Searches for its pattern in a string of letters, from a place on."""
        return self.pattern.regex.search

    @cached_property
    def captures(self) -> list[tuple[str, int]]:
        """The roles that its pattern captures, and the instrument, each with its group."""
        wanted = {*ROLES, _INSTRUMENT}
        return [
            (name, group) for name, groups in self.pattern.names.items() for group in groups if name in wanted
        ]


class _Way(NamedTuple):
    """What one way of a pattern asks for outside of all groups.

    For each class the letters of which one must stand in the sentence, how many parties must, and whether one of them
    stands before the trigger, and one after it.
    """

    needs: frozenset[frozenset[str]]
    parties: int
    before: bool
    after: bool


def _ways(source: str, letters: Letters) -> list[_Way]:
    """What a pattern asks for, of which a sentence must have all that one of its ways asks."""
    bare = _EITHER.sub(" ", source)
    while (shorter := _GROUP.sub(" ", bare)) != bare:
        bare = shorter
    found = []
    for way in _WAYS.split(bare):
        must = [names for names in _MUST.findall(way) if not names.startswith("!")]
        before, trigger, after = way.partition("{t:")
        found.append(
            _Way(
                frozenset(frozenset(letters.of(names)) for names in must),
                len(_ROLE.findall(way)),
                bool(trigger and _ROLE.search(before)),
                bool(trigger and _ROLE.search(after)),
            )
        )
    return found


class Frames:
    """Matches the frames of one language."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        rules = lexicon.rules_of("frames")
        grammar = Grammar(letters, macros=rules["macros"], barriers=rules["barriers"])
        self.frames = [Frame(rule, grammar) for rule in rules["frame"]]
        # A bit for each thing that a frame can ask for: one look at the letters of a sentence tells which are there, and
        # two frames in three need not be tried.
        asked = dict.fromkeys(need for frame in self.frames for way in frame.ways for need in way.needs)
        bits = {need: _AFTER << bit for bit, need in enumerate(asked, start=1)}
        self.gives: dict[str, int] = {}
        for need, bit in bits.items():
            for letter in need:
                self.gives[letter] = self.gives.get(letter, 0) | bit
        self.tries: dict[str, list[tuple[int, int, int]]] = {}
        for place, frame in enumerate(self.frames):
            for way in frame.ways:
                asks = sum(map(bits.__getitem__, way.needs)) + _BEFORE * way.before + _AFTER * way.after
                for letter in frame.triggers:
                    self.tries.setdefault(letter, []).append((place, asks, way.parties))
        self.looked_for = self.gives.keys() | self.tries.keys()
        # What the frames of a trigger ask for together, and which of them to try by what a sentence has of it.
        self.asked = {
            letter: reduce(or_, (asks for _, asks, _ in tries)) for letter, tries in self.tries.items()
        }
        self.known_tries: dict[tuple[str, int, int], list[int]] = {}
        self.wanted = "".join(sorted(set().union(*(frame.triggers for frame in self.frames))))
        self.triggers = any_of(self.wanted)
        self.party = any_of(letters.of(_PARTIES))
        self.nations = set(letters.of("demonym*|body.adjective"))
        self.both = letters.of("both")
        self.home = set(letters.of("state.word|home.word"))

    def draft(self, text: Text, sentence: Sentence) -> Iterator[Iterator[Draft]]:
        """All readings of a sentence: for each trigger and kind, the drafts of the frames that match, in their order."""
        found: dict[tuple[int, str], list[tuple[Frame, re.Match[str]]]] = {}
        for place in self._to_try(sentence.letters):
            self._match(sentence.letters, self.frames[place], found)
        for trigger, kind in sorted(found):
            matches = found[trigger, kind]
            yield (self._draft(text, sentence, frame, match, trigger) for frame, match in matches)

    def _to_try(self, letters: str) -> list[int]:
        """The frames for which a sentence has all that they ask for."""
        present = self.looked_for.intersection(letters)
        parties = self.party.findall(letters)
        count = len(parties)
        first, last = (
            (letters.find(parties[0]), letters.rfind(parties[-1])) if parties else (len(letters), -1)
        )
        has = 0
        for letter in present:
            has |= self.gives.get(letter, 0)
        found = set[int]()
        for letter in present:
            if letter in self.tries:
                before = _BEFORE if first < letters.rfind(letter) else 0
                after = _AFTER if letters.find(letter) < last else 0
                found.update(self._tries_of(letter, (has | before | after) & self.asked[letter], count))
        return sorted(found)

    def _tries_of(self, letter: str, has: int, count: int) -> list[int]:
        """The frames of a trigger that ask for no more than a sentence has, with so many parties."""
        key = letter, has, count
        known = self.known_tries.get(key)
        if known is None:
            if len(self.known_tries) >= _MOST_REMEMBERED:
                self.known_tries.clear()
            known = self.known_tries[key] = [
                place for place, asks, least in self.tries[letter] if least <= count and not asks & ~has
            ]
        return known

    def _match(
        self, letters: str, frame: Frame, found: dict[tuple[int, str], list[tuple[Frame, re.Match[str]]]]
    ) -> None:
        match = frame.search(letters)
        while match:
            span = frame.pattern.span(match, "t")
            assert span is not None
            start, trigger = match.start(), span[0]
            found.setdefault((trigger, frame.kind), []).append((frame, match))
            match = frame.search(letters, max(start + 1, trigger))

    def _draft(
        self, text: Text, sentence: Sentence, frame: Frame, match: re.Match[str], trigger: int
    ) -> Draft:
        roles: Cast = {}
        instrument = None
        for name, group in frame.captures:
            start, end = match.span(group)
            if start < 0:
                continue
            if name == _INSTRUMENT:
                instrument = sentence.items[start]
            else:
                roles.setdefault(name, []).extend(self._parties(text, sentence, start, end))
        return Draft(
            frame.kind,
            frame.action,
            roles,
            instrument,
            trigger,
            match.span(),
            frame.id,
            frame.antecedent,
            frame.stage,
            frame.asks,
        )

    def _parties(self, text: Text, sentence: Sentence, start: int, end: int) -> list[Told]:
        found: list[Told] = []
        for place in range(start, end):
            item = sentence.items[place]
            if isinstance(item.known, Told):
                found.append(item.known)
            elif sentence.letters[place] in self.nations:
                found.append(Spot((text.value(item),), None, item.start, item.end, "nation"))
            elif sentence.letters[place] == self.both:
                count = text.senses(item)[0].note.removeprefix(_COUNT)
                sides = (PAIR,) * (int(count) if count.isdigit() else 1)
                found.append(Spot(sides, None, item.start, item.end, PAIR))
            elif sentence.letters[place] in self.home:
                found.append(Spot((HOME,), None, item.start, item.end, HOME))
        return found
