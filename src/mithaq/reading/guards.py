"""What is no act though a frame matches it: goods that arrive, a people that votes, a treaty that is only called for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import Letters, any_of
from mithaq.reading.act import AWAITED, MARGINS, Entry, codes_in
from mithaq.reading.frames import Draft
from mithaq.reading.gatherings import JOINS, TOLD
from mithaq.reading.mentions import Cast, Mention, Told
from mithaq.reading.roles import AMBASSADOR, CONSENT
from mithaq.reading.stage import Stages, comes_first
from mithaq.reading.text import Sentence

_ON_THE_WAY = re.compile(r"\.visit\.(arrived|travelled|wide|noun\.(idafa|antecedent|in)$)")
_MEMBERS = ".members"  # of rules that a body alone fills: its members agree among themselves
_POLICE = ("security", "court")  # kinds of bodies that take part in operations
_PEOPLE = ".people"  # the rule of a nation's people
# Kinds that teams and clubs know too.
_SOCIAL = ("visit", "meeting", "gathering", "training", "award", "mandate")
_CALLED = 8  # items between a call and what is called for
_ASKED = 6  # items between a call and the gathering that is asked for
_INVITER = 4  # items between who calls and the verb of calling
_SENT = {
    "ambassador", "attache", "charge-daffaires", "consul", "consul-general", "coordinator", "delegation", "deputy-head-of-mission",
    "envoy", "head-of-delegation", "high-commissioner", "high-representative", "military-attache", "negotiator",
    "permanent-representative", "representative", "security-attache", "special-envoy", "special-representative",
}  # fmt: skip


class Guards:
    """Tells of drafts whether they are no acts. None of its answers changes what it is asked about."""

    def __init__(self, lexicon: Lexicon, letters: Letters, stages: Stages) -> None:
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.near = stages.near
        self.instrument = set(letters.of("instrument.*"))
        self.strife = set(letters.of("strife"))
        self.troubles = set(letters.of("strife|matter"))
        self.shared = set(letters.of("between|with"))
        self.sport = set(letters.of("sport"))
        self.concluding = set(letters.of("sign.noun|agree.noun|end.noun"))
        self.reaching = letters.of("agree.noun")
        self.aim = set(letters.of("to|clitic.to"))
        self.back = set(letters.of("return.word"))
        self.private = set(letters.of("private"))
        self.relief = set(letters.of("aid.noun"))
        self.goods = set(letters.of("goods.noun|aid.noun"))
        self.arrest = set(letters.of("arrest.*|suspect.noun"))
        self.suspect = set(letters.of("suspect.noun"))
        self.demand = set(letters.of("demand"))
        self.call = set(letters.of("demand|call-on.verb|invite.verb|plan.wish"))
        self.demanding = set(letters.of("demand|invite.verb"))
        self.forum = set(letters.of("gather.*|session.word|meet.noun"))
        self.party = any_of(letters.of("party|parties|geo|bloc"))
        self.arrival = set(letters.of("arrive.noun"))
        self.holding = set(letters.of("hold.verb"))
        self.discuss = set(letters.of("discuss.verb"))
        self.clause = set(letters.of("stop|who|that|while|after"))
        self.from_, self.saying = letters.of("from"), set(letters.of("say"))

    def is_of_sport(self, sentence: Sentence, draft: Draft, parties: list[Entry], *, sporting: bool) -> bool:
        """Whether teams or clubs met, and no officials: the text is on sport, or the words beside the frame are."""
        first, last = draft.span
        if not sporting and self.sport.isdisjoint(sentence.letters[max(0, first - 2) : last + 4]):
            return False
        return draft.kind in _SOCIAL and self.bodies.keys().isdisjoint(codes_in(parties))

    def lacks_parties(self, sentence: Sentence, draft: Draft, roles: Cast, parties: list[Entry]) -> bool:
        """Whether the parties are too few for an act, or none who could do it."""
        kind = draft.kind
        codes = codes_in(parties)
        loose = kind == "gathering" and (
            draft.rule.endswith(TOLD) or JOINS in draft.rule or MARGINS in draft.rule
        )
        alone = kind == "gathering" or AWAITED in draft.rule or draft.rule.endswith(_MEMBERS)
        if len(codes) < (0 if loose else 1 if alone else 2):
            return True
        if kind in ("visit", "meeting") and any(mention and not mention.titled for _, _, mention in parties):
            return True
        if kind == "visit" and any(
            mention and role == "host" and _is_bare(mention) for _, role, mention in parties
        ):
            return True  # "the delegation visited the police academy"
        if (AMBASSADOR in draft.rule or CONSENT in draft.rule) and not _is_sent(sentence, roles):
            return True
        if kind == "mandate" and {role for _, role, _ in parties} == {"delegate"}:
            return True
        if kind == "election" and (not codes & self.bodies.keys() or _has_people(roles)):
            return True  # "the Lebanese will elect a president"
        bodies = [code for code, _, mention in parties if not (mention and mention.persons)]
        bodies = [code for code in bodies if code in self.bodies]
        return (
            draft.asks == "body"
            and not bodies
            or draft.asks == "police"
            and not any(self.bodies[code][2] in _POLICE for code in bodies)
        )

    def bars(self, sentence: Sentence, draft: Draft, roles: Cast, parties: list[Entry]) -> bool:
        """Whether the words say that no act of the draft's kind is told."""
        if draft.kind == "visit":
            return self._is_no_visit(sentence, draft, roles, parties)
        if draft.kind == "gathering":
            return self._is_to_be_held(sentence.letters, draft.trigger)
        if draft.kind == "meeting":  # an airport that receives a plane
            return ".received" in draft.rule and not self.goods.isdisjoint(
                sentence.letters[slice(*draft.span)]
            )
        if draft.kind == "agreement":
            return (
                self._is_to_be_concluded(sentence, draft)
                or self._is_of_strife(sentence, draft)
                or draft.action == "agree"
                and self._is_sought(sentence, draft)
            )
        if draft.kind in ("aid", "training", "operation") and self._is_called_for(
            sentence.letters, draft.trigger, draft.kind
        ):
            return True
        if draft.kind == "operation" and self._is_no_operation(sentence, draft):
            return True
        return draft.kind in ("training", "operation") and (
            self.near(sentence, draft, self.instrument)  # an agreement on training is no training yet
            or self._is_of_strife(sentence, draft)
        )

    def _is_no_visit(self, sentence: Sentence, draft: Draft, roles: Cast, parties: list[Entry]) -> bool:
        """Whether a journey is of one side only, or private, or of goods, a people or the accused, or a way home."""
        letters, trigger = sentence.letters, draft.trigger
        first, last = draft.span
        return (
            {role for _, role, _ in parties} != {"host", "guest"}
            or not self.private.isdisjoint(letters[max(0, min(first, trigger - 5)) : last + 8])
            or self._is_of_goods(sentence, draft)
            or self._is_of_people(sentence, draft, roles, parties)
            or not self.suspect.isdisjoint(letters[max(0, trigger - 4) : trigger + 3])
            or not self.back.isdisjoint(letters[trigger + 1 : last])
        )

    def _is_no_operation(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether it is an airlift of relief, or only asked for."""
        relief = self.near(sentence, draft, self.relief) and not self.near(sentence, draft, self.arrest)
        return relief or not self.demand.isdisjoint(sentence.letters[: draft.trigger])

    def _is_of_goods(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether what arrived are goods: "three planes of aid arrived at the airport"."""
        begin, end = draft.trigger, draft.trigger + 4
        if draft.antecedent:
            begin, end = max(0, begin - 16), end + 6
        return not self.goods.isdisjoint(sentence.letters[begin:end])

    def _is_of_people(self, sentence: Sentence, draft: Draft, roles: Cast, parties: list[Entry]) -> bool:
        """Whether those who travel are a people, or a force: "Turks may travel to the EU without a visa"."""
        if _are_all([mention for _, role, mention in parties if role == "guest"], (_PEOPLE,)):
            return True
        guests = roles.get("guest", [])
        for place, mention in sentence.told(Mention):
            if mention in guests and place and sentence.letters[place - 1] == self.from_:
                return False  # "envoys of the Afghan government"
        moved = _ON_THE_WAY.search(draft.rule) or sentence.letters[draft.trigger] in self.arrival
        return _are_all(guests, (_PEOPLE, ".agency") if moved else (_PEOPLE,))

    def _is_sought(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether an agreement is only to be reached: "called for reaching an agreement"."""
        return any(
            letter == self.reaching and place and sentence.letters[place - 1] in self.aim
            for place, letter in enumerate(sentence.letters[: draft.trigger + 1])
            if place > draft.trigger - 4
        )

    def _is_of_strife(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether what is between the parties is strife: "the exercises, amid tension between"."""
        first, last = draft.span
        letters = sentence.letters
        strife = self.troubles if draft.kind == "operation" else self.strife
        return any(
            letters[place] in self.shared and not strife.isdisjoint(letters[max(0, place - 3) : place])
            for place in range(first, last)
        )

    def _is_to_be_concluded(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether a treaty is only called for, spoken of or warned of: "called for signing an accord between the two"."""
        return any(
            sentence.letters[place] in self.concluding
            and (
                self._is_called_for(sentence.letters, place, draft.kind)
                or sentence.letters[place - 1 : place] == self.from_
                and not self.saying.isdisjoint(sentence.letters[max(0, place - 4) : place])
            )
            for place in range(max(0, draft.trigger - 2), draft.trigger + 1)
        )

    def _is_to_be_held(self, letters: str, trigger: int) -> bool:
        """Whether somebody only calls for a gathering to be held: "called for holding a summit"."""
        aim = letters[max(0, trigger - 2) : trigger]
        return (
            aim[-1:] in self.holding
            and aim[:1] in self.aim
            and comes_first(letters[max(0, trigger - _CALLED) : trigger - 1], self.call, self.clause)
        ) or self._is_asked_for(letters, trigger)

    def _is_asked_for(self, letters: str, trigger: int) -> bool:
        """Whether one party calls for a gathering, and invites nobody: "Britain called for a meeting of the council"."""
        if letters[trigger - 1 : trigger] not in self.aim or letters[trigger] not in self.forum:
            return False
        for place in range(trigger - 2, max(-1, trigger - _ASKED), -1):
            if letters[place] in self.demanding:
                return len(self.party.findall(letters, max(0, place - _INVITER), trigger)) < 2
            if letters[place] in self.clause:
                break
        return False

    def _is_called_for(self, letters: str, trigger: int, kind: str) -> bool:
        """Whether what is told is only called for, thought or spoken of: "called on the donors to give", "its readiness
        to give", "discussed the training of"."""
        wanted = self.call if kind == "operation" else self.call | self.discuss
        return comes_first(letters[max(0, trigger - _CALLED) : trigger], wanted, self.clause)


def _are_all(told: Sequence[Told | None], endings: tuple[str, ...]) -> bool:
    """Whether there are some, and all were found by rules whose ids end so."""
    return bool(told) and all(one is not None and one.rule.endswith(endings) for one in told)


def _is_bare(mention: Mention) -> bool:
    """Whether a party is an agency that only the source's country is taken for, and no official of it."""
    return (
        mention.rule.endswith(".agency")
        and not mention.sure
        and not mention.persons
        and not mention.office_ids
    )


def _has_people(roles: Cast) -> bool:
    """Whether some of those elected are a people."""
    return any(one.rule.endswith(_PEOPLE) for one in roles.get("candidate", ()))


def _is_sent(sentence: Sentence, roles: Cast) -> bool:
    """Whether one of those appointed is told to represent: "named adviser on Syria" is no envoy."""
    told = [mention for mention in roles.get("delegate", ()) if isinstance(mention, Mention)]
    if not any(mention.office_ids for mention in told) or any(mention.posted for mention in told):
        return True
    return any(not _SENT.isdisjoint(mention.office_ids) for _, mention in sentence.told(Mention))
