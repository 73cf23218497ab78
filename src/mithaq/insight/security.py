"""Which engagements are of security: by their topics, or by the offices and agencies of those who take part."""

from __future__ import annotations

from functools import lru_cache

from mithaq.lexicon.tables import shipped_languages
from mithaq.register import Engagement
from mithaq.register.offices import cells_of, find_agency, find_office, find_official

OFFICES = ("police", "intelligence", "military", "defence", "interior")
"""Fields of offices that are of security, in `gazetteer/offices.tsv`."""

AGENCIES = (
    "police", "intelligence", "gendarmerie", "defence", "interior", "border", "coastguard", "customs", "counter-terrorism",
)  # fmt: skip
"""Fields of agencies that are, in `gazetteer/agencies.tsv`; a general agency is named by its field."""

OFFICIALS = (
    "interior-minister", "deputy-interior-minister", "defence-minister", "intelligence-chief", "police-chief", "army-chief",
    "military-commander", "national-security-adviser", "national-security-director", "national-guard-minister",
    "gendarmerie-chief", "homeland-security-secretary",
)  # fmt: skip
"""Offices that are, in `gazetteer/officials.tsv`."""

BODIES = (
    "INTERPOL",
    "EUROPOL",
    "AFRIPOL",
    "GCCPOL",
    "AMERIPOL",
    "ASEANAPOL",
    "FRONTEX",
    "EUROJUST",
    "AIMC",
    "NATO",
)
"""Bodies whose own work is security."""


def is_of_security(engagement: Engagement) -> bool:
    """True if a topic of an engagement is one of security, or one of its parties is of a security service.

    A party is by its agency, its office, or the office that its person is known to hold; `general` is no topic of security.
    """
    if any(topic != "general" for topic in engagement.topics):
        return True
    return any(
        party.body in BODIES
        or _is_agency(party.organisation, party.code)
        or _is_office(party.office, party.code)
        or _is_official(party.person)
        for party in engagement.parties
    )


@lru_cache(maxsize=16384)
def _is_agency(told: str | None, code: str | None) -> bool:
    for lang in shipped_languages() if told else ():
        known = find_agency(told or "", code, lang)
        if known:
            field = cells_of("agencies", "field").get(known.id, known.id.partition(".")[0])
            return field in AGENCIES or field.endswith("security") or field == "security-services"
    return False


@lru_cache(maxsize=16384)
def _is_office(told: str | None, code: str | None) -> bool:
    for lang in shipped_languages() if told else ():
        known = find_office(told or "", code, lang)
        if known:
            return cells_of("offices", "field").get(known.id) in OFFICES
    return False


@lru_cache(maxsize=16384)
def _is_official(name: str | None) -> bool:
    known = find_official(name) if name else None
    return bool(known) and cells_of("officials", "office").get(known or "") in OFFICIALS
