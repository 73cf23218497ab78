"""The register itself: documents in, engagements out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import select

from mithaq.records import Document, Event
from mithaq.register import schema
from mithaq.register.adding import Group, Outcome, Read, apart
from mithaq.register.desk import Desk
from mithaq.register.engagement import Engagement
from mithaq.register.filters import Filters
from mithaq.register.finding import (
    all_documents,
    count_engagements,
    documents_by_id,
    engagement_by_id,
    find_engagements,
    names_like,
    parties_by_number,
    years_of_engagements,
)
from mithaq.register.intake import ORGANISATION, PERSON, document_of
from mithaq.register.people import Known, known_of, organisations_like, resolve_names
from mithaq.register.rows import Row, rows_of
from mithaq.register.told import Told
from mithaq.register.version import reader_version as installed_version
from mithaq.register.words import find_documents

_AT_ONCE = 100


class Register(Desk):
    """Documents, their reports, the engagements that these tell of, and people's decisions on them.

    `with Register.open("register.mithaq") as register: register.add(document, reader.read(document))`
    """

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
        return self.add_all([document], lambda _: events, reader_version=reader_version)[0]

    def add_all(
        self,
        documents: Sequence[Document],
        read: Read,
        *,
        reader_version: str | None = None,
        anew: bool = False,
    ) -> list[Outcome]:
        """Add documents in one transaction, which begins when all are read; one that is there is not read.

        Args:
            documents: as for `add`; one whose id another of them has is added after that one.
            read: finds the events of a document.
            reader_version: as for `add`.
            anew: whether documents that are there, read by the same version, are read and written all the same.

        Returns:
            What each did to the register, in their order.

        Raises:
            RegisterError: a document has no id, or its text cannot be stored; those before it are added.
        """
        outcomes = []
        for some in apart(documents):
            group = Group(some, reader_version or installed_version(), anew=anew)
            with self._reading() as connection:
                known = group.known(connection)
            group.read(known, read)
            with self._writing() as connection:
                outcomes += group.write(connection, read)
            if group.fault:
                raise group.fault
        return outcomes

    def documents(self, known_as: Sequence[str] | None = None) -> Iterator[Document]:
        """Documents as a stream, some hundreds in memory at a time, as they are at one moment.

        Args:
            known_as: the ids of those wanted, which come in this order, those that are not there left out; None gives
                all, in the order of publication.
        """
        with self._reading() as connection:
            if known_as is None:
                yield from all_documents(connection)
            else:
                yield from documents_by_id(connection, known_as)

    def document(self, known_as: str) -> Document | None:
        """One document; None if there is none of this id."""
        with self._reading() as connection:
            return next(iter(documents_by_id(connection, [known_as])), None)

    def outdated(self, *, everything: bool = False) -> Iterator[Document]:
        """The documents that another reader read than the one installed, by id; with `everything`, all.

        Engagements added by hand are none of a reader's.
        """
        table = schema.documents
        last = ""
        while True:
            query = select(table).where(table.c.id > last, table.c.decision.is_(None))
            if not everything:
                query = query.where(table.c.reader_version != installed_version())
            with self._reading() as connection:
                rows = connection.execute(query.order_by(table.c.id).limit(_AT_ONCE)).all()
            if not rows:
                return
            last = rows[-1].id
            yield from map(document_of, rows)

    def engagements(
        self,
        *,
        year: int | None = None,
        kind: str | None = None,
        party: str | None = None,
        stage: str | None = None,
    ) -> list[Engagement]:
        """The engagements of the register by date and id, without those that were rejected.

        Args:
            year: the year in which it took place or is to; the year of its first publication where undated.
            kind: one of `ontology.KINDS`.
            party: a country's alpha-3 code or a body's acronym.
            stage: one of `ontology.STAGES`.
        """
        return self.find(
            Filters(
                kind=kind,
                stage=stage,
                parties=(party,) if party is not None else (),
                first=f"{year:04}-01-01" if year is not None else None,
                last=f"{year:04}-12-31" if year is not None else None,
            )
        )

    def find(self, filters: Filters, *, limit: int | None = None, offset: int = 0) -> list[Engagement]:
        """The engagements that meet all conditions, by date and id; `stream` does not gather them.

        Args:
            filters: the conditions.
            limit: at most so many; None gives all.
            offset: so many are passed over.
        """
        return list(self.stream(filters, limit=limit, offset=offset))

    def stream(self, filters: Filters, *, limit: int | None = None, offset: int = 0) -> Iterator[Engagement]:
        """The engagements that `find` gives, one by one, some hundreds in memory at a time, as they are at one moment."""
        self.refresh()
        with self._reading() as connection:
            aliases = self._judged(connection)
            yield from find_engagements(connection, filters, aliases, limit=limit, offset=offset)

    def told(self, filters: Filters) -> Told:
        """The engagements that `stream` gives, with a look-up of the documents that tell them, as exports take them."""
        return Told(self.stream(filters), self.documents)

    def find_documents(self, words: str, *, limit: int | None = None) -> list[Document]:
        """The documents that have all words, the latest first; a phrase stands in quotation marks."""
        with self._reading() as connection:
            return find_documents(connection, words, limit=limit)

    def engagement(self, known_as: str) -> Engagement | None:
        """One engagement, rejected or not; None if there is none of this id."""
        self.refresh()
        with self._reading() as connection:
            return engagement_by_id(connection, known_as)

    def to_polars(self, table: str = "engagements", filters: Filters | None = None) -> Any:
        """A table of the engagements that meet all conditions, as a `polars.DataFrame` with typed columns.

        Args:
            table: one of `rows.TABLES`: `engagements`, or `parties`, `tellings` or `documents` of these.
            filters: the conditions; None gives all.

        Raises:
            UsageError: there is no such table, or polars is not installed.
        """
        from mithaq.register import frames

        return frames.polars_frame(table, self._rows(table, filters))

    def to_pandas(self, table: str = "engagements", filters: Filters | None = None) -> Any:
        """As `to_polars`, as a `pandas.DataFrame` on Arrow columns, which keep whole numbers whole where some are missing."""
        from mithaq.register import frames

        return frames.pandas_frame(table, self._rows(table, filters))

    def _rows(self, table: str, filters: Filters | None) -> Iterator[Row]:
        told = self.told(filters or Filters())
        return rows_of(table, told, told.lookup)

    def count(self) -> int:
        """How many engagements the register holds, without those that were rejected."""
        self.refresh()
        with self._reading() as connection:
            return count_engagements(connection)

    def years(self) -> list[str]:
        """The years of which the register has engagements."""
        self.refresh()
        with self._reading() as connection:
            return years_of_engagements(connection)

    def parties(self) -> dict[str, int]:
        """How many engagements each party has, the most frequent first."""
        self.refresh()
        with self._reading() as connection:
            return parties_by_number(connection)

    def persons(self, *, code: str | None = None, name: str | None = None) -> list[Known]:
        """The persons that documents name, by party and name, with all forms met and their offices over time.

        Args:
            code: only those of this party.
            name: only those who can be called so, in any script.
        """
        return self._known(PERSON, code, name)

    def organisations(self, *, code: str | None = None, name: str | None = None) -> list[Known]:
        """The organisations that documents name, by party and name.

        Args:
            code: only those of this party.
            name: only those whose name has all words of this one.
        """
        return self._known(ORGANISATION, code, name)

    def _known(self, kind: str, code: str | None, name: str | None) -> list[Known]:
        self.refresh()
        with self._writing() as connection:
            resolve_names(connection, self._judged(connection))
        with self._reading() as connection:
            names = None
            if name is not None and kind == PERSON:
                names = names_like(connection, name, self._judged(connection))
            elif name is not None:
                names = organisations_like(connection, name)
            return known_of(connection, kind, code=code, names=names)

    def replace_reports(
        self, document: Document, events: Iterable[Event], *, reader_version: str | None = None
    ) -> Outcome:
        """Put the events of a document in the place of those that it has, by whatever reader it was read.

        Args:
            document: as it is in the register; another text of its id takes the place of that one.
            events: what the reader found in it.
            reader_version: as for `add`.
        """
        return self.add_all([document], lambda _: events, reader_version=reader_version, anew=True)[0]
