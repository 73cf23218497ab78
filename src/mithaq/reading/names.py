"""Stage 4, names: persons that no list knows, by title, given name and apposition; short names take up full ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Grammar, Letters, any_of
from mithaq.reading.text import Item, Sentence, Text

_NAMES = ("given", "surname", "official.short")
_MOST_WORDS = 4  # of a name that may go on
_LEAST_SURNAME = 3
_MOST_SURNAMES = 20_000  # words remembered that may be one
_LONG_ENOUGH_FOR_A_SLIP = 5
# What texts call the posts of the table of officials, and the wider words for several posts.
_POSTS = {
    "head-of-state": ("head-of-state",),
    "king": ("king", "head-of-state"),
    "head-of-government": ("prime-minister",),
    "foreign-minister": ("minister.foreign",),
    "interior-minister": ("minister.interior",),
    "defence-minister": ("minister.defence",),
    "justice-minister": ("minister.justice",),
}
_WIDER = {"minister": "minister."}


class Person(NamedTuple):
    """A person as a text names them: the name as written, its folded words, the code of their country or body."""

    name: str
    key: tuple[str, ...]
    code: str | None
    rule: str


def same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the keys of two names can be of one person: one begins like the other, or is its end, and adds nothing."""
    short, long = sorted((one, other), key=len)
    return (
        _alike(short, long[: len(short)])
        or _alike(short, long[-len(short) :])
        or len(short) == 1
        and len(short[0]) >= _LONG_ENOUGH_FOR_A_SLIP
        and long[-1].endswith(short[0])  # "Momen", of "Abdul Momen"
        or (
            _same_word(short[0], long[0])
            and all(any(_same_word(word, told) for told in long) for word in short)
        )
    )


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(map(_same_word, one, other))


def _same_word(one: str, other: str) -> bool:
    return one == other or differ_by_a_slip(one, other)


def differ_by_a_slip(one: str, other: str) -> bool:
    """Whether long words differ by one letter put in, left out or changed."""
    if min(len(one), len(other)) < _LONG_ENOUGH_FOR_A_SLIP or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest = (one[start:], other[start:])
    return rest[0][1:] == rest[1][1:] or rest[0][1:] == rest[1] or rest[0] == rest[1][1:]


class People:
    """The persons of one document met so far."""

    def __init__(self, published: str | None = None) -> None:
        self.year = published[:4] if published else None
        self.by_surname: dict[str, Person] = {}
        self.by_first: dict[str, Person] = {}  # under the first word, by which some nations call a person
        self.codes: dict[tuple[str, ...], str] = {}
        self.assumed: dict[str, str] = {}
        self.holders: dict[tuple[str, str], dict[Person, None]] = {}  # in the order of the text
        self.kingdoms: set[str] = set()  # those told that each call themselves "the Kingdom"
        self.nations: dict[str, str] = {}  # whose "the ministry" is, by that word
        self.heads: dict[str, tuple[str, object]] = {}  # bodies told, by the first word of their names
        self.told_of: tuple[int, str] = (-1, "")  # the sentence that named a country or body last, and which

    def met(self, person: Person) -> None:
        """Remember a full name under its last word, and the person's code when it is known."""
        if len(person.key) > 1:
            self.by_first.setdefault(person.key[0], person)
            known = self.by_surname.get(person.key[-1])
            if known is None or (len(known.key) <= len(person.key) and not (known.code and not person.code)):
                self.by_surname[person.key[-1]] = person

    def code_of(self, person: Person) -> str | None:
        """The country or body of a person: their own, or that of a fuller mention."""
        return person.code or self.codes.get(person.key) or self.codes.get(person.key[-1:])

    def holds(self, person: Person, office: str, code: str) -> None:
        """Remember who holds an office of a country or body."""
        self.holders.setdefault((office, code), {})[person] = None

    def holder(self, office: str, code: str) -> Person | None:
        """Who holds an office, where the document names one person in it, by the fullest name."""
        held = list(self.holders.get((office, code), ()))
        if not held and office in _WIDER:  # "the minister", of whom the text has told of what
            posts = [post for post in self.holders if post[1] == code and post[0].startswith(_WIDER[office])]
            held = list(dict.fromkeys(chain.from_iterable(self.holders[post] for post in posts)))
        found = sorted(held, key=lambda person: (-len(person.key), person.name))
        if found and all(same_name(person.key, found[0].key) for person in found[1:]):
            return found[0]
        return None

    def serves(self, person: Person, known: tuple[str, ...]) -> None:
        """Remember what post an official of the table held in the year of the text: country, body, post, since, until."""
        country, body, post, since, until = known[:5]
        if self.year and since and since[:4] <= self.year <= (until[:4] or self.year):
            for office in _POSTS.get(post, ()):
                self.holds(person, office, country or body)

    def place(self, person: Person, code: str) -> None:
        """Remember whose official a person is."""
        self.codes.setdefault(person.key, code)
        self.codes.setdefault(person.key[-1:], code)

    def assume(self, person: Person, code: str) -> None:
        """Remember of which country a person is taken to be, where the text names none."""
        self.assumed.setdefault(person.key[-1], code)


class Names:
    """Finds persons in the sentences of one language."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        rules = lexicon.rules_of("names")
        grammar = Grammar(letters, macros=rules["macros"], barriers=rules["barriers"])
        self.rules = [
            (rule["id"], grammar.compile(rule["pattern"]), frozenset(lexicon.beginnings[rule["id"]]))
            for rule in rules["rule"]
        ]
        self.letters = letters
        self.lexicon = lexicon
        self.officials = lexicon.gazetteer.get("officials", {})
        self.triggers = any_of(
            letters.of(
                "office*|rank|envoy|honorific|official*|given|counterpart|side|receive*|meet.verb|with"
            )
        )
        self.surnames: dict[str, list[tuple[str, str]]] = {}  # of each word met, as _readings tells them
        self.given = letters.of("given")
        self.naming = set(letters.of("unknown|given|surname"))
        self.going_on = set(letters.of("given|surname|unknown|unknown.article|name.particle"))
        self.homonyms = set(
            letters.of(
                "season|weekday|month.hijri|next|last|ordinal|office.modifier|recent|topic|day.word|matter"
            )
        )
        # What may be a short name: where capitals tell names, a city's too; a common word beside what only persons do or are.
        short = re.escape(
            letters.of("unknown*|latin.capital|given|surname" + ("|city" if lexicon.script.cased else ""))
        )
        word = re.escape(letters.of("word"))
        acting = re.escape(
            letters.of("say|meet.verb|receive.verb|visit.verb|travel.verb|discuss.verb|honorific|rank")
        )
        # A nation's word that is a surname too stands alone after a verb: "then al-Sudani received".
        nation = "" if lexicon.script.cased else re.escape(letters.of("demonym.m"))
        before = re.escape(letters.of("say|*.verb|with"))
        patterns = [f"[{short}]", f"[{word}](?:(?<=[{acting}].)|(?=[{acting}]))"]
        patterns += [f"(?<=[{before}])[{nation}]"] if nation else []
        self.short = re.compile("|".join(patterns), re.DOTALL)
        rules = lexicon.settings["names"]
        # Where no heading has capitals throughout, a word with one right after a name is of the name.
        self.running_on = set(letters.of(rules["runs_on"])) if "runs_on" in rules else set()
        self.linking = {lexicon.script.folded(word) for word in rules["linking"]}
        self.first_alone: bool = rules.get("first_alone", False)
        self.joining = {lexicon.script.folded(word) for word in rules["joining"]}
        self.prefixes = [row for row in lexicon.script.prefixes if row[0]]

    def find(self, text: Text, sentence: Sentence, people: People) -> None:
        """Rewrite the persons of a sentence to items of letter `person` that know a `Person`."""
        if self.triggers.search(sentence.letters):
            self._find_named(text, sentence, people)
        if people.by_surname:
            self._find_short(text, sentence, people)

    def _find_named(self, text: Text, sentence: Sentence, people: People) -> None:
        taken: list[tuple[int, int, str, object]] = []
        letters = sentence.letters
        present = set(letters)
        for rule, pattern, beginning in self.rules:
            if beginning.isdisjoint(present):
                continue
            at = 0
            while match := pattern.regex.search(letters, at):
                span = pattern.span(match, "person")
                official = pattern.span(match, "official")
                start, end = span or (official[0], match.end())  # type: ignore[index]
                if span:
                    end = self._end(text, sentence, start, end)
                at = max(end, match.start() + 1)
                if any(start < other_end and other < end for other, other_end, *_ in taken):
                    at = max(match.start() + 1, end)
                    continue
                if (
                    start + 1 < end
                    and letters[start + 1] in self.given
                    and self._is_known(text, sentence, start, people)
                ):
                    start += 1  # "Hammouchi received Francisca Bostyn": verb, who is known, who is named
                person = self._person(text, sentence, start, end, official, rule)
                if rule.endswith(".short") and person.key[-1] in people.by_surname:
                    fuller = people.by_surname[person.key[-1]]
                    person = Person(fuller.name, fuller.key, fuller.code or person.code, rule)
                elif self.first_alone and len(person.key) == 1 and person.key[0] not in people.by_surname:
                    fuller = people.by_first.get(person.key[0], person)  # "Dr. Kao", of Kao Kim Hourn
                    person = Person(fuller.name, fuller.key, fuller.code or person.code, rule)
                people.met(person)
                if official:
                    people.serves(
                        person, self.officials.get(text.value(sentence.items[official[0]]), ("",) * 5)
                    )
                taken.append((start, end, BUILT["person"], person))
        taken.sort(key=lambda entry: entry[0])
        sentence.rewrite(taken)

    def _is_known(self, text: Text, sentence: Sentence, place: int, people: People) -> bool:
        """Whether an item is the surname of a person named in full before."""
        return self._known_surname(text.tokens[sentence.items[place].end - 1], people) is not None

    def _end(self, text: Text, sentence: Sentence, start: int, end: int) -> int:
        """Where a name ends that goes on with a word which is a name too: "Martin Sami Sampson" where it means `high`."""
        letters = sentence.letters
        while (
            end < len(letters) and letters[end] in self.running_on and self._is_capital(text, sentence, end)
        ):
            end += 1
        if end - start >= _MOST_WORDS or not self._is_name(text, sentence.items[end - 1]):
            return end
        while (
            end < len(letters) and letters[end] in self.homonyms and self._is_name(text, sentence.items[end])
        ):
            end += 1
            while end < len(letters) and letters[end] in self.going_on:
                end += 1
        return end

    def _is_capital(self, text: Text, sentence: Sentence, place: int) -> bool:
        """Whether an item is one word with a capital, right after the word before it: "Luis Videgaray Caso"."""
        item = sentence.items[place]
        return (
            item.end - item.start == 1
            and sentence.items[place - 1].end == item.start
            and text.tokens[item.start].istitle()
        )

    def _is_name(self, text: Text, item: Item) -> bool:
        senses = text.senses(item)
        return not senses or any(sense.cls in _NAMES for sense in senses)

    def _person(
        self,
        text: Text,
        sentence: Sentence,
        start: int,
        end: int,
        official: tuple[int, int] | None,
        rule: str,
    ) -> Person:
        items = sentence.items[start:end]
        name = text.phrase((self._first(text, items[0].start), items[-1].end)) or ""
        words = name.split()
        key = self.key(words)
        code = None
        if official:
            known = self.officials.get(text.value(sentence.items[official[0]]), ())
            code = (known[0] or known[1]) if known else None
        return Person(name, key, code, rule)

    def _first(self, text: Text, token: int) -> int:
        """The first token of a name: one with an article of its own begins there, "M. Le Drian"."""
        before = text.tokens[token - 1] if token > 1 else ""
        own = self.lexicon.script.cased and before.istitle() and not text.codes[token - 1]
        return token - 1 if own and text.tokens[token - 2][0].isalpha() else token

    def key(self, words: list[str]) -> tuple[str, ...]:
        """The folded words of a name, without articles and without what only links them."""
        script = self.lexicon.script
        key: list[str] = []
        joined = ""
        for word in words:
            if not word[0].isalpha():
                continue
            folded = script.folded(word)
            if folded in self.joining:
                joined += folded
            elif joined or folded not in self.linking:
                key.append(script.bare(joined + folded))
                joined = ""
        return (*key, joined) if joined or not key else tuple(key)

    def _find_short(self, text: Text, sentence: Sentence, people: People) -> None:
        for place in [match.start() for match in self.short.finditer(sentence.letters)][::-1]:
            item = sentence.items[place]
            found = self._known_surname(text.tokens[item.end - 1], people)
            if not found and sentence.letters[place] in self.naming:
                first = people.by_first.get(self.lexicon.script.folded(text.tokens[item.start]))
                found = ("", first) if first and self.first_alone else None
            if not found:
                continue
            codes, person = found
            short = Person(person.name, person.key, people.code_of(person), "ar.name.short")
            sentence.letters = (
                sentence.letters[:place] + codes + BUILT["person"] + sentence.letters[place + 1 :]
            )
            sentence.items[place : place + 1] = [Item(item.start, item.end, None)] * len(codes) + [
                Item(item.start, item.end, short)
            ]

    def _known_surname(self, word: str, people: People) -> tuple[str, Person] | None:
        readings = self.surnames.get(word)
        if readings is None:
            if len(self.surnames) >= _MOST_SURNAMES:
                self.surnames.clear()
            readings = self.surnames[word] = list(self._readings(word))
        for codes, surname in readings:
            if surname in people.by_surname:
                return codes, people.by_surname[surname]
        return None

    def _readings(self, word: str) -> Iterator[tuple[str, str]]:
        """What surname a word may be, whole and without what may be a clitic, with the codes of the clitic."""
        script = self.lexicon.script
        clean = script.clean(word)
        if len(clean) >= _LEAST_SURNAME:
            yield "", script.bare(script.folded(clean))
        for prefix, codes, _ in self.prefixes:
            rest = clean[len(prefix) :]
            if codes and clean.startswith(prefix) and len(rest) >= _LEAST_SURNAME:
                yield codes, script.bare(script.folded(rest))
