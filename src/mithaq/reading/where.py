"""Where an act took place: the place that is its own, or the host's country."""

from __future__ import annotations

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import BUILT, Letters
from mithaq.reading.frames import Draft
from mithaq.reading.mentions import Spot
from mithaq.reading.roles import Entry
from mithaq.reading.text import Sentence
from mithaq.reading.when import NEAR


class Where:
    """Places drafts."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.margins = letters.of("sidelines")
        self.matter = set(letters.of("matter"))
        self.to = letters.of("clitic.to")
        self.attend = set(letters.of("attend.noun|participant.word"))
        self.place = BUILT["place"]
        self.goal = BUILT["goal"]

    def of(
        self, sentence: Sentence, draft: Draft, kind: str, parties: list[Entry]
    ) -> tuple[str | None, str | None]:
        hosts = [code for code, role, _ in parties if role == "host"]
        guests = [code for code, role, _ in parties if role == "guest"]
        own = {
            spot.countries[0]: spot.city
            for spot in draft.roles.get("host", ())
            if isinstance(spot, Spot) and spot.city
        }
        best, best_cost = None, 99
        for place, spot in sentence.told(Spot):
            if sentence.letters[place] not in (self.place, self.goal):
                continue
            if sentence.letters[place] == self.goal and not (
                kind == "visit" or self._is_way(sentence, draft, place)
            ):
                continue
            if place > draft.trigger and not self.matter.isdisjoint(
                sentence.letters[max(0, place - 4) : place]
            ):
                continue  # what was spoken of: "the situation in Libya"
            if kind == "visit" and spot.countries[0] not in hosts:
                continue
            cost = abs(place - draft.trigger)
            if hosts and cost > NEAR and spot.countries[0] in guests:
                continue
            if cost < best_cost:
                best, best_cost = spot, cost
        if best and best_cost < 16:
            return best.countries[0], best.city or own.get(best.countries[0])
        if hosts and (kind == "visit" or kind == "meeting" and self.margins not in sentence.letters):
            return hosts[0], own.get(hosts[0])
        organisers = [code for code, role, _ in parties if role == "organiser" and code not in self.bodies]
        if kind == "gathering" and len(set(organisers)) == 1 and best is None:
            return organisers[0], None
        if ".requested" in draft.rule or ".informed.last" in draft.rule or ".informed.svo" in draft.rule:
            return parties[0][0], None
        helped = [code for code, role, _ in parties if role == "recipient"]
        if kind == "aid" and len(helped) == 1 and helped[0] not in self.bodies:
            return helped[0], None
        return None, None

    def _is_way(self, sentence: Sentence, draft: Draft, goal: int) -> bool:
        """Whether a gathering is what a journey to a place is for: "arrived in Jeddah to take part in the summit"."""
        if draft.kind != "gathering" or not goal < draft.trigger <= goal + 6:
            return False
        return (
            self.to in sentence.letters[goal : draft.trigger]
            and sentence.letters[draft.trigger] in self.attend
        )
