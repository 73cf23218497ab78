"""Documents and their reports as rows: what adding a document writes, and what taking it out leaves to be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import Connection, Insert, Row, Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from mithaq.errors import RegisterError
from mithaq.lexicon.namekeys import name_keys
from mithaq.records import Document, Event
from mithaq.register import schema
from mithaq.register.consolidation import content_key
from mithaq.register.copies import sketch
from mithaq.register.engagement import Report
from mithaq.register.facts import facts_of, keys_of, reach_of
from mithaq.register.folding import plain

Values = dict[str, Any]
"""A row of a table, by the names of its columns."""

PERSON, ORGANISATION = "person", "organisation"
_LONGEST_SOUGHT = 2_000_000
"""Characters of a document that full text finds; more would be a book."""

_decode_event = msgspec.json.Decoder(Event).decode


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert the rows whose key is not there yet."""
    if rows:
        connection.execute(_insert_new(connection, table), rows)


def _insert_new(connection: Connection, table: Table) -> Insert:
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


class Prepared(NamedTuple):
    """A document as it is written: its row, and the words that it is found by."""

    row: dict[str, Any]
    sought: str


def write_documents(connection: Connection, prepared: Sequence[Prepared]) -> None:
    """Write documents that are not there, with what they are found by and the sources that they name."""
    if prepared:
        connection.execute(schema.documents.insert(), [one.row for one in prepared])
        _write_what_is_derived(connection, prepared)


def _write_what_is_derived(connection: Connection, prepared: Sequence[Prepared]) -> None:
    """Write what documents are found by, and their sources."""
    found_by = [{"document": row["id"], "text": sought[:_LONGEST_SOUGHT]} for row, sought in prepared]
    connection.execute(schema.searched.insert(), found_by)
    named: dict[str, dict[str, Any]] = {}
    for row, _ in prepared:
        if row["source"]:
            named.setdefault(row["source"], source_row(row))
    insert_new(connection, schema.sources, list(named.values()))


def write_reports(connection: Connection, reports: Sequence[Report]) -> None:
    """Write the reports of documents; their neighbours are sought when engagements are next made."""
    if not reports:
        return
    rows = [report_row(report) for report in reports]
    insert = schema.reports.insert().returning(schema.reports.c.id, sort_by_parameter_order=True)
    ids = list(connection.execute(insert, rows).scalars())
    write_keys_and_parties(connection, dict(zip(ids, reports, strict=True)))


def write_keys_and_parties(connection: Connection, reports: dict[int, Report]) -> None:
    """Write by what reports are sought, and their parties and names.

    Args:
        connection: of a writer.
        reports: by their number in the register.
    """
    keys: list[Values] = []
    parties: list[Values] = []
    names: dict[str, Values] = {}
    for number, report in reports.items():
        keys += key_rows(number, report)
        for row, named in party_rows(number, report):
            parties.append(row)
            names |= {name["id"]: name for name in named}
    write_names(connection, names)
    if keys:
        connection.execute(schema.report_keys.insert(), keys)
    if parties:
        connection.execute(schema.report_parties.insert(), parties)


def source_row(document: Values) -> Values:
    """The source that a row of `documents` names, as the table `sources` has it."""
    url = document["url"]
    domain = urlsplit(url).hostname if url and "//" in url else None
    return {
        "name": document["source"],
        "domain": domain,
        "country": document["home"],
        "lang": None,
        "feed": None,
    }


def report_row(report: Report) -> Values:
    """A report as the table `reports` has it, without its number and component."""
    return {
        "document": report.document,
        "ordinal": report.ordinal,
        "kind": report.event.kind,
        "stage": report.event.stage,
        "event": msgspec.json.encode(report.event),
        "content": content_key(report),
    }


def key_rows(number: int, report: Report) -> list[Values]:
    """By what a report is sought, and in which days; nothing where it is not."""
    facts = facts_of(report)
    reach = reach_of(facts)
    if reach is None:
        return []
    first, last = (day.isoformat() for day in reach)
    return [{"report": number, "key": key, "first_day": first, "last_day": last} for key in keys_of(facts)]


def party_rows(number: int, report: Report) -> Iterator[tuple[Values, list[Values]]]:
    """Each party of a report, with the names of a person and an organisation that it is told by."""
    for place, party in enumerate(report.event.parties):
        named = {
            kind: {"id": name_id(kind, party.code, form), "kind": kind, "code": party.code, "form": form}
            for kind, form in ((PERSON, party.person), (ORGANISATION, party.organisation))
            if form and party.code
        }
        row = {
            "report": number,
            "place": place,
            "code": party.code,
            "is_body": party.body is not None,
            "role": party.role,
            "person": named[PERSON]["id"] if PERSON in named else None,
            "organisation": named[ORGANISATION]["id"] if ORGANISATION in named else None,
            "office": party.office,
            "holder": party.holder or None,
        }
        yield row, list(named.values())


def sound_rows(known_as: str, form: str) -> list[Values]:
    """By what sounds a person's name is sought."""
    return [{"name": known_as, "key": key} for key in _sounds(form)]


@lru_cache(maxsize=16384)
def _sounds(form: str) -> list[str]:
    return sorted({key[:64] for key in name_keys(form)})


def write_names(connection: Connection, names: dict[str, Values]) -> None:
    """Write the forms of names that are not there yet, by their numbers, with how they sound."""
    if not names:
        return
    table = schema.names
    known = set(connection.execute(select(table.c.id).where(table.c.id.in_(sorted(names)))).scalars())
    new = [names[known_as] for known_as in sorted(names.keys() - known)]
    if not new:
        return
    connection.execute(table.insert(), new)
    sounds = [sound for row in new if row["kind"] == PERSON for sound in sound_rows(row["id"], row["form"])]
    if sounds:
        connection.execute(schema.name_keys.insert(), sounds)
    insert_new(connection, schema.unresolved, [{"code": code} for code in sorted({r["code"] for r in new})])


def name_id(kind: str, code: str, form: str) -> str:
    """The key of a form of a name, of a person or an organisation of a party."""
    return _digest(f"{kind}\x1f{code}\x1f{form}".encode("utf-8", "surrogatepass"), 8)


def forget(connection: Connection, document: str) -> set[int]:
    """Take a document and its reports out; return the components of these."""
    reports = schema.reports
    found = select(reports.c.component).where(reports.c.document == document)
    components = {number for number in connection.execute(found).scalars() if number is not None}
    connection.execute(delete(schema.documents).where(schema.documents.c.id == document))
    return components


def mark_stale(connection: Connection, components: Iterable[int]) -> None:
    """Have the engagements of components made anew; those that are there are taken out at once."""
    numbers = sorted(set(components))
    table, links = schema.engagements, schema.links
    for at in range(0, len(numbers), 500):
        some = numbers[at : at + 500]
        old = list(connection.execute(select(table.c.id).where(table.c.component.in_(some))).scalars())
        if old:
            connection.execute(
                delete(links).where(links.c.decision.is_(None), links.c.one.in_(old) | links.c.other.in_(old))
            )
            connection.execute(delete(table).where(table.c.component.in_(some)))
        insert_new(connection, schema.stale, [{"component": number} for number in some])


def derive_all(connection: Connection) -> None:
    """Make all that is made from documents and reports anew, but engagements: these follow when they are read."""
    for table in (schema.report_keys, schema.report_parties, schema.name_keys, schema.searched, schema.stale):
        connection.execute(delete(table))
    for table in (schema.links, schema.engagements, schema.names, schema.offices, schema.persons):
        connection.execute(delete(table))
    connection.execute(delete(schema.organisations))
    table = schema.documents
    last = ""
    while rows := connection.execute(
        select(table).where(table.c.id > last).order_by(table.c.id).limit(200)
    ).all():
        last = rows[-1].id
        prepared = [Prepared(dict(row._mapping), plain(document_of(row).full_text)) for row in rows]
        connection.execute(
            table.update().where(table.c.id == bindparam("key")).values(
                witness=bindparam("told_witness"), sketch=bindparam("told_sketch")),
            [
                {"key": row["id"], "told_witness": _witness(words), "told_sketch": sketch(words)}
                for row, words in prepared
            ],
        )  # fmt: skip
        _write_what_is_derived(connection, prepared)
        _derive_reports(connection, {row.id: row.published for row in rows})


def _derive_reports(connection: Connection, published: dict[str, str | None]) -> None:
    table = schema.reports
    rows = connection.execute(select(table).where(table.c.document.in_(sorted(published)))).all()
    reports = {row.id: report_of(row, published[row.document]) for row in rows}
    write_keys_and_parties(connection, reports)
    if reports:
        connection.execute(
            table.update().where(table.c.id == bindparam("key")).values(
                content=bindparam("told"), component=None),
            [{"key": number, "told": content_key(report)} for number, report in reports.items()],
        )  # fmt: skip


def report_of(
    row: Row[Any], published: str | None, *, witness: str = "", sketch: bytes | None = None
) -> Report:
    """A report from its row."""
    return Report(
        document=row.document,
        ordinal=row.ordinal,
        event=_decode_event(row.event),
        published=published,
        witness=witness,
        sketch=sketch,
    )


def prepare(document: Document, version: str, *, decision: int | None = None) -> Prepared:
    """A document as it is written.

    Args:
        version: of the reader that reads it.
        decision: the one by which it is added by hand.

    Raises:
        RegisterError: its text cannot be kept: half a character, or a zero character.
    """
    row: dict[str, Any] = {name: getattr(document, name) for name in Document.__struct_fields__}
    try:
        known_by = msgspec.json.encode([row[name] for name in sorted(row)] + [version])
    except UnicodeEncodeError as fault:
        raise RegisterError(
            f"document {document.id!r}: expected text, found half a character (a lone surrogate). "
            "Write the document anew as UTF-8"
        ) from fault
    if any("\x00" in value for value in row.values() if value):
        raise RegisterError(
            f"document {document.id!r}: expected text, found a zero character. Take it out of the document"
        )
    words = plain(document.full_text)
    told = {
        "witness": _witness(words),
        "fingerprint": _digest(known_by, 16),
        "reader_version": version,
        "sketch": sketch(words),
        "decision": decision,
    }
    return Prepared({**row, **told}, words)


def document_of(row: Row[Any]) -> Document:
    """A document from its row."""
    return Document(**{name: getattr(row, name) for name in Document.__struct_fields__})


def _witness(words: str) -> str:
    return _digest(words.encode(), 16)


def _digest(content: bytes, size: int) -> str:
    return blake2b(content, digest_size=size).hexdigest()
