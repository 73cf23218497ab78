"""Stage 7, context: who is meant, whether it took place, when and where, and about what."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Letters
from mithaq.reading.dates import Found
from mithaq.reading.frames import HOME, PAIR, Draft
from mithaq.reading.names import People
from mithaq.reading.parties import Mention, Spot
from mithaq.reading.text import Sentence, Text

MARGINS = ".sidelines"  # rules of gatherings attended by those who meet in their margins
PRESENT = ".present"  # persons who are only said to have been present
HELD = ".held"  # a person who is known only as the holder of the office that is named
_UNDATED = ".agreement.between"  # rules of what is only spoken of: the day of the text is not its day
_PAIR_ROLE = {"agreement": "signatory"}  # the role of "the two sides", else that of participants
_NEAR = 6  # items between a trigger and a date that is its own
_SOCIAL = ("visit", "meeting", "gathering", "training", "award")  # kinds that teams and clubs know too
_LOCAL = ("operation", "training", "aid")  # kinds whose parties must be named in the sentence


class Act(NamedTuple):
    """A draft whose parties are known: what the reader says happened."""

    kind: str
    action: str | None
    stage: str
    parties: list[tuple[str, str, Mention | None]]  # code, role, mention
    when: str | None
    dated: bool
    country: str | None
    city: str | None
    topics: list[str]
    purposes: list[str]
    instrument: str | None
    start: int
    end: int
    sentence: int
    heading: bool
    sure: bool
    rules: tuple[str, ...]
    figures: Mapping[str, int] = MappingProxyType({})

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all parties."""
        return frozenset(code for code, _, _ in self.parties)


class Memory:
    """What the document has told so far: the party, the pair and the body spoken of last, and when what was between whom."""

    def __init__(self, home: str | None, people: People, *, sporting: bool = False) -> None:
        self.home = home
        self.people = people
        self.subject: Mention | None = None
        self.pair: tuple[str, ...] = ()
        self.pair_sentence = 0
        self.named: list[str] = []
        self.sporting = sporting
        self.bloc: Spot | None = None
        self.when: dict[tuple[frozenset[str], bool], tuple[str, int]] = {}
        self.year: str | None = None

    def names(self, codes: tuple[str, ...]) -> None:
        """Remember whose officials a sentence names, the last at the end."""
        for code in codes:
            if code in self.named:
                self.named.remove(code)
            self.named.append(code)

    @property
    def two(self) -> tuple[str, ...]:
        """The two parties named last, where two are named: "the two sides" of a text that tells of no act yet."""
        return tuple(sorted(self.named[-2:])) if len(self.named) > 1 else ()


class Context:
    """Turns drafts to acts."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.holding = set(letters.of("hold.verb"))
        self.denial = set(letters.of("deny"))
        self.negation = set(letters.of("neg"))
        self.plan = set(letters.of("plan*|clitic.will"))
        self.cancel = set(letters.of("cancel"))
        self.barrier = set(letters.of("stop|say"))
        self.next = set(letters.of("next|plan.adjective"))
        self.ongoing = set(letters.of("who|was|while|during|counterpart"))
        self.was = letters.of("was")
        self.now = set(letters.of("recent|currently"))
        self.earlier = set(letters.of("earlier"))
        self.way = set(letters.of("travel.verb|arrive.verb|hold.verb"))
        self.to = letters.of("clitic.to")
        self.who = letters.of("who")
        self.aims = set(letters.of("visit.noun|attend.noun"))
        self.say = set(letters.of("say"))
        self.that = set(letters.of("that"))
        self.international = set(letters.of("gather.strong|international.mark"))
        self.instrument = set(letters.of("instrument.*"))
        self.sport = set(letters.of("sport"))
        self.elsewhen = set(letters.of("after"))
        self.own_place = set(letters.of("own.place"))
        self.verbs = set(
            letters.of(
                "receive.verb|meet.verb|visit.verb|travel.verb|arrive.verb|call.verb|discuss.verb|sign.verb"
            )
        )
        self.doing = self.verbs | self.holding
        self.call_mark = set(letters.of("call.mark|call.noun"))
        self.present = set(letters.of("present|accompany|attend.verb"))
        self.pronoun = letters.of("pronoun")
        self.by = set(letters.of("by"))
        self.invite = set(letters.of("invite.*"))
        self.margins = letters.of("sidelines")
        self.matter = set(letters.of("matter"))
        self.both = letters.of("both")
        self.private = set(letters.of("private"))
        self.relief = set(letters.of("aid.noun"))
        self.arrest = set(letters.of("arrest.*|suspect.noun"))
        self.demand = set(letters.of("demand"))
        self.halted = set(letters.of("halted"))
        self.place = BUILT["place"]
        self.goal = BUILT["goal"]
        self.topic = letters.of("topic")
        self.purpose = letters.of("purpose")

    def act(
        self,
        text: Text,
        sentence: Sentence,
        draft: Draft,
        memory: Memory,
        *,
        published: str | None,
        lead: bool,
    ) -> Act | None:
        """The act that a draft tells, or None where it tells none: one party only, or denied."""
        kind = draft.kind
        first, last = draft.span
        sporting = memory.sporting or not self.sport.isdisjoint(sentence.letters[max(0, first - 2) : last + 4])
        roles = {name: list(mentions) for name, mentions in draft.roles.items()}
        if draft.asks and not _has_asked(draft.asks, roles):
            return None
        if draft.antecedent:
            self._fill(sentence, draft, roles, memory)
        parties = self._parties(kind, roles, memory)
        codes = {code for code, _, _ in parties}
        if len(codes) == 1:
            parties = [
                (mention.other, role, mention)
                if mention and mention.other and role != parties[0][1]
                else (code, role, mention)
                for code, role, mention in parties
            ]
            codes = {code for code, _, _ in parties}
        if sporting and kind in _SOCIAL and not codes & self.bodies.keys():
            return None
        if kind == "meeting" and len(codes) == 1:
            parties += self._hosts_of(sentence, roles, codes)
            codes = {code for code, _, _ in parties}
        if kind in ("visit", "meeting") and any(mention and not mention.titled for _, _, mention in parties):
            return None
        if len(codes) < (0 if MARGINS in draft.rule else 1 if kind == "gathering" else 2):
            return None
        if kind == "gathering" and len(codes) == 1 and not self._is_international(sentence, draft, codes):
            abroad, _ = self._where(sentence, draft, kind, parties)
            if abroad is None or abroad in codes or any(map(_codes, roles.get("organiser", ()))):
                return None
        if kind in ("visit", "meeting") and {"host", "guest"} & set(roles):
            parties = _tell_apart(parties)
            if len({code for code, _, _ in parties}) < 2:
                return None
        if kind == "visit" and not self.private.isdisjoint(sentence.letters[first : last + 8]):
            return None
        if kind == "operation" and self._near(sentence, draft, self.relief) and not self._near(sentence, draft, self.arrest):
            return None  # an airlift
        if kind == "operation" and not self.demand.isdisjoint(sentence.letters[: draft.trigger]):
            return None  # only asked for
        if kind in ("training", "operation") and self._near(sentence, draft, self.instrument):
            return None  # an agreement on training is no training yet
        stage = draft.stage or self._stage(text, sentence, draft, lead=lead)
        if stage is None:
            return None
        if kind == "meeting" and self._near(sentence, draft, self.call_mark, 6):
            kind = "call"
            parties = [(code, "participant", mention) for code, _, mention in parties]
        when, dated = self._when(
            sentence, draft, memory, published, frozenset(codes), planned=stage == "planned", lead=lead
        )
        if stage == "cancelled" and not dated:
            when = None
        if stage == "held" and when and published and when.rstrip("~") > published[: len(when.rstrip("~"))]:
            stage = "planned"
        country, city = self._where(sentence, draft, kind, parties) if kind != "call" else (None, None)
        if (
            kind == "meeting"
            and not {"host", "guest"} & set(roles)
            and "a" in roles
            and self._near(sentence, draft, self.own_place)
        ):
            hosts = {code for mention in roles["a"] for code in _codes(mention)}
            parties = [(code, "host" if code in hosts else "guest", mention) for code, _, mention in parties]
            country = country or (min(hosts) if len(hosts) == 1 else None)
        first = min(sentence.items[draft.span[0]].start, sentence.items[draft.trigger].start)
        return Act(
            kind,
            draft.action,
            stage,
            parties,
            when,
            dated,
            country,
            city,
            self._values(text, sentence, self.topic),
            self._values(text, sentence, self.purpose),
            " ".join(text.words(draft.instrument)) if draft.instrument else None,
            first,
            sentence.items[draft.span[1] - 1].end,
            sentence.number,
            sentence.heading,
            all(mention.sure for _, _, mention in parties if isinstance(mention, Mention)),
            (draft.rule,),
        )

    def _hosts_of(
        self, sentence: Sentence, roles: dict[str, list[Mention | Spot]], codes: set[str]
    ) -> list[tuple[str, str, Mention | None]]:
        """Officials of no nation named, met by a foreigner in one country that the sentence tells: that country's."""
        lone = [
            (role, mention)
            for role, mentions in roles.items()
            for mention in mentions
            if isinstance(mention, Mention) and not mention.codes and mention.office_ids and not mention.counterpart
        ]
        places = {
            item.known.countries[0]
            for letter, item in zip(sentence.letters, sentence.items, strict=True)
            if letter == self.place and isinstance(item.known, Spot)
        }
        if len(places) != 1 or places & codes:
            return []
        return [(code, _role("meeting", role), mention) for code in places for role, mention in lone]

    def attended(self, sentence: Sentence, act: Act) -> Act:
        """The act with those whom a sentence says were present, where they are of its parties.

        "From the American side" says whose officials the next ones are.
        """
        if act.sentence > sentence.number:
            return act
        roles = {code: role for code, role, _ in act.parties}
        side: str | None = None
        begun = False
        added = []
        for place, (letter, item) in enumerate(zip(sentence.letters, sentence.items, strict=True)):
            known = item.known
            begun = begun or letter in self.present or isinstance(known, Mention) and known.side
            if isinstance(known, Spot) and sentence.letters[max(0, place - 1)] in self.by:
                side, begun = known.countries[0], True
            if (
                not begun
                or not isinstance(known, Mention)
                or item.start < act.end
                and act.sentence == sentence.number
            ):
                continue
            if known.side or not known.persons:
                side = known.codes[0] if known.sure and len(known.codes) == 1 else side
            if not known.persons:
                continue
            code = (
                known.codes[0]
                if known.codes and known.sure
                else side or (known.codes[0] if known.codes else None)
            )
            if code in roles:
                added.append((code, roles[code], known._replace(rule=known.rule + PRESENT)))
        return act._replace(parties=[*act.parties, *added]) if added else act

    def _fill(
        self, sentence: Sentence, draft: Draft, roles: dict[str, list[Mention | Spot]], memory: Memory
    ) -> None:
        """Give the missing role to the party spoken of last."""
        others = {code for mentions in roles.values() for mention in mentions for code in _codes(mention)}
        if draft.antecedent == "forum":
            said = [item.known for item in sentence.items if isinstance(item.known, Spot)]
            bloc = next((spot for spot in said if spot.rule.endswith("bloc")), memory.bloc)
            named = [item.known for item in sentence.items if isinstance(item.known, Mention)]
            office = next((known for known in named if set(known.codes) & self.bodies.keys()), None)
            if office:
                bloc = Spot(office.codes, None, office.start, office.end, "bloc")
            if bloc and not set(bloc.countries) & others:
                roles["forum"] = [bloc]
            return
        if draft.antecedent == "home":
            if memory.home and memory.home not in others:
                roles["forum"] = [Spot((memory.home,), None, 0, 0, HOME)]
            return
        if draft.antecedent == "pair":
            if memory.pair and sentence.number - memory.pair_sentence <= 1:
                roles[_PAIR_ROLE.get(draft.kind, "a")] = [Spot(memory.pair, None, 0, 0, "pair")]
            elif self.both in sentence.letters[draft.trigger :] and memory.two:
                roles[_PAIR_ROLE.get(draft.kind, "a")] = [Spot(memory.two, None, 0, 0, "pair")]
            return
        assert draft.antecedent
        if draft.asks == "nearest":  # "between it and the others": what was named last
            for item in reversed(sentence.items[: draft.trigger]):
                if isinstance(item.known, (Mention, Spot)) and _codes(item.known) and not set(_codes(item.known)) & others:
                    roles[draft.antecedent] = [item.known, *roles.get(draft.antecedent, [])]
                    return
        found: Mention | None = None
        inviting = draft.kind == "gathering" and not self.invite.isdisjoint(sentence.letters[: draft.trigger])
        for item in sentence.items[: 0 if inviting else draft.trigger]:
            if isinstance(item.known, Mention) and item.known.codes and not (set(item.known.codes) & others):
                found = item.known
                if item.known.persons:
                    break
        if found is None:
            acting = [item.known for item in sentence.items[: draft.trigger] if isinstance(item.known, Spot)]
            acting = [
                known
                for known in acting
                if known.rule.endswith((".geo", "bloc")) and not set(known.countries) & others
            ]
            if acting:
                roles[draft.antecedent] = [*roles.get(draft.antecedent, []), acting[0]]
                return
        if found is None and (draft.kind in _LOCAL or draft.asks == "here"):
            return
        if found is None and memory.subject and not (set(memory.subject.codes) & others):
            found = memory.subject
        if found is None and memory.home and sentence.letters[draft.trigger + 1 :][:1] == self.pronoun:
            roles[draft.antecedent] = [Spot((memory.home,), None, 0, 0, HOME), *roles.get(draft.antecedent, [])]
        if found:
            roles[draft.antecedent] = [*roles.get(draft.antecedent, []), found]

    def _parties(
        self, kind: str, roles: dict[str, list[Mention | Spot]], memory: Memory
    ) -> list[tuple[str, str, Mention | None]]:
        parties: list[tuple[str, str, Mention | None]] = []
        for role, mentions in roles.items():
            name = _role(kind, role)
            for mention in mentions:
                if isinstance(mention, Mention) and mention.rule.endswith(".style") and memory.subject:
                    mention = memory.subject
                codes = _codes(mention)
                if codes == (PAIR,):
                    codes = memory.pair or memory.two
                elif codes == (HOME,):
                    others = {code for whole in roles.values() for one in whole for code in _codes(one)}
                    near = [code for code in memory.pair if code not in others]
                    codes = tuple(near[:1]) or ((memory.home,) if memory.home else ())
                if kind == "mandate" and isinstance(mention, Mention):
                    parties += [(code, "forum", None) for code in mention.posted]
                if isinstance(mention, Mention):
                    if role == "delegate" and "principal" in roles and not mention.sure:
                        codes = ()
                    mention = _with_holder(mention, memory.people)
                parties += [(code, name, mention if isinstance(mention, Mention) else None) for code in codes]
        return parties

    def _stage(self, text: Text, sentence: Sentence, draft: Draft, *, lead: bool) -> str | None:
        """Planned, held or cancelled by the words before the trigger and the adjective after it; None when denied."""
        letters = sentence.letters
        if not self.denial.isdisjoint(letters[: draft.trigger]):
            return None
        stage = "held"
        for place in range(draft.trigger - 1, max(-1, draft.trigger - 9), -1):
            letter = letters[place]
            if letter in self.barrier:
                break
            if letter in self.negation and (place >= draft.trigger - 3 or letters[place + 1] in self.holding):
                return None
            if letter in self.cancel and place >= draft.trigger - 4:
                return "cancelled"
            if letter in self.plan and (
                letter != "S" or place == draft.trigger - 1 or place >= draft.trigger - 5
            ):
                stage = "planned"
            if letter in self.verbs and letter != letters[draft.trigger]:
                break
        for place in range(max(0, draft.span[0] - 2), draft.trigger):
            if letters[place] in self.plan and letters[place + 1] in self.doing:
                stage = "planned"
        if draft.kind in ("visit", "aid") and self._is_purpose(letters, draft.trigger):
            stage = "planned"
        for place in range(draft.trigger + 1, min(len(letters), draft.trigger + 7)):
            letter = letters[place]
            if letter in self.cancel:
                return "cancelled"
            if letter in self.halted and place <= draft.trigger + 3:
                return None
            if letter in self.next:
                stage = "planned"
            if letter in self.barrier or letter in self.verbs:
                break
        if stage == "held" and lead and not sentence.heading and self._is_announced(text, sentence, draft):
            return "planned"
        return stage

    def _is_purpose(self, letters: str, trigger: int) -> bool:
        """Whether a noun tells what something is for, and nobody is on the way: "a delegation for a visit to"."""
        return letters[trigger - 1 : trigger] == self.to and self.way.isdisjoint(letters[:trigger])

    def _is_announced(self, text: Text, sentence: Sentence, draft: Draft) -> bool:
        """Whether a lead tells in the present tense what is to come, and not what goes on or was going on."""
        item = sentence.items[draft.trigger]
        if not any(sense.note == "present" for sense in text.senses(item)[:1]):
            return False
        if draft.roles and min(_starts(draft)) < item.start:
            return False  # a headline tells in the present what was done, its subject first
        before = sentence.letters[max(0, draft.trigger - 10) : draft.trigger]
        if any(letter in self.ongoing for letter in before[-6:]) or self.was in before:
            return False
        return not any(letter in self.now for letter in sentence.letters[draft.trigger : draft.trigger + 8])

    def _is_international(self, sentence: Sentence, draft: Draft, codes: set[str]) -> bool:
        """Whether a gathering of which one party is named is told as one of several: by its word, or by a body."""
        return bool(codes & self.bodies.keys()) or self._near(sentence, draft, self.international)

    def _near(self, sentence: Sentence, draft: Draft, wanted: set[str], after: int = 2) -> bool:
        """Whether a frame's stretch of the sentence, or what stands just after it, has one of some letters."""
        first, last = draft.span
        for place in range(first, min(last + after, len(sentence.letters))):
            if sentence.letters[place] in wanted:
                return True
            if place >= last and sentence.letters[place] in self.barrier | self.doing:
                return False
        return False

    def _when(
        self,
        sentence: Sentence,
        draft: Draft,
        memory: Memory,
        published: str | None,
        codes: frozenset[str],
        *,
        planned: bool,
        lead: bool,
    ) -> tuple[str | None, bool]:
        best, best_cost = None, 99
        for place, item in enumerate(sentence.items):
            if not isinstance(item.known, Found):
                continue
            if (
                planned
                and published
                and not item.known.coming
                and item.known.edtf[:10].rstrip("~") < published[: len(item.known.edtf.rstrip("~"))]
            ):
                continue  # what is to come has no date that is past
            if place < draft.trigger and self._is_of_saying(sentence.letters, place, draft.trigger):
                continue
            away = place - draft.trigger
            cost = abs(away) + (4 if away < 0 and place < draft.span[0] else 0)
            between = sentence.letters[min(place, draft.trigger) + 1 : max(place, draft.trigger)]
            cost += 10 * sum(letter in self.verbs for letter in between)
            cost += 12 * sum(letter in self.elsewhen for letter in between)
            if any(
                one == self.to and other in self.aims for one, other in zip(between, between[1:], strict=False)
            ):
                cost += 12  # the date of what it was for
            if cost < best_cost:
                best = item.known.coming if planned and item.known.coming else item.known.edtf
                best_cost = cost
        told = memory.when.get((codes, planned))
        if told and told[1] == sentence.number and best_cost > _NEAR:
            return told[0], True
        if best and best_cost < 30:
            memory.when[codes, planned] = (best, sentence.number)
            return best, True
        around = sentence.letters[max(0, draft.span[0] - 3) : draft.span[1] + 3]
        if not self.earlier.isdisjoint(around) or self._is_recalled(sentence.letters, draft):
            return None, False
        if told:
            return told[0], False
        latest = max((number for _, number in memory.when.values()), default=-1)
        if latest == sentence.number:
            return next(when for when, number in memory.when.values() if number == latest), False
        if memory.year and not planned:
            return memory.year, False
        if published and lead and not planned and not draft.rule.endswith(_UNDATED):
            return f"{published}~", False
        return None, False

    def _is_recalled(self, letters: str, draft: Draft) -> bool:
        """Whether an act is only named by its relative clause: "the talks that he held", "the accord that was signed"."""
        after = letters[draft.trigger + 1 : draft.span[1]]
        named = self.who in after[:2] or (
            draft.kind == "agreement" and self.who in letters[draft.span[0] : draft.trigger]
        )
        return named and draft.kind in ("meeting", "agreement")

    def _is_of_saying(self, letters: str, date: int, trigger: int) -> bool:
        """Whether a date tells when it was said, and not when it was done: "said on Friday that"."""
        said = any(letter in self.say for letter in letters[max(0, date - 8) : date])
        return said and any(letter in self.that for letter in letters[date + 1 : min(date + 4, trigger)])

    def _where(
        self, sentence: Sentence, draft: Draft, kind: str, parties: list[tuple[str, str, Mention | None]]
    ) -> tuple[str | None, str | None]:
        hosts = [code for code, role, _ in parties if role == "host"]
        guests = [code for code, role, _ in parties if role == "guest"]
        best, best_cost = None, 99
        for place, item in enumerate(sentence.items):
            if not isinstance(item.known, Spot) or sentence.letters[place] not in (self.place, self.goal):
                continue
            if sentence.letters[place] == self.goal and kind != "visit":
                continue
            if place > draft.trigger and not self.matter.isdisjoint(sentence.letters[max(0, place - 4) : place]):
                continue  # what was spoken of: "the situation in Libya"
            if kind == "visit" and item.known.countries[0] not in hosts:
                continue
            cost = abs(place - draft.trigger)
            if hosts and cost > _NEAR and item.known.countries[0] in guests:
                continue
            if cost < best_cost:
                best, best_cost = item.known, cost
        if best and best_cost < 16:
            return best.countries[0], best.city
        if hosts and (kind == "visit" or kind == "meeting" and self.margins not in sentence.letters):
            return hosts[0], None
        organisers = [code for code, role, _ in parties if role == "organiser" and code not in self.bodies]
        if kind == "gathering" and len(set(organisers)) == 1 and best is None:
            return organisers[0], None
        if ".requested" in draft.rule or ".informed.last" in draft.rule or ".informed.svo" in draft.rule:
            return parties[0][0], None
        helped = [code for code, role, _ in parties if role == "recipient"]
        if kind == "aid" and len(helped) == 1 and helped[0] not in self.bodies:
            return helped[0], None
        return None, None

    def _values(self, text: Text, sentence: Sentence, letter: str) -> list[str]:
        if letter not in sentence.letters:
            return []
        found = {
            text.value(item)
            for at, item in zip(sentence.letters, sentence.items, strict=True)
            if at == letter
        }
        return sorted(found)


def _has_asked(asks: str, roles: dict[str, list[Mention | Spot]]) -> bool:
    """Whether the parties named are what a frame asks of them: `sure` of their country, or `plural` officials.

    `nearest` and `here` ask nothing of them, but of what fills the role that is missing: to be named last, to be named
    in the sentence.
    """
    named = [mention for mentions in roles.values() for mention in mentions if isinstance(mention, Mention)]
    if asks in ("nearest", "here"):
        return True
    if asks == "plural":
        return bool(named) and all(mention.plural and mention.sure for mention in named)
    return all(mention.sure for mention in named)


def _starts(draft: Draft) -> list[int]:
    return [mention.start for mentions in draft.roles.values() for mention in mentions]


def _codes(mention: Mention | Spot) -> tuple[str, ...]:
    return mention.codes if isinstance(mention, Mention) else mention.countries


def _with_holder(mention: Mention, people: People) -> Mention:
    """A mention by office alone with the person whom the document names in that office."""
    if mention.persons or mention.plural or len(mention.codes) != 1:
        return mention
    for office in mention.office_ids:
        holder = people.holder(office, mention.codes[0])
        if holder:
            return mention._replace(persons=(holder,), rule=mention.rule + HELD)
    return mention


def _role(kind: str, role: str) -> str:
    if role in ("a", "b"):
        return {"visit": "guest", "gathering": "participant"}.get(kind, "participant")
    if kind == "gathering" and role == "forum":
        return "organiser"
    return role


def _tell_apart(parties: list[tuple[str, str, Mention | None]]) -> list[tuple[str, str, Mention | None]]:
    """Guests and hosts of different codes: one who is on both sides belongs to the host's."""
    hosts = {code for code, role, _ in parties if role == "host"}
    guests = {code for code, role, _ in parties if role == "guest"} - hosts
    return [
        (code, "host" if role == "guest" and code in hosts else role, mention)
        for code, role, mention in parties
        if code in hosts or code in guests or role not in ("host", "guest")
    ]
