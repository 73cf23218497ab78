"""The register itself: documents in, engagements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from sqlalchemy import Connection, Engine, Row, delete, func, select

from mithaq.errors import RegisterError
from mithaq.gazetteer import Aliases, shipped_aliases, with_own
from mithaq.records import Document, Event
from mithaq.register import schema
from mithaq.register.consolidation import consolidate_block, days_of
from mithaq.register.database import explained, open_database
from mithaq.register.engagement import Engagement, Report
from mithaq.register.matching import block_of
from mithaq.register.names import words
from mithaq.register.version import reader_version as installed_version

_decode_event = msgspec.json.Decoder(Event).decode
_decode_engagement = msgspec.json.Decoder(Engagement).decode


_ALIASES = "aliases"
"""The row of `mithaq` that tells by which table of aliases the engagements were made."""


class Outcome(StrEnum):
    """What adding a document did to the register."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    REREAD = "read anew"


class Register:
    """Documents, their reports, and the engagements that these tell of.

    `with Register.open("register.mithaq") as register: register.add(document, reader.read(document))`
    """

    def __init__(self, engine: Engine, where: str, aliases: Aliases | None = None) -> None:
        self._engine = engine
        self.where = where
        self._aliases = aliases or shipped_aliases()

    @classmethod
    def open(cls, where: str | Path, *, aliases: Path | None = None) -> Register:
        """Open the register at a path or URL; make it if nothing is there.

        Args:
            where: the path or URL.
            aliases: a table of what else persons are called, beside that of this package. Engagements that were
                made with another table, or with none, are made anew when they are next read.

        Raises:
            RegisterError: the folder is missing, the file is no register, is damaged, or is of a newer Mithaq.
            InputError: the table of aliases is not there or not of its form.
        """
        known = with_own(aliases)
        return cls(open_database(where), str(where), known)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self, document: Document, events: Iterable[Event], *, reader_version: str | None = None
    ) -> Outcome:
        """Add a document and its events, in one transaction.

        Args:
            document: its `id` must not be empty. A document of a known id takes the place of that one.
            events: what the reader found in it.
            reader_version: of the reader; None is that of this package with its words and rules.

        Returns:
            ADDED; UNCHANGED if the document is there, read by the same version; REREAD if it is there, read by
            another; REPLACED if another document of its id was there.

        Raises:
            RegisterError: the document has no id, or its text cannot be stored.
        """
        if not document.id:
            raise RegisterError("expected a document with an id, found none. Give it one")
        row = _document_row(document, reader_version or installed_version())
        with self._writing() as connection:
            known = connection.execute(
                select(schema.documents).where(schema.documents.c.id == document.id)
            ).first()
            if known is not None and known.fingerprint == row["fingerprint"]:
                return Outcome.UNCHANGED
            blocks = self._forget(connection, document.id) if known is not None else set()
            connection.execute(schema.documents.insert().values(row))
            reports = [
                Report(document=document.id, ordinal=ordinal, event=event)
                for ordinal, event in enumerate(events)
            ]
            if reports:
                connection.execute(schema.reports.insert(), [_report_row(report) for report in reports])
            _mark_stale(connection, blocks | {block_of(report) for report in reports})
        if known is None:
            return Outcome.ADDED
        return Outcome.REREAD if _document(known) == document else Outcome.REPLACED

    def documents(self) -> list[Document]:
        """All documents, in the order of publication."""
        table = schema.documents
        with self._reading() as connection:
            rows = connection.execute(select(table).order_by(table.c.published, table.c.id)).all()
        return [_document(row) for row in rows]

    def engagements(
        self,
        *,
        year: int | None = None,
        kind: str | None = None,
        party: str | None = None,
        stage: str | None = None,
    ) -> list[Engagement]:
        """The engagements of the register, by date and id.

        Args:
            year: the year in which it took place or is to; the year of its first publication where undated.
            kind: one of `ontology.KINDS`.
            party: a country's alpha-3 code or a body's acronym.
            stage: one of `ontology.STAGES`.
        """
        self.refresh()
        table = schema.engagements
        query = select(table.c.record).order_by(table.c.first_day, table.c.last_day, table.c.id)
        if year is not None:
            query = query.where(
                table.c.first_day <= f"{year:04}-12-31", table.c.last_day >= f"{year:04}-01-01"
            )
        if kind is not None:
            query = query.where(table.c.kind == kind)
        if stage is not None:
            query = query.where(table.c.stage == stage)
        if party is not None:
            parties = schema.engagement_parties
            query = query.join(parties, parties.c.engagement == table.c.id).where(parties.c.code == party)
        with self._reading() as connection:
            return [_decode_engagement(record) for record in connection.execute(query).scalars()]

    def count(self) -> int:
        """How many engagements the register holds."""
        self.refresh()
        with self._reading() as connection:
            return int(connection.execute(select(func.count()).select_from(schema.engagements)).scalar_one())

    def refresh(self) -> int:
        """Make the engagements of all reports that changed since they were last made.

        Returns:
            The number of blocks of reports that were consolidated anew. Called by whatever reads engagements.
        """
        with self._reading() as connection:
            is_stale = connection.execute(select(func.count()).select_from(schema.stale)).scalar() != 0
            if not is_stale and _aliases_of(connection) == self._known_by():
                return 0
        with self._writing() as connection:
            if _aliases_of(connection) != self._known_by():
                _mark_stale(connection, set(connection.execute(select(schema.reports.c.block)).scalars()))
                connection.execute(delete(schema.about).where(schema.about.c.name == _ALIASES))
                connection.execute(schema.about.insert().values(name=_ALIASES, value=self._known_by()))
            blocks = list(
                connection.execute(select(schema.stale.c.block).order_by(schema.stale.c.block)).scalars()
            )
            for block in blocks:
                _rebuild(connection, block, self._aliases)
            connection.execute(delete(schema.stale))
        return len(blocks)

    def _known_by(self) -> str:
        own = self._aliases.own
        return _digest(repr(sorted(own)).encode()) if own else ""

    def _forget(self, connection: Connection, document: str) -> set[str]:
        """Take a document and its reports out; return the blocks of these."""
        reports = schema.reports
        of_document = reports.c.document == document
        blocks = set(connection.execute(select(reports.c.block).where(of_document)).scalars())
        connection.execute(delete(reports).where(of_document))
        connection.execute(delete(schema.documents).where(schema.documents.c.id == document))
        return blocks

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.where), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            explained(self.where),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection


def _aliases_of(connection: Connection) -> str:
    """By which table of someone's own the engagements were made, empty if by none."""
    told = connection.execute(select(schema.about.c.value).where(schema.about.c.name == _ALIASES)).scalar()
    return str(told or "")


def _rebuild(connection: Connection, block: str, aliases: Aliases) -> None:
    """Consolidate the reports of one block and put its engagements in the place of the old ones."""
    table, parties = schema.engagements, schema.engagement_parties
    old = select(table.c.id).where(table.c.block == block)
    connection.execute(delete(parties).where(parties.c.engagement.in_(old)))
    connection.execute(delete(table).where(table.c.block == block))
    reports, documents = schema.reports, schema.documents
    query = (
        select(
            reports.c.document, reports.c.ordinal, reports.c.event, documents.c.published, documents.c.witness
        )
        .join(documents, documents.c.id == reports.c.document)
        .where(reports.c.block == block)
    )
    found = [
        Report(
            document=row.document,
            ordinal=row.ordinal,
            event=_decode_event(row.event),
            published=row.published,
            witness=row.witness,
        )
        for row in connection.execute(query)
    ]
    published = {report.document: report.published for report in found}
    engagements = consolidate_block(found, aliases)
    if not engagements:
        return
    connection.execute(table.insert(), [_engagement_row(e, block, published) for e in engagements])
    rows = [
        {"engagement": engagement.id, "code": code}
        for engagement in engagements
        for code in sorted({party.code for party in engagement.parties if party.code})
    ]
    if rows:
        connection.execute(parties.insert(), rows)


def _mark_stale(connection: Connection, blocks: set[str]) -> None:
    known = set(
        connection.execute(
            select(schema.stale.c.block).where(schema.stale.c.block.in_(sorted(blocks)))
        ).scalars()
    )
    new = sorted(blocks - known)
    if new:
        connection.execute(schema.stale.insert(), [{"block": block} for block in new])


def _engagement_row(engagement: Engagement, block: str, published: dict[str, str | None]) -> dict[str, Any]:
    first, last = days_of(engagement, published)
    return {
        "id": engagement.id,
        "block": block,
        "kind": engagement.kind,
        "stage": engagement.stage,
        "first_day": first,
        "last_day": last,
        "confidence": engagement.confidence,
        "witnesses": engagement.witnesses,
        "record": msgspec.json.encode(engagement),
    }


def _report_row(report: Report) -> dict[str, Any]:
    return {
        "document": report.document,
        "ordinal": report.ordinal,
        "block": block_of(report),
        "kind": report.event.kind,
        "stage": report.event.stage,
        "event": msgspec.json.encode(report.event),
    }


def _document_row(document: Document, version: str) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(document, name) for name in Document.__struct_fields__}
    try:
        known_by = msgspec.json.encode([row[name] for name in sorted(row)] + [version])
    except UnicodeEncodeError as fault:
        raise RegisterError(
            f"document {document.id!r}: expected text, found half a character (a lone surrogate). "
            "Write the document anew as UTF-8"
        ) from fault
    return {
        **row,
        "witness": _digest(" ".join(words(document.full_text)).encode()),
        "fingerprint": _digest(known_by),
        "reader_version": version,
    }


def _document(row: Row[Any]) -> Document:
    return Document(**{name: getattr(row, name) for name in Document.__struct_fields__})


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=16).hexdigest()
