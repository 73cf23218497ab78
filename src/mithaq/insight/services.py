"""Who works with whom: the services that engagements name, by their agencies or by the offices of who took part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from mithaq.lexicon.tables import shipped_languages
from mithaq.records import Party
from mithaq.register import Engagement
from mithaq.register.offices import cells_of, find_agency, find_official, known_office

_OF_FIELD = {"military": "armed-forces", "diplomacy": "foreign"}
"""Fields of offices whose general service has another name."""

_OF_OFFICIAL = {
    "interior-minister": "interior", "deputy-interior-minister": "interior", "homeland-security-secretary": "interior",
    "foreign-minister": "foreign", "deputy-foreign-minister": "foreign", "assistant-foreign-minister": "foreign",
    "defence-minister": "defence", "justice-minister": "justice", "public-prosecutor": "prosecution",
    "police-chief": "police", "national-security-director": "police", "gendarmerie-chief": "gendarmerie",
    "intelligence-chief": "intelligence", "army-chief": "armed-forces", "military-commander": "armed-forces",
}  # fmt: skip
"""Offices of `gazetteer/officials.tsv` with the general service that they head."""

_WITHOUT_SERVICE = ("head", "other", "private", "territory", "parliament", "economy")


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """A service of a country or body: `agency` is an id of the gazetteer's agencies, or that of a general one."""

    code: str
    agency: str


class ServiceLink(msgspec.Struct, kw_only=True):
    """A service of the home side and one of a partner, and the engagements held that name both."""

    home: Service
    partner: Service
    of: list[str]


def service_links(held: Iterable[Engagement], home: str) -> list[ServiceLink]:
    """The services linked, those with the most engagements first.

    Args:
        held: engagements held.
        home: the code of the home country or body.
    """
    found: defaultdict[tuple[Service, Service], list[str]] = defaultdict(list)
    for engagement in held:
        services = sorted(
            {one for party in engagement.parties for one in services_of(party)},
            key=lambda service: (service.code, service.agency),
        )
        for one in services:
            for other in services:
                if one.code == home and other.code != home:
                    found[one, other].append(engagement.id)
    ranked = sorted(
        found.items(),
        key=lambda entry: (-len(entry[1]), entry[0][1].code, entry[0][1].agency, entry[0][0].agency),
    )
    return [ServiceLink(home=one, partner=other, of=ids) for (one, other), ids in ranked]


def services_of(party: Party) -> list[Service]:
    """The service of a party: by its agency, else by its office, else by the office that its person is known to hold."""
    if not party.country:
        return []
    known = (
        _of_agency(party.organisation, party.country)
        or _of_office(party.office, party.country)
        or _of_person(party.person, party.country)
    )
    return [Service(code=party.country, agency=known)] if known else []


@lru_cache(maxsize=16384)
def _of_agency(told: str | None, country: str) -> str | None:
    for lang in shipped_languages() if told else ():
        known = find_agency(told or "", country, lang)
        if known:
            return known.id
    return None


@lru_cache(maxsize=16384)
def _of_office(told: str | None, country: str) -> str | None:
    office = known_office(told, country) if told else None
    return _of_field(cells_of("offices", "field").get(office or ""))


@lru_cache(maxsize=16384)
def _of_person(name: str | None, country: str) -> str | None:
    known = find_official(name) if name else None
    if not known or cells_of("officials", "country").get(known) != country:
        return None
    return _OF_OFFICIAL.get(cells_of("officials", "office").get(known, ""))


def _of_field(field: str | None) -> str | None:
    return _OF_FIELD.get(field, field) if field and field not in _WITHOUT_SERVICE else None
