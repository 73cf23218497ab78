"""An event as a person gives it: checked as strictly as what a reader makes."""

from __future__ import annotations

from collections.abc import Sequence

from mithaq import edtf
from mithaq.errors import UsageError
from mithaq.gazetteer.regions import regions_of
from mithaq.ontology import ACTIONS, KINDS, PURPOSES, ROLES, STAGES, TOPICS, cameo, plover
from mithaq.records import Event, Party, Place

_SURE = 0.99


def make_event(
    *,
    kind: str,
    parties: Sequence[str],
    stage: str = "planned",
    action: str | None = None,
    when: str | None = None,
    where: str | None = None,
    topics: Sequence[str] = (),
    purposes: Sequence[str] = (),
) -> Event:
    """An event of what a person wrote.

    Args:
        kind: one of `ontology.KINDS`.
        parties: each `CODE`, `CODE:ROLE` or `CODE:ROLE:PERSON:OFFICE`; a code that is no country's is a body's.
        stage: one of `ontology.STAGES`.
        action: for agreements and elections.
        when: an EDTF date.
        where: a country and a city, `ESP, Madrid`.
        topics: of `ontology.TOPICS`.
        purposes: of `ontology.PURPOSES`.

    Raises:
        UsageError: a value is none of its field.
    """
    _check("kind", [kind], KINDS)
    _check("stage", [stage], STAGES)
    _check("topic", topics, ("general", *TOPICS))
    _check("purpose", purposes, PURPOSES)
    if action is not None or kind in ACTIONS:
        _check(f"action of {kind}", [action or "none"], ACTIONS.get(kind, ()))
    if when is not None and not edtf.is_edtf(when):
        raise UsageError(f"when: expected an EDTF date, such as 2024-09-19/2024-09-21, found {when!r}")
    told = [_party(party, kind) for party in parties]
    if len(told) < (1 if kind == "gathering" else 2):
        raise UsageError(f"expected two parties of a {kind}, found {len(told)}")
    country, _, city = (where or "").partition(",")
    place = Place(country=country.strip(), city=city.strip() or None) if country else None
    elsewhere = bool(place and place.country not in {party.country for party in told})
    return Event(
        kind=kind,
        stage=stage,
        action=action,
        parties=told,
        when=when,
        where=place,
        topics=list(topics) or ["general"],
        purposes=list(purposes),
        evidence=[],
        confidence=_SURE,
        rules=[],
        plover=plover(kind, action),
        cameo=cameo(kind, stage, action, on_third_ground=elsewhere),
    )


def _party(told: str, kind: str) -> Party:
    code, role, person, office = [part.strip() or None for part in (told + ":::").split(":")[:4]]
    if not code or not code.replace("-", "").isalnum() or code.upper() != code:
        raise UsageError(f"party: expected a code in capitals, such as ESP or INTERPOL, found {told!r}")
    known = ROLES[kind]
    if role is None and (len(known) == 1 or "participant" in known):
        role = "participant" if "participant" in known else known[0]
    _check(f"role of {code} in a {kind}", [role or "none"], known)
    is_country = bool(regions_of(code))
    return Party(
        country=code if is_country else None,
        body=None if is_country else code,
        person=person,
        office=office,
        role=role,
    )


def _check(name: str, values: Sequence[str], known: Sequence[str]) -> None:
    for value in values:
        if value not in known:
            raise UsageError(f"{name}: expected one of {', '.join(known) or 'none'}, found {value!r}")
