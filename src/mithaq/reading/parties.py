"""Stage 5, parties: title, name, office, agency and country become one party; places are told from actors."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Grammar, Letters, Pattern, any_of
from mithaq.reading.names import People, Person
from mithaq.reading.text import Sentence, Text

_POSTING = ("at", "to", "in")
_LOCAL = "territory"  # offices that are held over a city or a province
_DELEGATION = "delegation"  # under which the nation of the delegation told of last is known
_NEAR_NAME = 10  # items between an office and the name that follows it after a comma


class Mention(NamedTuple):
    """A party as a sentence mentions it.

    `codes` are alpha-3 codes or acronyms; `sure` is false where the code is only that of the source's home;
    `posted` is where an envoy is sent, `other` the home where the code was taken from an earlier bearer of the
    office; `titled` is false for a person who is told only by a name and a nation; `side` is true for "from the
    Turkish side", after which others of that side may follow.
    """

    codes: tuple[str, ...]
    sure: bool
    persons: tuple[Person, ...]
    office: str | None
    office_ids: tuple[str, ...]
    organisation: str | None
    start: int
    end: int
    rule: str
    plural: bool = False
    counterpart: bool = False
    posted: tuple[str, ...] = ()
    other: str | None = None
    titled: bool = True
    side: bool = False


class Spot(NamedTuple):
    """A place as a sentence mentions it: country code and English city name; also a country that acts."""

    countries: tuple[str, ...]
    city: str | None
    start: int
    end: int
    rule: str


class Parties:
    """Finds parties and places in the sentences of one language."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        rules = lexicon.rules["parties"]
        grammar = Grammar(letters, macros=rules["macros"], barriers=rules["barriers"])
        self.rules: list[tuple[str, str, Pattern]] = [
            (rule["id"], rule["builds"], grammar.compile(rule["pattern"])) for rule in rules["rule"]
        ]
        self.lexicon = lexicon
        self.letters = letters
        self.cities = lexicon.gazetteer.get("cities", {})
        self.agencies = lexicon.gazetteer.get("agencies", {})
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.home_rules: dict[str, Any] = lexicon.settings.get("home", {})
        # What follows an office and says, in words that no table knows, of what or whose it is the office.
        self.open_end = re.compile(
            f"[{re.escape(letters.of('unknown|unknown.article|home.word'))}]|L[^{re.escape(BUILT['date'])}]"
        )
        offices = lexicon.gazetteer.get("offices", {})
        self.local = {office for office, row in offices.items() if row[1] == _LOCAL}
        self.private = {office for office, row in offices.items() if row[1] == "private"}
        self.double = {office for office, row in offices.items() if row[1] == "head"}
        self.country = set(letters.of("country"))
        self.city = set(letters.of("city"))
        self.delegation = set(letters.of("delegation"))
        self.own = set(letters.of("home.word"))
        self.links = set(letters.of("in|at|to|from|capital.of"))
        self.visit = set(letters.of("visit.verb"))
        self.honorific = set(letters.of("honorific"))
        self.inside = set(letters.of("in|clitic.in"))
        self.envoys = set(letters.of("envoy"))
        self.nations = set(letters.of("country|seat|home|body|demonym*|body.adjective"))
        self.bare = set(letters.of("word|unknown"))
        self.between = set(letters.of("word|unknown*|clitic.to|clitic.in|in|and|quote|paren|comma|topic|affairs|place|office.modifier"))
        self.word = letters.of("word")
        self.comma = letters.of("comma")
        self.conjunction = letters.of("and")
        self.triggers = any_of(
            letters.of(
                "office*|rank|envoy|honorific|person|agency*|country|seat|body|city|delegation|demonym*|anaphor.office|home|"
                "capital.of|counterpart|side|region.word"
            )
        )

    def find(
        self, text: Text, sentence: Sentence, people: People, offices: dict[str, str], home: str | None
    ) -> None:
        """Rewrite parties to `party` (a `Mention`), acting countries to `geo`, places to `place` and `goal`."""
        letters = sentence.letters
        taken: list[tuple[int, int, str, object]] = []
        at = 0
        while at < len(letters):
            best = None
            found = self.triggers.search(letters, at)
            if not found:
                break
            start = max(at, found.start() - 2)
            for place in range(start, min(found.start() + 1, len(letters))):
                for rule, builds, pattern in self.rules:
                    match = pattern.regex.match(letters, place)
                    if match and match.end() > place and self._holds(text, sentence, match, rule):
                        best = (match, rule, builds, pattern)
                        break
                if best:
                    break
            if best is None:
                at = found.start() + 1
                continue
            match, rule, builds, pattern = best
            first, last = match.span()
            if builds == "party":
                if self._is_destination(letters, first, last):
                    last -= 1
                elif self._is_venue(letters, first, last):
                    last -= 2
                elif self._is_local(text, sentence, last):
                    last += 1
            if builds in ("party", "style"):
                for mention, begin, end in self._mentions(
                    text, sentence, first, last, rule, people, offices, home
                ):
                    letter = BUILT[self._letter(mention, builds)]
                    taken.append((begin, end, letter, mention))
            else:
                spot = self._spot(text, sentence, first, last, rule, home)
                if spot:
                    taken.append((first, last, BUILT[builds], spot))
            at = max(last, at + 1)
        sentence.rewrite(self._joined(sentence, taken, people))

    def _letter(self, mention: Mention, builds: str) -> str:
        """Officials of a body together act as the body: "the foreign ministers of the Gulf council"."""
        if mention.plural and len(mention.codes) == 1 and mention.codes[0] in self.bodies and not mention.persons:
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
            if isinstance(named, Mention) and named.rule.endswith(_DELEGATION) and named.codes and not named.sure:
                near = next((one[3] for one in reversed(found[: place + 1]) if isinstance(one[3], Mention) and one[3].sure), None)
                if near and len(near.codes) == 1:
                    found[place + 1] = (*then[:3], named._replace(codes=near.codes))
                continue
            if not isinstance(office, Mention) or not isinstance(named, Mention) or office.plural or named.plural:
                continue
            between = sentence.letters[first[1] : then[0]]
            if office.persons or not office.office_ids or len(named.persons) != 1:
                continue
            same = named.codes == office.codes if named.office_ids else not named.codes
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
                and not self.double.isdisjoint(office.office_ids)
            ):
                found[place] = (*first[:3], office._replace(codes=named.codes, sure=True, persons=named.persons))
                found[place + 1] = (*then[:2], BUILT["person"], named.persons[0])
        return found

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
            and any(sense.value in self.local for sense in text.senses(sentence.items[last - 1]))
        )

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

    def _is_destination(self, letters: str, first: int, last: int) -> bool:
        """Whether the country at the end of a title is where its bearer went: "visited the director Turkey"."""
        return (
            last - first > 1
            and letters[last - 1] in self.country
            and letters[last - 2] not in "BL"
            and letters[last - 2] not in self.links
            and not self.visit.isdisjoint(letters[max(0, first - 2) : first])
        )

    def _is_venue(self, letters: str, first: int, last: int) -> bool:
        """Whether the place at the end of a title is where its bearer was: "their ministers of the Gulf in Qatar"."""
        return (
            last - first > 3
            and letters[last - 2] in self.inside
            and letters[last - 1] in self.nations
            and self.envoys.isdisjoint(letters[first:last])
            and not self.nations.isdisjoint(letters[first : last - 2])
        )

    def _holds(self, text: Text, sentence: Sentence, match: re.Match[str], rule: str) -> bool:
        """Whether what stands between an office and a name is of the office: no bare word after an article.

        "The director of the office of press X", but not "The King greets X".
        """
        if not rule.endswith(".titled-far"):
            return True
        script = self.lexicon.script
        for place in range(match.start(), match.end() - 1):
            item, after = sentence.items[place], sentence.items[place + 1]
            if sentence.letters[place + 1] not in self.bare:
                continue
            word, following = script.clean(text.tokens[item.end - 1]), script.clean(text.tokens[after.start])
            if word.startswith(tuple(script.articles)) and not following.startswith(tuple(script.articles)):
                return False
        return True

    def home_of(self, home: str | None) -> str | None:
        """What "the Kingdom" means to a source of a country."""
        if home in self.home_rules.get("own", ()):
            return home
        return self.home_rules.get("otherwise") or home

    def _spot(
        self, text: Text, sentence: Sentence, first: int, last: int, rule: str, home: str | None
    ) -> Spot | None:
        countries: list[str] = []
        city = None
        for item in sentence.items[first:last]:
            for sense in text.senses(item)[:1]:
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
        return Spot(tuple(countries), city, sentence.items[first].start, sentence.items[last - 1].end, rule)

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

    def _mentions(
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
        while split := self._second_start(text, sentence, first, last):
            spans.append((first, split))
            first = split
        spans.append((first, last))
        return [
            (self._mention(text, sentence, begin, end, rule, people, offices, home), begin, end)
            for begin, end in spans
        ]

    def _second_start(self, text: Text, sentence: Sentence, first: int, last: int) -> int | None:
        """Where a second party begins: an office of a country that what stands before it is not of.

        "The King received the French foreign minister", "the President of Niger the Custodian of the Two Mosques".
        """
        heads: set[str] = set()
        office_at: int | None = None
        offices = persons = 0
        posting = head = False
        for place in range(first, last):
            item = sentence.items[place]
            if isinstance(item.known, Person):
                persons += 1
                if item.known.code:
                    heads.add(item.known.code)
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
                heads.add(code)
        return None

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
        noted: list[str] = []
        persons: list[Person] = []
        office_ids: list[str] = []
        office_span: list[int] = []
        organisation_span: list[int] = []
        posted: list[str] = []
        plural = counterpart = joined = side = False
        hats = 0
        link = ""
        for place in range(first, last):
            item = sentence.items[place]
            letter = sentence.letters[place]
            if isinstance(item.known, Person):
                persons.append(item.known)
                link = ""
                continue
            senses = text.senses(item)
            if not senses:
                link = letter if letter in "BLW" else link if letter in '",-' else ""
                continue
            sense = senses[0]
            cls = sense.cls
            if cls in _POSTING:
                link = cls
                continue
            if cls in ("office", "rank", "envoy", "office.plural"):
                office_ids.append(sense.value)
                hats += cls == "office"
                plural = plural or cls == "office.plural"
                office_span += [item.start, item.end]
                if sense.note.startswith("country="):
                    noted.append(sense.note[8:])
                link = _LOCAL if sense.value in self.local else ""
                continue
            if cls == "counterpart":
                counterpart = True
            side = side or cls == "side"
            if cls in ("agency", "agency.generic"):
                organisation_span += [item.start, item.end]
            code = self._code(cls, sense.value, home)
            if code and code in self.bodies and hats > 1:
                code = None  # of a second hat
            if code:
                if cls.startswith("demonym") or cls == "body.adjective":
                    adjectives.append(code)
                    joined = joined or link == "W"
                elif link in _POSTING and cls != "agency" and not counterpart and not plural:
                    posted.append(code)
                elif link == "B" or counterpart:
                    located.append(code)
                elif cls != "city" or link == _LOCAL:
                    genitives.append(code)
            if cls not in ("agency.generic", "capital.of"):
                link = ""
        titled = bool(office_ids or organisation_span or counterpart or side or not persons) or any(map(people.code_of, persons))
        codes, sure = self._resolve(adjectives, genitives, located, noted, persons, plural or joined, people)
        office = self._phrase(text, office_span)
        key = office_ids[0] if office_ids else ""
        if rule.endswith("delegation") or key.endswith(_DELEGATION) or not self.delegation.isdisjoint(sentence.letters[first:last]):
            key = _DELEGATION
        other = None
        if not codes and key and not plural and key in offices and (not persons or counterpart):
            codes, sure = (offices[key],), True
            other = home if home != offices[key] else None
        envoy = not persons and not self.envoys.isdisjoint(sentence.letters[first:last])
        domestic = not envoy and (office_ids or organisation_span or rule.endswith("delegation"))
        if not persons and self._is_open(text, sentence, last):
            domestic = ()
        closed = domestic and not counterpart and not plural
        if not codes and home and closed and not self.open_end.match(sentence.letters, last):
            codes, sure = (home,), False
        if office_ids and self.private.issuperset(office_ids):
            codes, titled = (), False  # of a club, a company, a newspaper: no official
        if codes and sure and not plural:
            for person in persons:
                people.place(person, codes[0])
            if persons and not side:
                for office_id in office_ids:
                    people.holds(persons[0], office_id, codes[0])
            if key:
                offices[key] = codes[0]
        items = sentence.items
        return Mention(
            codes,
            sure,
            tuple(persons),
            office,
            tuple(office_ids),
            self._phrase(text, organisation_span),
            items[first].start,
            items[last - 1].end,
            rule,
            plural,
            counterpart,
            tuple(posted),
            other,
            titled,
            side,
        )

    def _resolve(
        self,
        adjectives: list[str],
        genitives: list[str],
        located: list[str],
        noted: list[str],
        persons: list[Person],
        plural: bool,
        people: People,
    ) -> tuple[tuple[str, ...], bool]:
        if plural:
            every = adjectives + genitives + located
            if every:
                return tuple(dict.fromkeys(every)), True
        for found in (noted, genitives[:1] if not adjectives else adjectives[:1], genitives[:1], located[:1]):
            if found:
                return (found[0],), True
        for person in persons:
            code = people.code_of(person)
            if code:
                return (code,), True
        return (), False

    def _phrase(self, text: Text, span: list[int]) -> str | None:
        if not span:
            return None
        begin, end = text.slice(min(span), max(span))
        return " ".join(text.source[begin:end].split())
