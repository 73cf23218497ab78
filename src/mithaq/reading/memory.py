"""What a document has told so far, for those whom later sentences do not name."""

from __future__ import annotations

from collections.abc import Collection

from mithaq.reading.act import Entry, codes_in
from mithaq.reading.mentions import Mention, Spot
from mithaq.reading.names import People
from mithaq.reading.text import Sentence

_BESIDE = 3  # items from one of two who act together to the other
ENVOYS = {"ambassador", "envoy"}
_BESIDE = 2  # items before a verb in which its pronoun stands
LATTER = ".latter.style"  # the rule of "the latter", who was named last


class Memory:
    """What the document has told so far: the party, the pair and the body spoken of last, and when what was between whom."""

    def __init__(self, home: str | None, people: People, *, sporting: bool = False) -> None:
        self.home = home
        self.people = people
        self.subject: Mention | None = None
        self.last: Mention | None = None  # the official named last, subject or not: "the latter"
        self.pair: tuple[str, ...] = ()
        self.pair_sentence = 0
        self.apart_sentence = -9  # in which it was said that those received were received one by one
        self.group: tuple[str, ...] = ()  # who acted together last, where they were more than two
        self.pair_people: dict[str, list[Mention]] = {}  # of the pair, those who acted
        self.couple: tuple[tuple[str, ...], int] = (
            (),
            -9,
        )  # two told together as who acts, and in which sentence
        self.named: list[str] = []
        self.sporting = sporting
        self.bloc: Spot | None = None
        self.when: dict[tuple[frozenset[str], bool], tuple[str, int]] = {}
        self.year: str | None = None
        self.dateline: Spot | None = None
        self.journeys: dict[str, tuple[frozenset[str], int]] = {}
        self.received: tuple[str, str, int] | None = None
        self.receiver: tuple[Mention, int] | None = None  # who received somebody last, and in which sentence

    def remember_pair(self, codes: Collection[str], parties: list[Entry], sentence: int) -> None:
        """Remember who acted with whom, with the persons that the same two were told by before."""
        pair = tuple(sorted(codes))
        if pair != self.pair:
            self.pair_people = {}
        self.pair, self.pair_sentence = pair, sentence
        for code in pair:
            named = [mention for own, _, mention in parties if own == code and mention and mention.persons]
            if named:
                self.pair_people[code] = named

    def travelled(self, parties: list[Entry], sentence: int) -> None:
        """Remember where the guests of a visit went."""
        hosts = frozenset(codes_in(parties, "host"))
        for code in codes_in(parties, "guest"):
            known, told = self.journeys.get(code, (frozenset(), -1))
            self.journeys[code] = (known | hosts if told == sentence else hosts), sentence

    def welcomed(self, parties: list[Entry], sentence: int) -> None:
        """Remember who was received by whom: of whom "his visit" is told then; an envoy lives there."""
        hosts = codes_in(parties, "host")
        guests = codes_in(parties, "guest")
        receivers = [mention for _, role, mention in parties if role == "host" and mention]
        if len(hosts) == 1 and receivers:
            self.receiver = receivers[0], sentence
        envoys = any(mention and not ENVOYS.isdisjoint(mention.office_ids) for _, _, mention in parties)
        if len(hosts) == 1 and len(guests) == 1 and not envoys:
            self.received = min(guests), min(hosts), sentence

    def hear(self, sentence: Sentence, oblique: frozenset[str]) -> None:
        """Remember the body, the parties and the subject that a sentence names, for those after it.

        `oblique` are the letters after which a party is no subject: prepositions.
        """
        mentions = sentence.told(Mention)
        told = [
            one for one in mentions if one[1].sure and sentence.letters[max(0, one[0] - 1)] not in oblique
        ]
        for place, mention in told[:1]:
            then = told[1] if len(told) > 1 and told[1][0] - place <= _BESIDE else (0, mention)
            codes = set(mention.codes) | set(then[1].codes)
            if len(codes) == 2:
                self.couple = tuple(sorted(codes)), sentence.number
        for _, spot in sentence.told(Spot):
            if spot.rule.endswith("bloc"):
                self.bloc = spot
            elif spot.rule.endswith(".geo"):
                self._name(spot.countries)
        for _, mention in mentions:
            if mention.sure:
                self._name(mention.codes)
        self.turn(sentence, oblique)
        for _, mention in mentions:
            if mention.codes and mention.persons:
                self.last = mention

    def foretell(self, heading: Sentence) -> None:
        """Remember whom a headline names, of whom the text may begin by "the two presidents"."""
        for _, spot in heading.told(Spot):
            if spot.rule.endswith((".geo", "bloc")):
                self._name(spot.countries)
        for _, mention in heading.told(Mention):
            self._name(mention.codes)

    def turn(self, sentence: Sentence, oblique: frozenset[str]) -> None:
        """Remember who a sentence is about: the first party in it that is no object, before any "he"."""
        known = self.subject.codes if self.subject else ()
        last = self.last
        for place, mention in sentence.told(Mention):
            if mention.rule.endswith(LATTER) and last:
                self.subject = last
            if mention.rule.endswith(".style"):
                break
            if mention.codes and mention.persons:
                last = mention
            if sentence.letters[max(0, place - 1)] in oblique:
                continue
            if mention.codes and (mention.persons or mention.is_office):
                self.subject = mention
                break
            if mention.codes == known and mention.office_ids and not mention.plural:
                break  # "the minister", after the minister X was told

    def meant(self, sentence: Sentence, verb: int, others: Collection[str]) -> Mention | None:
        """Who acts where a pronoun stands before the verb: "where he will meet"; none of the `others`."""
        said = [item.known for item in sentence.items[max(0, verb - _BESIDE) : verb]]
        spoken = any(isinstance(known, Mention) and known.rule.endswith(".style") for known in said)
        return self.subject if spoken and self.subject and not set(self.subject.codes) & set(others) else None

    def _name(self, codes: tuple[str, ...]) -> None:
        for code in codes:
            if code in self.named:
                self.named.remove(code)
            self.named.append(code)

    def several(self, count: int, others: Collection[str]) -> tuple[str, ...]:
        """The parties of "the three countries": those who acted together last, else those named last, without who met them."""
        if len(self.group) == count:
            return self.group
        named = [code for code in self.named if code not in others][-count:]
        return tuple(sorted(named)) if len(named) == count else ()

    @property
    def two(self) -> tuple[str, ...]:
        """The two parties named last, where two are named: "the two sides" of a text that tells of no act yet."""
        return tuple(sorted(self.named[-2:])) if len(self.named) > 1 else ()
