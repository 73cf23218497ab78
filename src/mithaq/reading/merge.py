"""Stage 8, merge: mentions of one act become one over the document; what an act lacks it takes from its other mentions."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from mithaq.edtf import gap, overlaps
from mithaq.reading.act import CREDENTIALS, HELD, MARGINS, OF_BODY, PRESENT, Act, codes_in
from mithaq.reading.gatherings import are_apart, assemble
from mithaq.reading.names import same_name
from mithaq.reading.sites import SAME_OCCASION, may_coincide, where_margins

_TO_HOST = ".organised.noun"  # "the candidacy to host"
_MANY = (".agrement", ".ambassador.list")  # told of ambassadors to several countries
_ATTENDED = ".gathering.attended-by"  # of a meeting that is told as one, only those present
_GREETED = ".reception.at-arrival"  # who stands at the foot of the stairs: of the visit, where one is told
_HANDED, _ARRESTED = ".handed-over", (".requested", ".informed")  # who is handed over was arrested before
_DAY = 10  # characters of a date that names a day
_OF_SUBJECT = (".sidelines.antecedent", ".sidelines.taking-part")  # of whom the sentence tells
_OF_MEMBERS, _ANNOUNCED = ".members", ".said-by"  # of an operation of a body, and of one that it tells of
_AGREED, _AS_WELL = ".agreed-to-meet", ".as-well"  # of a meeting that another led to, of a second
_SESSION = (".talks.his", ".talks.between")  # the meeting of a body, of a committee of X and Y: its gathering
_LONG = 31  # days before the text in which a visit was made that is no more the one that is planned
_NEAR = 3  # sentences between two who present credentials
_TALKS = re.compile(r"\.(discussed|meeting\.met|talks\.(with|during|between))")  # by telephone or not
_WEAK = re.compile(r"\.agreement\.(between$|nations$|recalled\.|deal\.)")  # only that there is an agreement


def merge(acts: list[Act], bodies: Collection[str], published: str | None = None) -> list[Act]:
    """One act per kind, parties and time: a second mention adds to the first.

    Args:
        acts: as told, in any order.
        bodies: the codes of the bodies, which are no countries.
        published: the day of the text.
    """
    merged: list[Act] = []
    acts = [act for whole in acts for act in _by_host(whole, bodies)]
    acts = [_with_talk(act, acts) if act.kind == "call" else act for act in acts]
    acts = _with_countries(acts)
    acts = _ceremonies([act for act in acts if not _is_weaker(act, acts)])
    for act in sorted(acts, key=lambda act: (act.heading, act.sentence, act.start)):
        for place, known in enumerate(merged):
            if _same(known, act) and not _is_earlier(known, act, published):
                merged[place] = _join(known, act)
                break
        else:
            merged.append(act)
    return sorted(merged, key=lambda act: (act.sentence, act.start))


def _with_countries(acts: list[Act]) -> list[Act]:
    """An operation of a body with the countries that the sentences beside it tell of."""
    kept = list(acts)
    for act in acts:
        if act.kind != "operation" or not act.rules[0].endswith(_OF_MEMBERS):
            continue
        for other in [one for one in kept if one.kind == "operation" and one is not act]:
            near = abs(other.sentence - act.sentence) <= _NEAR or other.heading
            announced = _ANNOUNCED in act.rules[0]  # then the date beside it is that of the news
            if act in kept and near and (announced or may_coincide(act, other)) and other.stage == act.stage:
                place = kept.index(act)
                told = act.codes
                more = [entry for entry in other.parties if entry[0] not in told]
                later = other.dated and (announced or not act.dated)
                act = kept[place] = act.backed_by(other)._replace(
                    parties=[*act.parties, *more],
                    when=other.when if later else act.when,
                    dated=act.dated or other.dated,
                )
                kept.remove(other)
    return kept


def _ceremonies(acts: list[Act]) -> list[Act]:
    """Credentials that one presented after the other, told near each other, are of one ceremony."""
    kept: list[Act] = []
    for act in acts:
        if CREDENTIALS in act.rules[0]:
            forum = codes_in(act.parties, "forum")
            for place, known in enumerate(kept):
                if (
                    CREDENTIALS in known.rules[0]
                    and forum == codes_in(known.parties, "forum")
                    and abs(known.sentence - act.sentence) <= _NEAR
                    and known.stage == act.stage
                ):
                    more = [
                        entry for entry in act.parties if entry[1] != "forum" and entry not in known.parties
                    ]
                    kept[place] = known._replace(parties=known.parties + more)
                    break
            else:
                kept.append(act)
        else:
            kept.append(act)
    return kept


def _by_host(act: Act, bodies: Collection[str]) -> list[Act]:
    """A journey to several countries is a visit to each, and so is what is handed over to several, and the consent of
    several to an ambassador, and a meeting with several who were met one by one."""
    if act.kind == "operation":
        return _by_recipient(act)
    if act.apart:
        return [
            act._replace(
                parties=[entry for entry in act.parties if entry[0] == one or entry[0] not in act.apart],
                apart=frozenset(),
            )
            for one in sorted(act.apart)
        ]
    forums = _told(act, "forum")
    if act.kind == "mandate" and len(forums) > 1 and any(rule in act.rules[0] for rule in _MANY):
        return [
            act._replace(
                parties=[
                    (code, role, mention)
                    for code, role, mention in act.parties
                    if (
                        code == forum
                        if role == "forum"
                        else not (mention and mention.posted) or forum in mention.posted
                    )
                ],
                country=forum if _MANY[0] in act.rules[0] else act.country,
            )
            for forum in forums
        ]
    hosts = _told(act, "host")
    if act.kind != "visit" or len(hosts) < 2 or set(hosts) <= set(bodies):
        return [act]
    return [
        act._replace(
            parties=[entry for entry in act.parties if entry[1] != "host" or entry[0] == host],
            country=host,
            city=act.city if act.country == host else None,
        )
        for host in hosts
    ]


def _told(act: Act, wanted: str) -> list[str]:
    """The codes of those who take one role, in the order in which they are told."""
    return list(dict.fromkeys(code for code, role, _ in act.parties if role == wanted))


def _by_recipient(act: Act) -> list[Act]:
    """Someone handed over to several countries is an operation with each; all are partners of it."""
    recipients = _told(act, "recipient")
    whole = act._replace(parties=[(code, "partner", mention) for code, _, mention in act.parties])
    if len(recipients) < 2:
        return [whole]
    return [
        whole._replace(
            parties=[entry for entry in whole.parties if entry[0] == one or entry[0] not in recipients]
        )
        for one in recipients
    ]


def _is_call_of(call: Act, talk: Act) -> bool:
    """Whether "discussed with", told without a place, is what was done in a call told beside it."""
    return (
        call.kind == "call"
        and talk.codes == call.codes
        and talk.country is None
        and talk.stage == call.stage
        and all(_TALKS.search(rule) for rule in talk.rules)
        and may_coincide(talk, call)
        and (talk.heading or abs(call.sentence - talk.sentence) <= SAME_OCCASION)
    )


def _is_told_as_call(act: Act, acts: list[Act]) -> bool:
    """Whether the talk of a headline without a place is told in the text as a call, and no meeting of the same two."""
    alike = [other for other in acts if other.codes == act.codes and not other.heading]
    return act.country is None and {other.kind for other in alike} & {"meeting", "call", "visit"} == {"call"}


def _with_talk(call: Act, acts: list[Act]) -> Act:
    """A call with the persons of the talk that it was."""
    for act in acts:
        if act.kind == "meeting" and _is_call_of(call, act):
            told = [(code, "participant", mention) for code, _, mention in act.parties]
            return call._replace(
                parties=[*call.parties, *(entry for entry in told if entry not in call.parties)]
            )
    return call


def _is_weaker(act: Act, acts: list[Act]) -> bool:
    """Whether more is said of the same act elsewhere: signed, renewed, and not only that there is an agreement."""
    if act.kind == "visit" and ".arrived" in act.rules[0]:
        return any(
            other.kind == "aid" and other.sentence == act.sentence and other.codes == act.codes
            for other in acts
        )
    if act.kind == "operation" and any(why in act.rules[0] for why in _ARRESTED):
        return any(
            _HANDED in other.rules[0]
            and other.codes & act.codes
            and (other.heading or abs(other.sentence - act.sentence) <= _NEAR)
            for other in acts
        )
    if act.kind == "operation" and act.heading:
        parts = [one.codes for one in acts if one.kind == act.kind and one.codes < act.codes]
        return len(parts) > 1 and set().union(*parts) == act.codes  # of several that the text tells apart
    if act.kind == "meeting" and all(rule.endswith(_GREETED) for rule in act.rules):
        return any(other.kind == "visit" and other.codes == act.codes for other in acts)
    if act.kind == "meeting" and any(".negotiations." in rule for rule in act.rules):
        return any(other.kind == "agreement" and other.sentence == act.sentence for other in acts)
    if act.kind == "meeting" and (
        any(_is_call_of(other, act) for other in acts) or act.heading and _is_told_as_call(act, acts)
    ):
        return True
    if act.kind == "meeting" and act.rules[0].endswith(_SESSION):
        return any(
            other.kind == "gathering"
            and other.sentence == act.sentence
            and act.overlaps(other)
            and other.codes & act.codes
            for other in acts
        )
    if act.kind == "election":
        return any(
            other.kind == "election"
            and other.action == act.action
            and other.codes > act.codes
            and may_coincide(act, other)
            for other in acts
        )
    beside = [other for other in acts if other.sentence == act.sentence]
    if (
        act.kind == "gathering"
        and act.rules[0].endswith((OF_BODY, _TO_HOST))
        and any(one.kind == "election" for one in beside)
    ):
        return True
    met = any(one.kind == "meeting" and one.codes >= act.codes for one in beside)
    if act.kind == "gathering" and act.rules[0].endswith(_ATTENDED) and met:
        return True
    if act.kind in ("meeting", "training"):
        return any(
            other.kind == act.kind
            and other.codes > act.codes
            and (
                other.sentence == act.sentence
                and act.overlaps(other)
                or act.kind == "training"  # an exercise told with some, then with all
                and abs(other.sentence - act.sentence) <= _NEAR
                and may_coincide(act, other)
            )
            for other in acts
        )
    if (
        act.kind == "agreement"
        and act.action == "sign"
        and any(
            other.action == "negotiate" and other.sentence == act.sentence and other.codes & act.codes
            for other in acts
        )
    ):
        return True  # what is negotiated is not signed yet
    if act.kind != "agreement" or not any(_WEAK.search(rule) for rule in act.rules):
        return False
    return any(
        other.kind == "agreement"
        and other is not act
        and other.codes >= act.codes
        and not any(_WEAK.search(rule) for rule in other.rules)
        and (other.sentence == act.sentence or not (act.dated and other.dated) or may_coincide(act, other))
        for other in acts
    )


def link(acts: list[Act], bodies: Collection[str]) -> list[Act]:
    """Tie acts of one sentence or one journey: a meeting takes the sides and the place of the visit that it belongs to,
    and those who meet in the margins of a gathering attend it."""
    visits = [act for act in acts if act.kind == "visit"]
    linked = []
    for act in acts:
        if act.kind == "gathering" and any(MARGINS in rule for rule in act.rules):
            act = _with_meeting(act, [other for other in acts if other.kind in ("meeting", "agreement")])
        if act.kind == "meeting":
            act = _on_journey(act, visits)
        if act.kind == "meeting" and act.country is None:
            act = where_margins(act, acts)
        if act.kind == "meeting" and not any(role in ("host", "guest") for _, role, _ in act.parties):
            act = _with_visit(act, visits)
        linked.append(act)
    return sorted(assemble(linked, bodies), key=lambda act: (act.sentence, act.start))


def _with_meeting(act: Act, meetings: list[Act]) -> Act:
    """A gathering with those who met in its margins, by the same sentence or, where it names none, the one before."""
    if not any(mention for _, _, mention in act.parties) and not any(
        meeting.sentence == act.sentence for meeting in meetings
    ):
        before = [meeting for meeting in meetings if meeting.sentence == act.sentence - 1]
        meetings = [meeting._replace(sentence=act.sentence) for meeting in before[-1:]]
    for meeting in meetings:
        if meeting.sentence == act.sentence and (
            meeting.codes & act.codes
            or act.rules[0].endswith(_OF_SUBJECT)
            or not any(mention for _, _, mention in act.parties)
        ):
            known = {(code, mention) for code, _, mention in act.parties}
            more = [
                (code, "participant", who) for code, _, who in meeting.parties if (code, who) not in known
            ]
            return act._replace(parties=act.parties + more, sure_of_forum=True)
    return act


def _on_journey(act: Act, visits: list[Act]) -> Act:
    """A meeting told after a planned visit is planned; of the same journey, one dates the other."""
    for visit in visits:
        if visit.codes != act.codes:
            continue
        then = visit.end <= act.start and act.sentence - visit.sentence <= 1
        then = then and visit.stage == "planned" and act.stage == "held"
        if then and act.sentence == visit.sentence:
            act = act._replace(stage="planned", when=visit.when)
        elif then and (not act.dated or may_coincide(act, visit)):
            act = act._replace(stage="planned", when=act.when if act.dated else visit.when)
        if visit.stage == act.stage and visit.dated and not act.dated and not act.when:
            act = act._replace(when=visit.when)
    return act


def _with_visit(act: Act, visits: list[Act]) -> Act:
    for visit in visits:
        ahead = visit.stage == "held" and act.stage == "planned" and visit.sentence == act.sentence
        if visit.codes != act.codes or not (visit.stage == act.stage or ahead):
            continue
        if not may_coincide(act, visit):
            continue
        hosts = codes_in(visit.parties, "host")
        if act.country and act.country not in hosts:
            continue
        parties = [(code, "host" if code in hosts else "guest", mention) for code, _, mention in act.parties]
        city = act.city or (visit.city if act.country in (None, visit.country) else None)
        return act._replace(parties=parties, country=act.country or visit.country, city=city)
    return act


def _same(known: Act, act: Act) -> bool:
    if known.kind != act.kind or known.action != act.action or known.codes != act.codes:
        return False
    if known.dated and act.dated and known.when and act.when and not overlaps(known.when, act.when):
        return False
    told = (known.dated or act.dated) and not act.heading  # a headline takes up a date of the text
    if told and known.when and act.when and gap(known.when, act.when) > _LONG:
        return False  # what is recalled with its date, and what the text reports
    met = known.stage == "held" and act.stage == "planned" and known.sentence != act.sentence
    later = act.dated and not known.heading and not may_coincide(known, act)  # they will meet again
    if known.kind == "meeting" and (met and (later or _AGREED in act.rules[0]) or _is_elsewhere(known, act)):
        return False
    if known.kind == "visit" and codes_in(known.parties, "host") != codes_in(act.parties, "host"):
        return False
    if known.kind == "gathering" and are_apart(known, act):
        return False
    as_well = _AS_WELL in act.rules[0] and known.sentence == act.sentence
    return as_well or not _told_apart(known, act)


def _is_elsewhere(known: Act, act: Act) -> bool:
    """Whether two meetings are told to have been in two countries; what was discussed may be of a third."""
    if not (known.site_told and act.site_told) or known.country == act.country:
        return False
    return not any(all(".discussed" in rule for rule in one.rules) for one in (known, act))


def _is_earlier(known: Act, act: Act, published: str | None) -> bool:
    """Whether one visit is planned and the other was made long before the text, or in a month or year that it names."""
    if known.kind != "visit" or {known.stage, act.stage} != {"planned", "held"}:
        return False
    made = known if known.stage == "held" else act
    if not (made.dated and made.when):
        return False
    return gap(made.when, published) > _LONG if published else len(made.when) < _DAY


def _told_apart(known: Act, act: Act) -> bool:
    """Whether two acts name other persons for a party of which both name one."""
    for code in known.codes:
        first, second = _keys(known, code), _keys(act, code)
        if first and second and not any(same_name(one, other) for one in first for other in second):
            return True
    return False


def _keys(act: Act, code: str) -> list[tuple[str, ...]]:
    return [
        person.key
        for own, _, mention in act.parties
        if own == code and mention and not mention.rule.endswith((HELD, PRESENT))
        for person in mention.persons
    ]


def _join(first: Act, second: Act) -> Act:
    """The first act with what the second adds."""
    parties = list(first.parties)
    seen = {(code, mention.persons) for code, _, mention in parties if mention}
    hosted = any(role in ("host", "guest") for _, role, _ in parties)
    roles = {code: role for code, role, _ in parties}
    if not hosted and any(role == "host" for _, role, _ in second.parties):
        roles = {code: role for code, role, _ in second.parties}
        parties = [(code, roles.get(code, role), mention) for code, role, mention in parties]
    parties += [
        (code, roles.get(code, role), mention)
        for code, role, mention in second.parties
        if mention and mention.persons and (code, mention.persons) not in seen
    ]
    headed = first.heading and not second.heading  # a headline tells what is to come as it tells what was
    told_anew = bool(second.when) or second.stage != first.stage
    yields = (
        headed
        and told_anew
        and not first.dated
        or second.dated
        and (not first.dated or _is_exacter(second, first))
    )
    return first.backed_by(second)._replace(
        stage=second.stage if headed else first.stage,
        parties=parties,
        when=second.when if yields else first.when,
        **_site(first, second),
        instrument=first.instrument or second.instrument,
    )


def _is_exacter(one: Act, other: Act) -> bool:
    """Whether one act's date is a day as written, and the other's was worked out from the day of the text."""
    if not one.when or not other.when:
        return False
    return "~" in other.when and "~" not in one.when and len(one.when) >= _DAY


def _site(first: Act, second: Act) -> dict[str, Any]:
    """The place that is told rather than inferred, with a city where either names one there."""
    best, other = (second, first) if second.site_told and not first.site_told else (first, second)
    if not best.country:
        best, other = other, best
    city = best.city or (other.city if other.country == best.country else None)
    return {"country": best.country, "city": city, "site_told": best.site_told}
