"""Where an act took place: the place that is its own, or the host's country."""

from __future__ import annotations

from typing import NamedTuple

from mithaq.edtf import overlaps
from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Letters
from mithaq.reading.act import Entry, codes_in
from mithaq.reading.dates import Found
from mithaq.reading.frames import Draft
from mithaq.reading.mentions import Spot
from mithaq.reading.stage import VERBS
from mithaq.reading.text import Sentence
from mithaq.reading.when import NEAR

_AMBASSADOR = "ambassador"
_NAMED = 5  # items in which a forum is told to be of a town
_BESIDE = 2  # items between a place and its date
_OWN = 5  # items within which "this meeting" tells its place
_ASKED_FIRST = (
    ".requested.by",
    ".requested.there",
    ".requested.in",
)  # rules of who asks, then of who arrests


class Site(NamedTuple):
    """Country and city of an act, and whether the text tells them or its parties only let them be inferred."""

    country: str | None
    city: str | None
    told: bool


NOWHERE = Site(None, None, False)


class Where:
    """Places drafts."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.margins = letters.of("sidelines")
        self.matter = set(letters.of("matter"))
        self.to = set(letters.of("clitic.to|to|and|for.word"))
        self.verbs = set(letters.of(f"{VERBS}|say|stop|that|who|while"))
        self.attend = set(letters.of("attend.noun|attend.verb|participant.word"))
        self.invite = set(letters.of("invite.verb"))
        self.of_, self.geo = letters.of("of"), BUILT["geo"]
        self.this = set(letters.of("this"))
        self.place = BUILT["place"]
        self.visits = set(letters.of("visit.*|tour.noun"))
        self.during = set(letters.of("during"))
        self.goal = BUILT["goal"]
        self.hosted = set(letters.of("organise.verb"))  # "Doha hosted talks between"

    def of(
        self,
        sentence: Sentence,
        draft: Draft,
        kind: str,
        parties: list[Entry],
        dateline: Spot | None,
        when: str | None = None,
    ) -> Site:
        """The place of an act: one that is told beside it, that of the dateline, or the host's.

        `when` is the date that the text tells of it.
        """
        hosts = [code for code, role, _ in parties if role == "host"]
        guests = codes_in(parties, "guest")
        codes = codes_in(parties)
        own = {
            spot.countries[0]: spot.city
            for spot in draft.roles.get("host", ())
            if isinstance(spot, Spot) and spot.city
        }
        best, best_cost = None, 99
        if kind == "gathering" and (town := self._named_after(sentence, draft)):
            return Site(town.countries[0], town.city, True)
        for place, spot in sentence.told(Spot):
            if sentence.letters[place] not in (self.place, self.goal) and not (
                kind == "meeting" and sentence.letters[max(0, place - 1) : place] in self.hosted
            ):
                continue
            if sentence.letters[place] == self.goal and not (
                kind == "visit" or self._is_way(sentence, draft, place)
            ):
                continue
            if place > draft.trigger and not self.matter.isdisjoint(
                sentence.letters[max(0, place - 4) : place]
            ):
                continue  # what was spoken of: "the situation in Libya"
            if kind == "visit" and spot.countries[0] not in hosts and not self.bodies.keys() >= set(hosts):
                continue
            if kind != "visit" and not self.invite.isdisjoint(sentence.letters[draft.trigger + 1 : place]):
                continue  # "met his counterpart, who invited him to Ankara"
            if when and place < draft.trigger and self._is_of_other_day(sentence, place, when):
                continue
            cost = abs(place - draft.trigger)
            if spot.countries[0] in codes and self.verbs.isdisjoint(
                sentence.letters[draft.trigger + 1 : place]
            ):
                cost //= 2  # "with the minister X of Y, that in the seat of the ministry in Madrid"
            if hosts and cost > NEAR and spot.countries[0] in guests:
                continue
            if cost < best_cost:
                best, best_cost = spot, cost
        if best and best_cost < (_OWN if self._is_told_before(sentence, draft) else 16):
            return Site(best.countries[0], best.city or own.get(best.countries[0]), True)
        if dateline and kind != "visit" and dateline.countries[0] in codes:
            return Site(dateline.countries[0], dateline.city, False)
        if hosts and (kind == "visit" or kind == "meeting" and self.margins not in sentence.letters):
            return NOWHERE if hosts[0] in self.bodies else Site(hosts[0], own.get(hosts[0]), False)
        if kind == "meeting" and (posts := self._posts(parties)):
            return Site(posts, None, False)
        organisers = [code for code, role, _ in parties if role == "organiser" and code not in self.bodies]
        if kind == "gathering" and len(set(organisers)) == 1 and best is None:
            return Site(organisers[0], None, False)
        if ".requested" in draft.rule or ".informed.last" in draft.rule or ".informed.svo" in draft.rule:
            asked_first = draft.rule.endswith(_ASKED_FIRST)
            return Site(parties[-1 if asked_first else 0][0], None, False)
        helped = [code for code, role, _ in parties if role == "recipient"]
        if kind == "aid" and len(helped) == 1 and helped[0] not in self.bodies:
            return Site(helped[0], None, False)
        return NOWHERE

    def _is_told_before(self, sentence: Sentence, draft: Draft) -> bool:
        """Whether talks are only referred to: "after this meeting", of which the place was told."""
        before = sentence.letters[max(0, draft.trigger - 1) : draft.trigger]
        return draft.kind == "meeting" and before in self.this

    def _is_of_other_day(self, sentence: Sentence, place: int, when: str) -> bool:
        """Whether a place has a day beside it that is not that of the act: "took part in May in Rome, then met in July"."""
        beside = [
            found.edtf for at, found in sentence.told(Found) if found.edtf and abs(at - place) <= _BESIDE
        ]
        return bool(beside) and not any(overlaps(edtf, when) for edtf in beside)

    def _named_after(self, sentence: Sentence, draft: Draft) -> Spot | None:
        """The town that a forum is named after: "the conference of Munich"."""
        letters = sentence.letters
        for place in range(draft.trigger + 1, min(draft.trigger + _NAMED, len(letters))):
            town = sentence.items[place].known
            if letters[place] == self.geo and letters[place - 1] == self.of_ and isinstance(town, Spot):
                return town if town.city else None
        return None

    def _posts(self, parties: list[Entry]) -> str | None:
        """The country whose official is met by an ambassador to it: that is where ambassadors meet."""
        envoys = {code for code, _, mention in parties if mention and _AMBASSADOR in mention.office_ids}
        others = codes_in(parties) - envoys
        posted = {code for _, _, mention in parties if mention for code in mention.posted}
        if not envoys or len(others) != 1 or others & self.bodies.keys() or posted - others:
            return None
        return min(others)

    def _is_way(self, sentence: Sentence, draft: Draft, goal: int) -> bool:
        """Whether a gathering is what a journey to a place is for: "arrived in Jeddah to take part in the summit"."""
        letters = sentence.letters
        if draft.kind == "meeting" and 0 < goal < draft.trigger:  # "during his visit to Riga X met Y"
            return letters[goal - 1] in self.visits and not self.during.isdisjoint(letters[:goal])
        if draft.kind != "gathering" or not goal < draft.trigger <= goal + 6:
            return False
        return (
            not self.to.isdisjoint(sentence.letters[goal : draft.trigger])
            and sentence.letters[draft.trigger] in self.attend
        )
