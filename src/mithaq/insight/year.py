"""The year, or another period, of a home country or body: what was done with whom, when, against which threats.

Data without words. Whatever is counted is kept as the ids of the engagements behind the number.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from mithaq import edtf
from mithaq.insight.period import Period, Step
from mithaq.insight.persons import full_names
from mithaq.insight.results import Result, find_results
from mithaq.ontology import PURPOSES, TOPICS
from mithaq.records import Document
from mithaq.register import Engagement

BILATERAL = ("visit", "meeting", "call", "agreement", "operation", "training", "aid", "award")
"""Kinds that make the other parties partners. Those who attend one assembly are not partners by that."""

DONE = ("sign", "renew", "ratify", "in-force")
"""Actions of agreements that are counted among those concluded."""


class Month(msgspec.Struct, kw_only=True):
    """The engagements held in a month, or in a year of a long period, by kind. Those dated less exactly are in none."""

    step: Step
    kinds: dict[str, list[str]]


class Partner(msgspec.Struct, kw_only=True):
    """What was held with one country or body, as ids: `of` by column, `total` of all bilateral kinds."""

    code: str
    is_body: bool
    of: dict[str, list[str]]
    total: list[str]

    def count(self, column: str) -> int:
        """How many engagements a column has: `meetings calls visits_made visits_received agreements others`."""
        return len(self.of.get(column, ()))


class Person(msgspec.Struct, kw_only=True):
    """The engagements held that name a person."""

    name: str
    code: str
    of: list[str]


class Threat(msgspec.Struct, kw_only=True):
    """The engagements held that are about a topic, and those with each partner, the most frequent first."""

    topic: str
    of: list[str]
    partners: dict[str, list[str]]


class Year(msgspec.Struct, kw_only=True):
    """A year, or another period, of a home country or body.

    `held`, `planned` and `cancelled` have the engagements by kind; `agreements` only those concluded; `partners`
    those of bilateral kinds; `purposes` the engagements held that state one; `results` are what was concluded or done
    together. `engagements` are all of the period by date, `ahead` those that its documents announce for later,
    `documents` the ids of all that tell them, `outlets` their publishers.
    """

    period: Period
    home: str
    held: dict[str, list[str]]
    planned: dict[str, list[str]]
    cancelled: dict[str, list[str]]
    visits_made: list[str]
    visits_received: list[str]
    agreements: list[str]
    outlets: list[str]
    months: list[Month]
    partners: list[Partner]
    persons: list[Person]
    threats: list[Threat]
    purposes: dict[str, list[str]]
    results: list[Result]
    engagements: list[Engagement]
    ahead: list[Engagement]
    documents: list[str]

    @property
    def countries(self) -> int:
        """How many partners are countries."""
        return sum(not partner.is_body for partner in self.partners)

    @property
    def bodies(self) -> int:
        """How many partners are international bodies."""
        return sum(partner.is_body for partner in self.partners)


def look_back(
    engagements: Iterable[Engagement], documents: Iterable[Document], *, period: Period, home: str
) -> Year:
    """A period of a home country or body.

    Args:
        engagements: those of a register, by date; those without the home party are left out.
        documents: those that tell them.
        period: an engagement is of the period in which it begins; an undated one of its first publication's.
        home: ISO 3166-1 alpha-3, or the acronym of a body.
    """
    known = {document.id: document for document in documents}
    of_home = [e for e in engagements if home in codes_of(e)]
    days = {e.id: day_of(e, known) for e in of_home}
    of_period = [e for e in of_home if _is_within(days[e.id], period)]
    ahead = [
        e
        for e in of_home
        if e.stage == "planned" and (days[e.id] or dt.date.min) > period.last and _told_in(e, period, known)
    ]
    held = [e for e in of_period if e.stage == "held"]
    told = list(dict.fromkeys(document for e in (*of_period, *ahead) for document in e.documents))
    return Year(
        period=period,
        home=home,
        held=_by_kind(held),
        planned=_by_kind(e for e in of_period if e.stage == "planned"),
        cancelled=_by_kind(e for e in of_period if e.stage == "cancelled"),
        visits_made=[e.id for e in held if e.kind == "visit" and role_of(e, home) == "guest"],
        visits_received=[e.id for e in held if e.kind == "visit" and role_of(e, home) == "host"],
        agreements=[e.id for e in held if e.kind == "agreement" and e.action in DONE],
        outlets=sorted({known[d].source or d for d in told if d in known}),
        months=_months(held, period),
        partners=_partners(held, home),
        persons=_persons(held),
        threats=_threats(held, home),
        purposes={p: ids for p in PURPOSES if (ids := [e.id for e in held if p in e.purposes])},
        results=find_results(held, DONE),
        engagements=of_period,
        ahead=ahead,
        documents=sorted(told, key=lambda d: (known[d].published or "9999" if d in known else "9999", d)),
    )


def day_of(engagement: Engagement, documents: dict[str, Document]) -> dt.date | None:
    """The day on which an engagement begins; of its first publication if undated; None if that is unknown."""
    if engagement.when and edtf.is_edtf(engagement.when):
        return edtf.first_day(engagement.when)
    days = [documents[d].published for d in engagement.documents if d in documents]
    return min((dt.date.fromisoformat(day) for day in days if day), default=None)


def year_of(engagement: Engagement, documents: dict[str, Document]) -> int | None:
    """The year in which an engagement begins; of its first publication if undated; None if that is unknown."""
    day = day_of(engagement, documents)
    return day.year if day else None


def step_of(engagement: Engagement, steps: Iterable[Step]) -> Step | None:
    """The month or year of a period in which an engagement begins, or None where its date is less exact."""
    if not engagement.when or edtf.precision(engagement.when) not in ("day", "days", "month"):
        return None
    day = edtf.first_day(engagement.when)
    return next((step for step in steps if step.year == day.year and step.month in (day.month, None)), None)


def codes_of(engagement: Engagement) -> list[str]:
    """The codes of the parties, in their order, each once."""
    return list(dict.fromkeys(party.code for party in engagement.parties if party.code))


def role_of(engagement: Engagement, code: str) -> str | None:
    """The role of a country or body, or None if it takes no part or the role is not told."""
    return next((party.role for party in engagement.parties if party.code == code), None)


def _is_within(day: dt.date | None, period: Period) -> bool:
    return day is not None and period.first <= day <= period.last


def _told_in(engagement: Engagement, period: Period, documents: dict[str, Document]) -> bool:
    days = (documents[d].published for d in engagement.documents if d in documents)
    return any(day and period.first <= dt.date.fromisoformat(day) <= period.last for day in days)


def _by_kind(engagements: Iterable[Engagement]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for engagement in engagements:
        found.setdefault(engagement.kind, []).append(engagement.id)
    return found


def _months(held: list[Engagement], period: Period) -> list[Month]:
    steps = period.steps()
    kinds: dict[Step, dict[str, list[str]]] = {step: {} for step in steps}
    for engagement in held:
        step = step_of(engagement, steps)
        if step:
            kinds[step].setdefault(engagement.kind, []).append(engagement.id)
    return [Month(step=step, kinds=kinds[step]) for step in steps]


def _partners(held: list[Engagement], home: str) -> list[Partner]:
    partners: dict[str, Partner] = {}
    for engagement in held:
        if engagement.kind not in BILATERAL:
            continue
        for code in codes_of(engagement):
            if code != home:
                is_body = any(party.body == code for party in engagement.parties)
                partner = partners.setdefault(code, Partner(code=code, is_body=is_body, of={}, total=[]))
                partner.total.append(engagement.id)
                partner.of.setdefault(_column(engagement, home), []).append(engagement.id)
    return sorted(partners.values(), key=lambda partner: (-len(partner.total), partner.is_body, partner.code))


def _column(engagement: Engagement, home: str) -> str:
    match engagement.kind:
        case "meeting":
            return "meetings"
        case "call":
            return "calls"
        case "visit":
            return "visits_made" if role_of(engagement, home) == "guest" else "visits_received"
        case "agreement" if engagement.action in DONE:
            return "agreements"
        case _:
            return "others"


def _persons(held: list[Engagement]) -> list[Person]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    full = full_names(held)
    for engagement in held:
        named = {(party.code, party.person) for party in engagement.parties if party.person and party.code}
        for key in sorted({(full[code, name], code) for code, name in named}):
            found[key].append(engagement.id)
    ranked = sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    return [Person(name=name, code=code, of=ids) for (name, code), ids in ranked]


def _threats(held: list[Engagement], home: str) -> list[Threat]:
    threats = []
    for topic in TOPICS:
        about = [engagement for engagement in held if topic in engagement.topics]
        partners: dict[str, list[str]] = {}
        for engagement in about:
            for code in codes_of(engagement):
                if code != home:
                    partners.setdefault(code, []).append(engagement.id)
        if about:
            ranked = sorted(partners.items(), key=lambda entry: (-len(entry[1]), entry[0]))
            threats.append(Threat(topic=topic, of=[e.id for e in about], partners=dict(ranked)))
    return sorted(threats, key=lambda threat: -len(threat.of))
