"""Mentions: what a rule of parties matched becomes a party, with its country, or a place."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Letters
from mithaq.reading.allegiance import whose
from mithaq.reading.names import People, Person
from mithaq.reading.posts import whole_of, words_of_post
from mithaq.reading.text import Sentence, Text
from mithaq.reading.towns import sense_told

_POSTING, _OF = ("at", "to", "in"), "of"
_LOCAL = "territory"  # offices that are held over a city or a province
_DELEGATION = "delegation"  # under which the nation of the delegation told of last is known


class Mention(NamedTuple):
    """A party as a sentence mentions it.

    `codes` are alpha-3 codes or acronyms; `sure` is false where the code is only that of the source's home;
    `posted` is where an envoy is sent, `other` the home where the code was taken from an earlier bearer of the
    office; `titled` is false for a person who is told only by a name and a nation; `side` is true for "from the
    Turkish side", after which others of that side may follow; `served` are bodies that it names beside its own country: "the
    Ethiopian T, director of the WHO"; `agencies` are the values of those that it names.
    """

    codes: tuple[str, ...]
    sure: bool
    persons: tuple[Person, ...]
    office: tuple[int, int] | None
    office_ids: tuple[str, ...]
    organisation: tuple[int, int] | None
    start: int
    end: int
    rule: str
    plural: bool = False
    counterpart: bool = False
    posted: tuple[str, ...] = ()
    other: str | None = None
    titled: bool = True
    side: bool = False
    served: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()

    @property
    def is_office(self) -> bool:
        """Whether it tells one official by office and nation alone."""
        return self.sure and bool(self.office_ids) and not self.plural


class Spot(NamedTuple):
    """A place as a sentence mentions it: country code and English city name; also a country that acts."""

    countries: tuple[str, ...]
    city: str | None
    start: int
    end: int
    rule: str


Told = Mention | Spot
Cast = dict[str, list[Told]]  # who takes each role


def codes_of(told: Told) -> tuple[str, ...]:
    """The codes of a party, or the countries of a place that acts."""
    return told.codes if isinstance(told, Mention) else told.countries


class Mentions:
    """Tells of whom, and of which country, the words of a party are."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self.lexicon = lexicon
        self.agencies = lexicon.gazetteer.get("agencies", {})
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.home_rules: dict[str, Any] = lexicon.settings.get("home", {})
        # What follows an office and says, in words that no table knows, of what or whose it is the office.
        self.open_end = re.compile(
            f"[{re.escape(letters.of('unknown|unknown.article|home.word'))}]|{letters.of('clitic.to')}[^{re.escape(BUILT['date'])}]"
        )
        offices = lexicon.gazetteer.get("offices", {})
        self.local = {office for office, row in offices.items() if row[1] == _LOCAL}
        self.private = {office for office, row in offices.items() if row[1] == "private"}
        self.double = {office for office, row in offices.items() if row[1] == "head"}
        post = re.escape(letters.of("office|rank|envoy"))
        self.two_posts = re.compile(f"[{post}{BUILT['person']}].*[{post}]", re.DOTALL)
        self.delegation = set(letters.of("delegation"))
        self.joins = set(letters.of("and|comma"))
        self.honorific = set(letters.of("honorific"))
        self.envoys = set(letters.of("envoy"))
        self.ranks = set(letters.of("rank"))
        self.pronoun = letters.of("pronoun")
        self.contact = set(letters.of("receive.verb|meet.verb"))
        self.word = letters.of("word")
        self.in_, self.and_ = letters.of("clitic.in"), letters.of("and")
        self.links = {self.in_, self.and_, letters.of("clitic.to")}
        self.passed = set(letters.of("quote|comma|dash"))  # between a link and what it links
        self.of, self.comma, self.cased = letters.of("from"), letters.of("comma"), lexicon.script.cased
        self.seat = letters.of("capital.of")
        self.capitals = {code: row[2] for code, row in lexicon.gazetteer.get("countries", {}).items()}

    def spot(
        self, text: Text, sentence: Sentence, first: int, last: int, rule: str, home: str | None
    ) -> Spot | None:
        countries: list[str] = []
        city = None
        for item in sentence.items[first:last]:
            senses = text.senses(item)
            if senses:
                sense = sense_told(text, senses, sentence.items[first:last], home)
                code = self._code(sense.cls, sense.value, home)
                if sense.cls == "city":
                    country, name = sense.value.split("/", 1)
                    city = city or name
                    code = country
                if code and code not in countries:
                    countries.append(code)
        if len(countries) > 1 and city:
            own = next(
                (
                    value.split("/")[0]
                    for item in sentence.items[first:last]
                    for _, value, _ in text.senses(item)[:1]
                    if "/" in value
                ),
                None,
            )
            if own in countries:
                countries.remove(own)
                countries.insert(0, own)
        if not countries:
            return None
        if city is None and self.seat in sentence.letters[first:last]:
            city = self.capital(countries[0])
        return Spot(tuple(countries), city, sentence.items[first].start, sentence.items[last - 1].end, rule)

    def capital(self, code: str) -> str | None:
        """The English name of a country's capital."""
        return self.capitals.get(code, "").rpartition("/")[2] or None

    def told(
        self,
        text: Text,
        sentence: Sentence,
        first: int,
        last: int,
        rule: str,
        people: People,
        offices: dict[str, str],
        home: str | None,
    ) -> list[tuple[Mention, int, int]]:
        spans = []
        while split := self._second_start(text, sentence, first, last, people):
            end = split
            while sentence.letters[end - 1] in self.joins:
                end -= 1  # "the King of X and the president of Y"
            spans.append((first, end))
            first = split
        spans.append((first, last))
        return [
            (self._mention(text, sentence, begin, end, rule, people, offices, home), begin, end)
            for begin, end in spans
        ]

    def _second_start(
        self, text: Text, sentence: Sentence, first: int, last: int, people: People
    ) -> int | None:
        """Where a second party begins: an office of a country that what stands before it is not of.

        "The King received the French foreign minister", "the President of Niger the Custodian of the Two Mosques".
        """
        if not self.two_posts.search(sentence.letters, first, last):
            return None
        heads: set[str] = set()
        office_at: int | None = None
        offices = persons = 0
        posting = head = apart = False
        for place in range(first, last):
            item = sentence.items[place]
            if isinstance(item.known, Person):
                persons += 1
                code = people.code_of(item.known) or people.assumed.get(item.known.key[-1])
                if code and heads and code not in heads:
                    if (
                        offices > 1
                        and office_at
                        and self.cased
                        and sentence.letters[office_at - 1] == self.comma
                    ):
                        return office_at  # "the Peruvian leader, President Boric"
                    if self._is_another(sentence, place, heads, code):
                        return place
                heads.update((code,) if code else ())
                continue
            for sense in text.senses(item)[:1]:
                noted = ""
                if sense.cls in _POSTING:
                    posting = True
                if sense.cls in ("office", "rank", "envoy"):
                    if sense.cls == "envoy" and head:
                        return place  # "the King the ambassador of": a head of state is nobody's envoy
                    head = sense.value in self.double
                    offices += 1
                    posting = False
                    if offices > 1 or persons:
                        apart = self._is_closed(text, sentence, first, place, sense.cls)
                        office_at = place
                        while office_at > first and sentence.letters[office_at - 1] in self.honorific:
                            office_at -= 1
                    noted = sense.note[8:] if sense.note.startswith("country=") else ""
                code = noted or (self._code(sense.cls, sense.value, None) if sense.cls != "city" else None)
                if not code or posting:
                    continue
                if heads and code not in heads and office_at is not None and office_at > first:
                    if code in self.bodies and persons:
                        continue  # a second hat: "X, minister of the interior, honorary president of the council"
                    return office_at
                if apart and not heads and office_at is not None and office_at > first:
                    return office_at
                heads.add(code)
        return None

    def _is_another(self, sentence: Sentence, place: int, heads: set[str], code: str) -> bool:
        """Whether a known official of one country after a comma is not whom an office of another names: "talks with the
        defence minister of France, Rajnath Singh said"."""
        before = sentence.letters[place - 1 : place] == self.comma
        return before and not (heads | {code}) & self.bodies.keys()

    def _is_closed(self, text: Text, sentence: Sentence, first: int, place: int, cls: str) -> bool:
        """Whether an office is another's than that told before it without a nation: "the minister of health the ambassador
        of", "received the minister of health the coordinator of", but not "the deputy of the ambassador of"."""
        script = self.lexicon.script
        words = text.tokens[sentence.items[place - 1].end - 1], text.tokens[sentence.items[place].start]
        before, word = (script.clean(word).startswith(tuple(script.articles)) for word in words)
        if sentence.letters[place - 1] in self.ranks:
            return False
        contact = sentence.letters[max(0, first - 1) : first] in self.contact
        return before and (cls == "envoy" or word and contact)

    def _mention(
        self,
        text: Text,
        sentence: Sentence,
        first: int,
        last: int,
        rule: str,
        people: People,
        offices: dict[str, str],
        home: str | None,
    ) -> Mention:
        adjectives: list[str] = []
        genitives: list[str] = []
        located: list[str] = []
        agencies: list[str] = []  # whose agency it is by its name, where the text says nothing else
        noted: list[str] = []
        persons: list[Person] = []
        office_ids: list[str] = []
        posts: list[tuple[int, int, str]] = []  # offices and ranks, and the names that stand between them
        organisation_span: list[int] = []
        named_agencies: list[str] = []
        posted: list[str] = []
        served: list[str] = []
        plural = counterpart = joined = side = False
        hats = 0
        link = ""
        for place in range(first, last):
            item = sentence.items[place]
            letter = sentence.letters[place]
            if isinstance(item.known, Person):
                persons.append(item.known)
                posts.append((0, 0, ""))
                link = ""
                continue
            senses = text.senses(item)
            if not senses or letter in self.links:
                link = letter if letter in self.links else link if letter in self.passed else ""
                continue
            sense = sense_told(text, senses, sentence.items[first:last], home)
            cls = sense.cls
            if cls in _POSTING or cls == _OF:
                link = cls
                continue
            if cls in ("office", "rank", "envoy", "office.plural"):
                office_ids.append(sense.value)
                hats += cls == "office"
                plural = plural or cls == "office.plural"
                posts.append((item.start, item.end, cls))
                if sense.note.startswith("country="):
                    noted.append(sense.note[8:])
                link = _LOCAL if sense.value in self.local else ""
                continue
            if cls == "counterpart":
                counterpart = True
            plural = plural or cls == "both"  # "the two countries, X and Y"
            side = side or cls == "side"
            if cls in ("agency", "agency.generic"):
                organisation_span += [item.start, item.end]
                named_agencies.append(sense.value)
            code = self._code(cls, sense.value, home)
            if code and code in self.bodies:
                served.append(code)
            if code and code in self.bodies and hats > 1:
                code = None  # of a second hat
            if code:
                if cls.startswith("demonym") or cls == "body.adjective":
                    adjectives.append(code)
                    joined = joined or link == self.and_
                elif link in _POSTING and organisation_span and not self._is_envoy(sentence, first, place):
                    located.append(code)  # "the head of the security service in Belgium"
                elif link in _POSTING and cls != "agency" and not counterpart and not plural:
                    posted.append(code)
                elif link == self.in_ and genitives and self._is_envoy(sentence, first, place):
                    posted.append(code)  # "ambassador of Tunisia in France"
                elif link == self.in_ or counterpart:
                    located.append(code)
                elif cls == "agency":
                    agencies.append(code)
                elif cls == "city" and link == _OF and organisation_span:
                    located.append(code)  # "the police of Dubai"
                elif cls != "city" or link == _LOCAL:
                    genitives.append(code)
            if cls not in ("agency.generic", "capital.of"):
                link = ""
        titled = bool(office_ids or organisation_span or counterpart or side or not persons) or any(
            map(people.code_of, persons)
        )
        codes, sure = whose(
            adjectives,
            genitives,
            located + agencies,
            noted,
            persons,
            plural
            or joined
            or counterpart
            and not persons
            and len(located) > 1,  # "his counterparts from X, Y and Z"
            people,
        )
        key = office_ids[0] if office_ids else ""
        if (
            rule.endswith("delegation")
            or key.endswith(_DELEGATION)
            or not self.delegation.isdisjoint(sentence.letters[first:last])
        ):
            key = _DELEGATION
        other = None
        envoy = not persons and not self.envoys.isdisjoint(sentence.letters[first:last])
        owned = self.lexicon.script.cased and sentence.letters[max(0, first - 1) : first] == self.pronoun
        if (
            not codes
            and key
            and not plural
            and key in offices
            and (not persons or counterpart)
            and not (owned and envoy)  # "its ambassador" is not the one told of before
        ):
            codes, sure = (offices[key],), True
            other = home if home != offices[key] else None
        domestic = bool(hats or organisation_span) or envoy or plural or rule.endswith("delegation")
        closed = domestic and not envoy and not counterpart and not plural
        if (
            closed
            and not persons
            and (
                self._is_open(text, sentence, last)
                or key == _DELEGATION
                and sentence.letters[last : last + 1] == self.of
            )
        ):
            closed = False  # "the head of the party", "a delegation of experts"
        if not codes and home and closed and not self._is_possessed(sentence, first, last):
            codes, sure = (home,), False
            for person in persons:
                people.assume(person, home)
        if not codes and len(persons) == 1 and not office_ids:
            codes, sure = tuple(filter(None, (people.assumed.get(persons[0].key[-1]),))), False
            titled = titled or bool(codes)  # an official of the source's country, told before
        if office_ids and self.private.issuperset(office_ids):
            codes, titled = (), False  # of a club, a company, a newspaper: no official
        if codes and not sure and persons and hats:
            people.holds(persons[0], office_ids[0], codes[0])
        if codes and sure and not plural:
            for person in persons:
                people.place(person, codes[0])
            if persons and not side:
                for office_id in office_ids:
                    people.holds(persons[0], office_id, codes[0])
            if key:
                offices[key] = codes[0]
        if not codes and not persons and self.pronoun in sentence.letters[first : last + 1]:
            counterpart = True  # "his advisers": nobody whom he meets abroad
        items = sentence.items
        return Mention(
            codes,
            sure,
            tuple(persons),
            words_of_post(posts),
            tuple(office_ids),
            whole_of(organisation_span),
            items[first].start,
            items[last - 1].end,
            rule,
            plural,
            counterpart,
            tuple(posted),
            other,
            titled,
            side,
            tuple(served),
            tuple(dict.fromkeys(named_agencies)),
        )

    def _is_envoy(self, sentence: Sentence, first: int, last: int) -> bool:
        return not self.envoys.isdisjoint(sentence.letters[first:last])

    def _is_possessed(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether the words after an office say whose it is, or the pronoun before it, where that is a word of its own."""
        if self.open_end.match(sentence.letters, last):
            return True
        return self.lexicon.script.cased and sentence.letters[max(0, first - 1) : first] == self.pronoun

    def _is_open(self, text: Text, sentence: Sentence, last: int) -> bool:
        """Whether the office that ends here is of something that no table knows: "the head of the party"."""
        if last >= len(sentence.letters) or sentence.letters[last] != self.word:
            return False
        script = self.lexicon.script
        word, following = (
            script.clean(text.tokens[token])
            for token in (sentence.items[last].start - 1, sentence.items[last].start)
        )
        articles = tuple(script.articles)
        return following.startswith(articles) and not word.startswith(articles)

    def home_of(self, home: str | None) -> str | None:
        """What "the Kingdom" means to a source of a country."""
        if home in self.home_rules.get("own", ()):
            return home
        return self.home_rules.get("otherwise") or home

    def _code(self, cls: str, value: str, home: str | None) -> str | None:
        if cls in ("country", "seat", "body", "body.adjective") or cls.startswith("demonym"):
            return value
        if cls == "home":
            return self.home_of(home)
        if cls == "city":
            return value.split("/", 1)[0]
        if cls == "agency":
            known = self.agencies.get(value)
            return known[0] if known else value.split("/", 1)[0]
        return None
