"""Persons and organisations: which forms of names are of one, across scripts, and which offices a person held when.

They are told apart when they are asked for, party by party, as a function of the forms met and of what people decided;
no form is ever lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, delete, func, select, update

from mithaq.gazetteer import Aliases
from mithaq.lexicon.namekeys import name_keys
from mithaq.register import schema
from mithaq.register.folding import plain
from mithaq.register.intake import ORGANISATION, PERSON, insert_new, name_id
from mithaq.register.names import name_words, same_person


class Held(msgspec.Struct, kw_only=True):
    """An office that a person is told to hold, from the first to the last day that documents tell so."""

    office: str
    first_day: str
    last_day: str
    tellings: int


class Known(msgspec.Struct, kw_only=True):
    """A person or an organisation: the fullest form of the name, and all forms met."""

    id: str
    code: str
    name: str
    forms: list[str]
    offices: list[Held] = []


def resolve_names(connection: Connection, aliases: Aliases) -> None:
    """Tell apart the persons and organisations of the parties of which names were met since this was last done."""
    waiting = schema.unresolved
    for code in list(connection.execute(select(waiting.c.code).order_by(waiting.c.code)).scalars()):
        _resolve_party(connection, code, aliases)
    connection.execute(delete(waiting))


def known_of(
    connection: Connection, kind: str, *, code: str | None = None, names: Iterable[str] | None = None
) -> list[Known]:
    """Persons or organisations, by party and name.

    Args:
        connection: of a reader.
        kind: `person` or `organisation`.
        code: only those of this party.
        names: only those that have one of these forms, by number; None for all.
    """
    table = schema.persons if kind == PERSON else schema.organisations
    forms = schema.names
    query = select(table).order_by(table.c.code, table.c.name, table.c.id)
    if code is not None:
        query = query.where(table.c.code == code)
    if names is not None:
        query = query.where(table.c.id.in_(select(forms.c.owner).where(forms.c.id.in_(sorted(names)))))
    found = {
        row.id: Known(id=row.id, code=row.code, name=row.name, forms=[]) for row in connection.execute(query)
    }
    owners = sorted(found)
    for at in range(0, len(owners), 500):
        some = owners[at : at + 500]
        for row in connection.execute(
            select(forms).where(forms.c.owner.in_(some), forms.c.kind == kind).order_by(forms.c.form)
        ):
            found[row.owner].forms.append(row.form)
        if kind == PERSON:
            offices = schema.offices
            for row in connection.execute(
                select(offices)
                .where(offices.c.person.in_(some))
                .order_by(offices.c.first_day, offices.c.last_day, offices.c.office)
            ):
                found[row.person].offices.append(
                    Held(
                        office=row.office,
                        first_day=row.first_day,
                        last_day=row.last_day,
                        tellings=row.tellings,
                    )
                )
    return list(found.values())


def organisations_like(connection: Connection, name: str) -> list[str]:
    """The numbers of the forms of organisations that have all words of a name."""
    names = schema.names
    wanted = set(plain(name).split())
    query = select(names.c.id, names.c.form).where(names.c.kind == ORGANISATION)
    return sorted(row.id for row in connection.execute(query) if wanted <= set(plain(row.form).split()))


def _resolve_party(connection: Connection, code: str, aliases: Aliases) -> None:
    names = schema.names
    forms: dict[str, list[str]] = {PERSON: [], ORGANISATION: []}
    for row in connection.execute(select(names.c.kind, names.c.form).where(names.c.code == code)):
        forms[row.kind].append(row.form)
    old = select(schema.persons.c.id).where(schema.persons.c.code == code)
    connection.execute(delete(schema.offices).where(schema.offices.c.person.in_(old)))
    for kind, table, groups in (
        (PERSON, schema.persons, group_persons(forms[PERSON], aliases)),
        (ORGANISATION, schema.organisations, _group_organisations(forms[ORGANISATION])),
    ):
        connection.execute(delete(table).where(table.c.code == code))
        rows = [{"id": name_id(kind, code, group[0]), "code": code, "name": group[0]} for group in groups]
        insert_new(connection, table, rows)
        for owner, group in zip(rows, groups, strict=True):
            numbers = [name_id(kind, code, form) for form in group]
            connection.execute(update(names).where(names.c.id.in_(numbers)).values(owner=owner["id"]))
    _write_offices(connection, code)


def group_persons(forms: Iterable[str], aliases: Aliases) -> list[list[str]]:
    """Forms of names as persons, the fullest form of each first.

    A short form that two persons could bear stays by itself.
    """
    ranked = sorted(forms, key=lambda form: (-len(name_words(form)), -len(form), form))
    groups: list[list[str]] = []
    by_sound: dict[str, set[int]] = defaultdict(set)
    for form in ranked:
        key = aliases.key(form)
        sounds = {f"#{key}"} if key else set()
        sounds.update(name_keys(form), name_words(form))
        near = sorted({place for sound in sounds for place in by_sound[sound]})
        fitting = [
            place for place in near if all(same_person(form, other, aliases) for other in groups[place][:1])
        ]
        if len(fitting) == 1:
            groups[fitting[0]].append(form)
            place = fitting[0]
        else:
            place = len(groups)
            groups.append([form])
        for sound in sounds:
            by_sound[sound].add(place)
    return groups


def _group_organisations(forms: Iterable[str]) -> list[list[str]]:
    """Forms of names as organisations: those of the same words, folded; the longest form first."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        groups[name_words(form) or (form,)].append(form)
    return list(groups.values())


def _write_offices(connection: Connection, code: str) -> None:
    """Write from when to when documents tell a person of a party to hold an office."""
    parties, names, reports, documents = (
        schema.report_parties,
        schema.names,
        schema.reports,
        schema.documents,
    )
    of, engagements = schema.engagement_reports, schema.engagements
    day = func.coalesce(func.min(engagements.c.first_day), func.min(documents.c.published))
    last = func.coalesce(func.max(engagements.c.last_day), func.max(documents.c.published))
    query = (
        select(names.c.owner, parties.c.office, day, last, func.count())
        .select_from(parties)
        .join(names, names.c.id == parties.c.person)
        .join(reports, reports.c.id == parties.c.report)
        .join(documents, documents.c.id == reports.c.document)
        .outerjoin(of, of.c.report == reports.c.id)
        .outerjoin(engagements, engagements.c.id == of.c.engagement)
        .where(names.c.code == code, parties.c.office.is_not(None), names.c.owner.is_not(None))
        .group_by(names.c.owner, parties.c.office)
    )
    rows = [
        {
            "person": owner,
            "office": office,
            "first_day": first or "",
            "last_day": end or "",
            "tellings": number,
        }
        for owner, office, first, end, number in connection.execute(query)
    ]
    if rows:
        connection.execute(schema.offices.insert(), rows)
