"""Stage 7, context: who is meant, whether it took place, when and where, and about what."""

from __future__ import annotations

import re

import msgspec

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import Letters
from mithaq.reading.act import CREDENTIALS, MARGINS, Act, Entry, codes_in, tell_apart
from mithaq.reading.frames import Draft
from mithaq.reading.gatherings import JOINS, TOLD, Gatherings
from mithaq.reading.guards import Guards
from mithaq.reading.memory import ENVOYS, Memory
from mithaq.reading.mentions import Cast, Mention, Spot, Told, codes_of
from mithaq.reading.roles import PACT, Roles, has_asked
from mithaq.reading.stage import Stages, is_noted
from mithaq.reading.text import Item, Sentence, Text
from mithaq.reading.when import When, is_ahead
from mithaq.reading.where import NOWHERE, Site, Where

_SIGNED_ONCE = re.compile(r"\.agreement\.(recalled\.|signed\.relative)")
_RECALLED = ".agreement.recalled."
_CONSENT = ".mandate.agrement"

_APART = 6  # items after those met within which it may be said that they were met one by one
_FORUM_NAME = 8  # items after a forum in which it may be told of whom it is
_BY_PHONE = "phone"  # the note of verbs that say by themselves how two spoke: "telephoned"
_EACH = "each"  # the note of words for several meetings, one with each
_SPOKE = ".call.spoke"  # of rules that do not say how two spoke
_CALL_BEFORE = 2
_CALL_TOLD = 24  # items after talks within which they may be told to have been by telephone or video


class Context:
    """Turns drafts to acts."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.roles = Roles(lexicon, letters)
        self.stages = Stages(letters)
        self.guards = Guards(lexicon, letters, self.stages)
        self.when = When(letters)
        self.where = Where(lexicon, letters)
        self.gatherings = Gatherings(letters)
        self.international = set(letters.of("gather.strong|international.mark"))
        self.own_place = set(letters.of("own.place"))
        self.call_mark = set(letters.of("call.mark|call.noun"))
        self.home_word = set(letters.of("home.word"))
        self.met = set(letters.of("meet.verb|meet.noun|visit.*"))
        self.one_by_one = set(letters.of("apart"))
        self.this = set(letters.of("this"))
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
        roles = {name: list(mentions) for name, mentions in draft.roles.items()}
        if draft.asks and not has_asked(draft.asks, roles) or ".joint" in draft.rule and _are_his(roles):
            return None
        self._fill(text, sentence, draft, roles, memory)
        parties = self.roles.parties(kind, roles, memory, sentence.items[: draft.trigger])
        parties = _with_other(self.roles.with_pair(sentence, draft, parties, memory))
        if kind == "meeting" and draft.antecedent:
            parties = _met_abroad(sentence, parties, memory)
        if self.guards.is_of_sport(sentence, draft, parties, sporting=memory.sporting):
            return None
        met_there: list[Entry] = []
        codes = codes_in(parties)
        if kind == "meeting" and len(codes) == 1:
            met_there = self.roles.hosts_of(sentence, draft, roles, codes, memory)
            placed = {mention.start for _, _, mention in met_there if mention}
            parties = [entry for entry in parties if not (entry[2] and entry[2].start in placed)]
            parties += met_there
            codes = codes_in(parties)
        if self.guards.lacks_parties(sentence, draft, roles, parties):
            return None
        if kind == "gathering" and self.gatherings.is_none(text, sentence, draft):
            return None
        sure_of_forum = kind != "gathering" or self._is_of_several(
            sentence, draft, roles, parties, memory.home
        )
        if JOINS in draft.rule and not self.gatherings.is_forum(sentence, draft):
            sure_of_forum = False
        if kind in ("visit", "meeting") and {"host", "guest"} & set(roles):
            parties = tell_apart(parties)
            if len(codes_in(parties)) < 2:
                return None
        if self.guards.bars(sentence, draft, roles, parties):
            return None
        if kind == "visit" and self._is_told(sentence, draft, parties, memory):
            return None
        stage = self._stage(text, sentence, draft, lead=lead)
        if stage is None:
            return None
        opened = sentence.letters[
            max(0, draft.span[0] - _CALL_BEFORE) : draft.span[0]
        ]  # "by telephone, the two ..."
        by_call = self.stages.near(sentence, draft, self.call_mark, _CALL_TOLD)
        if kind == "meeting" and (by_call or not self.call_mark.isdisjoint(opened)):
            kind = "call"
            parties = [(code, "participant", mention) for code, _, mention in parties]
        if draft.rule.endswith(_SPOKE) and self._is_in_person(text, sentence.items[draft.trigger]):
            kind = "meeting"
        when, dated = self.when.of(
            sentence,
            draft,
            memory,
            published,
            frozenset(codes),
            stage=stage,
            past=self.stages.is_past(text, sentence, draft),
            present=self.stages.is_present(text, sentence, draft),
            earlier=self.stages.is_earlier(text, sentence, draft),
            set_out=self.stages.has_set_out(text, sentence, draft),
            lead=lead,
        )
        if stage == "cancelled" and not dated:
            when = None
        if stage == "held" and when and published and is_ahead(when, published):
            stage = "planned"
        abroad = kind == "gathering" and stage == "planned"  # what is to come is seldom where it is told
        dateline = memory.dateline if lead and not abroad else None
        site = (
            self.where.of(sentence, draft, kind, parties, dateline, when if dated else None)
            if kind != "call"
            else NOWHERE
        )
        if kind == "mandate":
            site = self._of_ceremony(draft, stage, parties, site)
        if kind in ("meeting", "agreement") and self.stages.near(sentence, draft, self.own_place):
            site = self._at_home(kind, roles, parties, site, memory)
            if kind == "meeting" and "a" in roles and not {"host", "guest"} & set(roles):
                parties = _received(parties, roles["a"], site)
        forum, bare = (
            self.gatherings.named(text, sentence, draft) if kind == "gathering" else (frozenset(), False)
        )
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
            min(sentence.items[draft.span[0]].start, sentence.items[draft.trigger].start),
            sentence.items[draft.span[1] - 1].end,
            sentence.number,
            sentence.heading,
            all(mention.sure for _, _, mention in parties if mention),
            (draft.rule,),
            site_told=site.told,
            forum=forum,
            bare=bare,
            sure_of_forum=sure_of_forum,
            apart=self._apart(text, sentence, draft, kind, roles, met_there, memory),
        )

    def _is_told(self, sentence: Sentence, draft: Draft, parties: list[Entry], memory: Memory) -> bool:
        """Whether "this visit" is one that the text has told: what is said of it tells no day of another."""
        near = sentence.letters[max(0, draft.trigger - 2) : draft.trigger]
        hosts = codes_in(parties, "host")
        return not self.this.isdisjoint(near) and all(
            hosts <= memory.journeys.get(code, (frozenset(), 0))[0] for code in codes_in(parties, "guest")
        )

    def _is_in_person(self, text: Text, verb: Item) -> bool:
        """Whether a text in which two "spoke" tells of meetings, and of no telephone."""
        if is_noted(text, verb, _BY_PHONE):
            return False
        return self.call_mark.isdisjoint(text.letters) and not self.met.isdisjoint(text.letters)

    def _fill(self, text: Text, sentence: Sentence, draft: Draft, roles: Cast, memory: Memory) -> None:
        """Give the roles that the frame leaves open to those who are meant."""
        if draft.antecedent == PACT:
            self.roles.conclude(text, draft, roles)
        elif draft.antecedent:
            self.roles.fill(sentence, draft, roles, memory)
        if draft.kind == "gathering":
            self._take_in(text, sentence, draft, roles, memory)
        for role in ("b", "guest"):
            if role in roles:
                hosted = any(isinstance(one, Mention) and one.sure for one in roles.get("a", ()))
                roles[role] = _of_one_nation(roles[role], memory.home, by_name=not hosted)
        _take_home(roles, memory)

    def _stage(self, text: Text, sentence: Sentence, draft: Draft, *, lead: bool) -> str | None:
        """The stage by the sentence, or by the rule where that tells it; None where the act is denied."""
        stage = self.stages.of(text, sentence, draft, lead=lead)
        if stage is None:
            return None
        if draft.stage and stage != "cancelled":
            stage = draft.stage
        if stage == "cancelled" and _SIGNED_ONCE.search(draft.rule) or _RECALLED in draft.rule:
            return "held"  # "to end the accord that was signed": it was signed
        return stage

    def _apart(
        self,
        text: Text,
        sentence: Sentence,
        draft: Draft,
        kind: str,
        roles: Cast,
        met_there: list[Entry],
        memory: Memory,
    ) -> frozenset[str]:
        """Those met one by one: "received the ambassadors of India and Ghana, each by himself", or each in its country."""
        if met_there:
            return frozenset(codes_in(met_there))
        met = {
            code for role in ("b", "guest") for mention in roles.get(role, ()) for code in codes_of(mention)
        }
        if (
            kind in ("meeting", "call") and len(met) == 1
        ):  # "the ministers of X and Y held separate talks with"
            met = {code for mention in roles.get("a", ()) for code in codes_of(mention)} - met
        if kind not in ("meeting", "call") or len(met) < 2:
            return frozenset()
        near = sentence.letters[max(0, draft.span[0] - 2) : draft.span[1] + _APART]
        if any(sense.note == _EACH for sense in text.senses(sentence.items[draft.trigger])[:1]):
            return frozenset(met)  # "held bilateral meetings with the ministers of X and Y"
        told = memory.apart_sentence == sentence.number - 1 and ".received" in draft.rule
        return frozenset(met) if told or not self.one_by_one.isdisjoint(near) else frozenset()

    def _at_home(
        self,
        kind: str,
        roles: Cast,
        parties: list[Entry],
        site: Site,
        memory: Memory,
    ) -> Site:
        """Where "in his office", "at the ministry" is: where the text says, else with who is named first, or the source."""
        codes = codes_in(parties)
        if site.country in codes and site.told:
            return site
        hosts = {code for mention in roles.get("a", ()) for code in codes_of(mention)} - self.bodies.keys()
        if kind == "agreement":
            hosts = codes & {memory.home}
        return Site(min(hosts), None, False) if not site.country and len(hosts) == 1 else site

    def _of_ceremony(self, draft: Draft, stage: str, parties: list[Entry], site: Site) -> Site:
        """Credentials are presented in the country of whom they are presented to; where an envoy is sent, none was sent."""
        forums = codes_in(parties, "forum")
        if CREDENTIALS in draft.rule and not draft.rule.endswith(".own"):
            near = forums - self.bodies.keys()
            if site.country or stage != "held" or len(forums) != 1 or not near:
                return site
            return Site(min(near), None, False)
        if _CONSENT in draft.rule and len(forums) == 1 and not site.city:
            return Site(min(forums), None, False)  # who agrees to an ambassador does so at home
        return NOWHERE if site.country in forums and not site.city else site

    def _take_in(
        self,
        text: Text,
        sentence: Sentence,
        draft: Draft,
        roles: Cast,
        memory: Memory,
    ) -> None:
        """Add to a gathering's roles who else takes part, and of whom the forum is by its name."""
        organisers = roles.get("organiser", [])
        if not any(not isinstance(one, Mention) or one.sure for one in organisers):
            roles.pop(
                "organiser", None
            )  # "the ministry organised": of one that may be the source's, of no other
        if roles.get("a") and not any(map(codes_of, roles["a"])):
            self.roles.fill(sentence, msgspec.structs.replace(draft, antecedent="a"), roles, memory)
        for role, told in self.gatherings.others(text, sentence, draft):
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
        roles: Cast,
        parties: list[Entry],
        home: str | None,
    ) -> bool:
        """Whether a gathering is of several countries: two are named, or its word tells it, or it is held abroad."""
        codes = codes_in(parties)
        if draft.rule.endswith(TOLD):
            return len(codes) > 1 or bool(codes & self.bodies.keys())
        if len(codes) == 1 and MARGINS in draft.rule and self._is_of_home(sentence, draft):
            return False  # "in the margins of the independence day of his country"
        if (
            len(codes) > 1
            or MARGINS in draft.rule
            and codes
            and codes != {home}
            or self._is_international(sentence, draft, codes)
            and codes
        ):
            return True
        abroad = self.where.of(sentence, draft, "gathering", parties, None).country
        hosted = any(map(codes_of, roles.get("organiser", ())))
        return bool(codes) and abroad is not None and abroad not in codes and not hosted

    def _is_of_home(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether the name of a forum goes on with whose own it is."""
        end = draft.span[1]
        return not self.home_word.isdisjoint(sentence.letters[draft.trigger : end + _FORUM_NAME])

    def _is_international(self, sentence: Sentence, draft: Draft, codes: set[str]) -> bool:
        """Whether a gathering of which one party is named is told as one of several: by its word, or by a body."""
        return bool(codes & self.bodies.keys()) or self.stages.near(sentence, draft, self.international)

    def _values(self, text: Text, sentence: Sentence, letter: str) -> list[str]:
        if letter not in sentence.letters:
            return []
        found = {
            text.value(item)
            for at, item in zip(sentence.letters, sentence.items, strict=True)
            if at == letter
        }
        return sorted(found)


def _are_his(roles: Cast) -> bool:
    """Whether those told together are counterparts of someone else: "meets his Iraqi and Algerian counterparts"."""
    told = roles.get("a", [])
    return len(told) == 1 and isinstance(told[0], Mention) and told[0].counterpart


def _with_other(parties: list[Entry]) -> list[Entry]:
    """The parties; where all are of one country, whom an earlier bearer of the office lent it is of the source's own."""
    if len(codes_in(parties)) != 1:
        return parties
    return [
        (mention.other, role, mention)
        if mention and mention.other and role != parties[0][1]
        else (code, role, mention)
        for code, role, mention in parties
    ]


def _take_home(roles: Cast, memory: Memory) -> None:
    """Who is told by name alone and acts with "his Turkish counterpart" is an official of the source's country."""
    told = [mention for mentions in roles.values() for mention in mentions if isinstance(mention, Mention)]
    abroad = any(
        mention.counterpart and mention.codes and memory.home not in mention.codes for mention in told
    )
    lone = [mention for mention in told if mention.persons and not mention.codes and not mention.counterpart]
    if not (memory.home and abroad and len(lone) == 1):
        return
    official = lone[0]._replace(codes=(memory.home,), titled=True)
    for role, mentions in roles.items():
        roles[role] = [official if mention is lone[0] else mention for mention in mentions]


def _met_abroad(sentence: Sentence, parties: list[Entry], memory: Memory) -> list[Entry]:
    """Officials of no nation named whom a foreigner met on a journey are of where it led: "arrived in Caracas, where he
    was received by the minister"."""
    guests = {code for code, _, mention in parties if mention and mention.sure} - {memory.home}
    hosts, told = memory.journeys.get(min(guests), (frozenset(), 0)) if len(guests) == 1 else (frozenset(), 0)
    if len(hosts) != 1 or memory.home in hosts or sentence.number - told > 1:
        return parties
    return [
        (min(hosts), role, mention)
        if mention and not mention.sure and mention.office_ids and ENVOYS.isdisjoint(mention.office_ids)
        else (code, role, mention)
        for code, role, mention in parties
    ]


def _received(parties: list[Entry], first: list[Told], site: Site) -> list[Entry]:
    """The sides of a meeting "in his office": the host is whose country it was in, else who is named first."""
    hosts = {code for mention in first for code in codes_of(mention)}
    if site.country in codes_in(parties):
        hosts = {site.country}
    return [(code, "host" if code in hosts else "guest", mention) for code, _, mention in parties]


def _of_one_nation(mentions: list[Told], home: str | None, *, by_name: bool) -> list[Told]:
    """Officials named by post, and `by_name`, after one of another nation are of that nation: "met the speaker of the
    Mongolian parliament X, the foreign minister Y and his deputy Z"."""
    first = mentions[0] if mentions else None
    if not isinstance(first, Mention) or not first.sure or len(first.codes) != 1 or first.codes == (home,):
        return mentions
    return [
        one._replace(codes=first.codes, sure=True)
        if isinstance(one, Mention)
        and not one.sure
        and one.codes == (home,)
        and one.office_ids
        and (one.persons or not by_name and ENVOYS.isdisjoint(first.office_ids))
        else one
        for one in mentions
    ]
