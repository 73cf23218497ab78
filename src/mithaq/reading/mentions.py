"""Mentions: what a rule of parties matched becomes a party, with its country, or a place."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Letters
from mithaq.reading.allegiance import is_another, whose
from mithaq.reading.names import People, Person
from mithaq.reading.parts import OF, POSTING, Part, Parts
from mithaq.reading.posts import land_of_town, whole_of, words_of_post
from mithaq.reading.text import Sentence, Text

_LOCAL = "territory"  # offices that are held over a city or a province
_SENT = ".sent"  # the rule of delegations, troops and experts from one country or several
_CALLING = "8"  # the rank of what someone is, and no post: "the Japanese diplomat X, head of the IAEA"
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
        self.parts = Parts(lexicon)
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.kingdom: str | None = None  # the one that a text which says "the Kingdom" has told of
        self.home_rules: dict[str, Any] = lexicon.settings.get("home", {})
        self.indefinite = set(self.home_rules.get("indefinite", ()))
        # What follows an office and says, in words that no table knows, of what or whose it is the office.
        self.open_end = re.compile(
            f"[{re.escape(letters.of('unknown|unknown.article|home.word'))}]|{letters.of('clitic.to')}[^{re.escape(BUILT['date'])}]"
        )
        offices = lexicon.gazetteer.get("offices", {})
        self.local = {office for office, row in offices.items() if row[1] == _LOCAL}
        self.private = {office for office, row in offices.items() if row[1] == "private"}
        self.callings = {office for office, row in offices.items() if row[0] == _CALLING}
        self.double = {office for office, row in offices.items() if row[1] == "head"}
        post = re.escape(letters.of("office|rank|envoy"))
        self.two_posts = re.compile(f"[{post}{BUILT['person']}].*[{post}]", re.DOTALL)
        self.agency = letters.of("agency")
        self.delegation = set(letters.of("delegation"))
        self.joins = set(letters.of("and|comma|of|to|by|with"))
        self.dealing = set(letters.of("with|from|clitic.in|by"))
        self.honorific = set(letters.of("honorific"))
        self.envoys, self.ranks = set(letters.of("envoy")), set(letters.of("rank"))
        self.pronoun = letters.of("pronoun")
        self.possessive = letters.of("possessive")
        self.contact, self.word = set(letters.of("receive.verb|meet.verb")), letters.of("word")
        self.in_, self.and_ = letters.of("clitic.in"), letters.of("and")
        self.links = {self.in_, self.and_, letters.of("clitic.to")}
        self.passed = set(letters.of("quote|comma|dash"))  # between a link and what it links
        self.of, self.comma, self.cased = letters.of("from"), letters.of("comma"), lexicon.script.cased
        self.seat, self.state = letters.of("capital.of"), letters.of("state.word")
        self.capitals = {code: row[2] for code, row in lexicon.gazetteer.get("countries", {}).items()}

    def spot(
        self, text: Text, sentence: Sentence, first: int, last: int, rule: str, home: str | None
    ) -> Spot | None:
        countries: list[str] = []
        city = None
        for item in sentence.items[first:last]:
            if isinstance(item.known, int):
                part = self.parts.told(text, item.known, sentence.items[first:last], home)
                if part.cls == "city":
                    city = city or part.value.split("/", 1)[1]
                code = self._land(part, home)
                if code and code not in countries:
                    countries.append(code)
        if len(countries) > 1 and city:
            own = land_of_town(text, sentence.items[first:last])
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
        if last - first < 2 or not self.two_posts.search(sentence.letters, first, last):
            mention = self._mention(text, sentence, first, last, rule, people, offices, home)
            return [(mention, first, last)]
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
                    at = office_at if offices > 1 and self.cased else None
                    if at and sentence.letters[at - 1] == self.comma:
                        return office_at  # "the Peruvian leader, President Boric"
                    if sentence.letters[place - 1] == self.comma and is_another(heads, code, self.bodies):
                        return place
                heads.update((code,) if code else ())
                continue
            if not isinstance(item.known, int):
                continue
            part = self.parts[item.known]
            code = self._land(part, None) if part.cls != "city" else None
            if part.cls in POSTING:
                posting = True
            elif part.cls in ("office", "rank", "envoy"):
                if part.cls == "envoy" and head:
                    return place  # "the King the ambassador of": a head of state is nobody's envoy
                head = part.value in self.double
                offices += 1
                posting = False
                if offices > 1 or persons:
                    apart = self._is_closed(text, sentence, first, place, part.cls)
                    office_at = place
                    while office_at > first and sentence.letters[office_at - 1] in self.honorific:
                        office_at -= 1
                code = part.noted or None
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
        items, letters = sentence.items, sentence.letters[first:last]
        for place, letter in enumerate(letters, start=first):
            item = items[place]
            known = item.known
            if isinstance(known, Person):
                persons.append(known)
                posts.append((0, 0, ""))
                link = ""
                continue
            if letter in self.links:
                link = letter
                continue
            if not isinstance(known, int):
                link = link if letter in self.passed else ""
                continue
            cls, value, country, code, is_post, is_link, is_nation, _ = self.parts.told(
                text, known, items[first:last], home
            )
            if is_link:
                link = cls
                continue
            if is_post:
                office_ids.append(value)
                hats += cls == "office"
                plural = plural or cls == "office.plural"
                posts.append((item.start, item.end, cls))
                if country:
                    noted.append(country)
                link = _LOCAL if value in self.local else ""
                continue
            if cls == "counterpart":
                counterpart = True
            elif cls == "both":
                plural = True  # "the two countries, X and Y"
            elif cls == "side":
                side = True
            elif cls == "home":
                code = home if value == "own" else self.home_of(home)
            elif cls in ("agency", "agency.generic"):
                organisation_span += [item.start, item.end]
                named_agencies.append(value)
            if code and code in self.bodies:
                served.append(code)
                if hats > 1 + bool(self.callings.intersection(office_ids[:1])):
                    code = None  # of a second hat
            if code:
                if is_nation:
                    adjectives.append(code)
                    joined = joined or link == self.and_
                elif link in POSTING and organisation_span and not self._is_envoy(sentence, first, place):
                    located.append(code)  # "the head of the security service in Belgium"
                elif link in POSTING and cls != "agency" and not counterpart and not plural:
                    posted.append(code)
                elif link == self.in_ and genitives and self._is_envoy(sentence, first, place):
                    posted.append(code)  # "ambassador of Tunisia in France"
                elif link == self.in_ or counterpart:
                    located.append(code)
                elif cls == "agency":
                    agencies.append(code)
                elif cls == "city" and organisation_span and (link == OF or not self.cased and not link):
                    located.append(code)  # "the police of Dubai"
                elif cls != "city" or link == _LOCAL:
                    genitives.append(code)
            if cls not in ("agency.generic", "capital.of"):
                link = ""
        if served and genitives and self.callings.issuperset(office_ids[:1]) and office_ids:
            adjectives.clear()
        titled = bool(office_ids or organisation_span or counterpart or side or not persons) or any(
            map(people.code_of, persons)
        )
        # "Iran's Ali Ahmadian": whose nation names them so acts for it.
        titled = titled or bool(self.possessive and persons and self.possessive in letters)
        of_state = self.state in letters and not self._is_envoy(sentence, first, last)
        if hats and (of_state or sentence.letters[max(0, first - 1) : first] in self.dealing):
            located += (
                posted  # "a call from the minister of the interior in Bahrain", "in the state of Kuwait"
            )
        codes, sure = whose(
            adjectives,
            genitives,
            located + agencies,
            noted,
            persons,
            plural or joined or not persons and (counterpart and len(located) > 1 or rule.endswith(_SENT)),
            people,
        )
        key = office_ids[0] if office_ids else ""
        delegated = rule.endswith(_DELEGATION)
        if delegated or key.endswith(_DELEGATION) or not self.delegation.isdisjoint(letters):
            key = _DELEGATION
        other = None
        envoy = not persons and not self.envoys.isdisjoint(letters)
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
        domestic = bool(hats or organisation_span) or envoy or plural or delegated
        many = plural and self.agency not in letters  # "agents of the National Police" are of one
        closed = domestic and not envoy and not counterpart and not many
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
        if self.indefinite and first and not persons and not named_agencies:
            article = text.tokens[sentence.items[first].start - 1].lower()
            closed = closed and article not in self.indefinite  # "a minister" need not be of the source's
        # The words after an office may say whose it is, or the pronoun before it, where that is a word of its own.
        if not codes and home and closed and not (owned or self.open_end.match(sentence.letters, last)):
            codes, sure = (home,), False
            for person in persons:
                people.assume(person, home)
        if not codes and len(persons) == 1 and not office_ids:
            codes, sure = tuple(filter(None, (people.assumed.get(persons[0].key[-1]),))), False
            titled = titled or bool(codes)  # an official of the source's country, told before
        if office_ids and self.private.issuperset(office_ids) and not named_agencies:
            codes, titled = (), False  # of a club, a company, a newspaper: no official
        abroad = people.told_of[0] == sentence.number and people.told_of[1] != home
        if codes and not sure and persons and hats and not abroad:
            people.holds(persons[0], office_ids[0], codes[0])
        if codes and sure and not plural:
            people.told_of = sentence.number, codes[0]
            for person in persons:
                people.place(person, codes[0])
            if persons and not side:
                for office_id in office_ids:
                    people.holds(persons[0], office_id, codes[0])
            if key:
                offices[key] = codes[0]
        if not codes and not persons and self.pronoun in sentence.letters[first : last + 1]:
            counterpart = True  # "his advisers": nobody whom he meets abroad
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
        return self.kingdom or self.home_rules.get("otherwise") or home

    def _land(self, part: Part, home: str | None) -> str | None:
        """The country or body that a phrase tells: "our country" and "the Kingdom" go by the source's."""
        if part.cls != "home":
            return part.code
        return home if part.value == "own" else self.home_of(home)
