"""Who is meant by each role of a draft: the parties named, those spoken of before, the country of the source."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Letters
from mithaq.reading.act import HELD, Entry, with_nations
from mithaq.reading.frames import HOME, PAIR, Draft
from mithaq.reading.memory import ENVOYS, Memory
from mithaq.reading.mentions import Cast, Mention, Spot, Told, codes_of
from mithaq.reading.names import People
from mithaq.reading.text import Item, Sentence, Text

_PAIR_ROLE = {"agreement": "signatory"}  # the role of "the two sides", else that of participants
_HOME_ROLE = {
    "mandate": "forum",
    "visit": "host",
    "agreement": "signatory",
    "operation": "partner",
    "aid": "recipient",
}  # of the country of the source
# Note of words for two who are persons, and then what their offices are: "the two ministers".
_OF_PERSONS = "persons="
_NEAR_PLACE = 8  # items after a meeting within which the place stands where it was
_ON_JOURNEY = 2  # sentences after a visit in which officials without a country are the host's
_OPENING = 2  # items before the verb of a sentence whose subject is left out
_MANY = 3  # countries of a journey after which officials of none are of no country that can be told
_DATELINE = 8  # items in which a dateline ends
_RULERS = {"head-of-state"}  # whom no body elects
_LOCAL = ("operation", "training", "aid")  # kinds whose parties must be named in the sentence
EACH_NAMED = ".plural-named"  # the rule of "the presidents Chinese X and Russian Y"
PACT = "pact"  # who is missing is told by the treaty
_TALKS = ".talks.with-antecedent"
AMBASSADOR, CONSENT = ".mandate.ambassador", ".mandate.agrement"


class Roles:
    """Turns the roles of drafts to parties."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.pacts = lexicon.gazetteer.get("pacts", {})
        self.pronoun = letters.of("pronoun")
        self.invite = set(letters.of("invite.*"))
        self.both = letters.of("both")
        self.senses = lexicon.senses
        self.elected = set(
            letters.of(
                "seat.word|member.word|candidate.word|head|vote.*|gather.*|session.word|committee.noun|office"
            )
        )
        self.marks = set(letters.of("dash|paren"))
        self.ballot = set(letters.of("ballot"))
        self.that = set(letters.of("that"))
        self.oblique = frozenset(letters.of("clitic.in|clitic.to|with|to|from|by|of"))
        self.journey = set(letters.of("visit.verb|visit.noun|arrive.verb|travel.verb"))
        self.movement = set(letters.of("arrive.*|travel.verb"))
        self.place = BUILT["place"]
        self.international = letters.of("international.mark")
        self.about = set(letters.of("on|matter"))

    def fill(self, sentence: Sentence, draft: Draft, roles: Cast, memory: Memory) -> None:
        """Give the missing role to the party spoken of last."""
        others = {code for mentions in roles.values() for mention in mentions for code in codes_of(mention)}
        if draft.antecedent == "forum":
            said = [spot for _, spot in sentence.told(Spot)]
            bloc = next((spot for spot in said if spot.rule.endswith("bloc")), memory.bloc)
            named = [mention for _, mention in sentence.told(Mention)]
            office = next((known for known in named if known.served), None)
            if office and (bloc is None or bloc is memory.bloc or set(office.codes) & self.bodies.keys()):
                bloc = Spot(office.served[:1], None, office.start, office.end, "bloc")
            if (
                not self.ballot.isdisjoint(sentence.letters)
                or draft.action == "elect"
                and self._is_at_home(draft)
            ):
                return
            if (bloc is memory.bloc or draft.action == "elect" and not office) and self.elected.isdisjoint(
                sentence.letters
            ):
                return  # an election at home, in a text that has named a body
            if bloc:
                roles["forum"] = [bloc]
            if draft.action == "nominate" and "nominator" not in roles:
                self._put_forward(sentence, draft, roles)
            return
        if draft.antecedent == "home":
            near = [code for code in _named_in(sentence.items[: draft.trigger]) if code not in self.bodies]
            here = (
                near[0] if draft.kind == "visit" and len(near) == 1 and near[0] not in others else memory.home
            )
            if here and here not in others:
                role = _HOME_ROLE[draft.kind]
                roles[role] = [*roles.get(role, ()), Spot((here,), None, 0, 0, HOME)]
            return
        if draft.antecedent == "received":
            if memory.received and sentence.number - memory.received[2] <= _ON_JOURNEY:
                for role, code in zip(("guest", "host"), memory.received[:2], strict=True):
                    roles[role] = [Spot((code,), None, 0, 0, "received")]
            return
        if draft.antecedent == "other":
            other = [code for code in memory.pair if code not in others]
            if len(other) > 1 and memory.home in other:
                other = [memory.home]  # a third visits: the country of the source
            if len(other) == 1 and sentence.number - memory.pair_sentence <= _ON_JOURNEY:
                roles["host"] = [Spot((other[0],), None, 0, 0, "pair")]
            return
        if draft.antecedent == "pair":
            if sentence.heading:
                return  # nothing is spoken of before a headline
            if memory.pair and sentence.number - memory.pair_sentence <= 1:
                roles[_PAIR_ROLE.get(draft.kind, "a")] = [Spot(memory.pair, None, 0, 0, "pair")]
            elif (
                self.pronoun in sentence.letters[slice(*draft.span)]
                and memory.couple[0]
                and sentence.number - memory.couple[1] <= 1
            ):  # "during talks between them", after two were told together
                roles[_PAIR_ROLE.get(draft.kind, "a")] = [Spot(memory.couple[0], None, 0, 0, "pair")]
            elif self.both in sentence.letters[draft.span[0] :] and memory.two:
                roles[_PAIR_ROLE.get(draft.kind, "a")] = [Spot(memory.two, None, 0, 0, "pair")]
            return
        assert draft.antecedent
        if draft.asks == "nearest":  # "between it and the others": what was named last
            for item in reversed(sentence.items[: draft.trigger]):
                if (
                    isinstance(item.known, Told)
                    and codes_of(item.known)
                    and not set(codes_of(item.known)) & others
                ):
                    roles.setdefault(draft.antecedent, []).insert(0, item.known)
                    return
        if draft.antecedent == "host" and memory.receiver and draft.kind == "meeting":
            receiver, told = memory.receiver
            if 0 < sentence.number - told <= _ON_JOURNEY and not set(receiver.codes) & others:
                roles.setdefault("host", []).append(receiver)
                return
        found = memory.meant(sentence, draft.trigger, others)
        inviting = draft.kind == "gathering" and not self.invite.isdisjoint(sentence.letters[: draft.trigger])
        for item in self._spoken(sentence, 0 if inviting else draft.trigger):
            if isinstance(item.known, Mention) and item.known.codes and not (set(item.known.codes) & others):
                found = item.known
                if item.known.persons:
                    break
        if found is None:
            spoken = self._spoken(sentence, draft.trigger, self.journey, self._after_dateline(sentence))
            acting = [item.known for item in spoken if isinstance(item.known, Spot)]
            acting = [
                known
                for known in acting
                if known.rule.endswith((".geo", "bloc")) and not set(known.countries) & others
            ]
            if acting:
                roles.setdefault(draft.antecedent, []).append(acting[0])
                return
        if found is None and (draft.kind in _LOCAL or draft.asks == "here"):
            return
        if (
            found is None
            and not self._is_of_anyone(sentence, draft, memory)
            and memory.subject
            and not (set(memory.subject.codes) & others)
        ):
            found = memory.subject
        if found and draft.asks == "here" and not found.sure:
            return
        if (
            found is None and draft.kind == "meeting"
        ):  # "is in Paris, where he will meet the minister": of there
            before = self._spoken(sentence, draft.trigger)
            named = [item.known for item in before if isinstance(item.known, Mention)]
            lone = [one for one in named if one.codes == (memory.home,)]
            found = lone[0] if lone and others == {memory.home} else None
        if found is None and draft.asks == "or-home" and memory.home and memory.home not in others:
            roles.setdefault(draft.antecedent, []).append(Spot((memory.home,), None, 0, 0, HOME))
        if found:
            rule = found.rule + HELD * draft.rule.endswith(_TALKS)  # "the talks with X": whose, not by whom
            roles.setdefault(draft.antecedent, []).append(found._replace(rule=rule))

    def _is_of_anyone(self, sentence: Sentence, draft: Draft, memory: Memory) -> bool:
        """Whether a sentence that names no traveller tells of an arrival or a departure: of a suspect as often as of who
        was spoken of last, unless it begins so after an act, or that one was just told to travel."""
        opens = draft.trigger <= _OPENING and memory.pair and sentence.number - memory.pair_sentence == 1
        if opens or draft.kind != "visit" or sentence.letters[draft.trigger] not in self.movement:
            return False
        journeys = [memory.journeys.get(code) for code in memory.subject.codes] if memory.subject else []
        return not any(known and sentence.number - known[1] <= 1 for known in journeys)

    def _spoken(self, sentence: Sentence, end: int, also: Collection[str] = (), first: int = 0) -> list[Item]:
        """The items before a trigger, those of its own clause first: "the spokesman said that the minister will visit".

        `also` are more letters after which nothing is a subject; `first` is where the sentence begins.
        """
        letters = sentence.letters
        begin = max((place + 1 for place in range(first, end) if letters[place] in self.that), default=first)
        return [
            sentence.items[place]
            for place in (*range(begin, end), *range(first, begin))
            if place == 0 or letters[place - 1] not in self.oblique and letters[place - 1] not in also
        ]  # "met with him", "discussed with them": no subject

    def _after_dateline(self, sentence: Sentence) -> int:
        """Where a sentence begins after "Dubai, UAE (CNN) - "."""
        known = sentence.items[0].known
        if not (isinstance(known, Spot) and known.rule.endswith(".geo")):
            return 0
        marks = [place for place, letter in enumerate(sentence.letters[:_DATELINE]) if letter in self.marks]
        return marks[-1] + 1 if marks else 0

    def conclude(self, text: Text, draft: Draft, roles: Cast) -> None:
        """Give a treaty that is known by its name to those who concluded it; who leaves it leaves the first of the others."""
        named = [code for mentions in roles.values() for mention in mentions for code in codes_of(mention)]
        if not draft.instrument or len(named) > 1:
            return
        sides = self.pacts[text.value(draft.instrument)][-1].split()
        if named:
            sides = [code for code in sides if code not in named][:1]
        roles.setdefault("signatory", []).append(Spot(tuple(sides), None, 0, 0, PACT))

    def parties(self, kind: str, roles: Cast, memory: Memory, before: Sequence[Item] = ()) -> list[Entry]:
        """The parties that take the roles; `before` are the items of the sentence that may name "the two sides"."""
        parties: list[Entry] = []
        here = _two_of(before)
        for role, mentions in roles.items():
            name = role_of(kind, role)
            if role == "delegate":
                mentions = with_nations(mentions)
            for mention in mentions:
                if isinstance(mention, Mention) and mention.rule.endswith(".style") and memory.subject:
                    mention = memory.subject
                codes = codes_of(mention)
                others = {code for whole in roles.values() for one in whole for code in codes_of(one)}
                if PAIR in codes:
                    many = len(codes) > 1
                    codes = memory.several(len(codes), others) if many else here or memory.pair or memory.two
                elif codes == (HOME,):
                    near = [code for code in memory.pair if code not in others and code not in self.bodies]
                    told = [code for code in _named_in(before) if code not in others | self.bodies.keys()]
                    near = told if len(told) == 1 else near
                    codes = tuple(near[:1]) or ((memory.home,) if memory.home else ())
                if kind == "mandate" and isinstance(mention, Mention):
                    parties += [(code, "forum", None) for code in mention.posted]
                if role == "candidate" and not set(codes) - self.bodies.keys():
                    codes = self._origin(mention, roles, memory)
                if isinstance(mention, Mention):
                    if role == "delegate" and "principal" in roles and not mention.sure:
                        codes = ()
                    mention = _with_holder(mention, memory.people)
                parties += [
                    (code, name, _own(mention, place) if isinstance(mention, Mention) else None)
                    for place, code in enumerate(codes)
                ]
        return parties

    def with_pair(
        self, sentence: Sentence, draft: Draft, parties: list[Entry], memory: Memory
    ) -> list[Entry]:
        """The parties with the persons who acted last, where "the two ministers" are who acts, or two not named at all."""
        if (
            sentence.heading
            or tuple(sorted(code for code, _, _ in parties)) != memory.pair
            or any(mention for _, _, mention in parties)
            or memory.pair_people.keys() != set(memory.pair)
        ):
            return parties
        both = [
            sentence.items[place]
            for place in range(max(0, draft.span[0] - 2), draft.span[1])
            if sentence.letters[place] == self.both
        ]
        if both and not all(self._are_persons(item, memory) for item in both):
            return parties  # "the two sides", "the two countries"
        if not both and (draft.antecedent != "pair" or sentence.number != memory.pair_sentence):
            return parties
        return [
            (code, role, mention._replace(rule=mention.rule + HELD))
            for code, role, _ in parties
            for mention in memory.pair_people[code]
        ]

    def _are_persons(self, item: Item, memory: Memory) -> bool:
        """Whether a word for two tells persons, who hold what those of the pair do: "the two ministers"."""
        note = self.senses[item.known][0].note if isinstance(item.known, int) else ""
        if not note.startswith(_OF_PERSONS):
            return False
        held = [mention.office_ids for named in memory.pair_people.values() for mention in named]
        posts = note[len(_OF_PERSONS) :].split("|")
        return all(
            not offices or any(post in office for post in posts for office in offices) for offices in held
        )

    def _is_at_home(self, draft: Draft) -> bool:
        """Whether a people elects: its head of state, or by its parliament."""
        return any(
            isinstance(known, Mention)
            and (
                bool(_RULERS & set(known.office_ids))
                and not known.served
                or not known.persons
                and not known.office_ids
                and not known.plural
            )
            for known in draft.roles.get("candidate", ())
        )

    def _put_forward(self, sentence: Sentence, draft: Draft, roles: Cast) -> None:
        """Who put forward a candidate who is told by a post in a body: who the sentence named last before."""
        if not all(set(codes_of(one)) <= self.bodies.keys() for one in roles.get("candidate", ())):
            return
        for item in reversed(sentence.items[: draft.trigger]):
            known = item.known
            if isinstance(known, Told) and set(codes_of(known)) - self.bodies.keys():
                roles["nominator"] = [known]
                return

    def _origin(self, mention: Told, roles: Cast, memory: Memory) -> tuple[str, ...]:
        """Of whom a candidate is who is told by the post in a body: of those who put them forward, else of the source."""
        if not isinstance(mention, Mention) or not mention.persons:
            return ()
        own = [person.code for person in mention.persons if person.code and person.code not in self.bodies]
        named = [code for one in roles.get("nominator", ()) for code in codes_of(one)]
        return tuple((own or named or [memory.home] if memory.home else own or named)[:1])

    def hosts_of(
        self, sentence: Sentence, draft: Draft, roles: Cast, codes: set[str], memory: Memory
    ) -> list[Entry]:
        """Officials of no nation named, met by a foreigner: those of the one country that the sentence tells, or of each
        country where the foreigner travels."""
        own = (memory.home,)
        # Of two told together the second: "Minister X and Minister Y met in Ankara".
        second = roles["a"][1:] if ".joint" in draft.rule and len(roles.get("a", ())) == 2 else []
        lone = [
            (role, mention)
            for role, mentions in roles.items()
            for mention in mentions
            if isinstance(mention, Mention)
            and (
                not mention.codes
                or not mention.sure
                and mention.codes == own
                and (mention.plural or role in ("b", "host") or mention in second)
            )
            and (mention.office_ids or mention.organisation)
            and ENVOYS.isdisjoint(mention.office_ids)
            and not mention.counterpart
            and role != "guest"
        ]
        lone = [(role, mention) for role, mention in lone if not self._is_of_region(sentence, mention)]
        places = {
            spot.countries[0]
            for place, spot in sentence.told(Spot)
            if sentence.letters[place] == self.place
            and place < draft.span[1] + _NEAR_PLACE
            and self.about.isdisjoint(sentence.letters[max(0, place - 2) : place])
        }
        if not places:
            journeys = [memory.journeys[code] for code in codes if code in memory.journeys]
            places = {
                host for hosts, told in journeys if sentence.number - told <= _ON_JOURNEY for host in hosts
            }
        elif len(places) > 1:
            return []
        if len(places) > _MANY or places & codes or not lone or len(lone) == sum(map(len, roles.values())):
            return []
        return [
            (code, role_of("meeting", role), mention) for code in sorted(places) for role, mention in lone
        ]

    def _is_of_region(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether officials are told to be of several nations: "several African ministers"."""
        after = [place + 1 for place, told in sentence.told(Mention) if told is mention]
        return mention.plural and any(
            sentence.letters[place : place + 1] == self.international for place in after
        )


def has_asked(asks: str, roles: Cast) -> bool:
    """Whether the parties named are what a frame asks: `sure` of their country, `persons`, `officials`, an `agency` that is
    visited, or several, `plural`.

    `nearest`, `here` and `or-home` ask it of what fills the role that is missing: to be named last, or in the sentence.
    """
    named = [mention for mentions in roles.values() for mention in mentions if isinstance(mention, Mention)]
    if asks in ("nearest", "here", "subject", "body", "police", "or-home"):
        return True
    if asks == "agency":
        hosts = [mention for mention in roles.get("host", ()) if isinstance(mention, Mention)]
        return all(mention.sure and mention.organisation and not mention.office_ids for mention in hosts)
    if asks == "persons":
        return all(mention.persons for mention in named)
    if asks == "officials":
        return all(mention.persons or mention.office_ids and not mention.plural for mention in named)
    if asks == "plural":
        return bool(named) and all(mention.plural and mention.sure for mention in named)
    return all(mention.sure for mention in named)


def starts(draft: Draft) -> list[int]:
    return [mention.start for mentions in draft.roles.values() for mention in mentions]


def _two_of(items: Sequence[Item]) -> tuple[str, ...]:
    """The two parties that some items name, where they name just two."""
    named = _named_in(items)
    return named if len(named) == 2 else ()


def _named_in(items: Sequence[Item]) -> tuple[str, ...]:
    """The parties that some items name."""
    told = [item.known for item in items if isinstance(item.known, Told)]
    named = {
        code
        for known in told
        if isinstance(known, Spot)
        and known.rule.endswith((".geo", "bloc"))
        or isinstance(known, Mention)
        and known.sure
        for code in codes_of(known)
    }
    return tuple(sorted(named))


def _own(mention: Mention, place: int) -> Mention:
    """The mention of the holder of one of several like offices, each told by nation and name."""
    if mention.rule.endswith(EACH_NAMED) and len(mention.persons) == len(mention.codes):
        return mention._replace(persons=mention.persons[place : place + 1])
    return mention


def _with_holder(mention: Mention, people: People) -> Mention:
    """A mention by office alone with the person whom the document names in that office."""
    if mention.persons or mention.plural or len(mention.codes) != 1:
        return mention
    for office in mention.office_ids:
        holder = people.holder(office, mention.codes[0])
        if holder:
            return mention._replace(persons=(holder,), rule=mention.rule + HELD)
    return mention


def role_of(kind: str, role: str) -> str:
    if role in ("a", "b"):
        return "guest" if kind == "visit" else "participant"
    if kind == "gathering" and role == "forum":
        return "organiser"
    return role
