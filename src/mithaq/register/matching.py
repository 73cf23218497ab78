"""May two reports be of one act? The rules by which consolidation joins, and what they say of two reports."""

from __future__ import annotations

from mithaq import edtf
from mithaq.gazetteer import Aliases
from mithaq.register.facts import COURSE, PUT_OFF, SLIPPED, UNDATED_WINDOW, WIDE, Facts
from mithaq.register.names import same_person, words
from mithaq.register.offices import are_two_offices, instrument_family

NEUTRAL = -100
"""The score of two reports that may be of one act, where nothing of their own tells that they are: a day that was planned,
and a much later one on which it was held. A third, which tells that it was put off, brings them together."""

_LEAD = 3
"""Days by which an act may lie before the day of publication that a report without a date of its own is given."""
_LOOSE = frozenset({"call", "operation"})
"""Kinds of which several places may be told: a call has none, an operation those where each side acted."""
_BINDING, _OTHER_THAN_BINDING = "treaty", ("memorandum", "declaration")
_MUCH_LATER = -3
_DAYS = ("day", "days")
_EXACT = (*_DAYS, "month")


def affinity(
    a: Facts, b: Facts, aliases: Aliases | None = None, *, why: list[str] | None = None
) -> int | None:
    """How well two reports fit as one act; None if they cannot be one.

    Two reports of one document are two acts: the reader has merged its mentions.

    Args:
        a: the facts of a report.
        b: those of another.
        aliases: what else persons are called.
        why: a list that takes, in words, what speaks for it, or what forbids it.
    """
    why = [] if why is None else why
    if obstacle := _obstacle(a, b):
        return _forbid(why, obstacle)
    near = _compare_dates(a, b)
    if not a.codes & b.codes:
        return _compare_strangers(a, b, near, why)
    if near is None:
        return _forbid(why, f"too far apart in time: {_time_of(a)} and {_time_of(b)}")
    persons = _compare_persons(a, b, aliases)
    if persons is None:
        return _forbid(why, f"other persons: {_persons_of(a)} and {_persons_of(b)}")
    place = _compare_places(a, b)
    score = persons + near
    are_both_days = a.precision in _DAYS and b.precision in _DAYS
    if _reversed(a, b):
        if not (persons and are_both_days):
            return _forbid(why, "guest and host are the other way round, and no person and day is the same")
        why.append("guest and host are the other way round, but a person and the days are the same")
        return score - 2
    if place is None:
        if not (are_both_days and (persons or (near == 3 and a.report.event.kind in _LOOSE))):
            return _forbid(why, f"other places: {a.country} and {b.country}")
        place = -1
    if near == -1 and not (persons or place > 0):
        return _forbid(why, "no day in common, and neither a person nor a place")
    if near < -1 and not (persons or (a.report.event.kind != "meeting" and _one_direction(a, b))):
        return _forbid(why, "not of one day, and nothing tells that one became the other")
    if not _offices_agree(a, b) and not (near >= 3 and place > 0):
        return _forbid(why, "other offices of one party")
    if a.report.event.kind in WIDE:
        if not _one_assembly(a, b, persons, place):
            return _forbid(why, "other parties, and neither session, place nor person shows it to be one")
    elif a.codes != b.codes and not _one_circle(a, b, persons, near, place):
        return _forbid(why, f"other parties: {_codes_told(a, b)}")
    if near == _MUCH_LATER:
        why.append("planned, and held much later: nothing tells that it was put off")
        return NEUTRAL
    why += _in_favour(a, b, persons, near, place)
    return score + place + _compare_subjects(a, b)


def _forbid(why: list[str], obstacle: str) -> int | None:
    """Say what forbids two reports to be of one act: no score."""
    why[:] = [obstacle]
    return None


def _obstacle(a: Facts, b: Facts) -> str | None:
    """What forbids two reports to be of one act before anything is compared."""
    one, other = a.report.event, b.report.event
    if one.kind != other.kind:
        return f"other kinds: {one.kind} and {other.kind}"
    if one.action != other.action and one.kind not in WIDE:
        return f"other actions: {one.action} and {other.action}"
    if a.report.document == b.report.document:
        return f"one document, {a.report.document}, tells both, as two acts"
    if not a.codes & b.codes and one.kind != "gathering":
        return f"no party in common: {_codes_told(a, b)}"
    if apart := _counterparts_apart(a, b):
        return f"other counterparts: {apart}"
    return _instruments_apart(a, b)


def _codes_told(a: Facts, b: Facts) -> str:
    return f"{' '.join(sorted(a.codes))} and {' '.join(sorted(b.codes))}"


def _counterparts_apart(a: Facts, b: Facts) -> str | None:
    """The offices of one party that are surely of two holders, where talks were with one or the other, or one of them
    went; None where there are none. A host may invite by one office and receive by another.
    """
    kind = a.report.event.kind
    if kind not in ("meeting", "call", "visit"):
        return None
    for code in sorted(a.offices.keys() & b.offices.keys()):
        if code in a.persons or code in b.persons or (kind == "visit" and code not in a.guests & b.guests):
            continue
        if all(are_two_offices(one, other, code) for one in a.offices[code] for other in b.offices[code]):
            return f"{', '.join(a.offices[code])} and {', '.join(b.offices[code])}"
    return None


def _instruments_apart(a: Facts, b: Facts) -> str | None:
    """What tells that two instruments are two: one is a treaty and the other is none."""
    told = [(f.report.event.instrument, f.lang) for f in (a, b)]
    families = [instrument_family(text, lang) if text else None for text, lang in told]
    if _BINDING in families and any(family in _OTHER_THAN_BINDING for family in families):
        return f"other instruments: {told[0][0]} and {told[1][0]}"
    return None


def _compare_strangers(a: Facts, b: Facts, near: int | None, why: list[str]) -> int | None:
    """Of two reports of gatherings without a party in common: one where town, days and subject are the same; neutral where
    both can be of one, as a third may tell.
    """
    topics = [set(facts.report.event.topics) - {"general"} for facts in (a, b)]
    is_one_subject = not all(topics) or bool(topics[0] & topics[1])
    is_one_town = near is not None and near > 0 and _compare_places(a, b) == 2
    if not is_one_town or not is_one_subject or _sessions_differ(a, b) or _bodies_differ(a, b):
        return _forbid(why, f"no party in common: {_codes_told(a, b)}")
    if all(topics) and a.precision in _DAYS and b.precision in _DAYS:
        why += [
            f"gatherings in {a.city} on {' and '.join(sorted(topics[0] & topics[1]))}",
            "days that can be one",
        ]
        return 1
    why.append(f"no party in common, {_codes_told(a, b)}: nothing but place and day tells that they are one")
    return NEUTRAL


def _in_favour(a: Facts, b: Facts, persons: int, near: int, place: int) -> list[str]:
    told = [f"the same kind, {a.report.event.kind}", f"parties {' '.join(sorted(a.codes & b.codes))}"]
    if near >= 0:
        told.append(f"days that can be one: {_time_of(a)} and {_time_of(b)}")
    elif near == -1:
        told.append(f"days next to each other: {_time_of(a)} and {_time_of(b)}")
    else:
        told.append(f"what was planned or put off, and what came of it: {_time_of(a)} and {_time_of(b)}")
    if persons:
        told.append(f"persons {_persons_of(a)} and {_persons_of(b)}")
    if place > 0:
        told.append(f"the same place, {a.city if place > 1 else a.country}")
    return told


def _time_of(facts: Facts) -> str:
    return facts.when or f"undated, published {facts.report.published or 'on an unknown day'}"


def _persons_of(facts: Facts) -> str:
    return ", ".join(f"\u2068{name}\u2069" for names in facts.persons.values() for name in names) or "none"


def _compare_dates(a: Facts, b: Facts) -> int | None:
    """From 3, one day, to 0, one year; -1 where a day apart or undated; None where too far apart.

    What was put off and what came of it are -2: they join where no other does.
    """
    if (a.when is None) != (b.when is None) and (moved := _compare_put_off(a, b)):
        return moved
    if a.when and b.when:
        gap = edtf.gap(a.when, b.when)
        if gap > 1 and (moved := _compare_moved(a, b, gap)):
            return moved
        if gap == 0 and a.precision in _DAYS and b.precision in _DAYS:
            return 3
        if gap == 0:
            return 2 if a.precision in _EXACT and b.precision in _EXACT else 0
        if edtf.overlaps(a.when, b.when):
            return 1
        are_days = a.precision in _DAYS and b.precision in _DAYS
        return -1 if are_days and (gap == 1 or _is_within_reach(a, b, gap)) else None
    one, other = a.when or a.report.published, b.when or b.report.published
    if not one or not other or not edtf.is_edtf(one) or not edtf.is_edtf(other):
        return None
    gap = edtf.gap(one, other)
    if gap <= UNDATED_WINDOW:
        return -1
    return _MUCH_LATER if _is_told_after(a, b) and gap <= PUT_OFF else None


def _is_told_after(a: Facts, b: Facts) -> bool:
    """True if one tells of a day that was planned or put off, and the other, later and undated, of what was held."""
    held, other = (a, b) if a.when is None else (b, a)
    published = held.report.published
    if held.when is not None or other.when is None or published is None:
        return False
    is_outcome = held.report.event.stage == "held" and other.report.event.stage != "held"
    return is_outcome and edtf.last_day(other.when) < edtf.first_day(published)


def _is_within_reach(a: Facts, b: Facts, gap: int) -> bool:
    """True if one of two days apart is but that of publication, shortly after the other, or both are of one course."""
    if a.report.event.kind == "training" and gap <= COURSE:
        return a.codes == b.codes and _compare_places(a, b) == 2
    assert a.when and b.when
    one, other = sorted((a, b), key=lambda facts: (facts.when or "", facts.report.document))
    return gap <= _LEAD and other.is_assumed and not one.is_assumed


def _compare_moved(a: Facts, b: Facts, gap: int) -> int | None:
    """-2 if one tells what was put off, or planned for a day near by, and the other what came of it; -3 if it was planned
    long before; None if they are two acts.
    """
    order = ("cancelled", "planned", "held")
    before, after = sorted((a, b), key=lambda facts: order.index(facts.report.event.stage))
    if before.report.event.stage == after.report.event.stage or gap > PUT_OFF:
        return None
    are_days = a.precision in _DAYS and b.precision in _DAYS
    if before.report.event.stage == "planned" and gap <= SLIPPED and are_days:
        return -2
    assert before.when and after.when
    if (before.report.published or "") > (after.report.published or "9999"):
        return None
    if edtf.first_day(after.when) <= edtf.last_day(before.when):
        return None
    return -2 if before.report.event.stage == "cancelled" else _MUCH_LATER


def _compare_put_off(a: Facts, b: Facts) -> int | None:
    """-2 if one tells that something was put off, without the day for which it was planned, and the other tells of a
    later day; else None.
    """
    off, other = (a, b) if a.when is None else (b, a)
    published = off.report.published
    if off.report.event.stage != "cancelled" or other.report.event.stage == "cancelled" or not published:
        return None
    assert other.when
    if not edtf.is_edtf(published) or edtf.gap(published, other.when) <= UNDATED_WINDOW:
        return None
    is_later = edtf.first_day(other.when) > edtf.last_day(published)
    return -2 if is_later and edtf.gap(published, other.when) <= PUT_OFF else None


def _one_direction(a: Facts, b: Facts) -> bool:
    """True if guest and host are the same in both, and told."""
    return bool(a.guests) and a.guests == b.guests and a.hosts == b.hosts


def _one_circle(a: Facts, b: Facts, persons: int, near: int, place: int) -> bool:
    """True if one of two bilateral reports names the parties of the other and more, and it is surely the same act."""
    if not (a.codes < b.codes or b.codes < a.codes):
        return False
    fewer = min(a.codes, b.codes, key=len)
    return len(fewer) > 1 and near == 3 and (persons > 0 or place == 2)


def _compare_persons(a: Facts, b: Facts, aliases: Aliases | None) -> int | None:
    """Two for each party with a person in both; None where the persons of a party are different ones."""
    score = 0
    for code in a.persons.keys() & b.persons.keys():
        verdicts = [same_person(one, other, aliases) for one in a.persons[code] for other in b.persons[code]]
        if any(verdicts):
            score += 2
        elif a.report.event.kind not in WIDE and all(verdict is False for verdict in verdicts):
            return None
    return score


def _compare_places(a: Facts, b: Facts) -> int | None:
    """2 for one city, 1 for one country, 0 for nothing known or another city; None for another country."""
    if not a.country or not b.country:
        return 0
    if a.country != b.country:
        return None
    if a.city and b.city:
        return 2 if a.city == b.city else 0
    return 1


def _offices_agree(a: Facts, b: Facts) -> bool:
    """False if a party is told in both, in one language, by offices alone that have no word in common."""
    if a.lang != b.lang:
        return True
    for code in a.offices.keys() & b.offices.keys():
        if code in a.persons or code in b.persons:
            continue
        one = {word for office in a.offices[code] for word in words(office)}
        other = {word for office in b.offices[code] for word in words(office)}
        if one and other and not one & other and a.report.event.kind not in WIDE:
            return False
    return True


def _reversed(a: Facts, b: Facts) -> bool:
    """True if the guest of one is the host of the other."""
    return bool(a.guests & b.hosts and a.hosts & b.guests)


def _one_assembly(a: Facts, b: Facts, persons: int, place: int) -> bool:
    """True if two reports with different parties can be of one gathering, exercise or operation."""
    if _sessions_differ(a, b) or _bodies_differ(a, b):
        return False
    if a.codes == b.codes:
        return True
    session = a.report.event.figures.get("session")
    same_session = bool(session and session == b.report.event.figures.get("session"))
    if a.codes <= b.codes or b.codes <= a.codes:
        return same_session or place > 0 or persons > 0
    return (same_session and len(a.codes & b.codes) > 0) or (place == 2 and bool(a.hosts & b.hosts))


def _bodies_differ(a: Facts, b: Facts) -> bool:
    return bool(a.bodies and b.bodies and not a.bodies & b.bodies)


def _sessions_differ(a: Facts, b: Facts) -> bool:
    session, other = (facts.report.event.figures.get("session") for facts in (a, b))
    return bool(session and other and session != other)


def _compare_subjects(a: Facts, b: Facts) -> int:
    """1 where topics meet, -1 where both have topics and none meets, more where instruments share words."""
    one, other = (set(facts.report.event.topics) - {"general"} for facts in (a, b))
    score = 0 if not one or not other else (1 if one & other else -1)
    instruments = [set(words(facts.report.event.instrument or "")) for facts in (a, b)]
    return score + min(2, len(instruments[0] & instruments[1]))
