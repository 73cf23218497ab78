"""Places that acts of one text lend each other: what was done on a journey was done where it went."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from mithaq.edtf import overlaps
from mithaq.lexicon.grammar import BUILT
from mithaq.reading.act import MARGINS, Act, codes_in
from mithaq.reading.mentions import Spot
from mithaq.reading.text import Sentence

_DONE_THERE = ("meeting", "agreement", "award", "gathering")
SAME_OCCASION = 4  # sentences between a visit, a meeting or a call and what was done or said then
_SERIES = 5  # sentences in which one is told to meet one after the other in the margins of a gathering
_SAME_STAY = 2  # sentences between a journey to a country and talks with its officials
_WITHIN = BUILT["place"] + BUILT["goal"]
_Towns = dict[str, set[str]]


def where_margins(act: Act, acts: list[Act]) -> Act:
    """A meeting in the margins of a gathering of the same sentence took place where that did."""
    for other in acts:
        if (
            other.kind == "gathering"
            and other.sentence == act.sentence
            and any(MARGINS in rule for rule in other.rules)
        ):
            return act._replace(country=other.country, city=other.city)
    return act


def settle(acts: list[Act], towns: _Towns, bodies: Collection[str]) -> list[Act]:
    """The acts with the places that others of their parties tell, and with the one town that is told of a country."""
    acts = [
        act
        if act.site_told
        else _on_journey(_at_margins(_on_stay(_placed(act, acts), acts, bodies), acts), acts)
        for act in acts
    ]
    return [_in_town(act, acts, towns) for act in acts]


def towns_of(sentences: Iterable[Sentence], dateline: Spot | None) -> _Towns:
    """The towns of each country that a text says something was in, or that somebody went to."""
    towns: _Towns = {}
    if dateline and dateline.city:
        towns.setdefault(dateline.countries[0], set()).add(dateline.city)
    for sentence in sentences:
        for place, spot in sentence.told(Spot):
            if spot.city and sentence.letters[place] in _WITHIN:
                towns.setdefault(spot.countries[0], set()).add(spot.city)
    return towns


def _placed(act: Act, acts: list[Act]) -> Act:
    """What the parties of a visit or meeting did then, they did there."""
    if act.kind not in _DONE_THERE or act.stage == "cancelled":
        return act
    alike = [
        other
        for other in acts
        if (other.site_told if act.country else other.country)
        and other.kind in ("visit", "meeting")
        and other.codes == act.codes
        and other.stage == act.stage
        and may_coincide(act, other)
    ]
    only = len({other.country for other in alike}) == 1
    near = [other for other in alike if only or abs(other.sentence - act.sentence) <= SAME_OCCASION]
    if not near:
        return act
    there = min(near, key=lambda other: (abs(other.sentence - act.sentence), other.kind))
    return act._replace(country=there.country, city=there.city)


def _at_margins(act: Act, acts: list[Act]) -> Act:
    """Talks of one who was just told to meet others in the margins of a gathering were held there."""
    if act.country or act.kind != "meeting":
        return act
    for other in acts:
        if (
            other.kind == "gathering"
            and other.country
            and any(MARGINS in rule for rule in other.rules)
            and 0 <= act.sentence - other.sentence <= _SERIES
            and act.stage == other.stage
            and act.codes & other.codes
            and may_coincide(act, other)
        ):
            return act._replace(country=other.country, city=other.city)
    return act


def _on_stay(act: Act, acts: list[Act], bodies: Collection[str]) -> Act:
    """Talks with officials of a country that the other party was just told to be in were held there."""
    if act.country or act.kind not in ("meeting", "agreement") or act.stage != "held":
        return act
    for other in acts:
        if (
            other.kind in ("gathering", "visit")
            and other.stage == "held"
            and 0 <= act.sentence - other.sentence <= _SAME_STAY
            and other.country in act.codes
            and other.site_told
            and (other.codes & act.codes) - {other.country, *bodies}
            and may_coincide(act, other)
        ):
            return act._replace(country=other.country, city=other.city)
    return act


def _on_journey(act: Act, acts: list[Act]) -> Act:
    """What one did of whom it was just told that they go to one country, they did there: "will travel to Kenya to attend"."""
    if act.country or act.kind not in ("meeting", "gathering") or act.stage == "cancelled":
        return act
    near = [
        other
        for other in acts
        if other.kind == "visit"
        and other.country
        and other.stage == act.stage
        and other.start < act.start
        and act.sentence - other.sentence <= _SAME_STAY
        and codes_in(other.parties, "guest") & act.codes
        and (other.sentence == act.sentence or _share_a_person(act, other))
        and may_coincide(act, other)
        and not (act.dated and _is_year(other.when))
    ]
    if len({other.country for other in near}) != 1:
        return act
    return act._replace(country=near[0].country, city=near[0].city)


def _share_a_person(one: Act, other: Act) -> bool:
    """Whether one and the same person is named in two acts."""
    named = {
        person.key for act in (one,) for _, _, mention in act.parties if mention for person in mention.persons
    }
    return any(
        person.key in named for _, _, mention in other.parties if mention for person in mention.persons
    )


def _is_year(when: str | None) -> bool:
    return when is not None and len(when) == 4


def _in_town(act: Act, acts: list[Act], towns: _Towns) -> Act:
    """An act in a country whose town another act of the same parties tells, or of which the text tells one town."""
    if not act.country or act.city:
        return act
    told = [
        other.city
        for other in acts
        if other.city
        and other.country == act.country
        and other.codes == act.codes
        and other.stage == act.stage
        and may_coincide(act, other)
    ]
    named = set(told) or towns.get(act.country, set())
    return act._replace(city=min(named)) if len(named) == 1 else act


def may_coincide(one: Act, other: Act) -> bool:
    """Whether two acts can be of one time, by their dates."""
    return not (one.when and other.when) or overlaps(one.when, other.when)
