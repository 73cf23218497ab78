"""What every part of the register stands on: opening it, reading, writing, and keeping what is made from it fresh."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, delete, select

from mithaq.gazetteer import Aliases, shipped_aliases, with_own
from mithaq.register import deciding, schema
from mithaq.register.database import explained, open_database, shown_name
from mithaq.register.decisions import in_force, persons_judged
from mithaq.register.intake import derive_all
from mithaq.register.making import link_as_decided, make_some
from mithaq.register.migration import DERIVED, derived_by
from mithaq.register.placing import has_work, place_some, unplace_all

_ALIASES = "aliases"
"""The row of `mithaq` that tells by which table of aliases the engagements were made."""


class Base:
    """An open register: its database, and the engagements in it made anew when they are read."""

    def __init__(self, engine: Engine, where: str, aliases: Aliases | None = None) -> None:
        self._engine = engine
        self.where = where
        self._aliases = aliases or shipped_aliases()

    @classmethod
    def open(cls, where: str | Path, *, aliases: Path | None = None) -> Self:
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
        """Make what is made from documents and reports, where a migration left that to be done, or other rules of what
        reports are sought by did it.
        """
        table = schema.about
        told = select(table.c.value).where(table.c.name == DERIVED)
        with self._reading() as connection:
            if connection.execute(told).scalar() == derived_by():
                return
        with self._writing() as connection:
            if connection.execute(told).scalar() != derived_by():
                derive_all(connection)
                connection.execute(delete(table).where(table.c.name == DERIVED))
                connection.execute(table.insert().values(name=DERIVED, value=derived_by()))

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
