"""The register itself: documents in, engagements out, and what people decide of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, delete, select

from mithaq.errors import RegisterError, UsageError
from mithaq.gazetteer import Aliases, shipped_aliases, with_own
from mithaq.records import Document, Event
from mithaq.register import deciding, schema
from mithaq.register.database import explained, open_database, shown_name
from mithaq.register.decisions import Content, Decision, in_force, persons_judged
from mithaq.register.engagement import Engagement, Report
from mithaq.register.filters import Filters
from mithaq.register.finding import count_engagements, engagement_by_id, find_documents, find_engagements
from mithaq.register.intake import (
    derive_all,
    document_of,
    document_row,
    forget,
    mark_stale,
    write_document,
    write_reports,
)
from mithaq.register.making import link_as_decided, make_some
from mithaq.register.migration import DERIVED
from mithaq.register.placing import has_work, place_some, unplace_all
from mithaq.register.reasons import why_joined, why_not_joined
from mithaq.register.version import reader_version as installed_version

_ALIASES = "aliases"
"""The row of `mithaq` that tells by which table of aliases the engagements were made."""
_AT_ONCE = 100


class Outcome(StrEnum):
    """What adding a document did to the register."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    REREAD = "read anew"


class Register:
    """Documents, their reports, the engagements that these tell of, and people's decisions on them.

    `with Register.open("register.mithaq") as register: register.add(document, reader.read(document))`
    """

    def __init__(self, engine: Engine, where: str, aliases: Aliases | None = None) -> None:
        self._engine = engine
        self.where = where
        self._aliases = aliases or shipped_aliases()

    @classmethod
    def open(cls, where: str | Path, *, aliases: Path | None = None) -> Register:
        """Open the register at a path or URL; make it if nothing is there, bring an older one up to date.

        Args:
            where: the path or URL, such as `postgresql://desk@host/register`. An SQLite file is copied beside itself
                before it is brought up to date.
            aliases: a table of what else persons are called, beside that of this package. Engagements that were
                made with another table, or with none, are made anew when they are next read.

        Raises:
            RegisterError: the folder is missing, the file is no register, is damaged, or is of a newer Mithaq.
            InputError: the table of aliases is not there or not of its form.
        """
        known = with_own(aliases)
        register = cls(open_database(where), shown_name(where), known)
        try:
            register._derive()
        except BaseException:
            register.close()
            raise
        return register

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
        row = document_row(document, reader_version or installed_version())
        with self._writing() as connection:
            known = connection.execute(
                select(schema.documents).where(schema.documents.c.id == document.id)
            ).first()
            if known is not None and known.fingerprint == row["fingerprint"]:
                return Outcome.UNCHANGED
            if known is not None and known.decision is not None:
                raise RegisterError(
                    f"document {document.id!r}: expected another id: an engagement added by hand has it"
                )
            if known is not None:
                mark_stale(connection, forget(connection, document.id))
            write_document(connection, row)
            write_reports(
                connection,
                [
                    Report(document=document.id, ordinal=ordinal, event=event, published=document.published)
                    for ordinal, event in enumerate(events)
                ],
            )
        if known is None:
            return Outcome.ADDED
        return Outcome.REREAD if document_of(known) == document else Outcome.REPLACED

    def documents(self) -> list[Document]:
        """All documents, in the order of publication."""
        table = schema.documents
        with self._reading() as connection:
            rows = connection.execute(select(table).order_by(table.c.published, table.c.id)).all()
        return [document_of(row) for row in rows]

    def document(self, known_as: str) -> Document | None:
        """One document; None if there is none of this id."""
        with self._reading() as connection:
            row = connection.execute(
                select(schema.documents).where(schema.documents.c.id == known_as)
            ).first()
        return document_of(row) if row is not None else None

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
        """The engagements that meet all conditions, by date and id.

        Args:
            filters: the conditions.
            limit: at most so many; None gives all.
            offset: so many are passed over.
        """
        self.refresh()
        with self._reading() as connection:
            aliases = self._judged(connection)
            return find_engagements(connection, filters, aliases, limit=limit, offset=offset)

    def find_documents(self, words: str, *, limit: int | None = None) -> list[Document]:
        """The documents that have all words, the latest first; a phrase stands in quotation marks."""
        with self._reading() as connection:
            return find_documents(connection, words, limit=limit)

    def engagement(self, known_as: str) -> Engagement | None:
        """One engagement, rejected or not; None if there is none of this id."""
        self.refresh()
        with self._reading() as connection:
            return engagement_by_id(connection, known_as)

    def why_joined(self, known_as: str) -> list[str]:
        """Why the reports of an engagement were joined, a line for each but the first.

        Raises:
            UsageError: there is no such engagement.
        """
        self.refresh()
        with self._reading() as connection:
            deciding.target_of(connection, known_as)
            force = in_force(deciding.all_decisions(connection))
            return why_joined(deciding.reports_in(connection, known_as), force, self._judged(connection))

    def why_not(self, one: str, other: str) -> list[str]:
        """Why two engagements are two.

        Raises:
            UsageError: there is no such engagement, or both are one.
        """
        self.refresh()
        if one == other:
            raise UsageError(f"expected two engagements, found {one} twice")
        with self._reading() as connection:
            told = []
            for known_as in (one, other):
                deciding.target_of(connection, known_as)
                found = engagement_by_id(connection, known_as)
                assert found is not None
                told.append((found, deciding.reports_in(connection, known_as)))
            force = in_force(deciding.all_decisions(connection))
            return why_not_joined(told[0], told[1], force, self._judged(connection))

    def decisions(self) -> list[Decision]:
        """All decisions, in the order in which they were made, withdrawn or not."""
        with self._reading() as connection:
            return deciding.all_decisions(connection)

    def decide(
        self,
        action: str,
        engagement: str,
        *,
        by: str,
        reason: str,
        at: str | None = None,
        field: str | None = None,
        value: str | None = None,
        other: str | None = None,
        documents: Sequence[str] = (),
    ) -> Decision:
        """Write down what someone decided of an engagement.

        Args:
            action: `accept`, `reject`, `correct` (with `field` and `value`), `join` (with `other`), `split` (with the
                `documents` whose reports are taken out) or `link` (with `field`, a kind of link, and `other`).
            engagement: its id.
            by: who decided.
            reason: why.
            at: when, as ISO 8601; None is now.

        Raises:
            UsageError: there is no such engagement, or the decision says nothing that can be done.
        """
        self.refresh()
        with self._writing() as connection:
            target = deciding.target_of(connection, engagement)
            content = Content(targets=[target])
            if action == "correct":
                content = deciding.correction(target, field or "", value or "")
            elif action == "split":
                content = Content(targets=[target, deciding.split_off(target, documents)])
            elif action == "join":
                if other == engagement:
                    raise UsageError(f"expected two engagements, found {engagement} twice")
                content = Content(targets=[target, deciding.target_of(connection, other or "")])
            elif action == "link":
                content = deciding.link_content(
                    target, field or "", deciding.target_of(connection, other or "")
                )
            return deciding.append(connection, action, content, by=by, reason=reason, at=at)

    def add_by_hand(
        self,
        event: Event,
        *,
        by: str,
        reason: str,
        at: str | None = None,
        due: str | None = None,
        follows: str | None = None,
    ) -> Decision:
        """Add an engagement that no document tells: a planned visit, a follow-up that is due.

        Args:
            event: what it is; its evidence is the reason.
            by: who adds it.
            reason: why, or what is known of it; it is shown as the evidence.
            at: when it is added, as ISO 8601; None is now.
            due: the ISO day by which it is to be done.
            follows: the id of the engagement that it follows up.

        Raises:
            UsageError: there is no such engagement to follow up.
        """
        self.refresh()
        with self._writing() as connection:
            targets = [deciding.target_of(connection, follows)] if follows else []
            content = Content(targets=targets, event=event, due=due)
            return deciding.append(connection, "add", content, by=by, reason=reason, at=at)

    def decide_of_persons(
        self, action: str, forms: Sequence[str], *, by: str, reason: str, at: str | None = None
    ) -> Decision:
        """Write down that two forms of a name are of one person (`same-person`) or of two (`two-persons`).

        Raises:
            UsageError: a form is none that a document has.
        """
        self.refresh()
        with self._writing() as connection:
            deciding.check_forms(connection, forms)
            content = Content(forms=list(forms))
            return deciding.append(connection, action, content, by=by, reason=reason, at=at)

    def withdraw(self, number: int, *, by: str, reason: str, at: str | None = None) -> Decision:
        """Take a decision back.

        Raises:
            UsageError: there is no such decision, or it is withdrawn already.
        """
        with self._writing() as connection:
            return deciding.withdraw(connection, number, by=by, reason=reason, at=at)

    def count(self) -> int:
        """How many engagements the register holds, without those that were rejected."""
        self.refresh()
        with self._reading() as connection:
            return count_engagements(connection)

    def refresh(self) -> int:
        """Make the engagements of all reports that changed since they were last made.

        Returns:
            The number of components that were made anew. Called by whatever reads engagements. One that is stopped
            on the way goes on where it was.
        """
        with self._reading() as connection:
            if not has_work(connection) and _aliases_of(connection) == self._known_by():
                return 0
        self._take_aliases()
        made = 0
        while self._place():
            pass
        while count := self._make():
            made += count
        with self._writing() as connection:
            link_as_decided(connection, in_force(deciding.all_decisions(connection)))
        return made

    def rebuild(self) -> None:
        """Make everything anew that is made from documents, reports and decisions."""
        with self._writing() as connection:
            derive_all(connection)
        self.refresh()

    def _place(self) -> int:
        with self._writing() as connection:
            force = in_force(deciding.all_decisions(connection))
            return place_some(connection, self._judged(connection), force)

    def _make(self) -> int:
        with self._writing() as connection:
            force = in_force(deciding.all_decisions(connection))
            return make_some(connection, self._judged(connection), force)

    def _judged(self, connection: Connection) -> Aliases:
        force = in_force(deciding.all_decisions(connection))
        return persons_judged(self._aliases, force) or self._aliases

    def _take_aliases(self) -> None:
        """Have all made anew where engagements were made with another table of aliases."""
        with self._writing() as connection:
            if _aliases_of(connection) == self._known_by():
                return
            unplace_all(connection)
            connection.execute(delete(schema.about).where(schema.about.c.name == _ALIASES))
            connection.execute(schema.about.insert().values(name=_ALIASES, value=self._known_by()))

    def _derive(self) -> None:
        """Make what is made from documents and reports, where a migration left that to be done."""
        table = schema.about
        told = select(table.c.value).where(table.c.name == DERIVED)
        with self._reading() as connection:
            if connection.execute(told).first() is not None:
                return
        with self._writing() as connection:
            if connection.execute(told).first() is None:
                derive_all(connection)
                connection.execute(table.insert().values(name=DERIVED, value=str(schema.VERSION)))

    def _known_by(self) -> str:
        own = self._aliases.own
        return blake2b(repr(sorted(own)).encode(), digest_size=16).hexdigest() if own else ""

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
