"""Documents into a register, several in one transaction: what each of them does to it, and what that writes.

Most of what adding a document costs is the way to the database and back, and the wait for the disk at the end of a
transaction. A group shares both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from mithaq.errors import RegisterError
from mithaq.records import Document, Event
from mithaq.register import schema
from mithaq.register.engagement import Report
from mithaq.register.intake import (
    Prepared,
    document_of,
    forget,
    mark_stale,
    prepare,
    write_documents,
    write_reports,
)

Read = Callable[[Document], Iterable[Event]]
"""Finds the events of a document."""

_MOST = 500
"""Ids that one query asks for."""

_table = schema.documents
_some = _table.c.id.in_(bindparam("ids", expanding=True))
_fingerprints = select(_table.c.id, _table.c.fingerprint).where(_some)
_whole = select(_table).where(_some)


class Outcome(StrEnum):
    """What adding a document did to the register."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    REREAD = "read anew"


class Group:
    """Documents of different ids that are added in one transaction.

    Args:
        documents: each with an id, of which no other has it.
        version: of the reader.
        anew: whether those are read and written too that the register has as they are.

    A document that cannot be stored ends the group before it; `fault` is what is wrong with it.
    """

    def __init__(self, documents: Iterable[Document], version: str, *, anew: bool = False) -> None:
        self.documents: dict[str, Document] = {}
        self.prepared: dict[str, Prepared] = {}
        self.events: dict[str, list[Event]] = {}
        self.anew = anew
        self.fault: RegisterError | None = None
        for document in documents:
            try:
                if not document.id:
                    raise RegisterError("expected a document with an id, found none. Give it one")
                self.prepared[document.id] = prepare(document, version)
            except RegisterError as fault:
                self.fault = fault
                return
            self.documents[document.id] = document

    def known(self, connection: Connection) -> dict[str, str]:
        """The fingerprints of those documents that the register has."""
        found: dict[str, str] = {}
        for ids in self._ids():
            found.update((row.id, row.fingerprint) for row in connection.execute(_fingerprints, {"ids": ids}))
        return found

    def read(self, known: dict[str, str], read: Read) -> None:
        """Read the documents that the register has not, or has otherwise."""
        for known_as, document in self.documents.items():
            if self.anew or known.get(known_as) != self._fingerprint(known_as):
                self.events[known_as] = list(read(document))

    def write(self, connection: Connection, read: Read) -> list[Outcome]:
        """Write the documents and their reports.

        Args:
            connection: of a writer.
            read: for what another process has changed since the group was read.

        Returns:
            What each did, in their order, up to one that has the id of an engagement added by hand: `fault` tells so.
        """
        known: dict[str, Row[Any]] = {}
        for ids in self._ids():
            known.update((row.id, row) for row in connection.execute(_whole, {"ids": ids}))
        outcomes: dict[str, Outcome] = {}
        gone: set[int] = set()
        for known_as, document in self.documents.items():
            row = known.get(known_as)
            if row is None:
                outcomes[known_as] = Outcome.ADDED
            elif not self.anew and row.fingerprint == self._fingerprint(known_as):
                outcomes[known_as] = Outcome.UNCHANGED
            elif row.decision is not None:
                self.fault = RegisterError(
                    f"document {known_as!r}: expected another id: an engagement added by hand has it"
                )
                break
            else:
                is_same = document_of(row) == document
                outcomes[known_as] = Outcome.REREAD if is_same else Outcome.REPLACED
                gone |= forget(connection, known_as)
        if gone:
            mark_stale(connection, gone)
        written = [known_as for known_as, outcome in outcomes.items() if outcome is not Outcome.UNCHANGED]
        write_documents(connection, [self.prepared[known_as] for known_as in written])
        write_reports(
            connection, [report for known_as in written for report in self._reports(known_as, read)]
        )
        return list(outcomes.values())

    def _reports(self, known_as: str, read: Read) -> list[Report]:
        document = self.documents[known_as]
        events = self.events.get(known_as)
        if events is None:
            events = list(read(document))
        return [
            Report(document=known_as, ordinal=ordinal, event=event, published=document.published)
            for ordinal, event in enumerate(events)
        ]

    def _ids(self) -> Iterable[list[str]]:
        ids = list(self.documents)
        return (ids[at : at + _MOST] for at in range(0, len(ids), _MOST))

    def _fingerprint(self, known_as: str) -> str:
        return str(self.prepared[known_as].row["fingerprint"])


def apart(documents: Sequence[Document]) -> Iterable[list[Document]]:
    """Documents in their order, cut where an id comes again."""
    some: dict[str, Document] = {}
    for document in documents:
        if document.id in some:
            yield list(some.values())
            some = {}
        some[document.id] = document
    if some:
        yield list(some.values())
