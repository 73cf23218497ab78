"""The life of agreements: which steps of one agreement a register tells, and what is promised or due."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from mithaq import edtf
from mithaq.insight.year import codes_of
from mithaq.register import Engagement
from mithaq.register.names import words

STATES = {
    "negotiate": "negotiated",
    "agree": "agreed",
    "sign": "signed",
    "ratify": "ratified",
    "in-force": "in force",
    "renew": "renewed",
    "end": "ended",
}
"""The state that an agreement is in after each action, in the order of its life."""

_ORDER = {action: place for place, action in enumerate(STATES)}
_WITH_TERM = ("agree", "sign", "ratify", "in-force", "renew")
"""Steps of which a term is told that is to hold."""
_REPEATED = ("negotiate", "renew")
_LONGEST = dt.timedelta(days=10 * 366)
"""Steps further apart are of different agreements, but for the renewal and the end of one."""


class Step(msgspec.Struct, kw_only=True):
    """One step: the engagement that it is, what was done, when, and who tells it."""

    engagement: str
    action: str
    stage: str
    when: str | None
    term: str | None = None
    documents: list[str]
    evidence: str | None


class Agreement(msgspec.Struct, kw_only=True):
    """An agreement as its steps tell it.

    `state` is that after the last step held: a value of `STATES`, or `promised` where none was. `due` are the EDTF dates
    of the steps announced and not told as done since, `term` how long it is to last (an ISO 8601 duration, or an EDTF date) and
    `expires` the EDTF date on which it does, as exact as the day from which it is counted. That steps are of one agreement is inferred: the same parties, an
    order that a life can have, subjects and names that do not contradict each other.
    """

    id: str
    parties: list[str]
    instrument: str | None
    topics: list[str]
    state: str
    since: str | None
    due: list[str]
    term: str | None
    expires: str | None
    steps: list[Step]


def find_agreements(engagements: Iterable[Engagement], *, party: str | None = None) -> list[Agreement]:
    """The agreements of a register, by the date of their first step.

    Args:
        engagements: those of a register, by date; others than agreements are passed over.
        party: only those of this country or body.
    """
    lives: dict[tuple[str, ...], list[list[Engagement]]] = defaultdict(list)
    for engagement in engagements:
        codes = tuple(sorted(codes_of(engagement)))
        if (
            engagement.kind != "agreement"
            or engagement.stage == "cancelled"
            or (party and party not in codes)
        ):
            continue
        life = next((life for life in reversed(lives[codes]) if _continues(life, engagement)), None)
        if life is None:
            lives[codes].append([engagement])
        else:
            life.append(engagement)
    found = [_agreement(life) for of_parties in lives.values() for life in of_parties]
    return sorted(found, key=lambda agreement: (agreement.steps[0].when or "9999", agreement.id))


def is_due(agreement: Agreement, today: dt.date, days: int) -> bool:
    """True if a step announced falls into the days from today on, or if the agreement can expire in them."""
    until = today.toordinal() + days
    watched = [*agreement.due, *([agreement.expires] if agreement.expires else [])]
    return any(edtf.first_day(day).toordinal() <= until and edtf.last_day(day) >= today for day in watched)


def _continues(life: list[Engagement], step: Engagement) -> bool:
    last = life[-1]
    was, now = _ORDER.get(last.action or "sign", 0), _ORDER.get(step.action or "sign", 0)
    is_same_step_done = last.stage == "planned" and step.stage == "held" and now >= was
    is_later = now > was or (now == was and step.action in _REPEATED)
    if not (is_same_step_done or is_later) or STATES.get(life[-1].action or "") == "ended":
        return False
    return _near(last, step) and _alike(life, step)


def _near(last: Engagement, step: Engagement) -> bool:
    if step.action in ("renew", "end"):
        return True
    if not last.when or not step.when:
        return False
    return edtf.first_day(step.when) - edtf.last_day(last.when) <= _LONGEST


def _alike(life: list[Engagement], step: Engagement) -> bool:
    """True unless topics or names tell two agreements apart; names in different scripts tell nothing."""
    topics = {topic for e in life for topic in e.topics if topic != "general"}
    of_step = {topic for topic in step.topics if topic != "general"}
    if topics and of_step and not topics & of_step:
        return False
    names = [set(words(e.instrument)) for e in life if e.instrument]
    if not names or not step.instrument:
        return True
    name = set(words(step.instrument))
    is_same_script = all(
        any(w[0].isascii() for w in one) == any(w[0].isascii() for w in name) for one in names if one
    )
    return not is_same_script or any(one & name for one in names)


def _agreement(life: list[Engagement]) -> Agreement:
    held = [e for e in life if e.stage == "held"]
    last = held[-1] if held else None
    done = max((_ORDER.get(e.action or "sign", 0) for e in held), default=-1)
    term, expires = _expiry(held)
    instruments = sorted((e.instrument for e in life if e.instrument), key=lambda name: (-len(name), name))
    return Agreement(
        id=life[0].id,
        parties=codes_of(life[0]),
        instrument=instruments[0] if instruments else None,
        topics=list(dict.fromkeys(topic for e in life for topic in e.topics)),
        state=STATES.get(last.action or "sign", "signed") if last else "promised",
        since=last.when if last else None,
        term=term,
        expires=expires,
        due=sorted(
            e.when
            for e in life
            if e.stage == "planned"
            and e.when
            and edtf.is_edtf(e.when)
            and _ORDER.get(e.action or "sign", 0) > done
        ),
        steps=[
            Step(
                engagement=e.id,
                action=e.action or "sign",
                stage=e.stage,
                when=e.when,
                term=e.term or None,
                documents=e.documents,
                evidence=e.evidence[0].text if e.evidence else None,
            )
            for e in life
        ],
    )


def _expiry(held: list[Engagement]) -> tuple[str | None, str | None]:
    """The term in force after the steps that were held, and the date on which it ends; None where none is known."""
    told = None
    for step in held:
        if step.action in ("renew", "end"):
            told = None
        if step.term and step.action in _WITH_TERM:
            told = step
    if told is None or not told.term:
        return None, None
    if not edtf.is_duration(told.term):
        return told.term, told.term
    came_into_force = next((step for step in held if step.action == "in-force" and step.when), None)
    start = told if told.action == "renew" else came_into_force or told
    if not start.when or not edtf.is_edtf(start.when):
        return told.term, None
    return told.term, edtf.after(start.when, told.term)
