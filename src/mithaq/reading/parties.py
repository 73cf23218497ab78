"""Stage 5, parties: title, name, office, agency and country become one party; places are told from actors."""

from __future__ import annotations

import re

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Grammar, Letters, Pattern
from mithaq.reading.mentions import Mention, Mentions, Spot
from mithaq.reading.names import People, Person
from mithaq.reading.text import Item, Sentence, Text

_DELEGATION = "delegation"  # how the rule of a delegation ends
_FAR = ".titled-far"  # the rule of a name at some distance from its title
_REPRESENTATIVES = {"permanent-representative", "representative", "envoy"}
_AMBASSADOR = ("ambassador",)
_ITINERARY = 8  # items between a verb of visiting and where to
_FAR_ON = 4  # items after a country within which what was visited may stand
_LEADING = 4  # items between a leader and the delegation
_NEAR_NAME = 10  # items between an office and the name that follows it after a comma


class Parties:
    """Finds parties and places in the sentences of one language."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        rules = lexicon.rules_of("parties")
        grammar = Grammar(letters, macros=rules["macros"], barriers=rules["barriers"])
        self.rules: list[tuple[str, str, Pattern]] = [
            (entry["id"], entry["builds"], grammar.compile(entry["pattern"])) for entry in rules["rule"]
        ]
        # One search for all rules: to try one after the other at each item where they can begin took four times as long.
        self.first = grammar.first_of(
            (entry["pattern"], lexicon.beginnings[entry["id"]]) for entry in rules["rule"]
        )
        self.lexicon = lexicon
        self.mentions = Mentions(lexicon, letters)
        self.kingdoms = set(self.mentions.home_rules.get("own", ()))
        self.kingdoms_of = _Kingdoms(lexicon, self.kingdoms)
        self.country = set(letters.of("country"))
        self.city = set(letters.of("city"))
        self.links = set(letters.of("in|at|to|from|of|capital.of|clitic.in|clitic.to"))
        self.visit = set(letters.of("visit.verb"))
        self.visited = re.compile(
            f"[^{re.escape(letters.of('and|*.verb|to'))}]*?[{re.escape(letters.of('agency*'))}]"
        )
        self.inside = set(letters.of("in|clitic.in"))
        self.envoys = set(letters.of("envoy"))
        self.nations = set(letters.of("country|seat|home|body|demonym*|body.adjective"))
        self.bare = set(letters.of("word|unknown"))
        self.between = set(
            letters.of(
                "word|unknown*|clitic.to|clitic.in|in|and|quote|paren|comma|topic|affairs|place|office.modifier"
            )
        )
        self.comma = letters.of("comma")
        self.bodily = set(letters.of("body|agency"))
        self.generic = letters.of("agency.generic")
        self.word = letters.of("word")
        self.adjoined = set(
            letters.of("word|unknown.article|office.modifier|demonym*|topic|international.mark")
        )
        self.conjunction = letters.of("and")
        self.leading = set(letters.of("attend.verb|accompany"))
        self.head = letters.of("head")
        self.pronoun = letters.of("pronoun")

    def find(
        self, text: Text, sentence: Sentence, people: People, offices: dict[str, str], home: str | None
    ) -> None:
        """Rewrite parties to `party` (a `Mention`), acting countries to `geo`, places to `place` and `goal`."""
        if self.lexicon.script.articles:
            self._recall(text, sentence, people)
        if self.kingdoms and home not in self.kingdoms:
            for item in sentence.items:
                if isinstance(item.known, int):
                    people.kingdoms |= self.kingdoms_of[item.known]
            self.mentions.kingdom = min(people.kingdoms) if len(people.kingdoms) == 1 else None
        letters = sentence.letters
        taken: list[tuple[int, int, str, object]] = []
        at = 0
        while match := self.first.search(letters, at):
            assert match.lastindex
            first, last = match.span()
            place = match.lastindex - 1
            rule, builds, _ = self.rules[place]
            if rule.endswith(_FAR) and not self._holds(text, sentence, first, last):
                last, rule, builds = self._next_rule(letters, first, place + 1)
            if last == first:
                at = first + 1
                continue
            if builds == "party":
                if self._is_destination(text, sentence, first, last):
                    last -= 1
                elif self._is_venue(letters, first, last):
                    last -= 2
                elif self._is_local(text, sentence, last):
                    last += 1
            if builds in ("party", "style"):
                for mention, begin, end in self.mentions.told(
                    text, sentence, first, last, rule, people, offices, home
                ):
                    mention = self._of_before(text, mention, people)
                    letter = BUILT[self._letter(mention, builds)]
                    taken.append((begin, end, letter, mention))
            else:
                spot = self.mentions.spot(text, sentence, first, last, rule, home)
                if spot:
                    taken.append((first, last, BUILT[builds], spot))
            at = last
        sentence.rewrite(self._joined(sentence, taken, people))

    def _recall(self, text: Text, sentence: Sentence, people: People) -> None:
        """Let a word with an article that begins the name of a body told before stand for it: "the Organization"."""
        for place, letter in enumerate(sentence.letters):
            item = sentence.items[place]
            if letter in self.bodily:
                if item.end - item.start > 1:
                    people.heads[self._head(text, item.start)[0]] = letter, item.known
            elif letter == self.generic:
                people.heads.pop(self._head(text, item.start)[0], None)
            elif letter == self.word and people.heads:
                head, is_definite = self._head(text, item.start)
                known = people.heads.get(head) if is_definite else None
                if known and not self._goes_on(text, sentence, place):
                    sentence.letters = sentence.letters[:place] + known[0] + sentence.letters[place + 1 :]
                    sentence.items[place] = Item(item.start, item.end, known[1])

    def _of_before(self, text: Text, mention: Mention, people: People) -> Mention:
        """A mention of "the ministry" alone with the nation of the one told before, where it was another's than the source's."""
        if not self.lexicon.script.articles or not mention.organisation or mention.plural:
            return mention
        start, end = mention.organisation
        head, is_definite = self._head(text, start)
        if mention.sure:
            if len(mention.codes) == 1:
                people.nations[head] = mention.codes[0]
        elif end - start > 1 or not is_definite:
            people.nations.pop(head, None)
        elif head in people.nations and not mention.persons:
            return mention._replace(codes=(people.nations[head],), sure=True)
        return mention

    def _head(self, text: Text, token: int) -> tuple[str, bool]:
        """The folded stem of a word, and whether the word has an article."""
        script = self.lexicon.script
        word = script.clean(script.unhung(text.tokens[token], text.codes[token]))
        return script.folded(script.bare(word)), word.startswith(tuple(script.articles))

    def _goes_on(self, text: Text, sentence: Sentence, place: int) -> bool:
        """Whether a word with an article follows that can belong to the one before: "the International Organization"."""
        return (
            sentence.letters[place + 1 : place + 2] in self.adjoined
            and self._head(text, sentence.items[place + 1].start)[1]
        )

    def _letter(self, mention: Mention, builds: str) -> str:
        """Officials of a body together act as the body: "the foreign ministers of the Gulf council"."""
        if (
            mention.plural
            and len(mention.codes) == 1
            and mention.codes[0] in self.mentions.bodies
            and not mention.persons
        ):
            return "bloc"
        return "parties" if len(mention.codes) > 1 else builds

    def _joined(
        self, sentence: Sentence, taken: list[tuple[int, int, str, object]], people: People
    ) -> list[tuple[int, int, str, object]]:
        """The finds with a name given to the office before it, and an office to the one it is held with.

        "The director of the authority for cities, engineer X", "the deputy prime minister and foreign minister X of Y".
        """
        found = list(taken)
        for place in range(len(found) - 1):
            first, then = found[place], found[place + 1]
            office, named = first[3], then[3]
            if self._leads(sentence.letters[first[1] : then[0]], office, named):
                assert isinstance(office, Mention) and isinstance(named, Mention)
                people.place(office.persons[0], named.codes[0])
                found[place] = (*first[:3], office._replace(codes=named.codes, sure=True))
                continue
            after = found[place + 2] if place + 2 < len(found) else None
            if after and isinstance(named, Spot) and (person := self._envoy_by_name(office, after[3])):
                assert isinstance(office, Mention)
                people.place(person, office.codes[0])
                found[place] = (*first[:3], office._replace(persons=(person,)))
                found[place + 2] = (*after[:2], BUILT["person"], person)
                continue
            if (
                isinstance(named, Mention)
                and named.rule.endswith(_DELEGATION)
                and named.codes
                and not named.sure
            ):
                near = next(
                    (
                        one[3]
                        for one in reversed(found[: place + 1])
                        if isinstance(one[3], Mention) and one[3].sure
                    ),
                    None,
                )
                if near and len(near.codes) == 1:
                    found[place + 1] = (*then[:3], named._replace(codes=near.codes))
                continue
            if (
                not isinstance(office, Mention)
                or not isinstance(named, Mention)
                or office.plural
                or named.plural
            ):
                continue
            between = sentence.letters[first[1] : then[0]]
            if self._is_led(office, named, between):
                found[place + 1] = (*then[:3], named._replace(codes=office.codes, sure=True))
                for person in named.persons:
                    people.place(person, office.codes[0])
                continue
            if office.persons or not office.office_ids or len(named.persons) != 1:
                continue
            same = named.codes == office.codes if named.office_ids else not named.codes
            same = same or office.sure and not named.sure and named.office_ids == office.office_ids
            same = same or self._envoy_by_name(office, named) is not None
            same = same or not named.office_ids and self.mentions.bodies.keys() >= set(office.codes or "-")
            if same and self._is_apposed(between):
                person = named.persons[0]
                if office.codes:
                    people.place(person, office.codes[0])
                found[place] = (*first[:3], office._replace(persons=named.persons))
                found[place + 1] = (*then[:2], BUILT["person"], person)
            elif (
                between == self.conjunction
                and not office.sure
                and named.sure
                and named.office_ids
                and not self.mentions.double.isdisjoint(office.office_ids)
            ):
                found[place] = (
                    *first[:3],
                    office._replace(codes=named.codes, sure=True, persons=named.persons),
                )
                found[place + 1] = (*then[:2], BUILT["person"], named.persons[0])
        return found

    def _leads(self, between: str, leader: object, led: object) -> bool:
        """Whether a person of no nation leads a nation's delegation: "X led the Japanese delegation"."""
        return (
            isinstance(leader, Mention)
            and isinstance(led, Mention)
            and len(leader.persons) == 1
            and not leader.sure
            and led.sure
            and len(led.codes) == 1
            and led.rule.endswith(_DELEGATION)
            and 0 < len(between) <= _LEADING
            and between[-1] in self.leading
        )

    def _is_led(self, delegation: Mention, named: Mention, between: str) -> bool:
        """Whether one is told to lead a delegation, and so is of its nation: "a French delegation led by X"."""
        return (
            delegation.rule.endswith(_DELEGATION)
            and delegation.sure
            and len(delegation.codes) == 1
            and not named.sure
            and between.rstrip(self.pronoun) == self.head
        )

    def _envoy_by_name(self, office: object, named: object) -> Person | None:
        """Who an envoy is that is told by post and then by name: "the representative of X in New York, ambassador Y"."""
        if not isinstance(office, Mention) or not isinstance(named, Mention):
            return None
        posted = office.sure and len(office.codes) == 1 and not office.persons and bool(office.office_ids)
        if posted and _REPRESENTATIVES.issuperset(office.office_ids) and not named.sure:
            return named.persons[0] if named.office_ids == _AMBASSADOR and len(named.persons) == 1 else None
        return None

    def _is_apposed(self, between: str) -> bool:
        """Whether a name after these letters can be that of the holder of the office before them."""
        return (
            0 < len(between) <= _NEAR_NAME
            and between[-1] == self.comma
            and self.between.issuperset(between)
            and between.count(self.conjunction) < 3
        )

    def _is_local(self, text: Text, sentence: Sentence, last: int) -> bool:
        """Whether an office over a city or a province ends here and names it next: "the governor of Aden"."""
        return (
            last < len(sentence.letters)
            and sentence.letters[last] in self.city
            and any(sense.value in self.mentions.local for sense in text.senses(sentence.items[last - 1]))
        )

    def _is_destination(self, text: Text, sentence: Sentence, first: int, last: int) -> bool:
        """Whether the country at the end of a title is where its bearer went: "visited the director Turkey"."""
        letters = sentence.letters
        if last - first < 2 or letters[last - 1] not in self.country or letters[last - 2] in self.links:
            return False
        if self.visited.match(letters, last, last + _FAR_ON):
            return False  # "the commander of the Saudi forces visited the ministry of"
        if not self.visit.isdisjoint(letters[max(0, first - 2) : first]):
            return True
        definite = self._head(text, sentence.items[last - 2].end - 1)[1]  # and so not the country's
        return definite and not self.visit.isdisjoint(letters[max(0, first - _ITINERARY) : first])

    def _is_venue(self, letters: str, first: int, last: int) -> bool:
        """Whether the place at the end of a title is where its bearer was: "their ministers of the Gulf in Qatar"."""
        return (
            last - first > 3
            and letters[last - 2] in self.inside
            and letters[last - 1] in self.nations
            and self.envoys.isdisjoint(letters[first:last])
            and not self.nations.isdisjoint(letters[first : last - 2])
        )

    def _next_rule(self, letters: str, first: int, place: int) -> tuple[int, str, str]:
        """Where the first rule ends that matches at an item, of those from a place on, with its id and what it builds."""
        for rule, builds, pattern in self.rules[place:]:
            match = pattern.regex.match(letters, first)
            if match:
                return match.end(), rule, builds
        return first, "", ""

    def _holds(self, text: Text, sentence: Sentence, first: int, last: int) -> bool:
        """Whether what stands between an office and a name is of the office: no bare word after an article.

        "The director of the office of press X", but not "The King greets X".
        """
        script = self.lexicon.script
        for place in range(first, last - 1):
            item, after = sentence.items[place], sentence.items[place + 1]
            if sentence.letters[place + 1] not in self.bare:
                continue
            word, following = script.clean(text.tokens[item.end - 1]), script.clean(text.tokens[after.start])
            if word.startswith(tuple(script.articles)) and not following.startswith(tuple(script.articles)):
                return False
        return True


class _Kingdoms(dict[int, frozenset[str]]):
    """Which kingdoms a pattern tells by its weightiest meaning, looked up when it is first met."""

    def __init__(self, lexicon: Lexicon, kingdoms: set[str]) -> None:
        super().__init__()
        self.senses = lexicon.senses
        self.kingdoms = kingdoms

    def __missing__(self, pattern: int) -> frozenset[str]:
        sense = self.senses[pattern][0]
        told = {sense.value, sense.note.removeprefix("country=")}
        found = self[pattern] = frozenset(self.kingdoms & told)
        return found
