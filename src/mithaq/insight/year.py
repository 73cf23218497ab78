"""The year of a home country: what was done with whom, when, against which threats. Data without words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from mithaq import edtf
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
    """The engagements held in a month, by kind. Those dated less exactly are in no month."""

    month: int
    kinds: dict[str, int]


class Partner(msgspec.Struct, kw_only=True):
    """What was held with one country or body. `total` counts engagements of all bilateral kinds."""

    code: str
    is_body: bool
    meetings: int = 0
    calls: int = 0
    visits_made: int = 0
    visits_received: int = 0
    agreements: int = 0
    others: int = 0
    total: int = 0


class Person(msgspec.Struct, kw_only=True):
    """How many of the engagements held name a person."""

    name: str
    code: str
    engagements: int


class Threat(msgspec.Struct, kw_only=True):
    """How many of the engagements held are about a topic, and the partners in them, the most frequent first."""

    topic: str
    engagements: int
    partners: list[str]


class Year(msgspec.Struct, kw_only=True):
    """A year of a home country.

    `held`, `planned` and `cancelled` count engagements by kind; `agreements` only those concluded; `countries`
    and `bodies` the partners of bilateral kinds; `purposes` counts the engagements held that state one; `results` are
    what was concluded or done together. `engagements` are all of the year by date, `ahead` those that the year's
    documents announce for later years, `documents` the ids of all that tell them.
    """

    year: int
    home: str
    held: dict[str, int]
    planned: dict[str, int]
    cancelled: dict[str, int]
    visits_made: int
    visits_received: int
    agreements: int
    countries: int
    bodies: int
    outlets: int
    conflicts: int
    months: list[Month]
    partners: list[Partner]
    persons: list[Person]
    threats: list[Threat]
    purposes: dict[str, int]
    results: list[Result]
    engagements: list[Engagement]
    ahead: list[Engagement]
    documents: list[str]


def look_back(
    engagements: Iterable[Engagement], documents: Iterable[Document], *, year: int, home: str
) -> Year:
    """The year of a home country.

    Args:
        engagements: those of a register, by date; those without the home country are left out.
        documents: those that tell them.
        year: an engagement is of the year in which it begins; an undated one of its first publication's.
        home: ISO 3166-1 alpha-3.
    """
    known = {document.id: document for document in documents}
    of_home = [e for e in engagements if home in codes_of(e)]
    of_year = [e for e in of_home if year_of(e, known) == year]
    ahead = [
        e
        for e in of_home
        if e.stage == "planned" and (year_of(e, known) or 0) > year and _told_in(e, year, known)
    ]
    held = [e for e in of_year if e.stage == "held"]
    told = list(dict.fromkeys(document for e in (*of_year, *ahead) for document in e.documents))
    partners = _partners(held, home)
    return Year(
        year=year,
        home=home,
        held=_by_kind(held),
        planned=_by_kind(e for e in of_year if e.stage == "planned"),
        cancelled=_by_kind(e for e in of_year if e.stage == "cancelled"),
        visits_made=sum(e.kind == "visit" and role_of(e, home) == "guest" for e in held),
        visits_received=sum(e.kind == "visit" and role_of(e, home) == "host" for e in held),
        agreements=sum(e.kind == "agreement" and e.action in DONE for e in held),
        countries=sum(not partner.is_body for partner in partners),
        bodies=sum(partner.is_body for partner in partners),
        outlets=len({known[d].source or d for d in told if d in known}),
        conflicts=sum(bool(e.conflicts) for e in of_year),
        months=_months(held),
        partners=partners,
        persons=_persons(held),
        threats=_threats(held, home),
        purposes={p: n for p in PURPOSES if (n := sum(p in e.purposes for e in held))},
        results=find_results(held, DONE),
        engagements=of_year,
        ahead=ahead,
        documents=sorted(told, key=lambda d: (known[d].published or "9999" if d in known else "9999", d)),
    )


def year_of(engagement: Engagement, documents: dict[str, Document]) -> int | None:
    """The year in which an engagement begins; of its first publication if undated; None if that is unknown."""
    if engagement.when and edtf.is_edtf(engagement.when):
        return edtf.first_day(engagement.when).year
    days = [documents[d].published for d in engagement.documents if d in documents]
    return min((int(day[:4]) for day in days if day), default=None)


def month_of(engagement: Engagement) -> int | None:
    """The month in which an engagement begins, or None where its date is less exact."""
    if not engagement.when or edtf.precision(engagement.when) not in ("day", "days", "month"):
        return None
    return edtf.first_day(engagement.when).month


def codes_of(engagement: Engagement) -> list[str]:
    """The codes of the parties, in their order, each once."""
    return list(dict.fromkeys(party.code for party in engagement.parties if party.code))


def role_of(engagement: Engagement, code: str) -> str | None:
    """The role of a country or body, or None if it takes no part or the role is not told."""
    return next((party.role for party in engagement.parties if party.code == code), None)


def _told_in(engagement: Engagement, year: int, documents: dict[str, Document]) -> bool:
    days = (documents[d].published for d in engagement.documents if d in documents)
    return any(day and int(day[:4]) == year for day in days)


def _by_kind(engagements: Iterable[Engagement]) -> dict[str, int]:
    return dict(Counter(engagement.kind for engagement in engagements))


def _months(held: list[Engagement]) -> list[Month]:
    kinds: list[Counter[str]] = [Counter() for _ in range(12)]
    for engagement in held:
        month = month_of(engagement)
        if month:
            kinds[month - 1][engagement.kind] += 1
    return [Month(month=place + 1, kinds=dict(counts)) for place, counts in enumerate(kinds)]


def _partners(held: list[Engagement], home: str) -> list[Partner]:
    partners: dict[str, Partner] = {}
    for engagement in held:
        if engagement.kind not in BILATERAL:
            continue
        for code in codes_of(engagement):
            if code != home:
                is_body = any(party.body == code for party in engagement.parties)
                partner = partners.setdefault(code, Partner(code=code, is_body=is_body))
                _count(partner, engagement, home)
    return sorted(partners.values(), key=lambda partner: (-partner.total, partner.is_body, partner.code))


def _count(partner: Partner, engagement: Engagement, home: str) -> None:
    partner.total += 1
    match engagement.kind:
        case "meeting":
            partner.meetings += 1
        case "call":
            partner.calls += 1
        case "visit" if role_of(engagement, home) == "guest":
            partner.visits_made += 1
        case "visit":
            partner.visits_received += 1
        case "agreement" if engagement.action in DONE:
            partner.agreements += 1
        case _:
            partner.others += 1


def _persons(held: list[Engagement]) -> list[Person]:
    found: Counter[tuple[str, str]] = Counter()
    full = full_names(held)
    for engagement in held:
        named = {(party.code, party.person) for party in engagement.parties if party.person and party.code}
        found.update({(full[code, name], code) for code, name in named})
    ranked = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))
    return [Person(name=name, code=code, engagements=count) for (name, code), count in ranked]


def _threats(held: list[Engagement], home: str) -> list[Threat]:
    threats = []
    for topic in TOPICS:
        about = [engagement for engagement in held if topic in engagement.topics]
        partners = Counter(code for engagement in about for code in codes_of(engagement) if code != home)
        if about:
            ranked = sorted(partners, key=lambda code: (-partners[code], code))
            threats.append(Threat(topic=topic, engagements=len(about), partners=ranked))
    return sorted(threats, key=lambda threat: -threat.engagements)
