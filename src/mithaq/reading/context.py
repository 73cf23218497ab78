"""Stage 7, context: who is meant, whether it took place, when and where, and about what."""

from __future__ import annotations

import re

import msgspec

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import Letters
from mithaq.reading.act import AWAITED, MARGINS, Act
from mithaq.reading.frames import Draft
from mithaq.reading.gatherings import JOINS, TOLD, Gatherings
from mithaq.reading.memory import Entry, Memory
from mithaq.reading.mentions import Mention, Spot
from mithaq.reading.roles import AMBASSADOR, PACT, Roles, codes_of, has_asked, is_sent, tell_apart
from mithaq.reading.stage import Stages
from mithaq.reading.text import Sentence, Text
from mithaq.reading.when import When, is_ahead
from mithaq.reading.where import NOWHERE, Site, Where

_SIGNED_ONCE = re.compile(r"\.agreement\.(recalled\.|signed\.relative)")
_RECALLED = ".agreement.recalled.named"
_ON_THE_WAY = re.compile(r"\.visit\.(arrived|travelled|wide)")
MEMBERS = ".members"  # of rules that a body alone fills: its members agree among themselves
_CREDENTIALS = ".mandate.credentials"
_PEOPLE = ".people"  # the rule of a nation's people
_CONSENT = ".mandate.agrement"
_SOCIAL = (
    "visit",
    "meeting",
    "gathering",
    "training",
    "award",
    "mandate",
)  # kinds that teams and clubs know too

_APART = 6  # items after those met within which it may be said that they were met one by one
_CALL_TOLD = 24  # items after talks within which they may be told to have been by telephone or video


class Context:
    """Turns drafts to acts."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.roles = Roles(lexicon, letters)
        self.stages = Stages(letters)
        self.when = When(letters)
        self.where = Where(lexicon, letters)
        self.gatherings = Gatherings(letters)
        self.international = set(letters.of("gather.strong|international.mark"))
        self.instrument = set(letters.of("instrument.*"))
        self.strife = set(letters.of("strife"))
        self.troubles = set(letters.of("strife|matter"))
        self.shared = set(letters.of("between|with"))
        self.sport = set(letters.of("sport"))
        self.own_place = set(letters.of("own.place"))
        self.call_mark = set(letters.of("call.mark|call.noun"))
        self.concluding = set(letters.of("sign.noun|agree.noun|end.noun"))
        self.from_, self.saying = letters.of("from"), set(letters.of("say"))
        self.reaching = letters.of("agree.noun")
        self.aim = set(letters.of("to|clitic.to"))
        self.back = set(letters.of("return.word"))
        self.private = set(letters.of("private"))
        self.relief = set(letters.of("aid.noun"))
        self.goods = set(letters.of("goods.noun|aid.noun"))
        self.arrest = set(letters.of("arrest.*|suspect.noun"))
        self.suspect = set(letters.of("suspect.noun"))
        self.demand = set(letters.of("demand"))
        self.call = set(letters.of("demand|invite.verb|plan.wish"))
        self.discuss = set(letters.of("discuss.verb"))
        self.clause = set(letters.of("stop|who|that|while"))
        self.ends = self.stages.barrier | self.stages.doing
        self.one_by_one = set(letters.of("apart"))
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
        sporting = memory.sporting or not self.sport.isdisjoint(
            sentence.letters[max(0, first - 2) : last + 4]
        )
        roles = {name: list(mentions) for name, mentions in draft.roles.items()}
        if draft.asks and not has_asked(draft.asks, roles):
            return None
        if ".joint" in draft.rule and _are_his(roles):
            return None
        if draft.antecedent == PACT:
            self.roles.conclude(text, draft, roles)
        elif draft.antecedent:
            self.roles.fill(sentence, draft, roles, memory)
        sure_of_forum = True
        if kind == "gathering":
            self._take_in(text, sentence, draft, roles, memory)
        parties = self.roles.parties(kind, roles, memory)
        parties = self.roles.with_pair(sentence, draft, parties, memory)
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
        met_there: list[Entry] = []
        if kind == "meeting" and len(codes) == 1:
            met_there = self.roles.hosts_of(sentence, draft, roles, codes, memory)
            parties += met_there
            codes = {code for code, _, _ in parties}
        if kind in ("visit", "meeting") and any(mention and not mention.titled for _, _, mention in parties):
            return None
        loose = draft.rule.endswith(TOLD) or JOINS in draft.rule or MARGINS in draft.rule
        alone = kind == "gathering" or AWAITED in draft.rule or draft.rule.endswith(MEMBERS)
        least = 0 if loose else 1 if alone else 2
        if len(codes) < least:
            return None
        if AMBASSADOR in draft.rule and not is_sent(sentence, roles):
            return None
        if kind == "mandate" and {role for _, role, _ in parties} == {"delegate"}:
            return None
        if kind == "election" and (not codes & self.bodies.keys() or self._is_by_people(roles)):
            return None
        if draft.asks == "body" and not any(
            code in self.bodies and not (mention and mention.persons) for code, _, mention in parties
        ):
            return None
        if kind == "gathering" and self.gatherings.is_none(sentence, draft):
            return None
        if kind == "gathering" and not self._is_of_several(sentence, draft, roles, parties, memory.home):
            sure_of_forum = False
        if JOINS in draft.rule and not self.gatherings.is_forum(sentence, draft):
            sure_of_forum = False
        if kind in ("visit", "meeting") and {"host", "guest"} & set(roles):
            parties = tell_apart(parties)
            if len({code for code, _, _ in parties}) < 2:
                return None
        if kind == "visit" and {role for _, role, _ in parties} != {"host", "guest"}:
            return None
        if kind == "visit" and not _are_guests(parties):
            return None
        if (
            kind == "meeting"
            and ".received" in draft.rule
            and not self.goods.isdisjoint(sentence.letters[first:last])
        ):
            return None  # an airport that receives a plane
        if kind == "visit" and not self.private.isdisjoint(
            sentence.letters[max(0, min(first, draft.trigger - 5)) : last + 8]
        ):
            return None
        if kind == "visit" and (
            self._is_of_goods(sentence, draft) or self._is_of_people(sentence, draft, roles)
        ):
            return None
        if kind == "visit" and not self.suspect.isdisjoint(
            sentence.letters[max(0, draft.trigger - 4) : draft.trigger + 3]
        ):
            return None  # of the accused
        if kind == "visit" and not self.back.isdisjoint(sentence.letters[draft.trigger : last]):
            return None  # a way home
        if (
            kind == "operation"
            and self._near(sentence, draft, self.relief)
            and not self._near(sentence, draft, self.arrest)
        ):
            return None  # an airlift
        if kind == "operation" and not self.demand.isdisjoint(sentence.letters[: draft.trigger]):
            return None  # only asked for
        if kind in ("aid", "training", "operation") and self._is_called_for(sentence, draft):
            return None
        if kind == "agreement" and self._is_to_be_concluded(sentence, draft):
            return None
        if kind in ("training", "operation") and self._near(sentence, draft, self.instrument):
            return None  # an agreement on training is no training yet
        if kind in ("agreement", "training", "operation") and self._is_of_strife(sentence, draft):
            return None
        if draft.action == "agree" and self._is_sought(sentence, draft):
            return None
        stage = self.stages.of(text, sentence, draft, lead=lead)
        if stage is None:
            return None
        if draft.stage and stage != "cancelled":
            stage = draft.stage
        if stage == "cancelled" and _SIGNED_ONCE.search(draft.rule) or draft.rule.endswith(_RECALLED):
            stage = "held"  # "to end the accord that was signed": it was signed
        if kind == "meeting" and self._near(sentence, draft, self.call_mark, _CALL_TOLD):
            kind = "call"
            parties = [(code, "participant", mention) for code, _, mention in parties]
        when, dated = self.when.of(
            sentence,
            draft,
            memory,
            published,
            frozenset(codes),
            stage=stage,
            past=self.stages.is_past(text, sentence, draft),
            lead=lead,
        )
        if stage == "cancelled" and not dated:
            when = None
        if stage == "held" and when and published and is_ahead(when, published):
            stage = "planned"
        dateline = memory.dateline if lead else None
        site = self.where.of(sentence, draft, kind, parties, dateline) if kind != "call" else NOWHERE
        if kind == "mandate":
            site = self._of_ceremony(draft, stage, parties, site)
        if kind in ("meeting", "agreement") and self._near(sentence, draft, self.own_place):
            site = self._at_home(kind, roles, parties, site, memory)
            if kind == "meeting" and "a" in roles and not {"host", "guest"} & set(roles):
                hosts = {code for mention in roles["a"] for code in codes_of(mention)}
                hosts = {site.country} if site.country in codes else hosts
                parties = [
                    (code, "host" if code in hosts else "guest", mention) for code, _, mention in parties
                ]
        forum, bare = (
            self.gatherings.named(text, sentence, draft) if kind == "gathering" else (frozenset(), False)
        )
        first = min(sentence.items[draft.span[0]].start, sentence.items[draft.trigger].start)
        return Act(
            kind,
            draft.action,
            stage,
            parties,
            when,
            dated,
            site.country,
            site.city,
            self._values(text, sentence, self.topic),
            self._values(text, sentence, self.purpose),
            " ".join(text.words(draft.instrument)) if draft.instrument else None,
            first,
            sentence.items[draft.span[1] - 1].end,
            sentence.number,
            sentence.heading,
            all(mention.sure for _, _, mention in parties if isinstance(mention, Mention)),
            (draft.rule,),
            site_told=site.told,
            forum=forum,
            bare=bare,
            sure_of_forum=sure_of_forum,
            apart=self._apart(sentence, draft, kind, roles, met_there),
        )

    def _apart(
        self,
        sentence: Sentence,
        draft: Draft,
        kind: str,
        roles: dict[str, list[Mention | Spot]],
        met_there: list[Entry],
    ) -> frozenset[str]:
        """Those met one by one: "received the ambassadors of India and Ghana, each by himself", or each in its country."""
        if met_there:
            return frozenset(code for code, _, _ in met_there)
        met = {
            code for role in ("b", "guest") for mention in roles.get(role, ()) for code in codes_of(mention)
        }
        if kind not in ("meeting", "call") or len(met) < 2:
            return frozenset()
        near = sentence.letters[max(0, draft.span[0] - 2) : draft.span[1] + _APART]
        return frozenset() if self.one_by_one.isdisjoint(near) else frozenset(met)

    def _at_home(
        self,
        kind: str,
        roles: dict[str, list[Mention | Spot]],
        parties: list[Entry],
        site: Site,
        memory: Memory,
    ) -> Site:
        """Where "in his office", "at the ministry" is: where the text says, else with who is named first, or the source."""
        codes = {code for code, _, _ in parties}
        if site.country in codes and site.told:
            return site
        hosts = {code for mention in roles.get("a", ()) for code in codes_of(mention)} - self.bodies.keys()
        if kind == "agreement":
            hosts = codes & {memory.home}
        return Site(min(hosts), None, False) if not site.country and len(hosts) == 1 else site

    def _of_ceremony(self, draft: Draft, stage: str, parties: list[Entry], site: Site) -> Site:
        """Credentials are presented in the country of whom they are presented to; where an envoy is sent, none was sent."""
        forums = {code for code, role, _ in parties if role == "forum"}
        if _CREDENTIALS in draft.rule and not draft.rule.endswith(".own"):
            near = forums - self.bodies.keys()
            if site.country or stage != "held" or len(forums) != 1 or not near:
                return site
            return Site(min(near), None, False)
        if _CONSENT in draft.rule and len(forums) == 1 and not site.city:
            return Site(min(forums), None, False)  # who agrees to an ambassador does so at home
        return NOWHERE if site.country in forums and not site.city else site

    def _is_of_goods(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether what arrived are goods: "three planes of aid arrived at the airport"."""
        begin, end = draft.trigger, draft.trigger + 4
        if draft.antecedent:
            begin, end = max(0, begin - 16), end + 6
        return not self.goods.isdisjoint(sentence.letters[begin:end])

    def _is_of_people(self, sentence: Sentence, draft: Draft, roles: dict[str, list[Mention | Spot]]) -> bool:
        """Whether those who travel are a people, or a force: "Turks may travel to the EU without a visa"."""
        guests = roles.get("guest", ())
        kinds = (".people", ".agency") if _ON_THE_WAY.search(draft.rule) else (".people",)
        for place, mention in sentence.told(Mention):
            if mention in guests and place and sentence.letters[place - 1] == self.from_:
                return False  # "envoys of the Afghan government"
        return bool(guests) and all(guest.rule.endswith(kinds) for guest in guests)

    def _take_in(
        self,
        text: Text,
        sentence: Sentence,
        draft: Draft,
        roles: dict[str, list[Mention | Spot]],
        memory: Memory,
    ) -> None:
        """Add to a gathering's roles who else takes part, and of whom the forum is by its name."""
        organisers = [one for one in roles.get("organiser", ()) if not isinstance(one, Mention) or one.sure]
        if "organiser" in roles:
            roles["organiser"] = organisers
        if roles.get("a") and not any(map(codes_of, roles["a"])):
            self.roles.fill(sentence, msgspec.structs.replace(draft, antecedent="a"), roles, memory)
        for role, told in self.gatherings.others(sentence, draft):
            if not any(told in known for known in roles.values()):
                roles.setdefault(role, []).append(told)
        known = {code for mentions in roles.values() for mention in mentions for code in codes_of(mention)}
        codes = tuple(code for code in self.gatherings.bodies(text, sentence, draft) if code not in known)
        if codes:
            roles.setdefault("organiser", []).append(Spot(codes, None, 0, 0, "forum"))

    def _is_of_several(
        self,
        sentence: Sentence,
        draft: Draft,
        roles: dict[str, list[Mention | Spot]],
        parties: list[Entry],
        home: str | None,
    ) -> bool:
        """Whether a gathering is of several countries: two are named, or its word tells it, or it is held abroad."""
        codes = {code for code, _, _ in parties}
        if draft.rule.endswith(TOLD):
            return len(codes) > 1 or bool(codes & self.bodies.keys())
        if (
            len(codes) > 1
            or MARGINS in draft.rule
            and codes != {home}
            or self._is_international(sentence, draft, codes)
            and codes
        ):
            return True
        abroad = self.where.of(sentence, draft, "gathering", parties, None).country
        hosted = any(map(codes_of, roles.get("organiser", ())))
        return bool(codes) and abroad is not None and abroad not in codes and not hosted

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

    def _is_by_people(self, roles: dict[str, list[Mention | Spot]]) -> bool:
        """Whether those elected are a people: "the Lebanese will elect a president"."""
        return any(mention.rule.endswith(".people") for mention in roles.get("candidate", ()))

    def _is_international(self, sentence: Sentence, draft: Draft, codes: set[str]) -> bool:
        """Whether a gathering of which one party is named is told as one of several: by its word, or by a body."""
        return bool(codes & self.bodies.keys()) or self._near(sentence, draft, self.international)

    def _near(self, sentence: Sentence, draft: Draft, wanted: set[str], after: int = 2) -> bool:
        """Whether a frame's stretch of the sentence, or what stands just after it, has one of some letters."""
        first, last = draft.span
        for place in range(first, min(last + after, len(sentence.letters))):
            if sentence.letters[place] in wanted:
                return True
            if place >= last and sentence.letters[place] in self.ends:
                return False
        return False

    def _is_to_be_concluded(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether a treaty is only called for, spoken of or warned of: "called for signing an accord between the two"."""
        return any(
            sentence.letters[place] in self.concluding
            and (
                self._is_called_for(sentence, msgspec.structs.replace(draft, trigger=place))
                or sentence.letters[place - 1 : place] == self.from_
                and not self.saying.isdisjoint(sentence.letters[max(0, place - 4) : place])
            )
            for place in range(max(0, draft.trigger - 2), draft.trigger + 1)
        )

    def _is_called_for(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether what is told is only called for, thought or spoken of: "called on the donors to give", "its readiness
        to give", "discussed the training of"."""
        wanted = self.call if draft.kind == "operation" else self.call | self.discuss
        for place in range(draft.trigger - 1, max(-1, draft.trigger - 9), -1):
            if sentence.letters[place] in wanted:
                return True
            if sentence.letters[place] in self.clause:
                return False
        return False

    def _values(self, text: Text, sentence: Sentence, letter: str) -> list[str]:
        if letter not in sentence.letters:
            return []
        found = {
            text.value(item)
            for at, item in zip(sentence.letters, sentence.items, strict=True)
            if at == letter
        }
        return sorted(found)


def _are_his(roles: dict[str, list[Mention | Spot]]) -> bool:
    """Whether those told together are counterparts of someone else: "meets his Iraqi and Algerian counterparts"."""
    told = roles.get("a", [])
    return len(told) == 1 and isinstance(told[0], Mention) and told[0].counterpart


def _are_guests(parties: list[Entry]) -> bool:
    """Whether a visit is of somebody who may be an official: not "the Belgians who wish to visit Tunisia"."""
    guests = [mention for _, role, mention in parties if role == "guest"]
    return any(mention is None or not mention.rule.endswith(_PEOPLE) for mention in guests)
