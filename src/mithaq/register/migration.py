"""Making the tables of a register, and bringing those of an older one up to date.

A new register is made at once; an older one goes through the Alembic revisions in `migrations/`. What was copied of it
before stays beside it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, inspect, select

from mithaq.errors import RegisterError
from mithaq.register import schema
from mithaq.register.facts import RULES
from mithaq.register.full_text import make_full_text

DERIVED = "derived"
"""The row of `mithaq` that tells that what is made from documents and reports is there."""

_FIRST = 1
_alembic_version = Table(
    "alembic_version", MetaData(), Column("version_num", String(32), primary_key=True, nullable=False)
)


def make_or_migrate(engine: Engine, shown: str) -> None:
    """Make the register that an engine is on, or bring it up to date.

    Args:
        engine: its `begin` event takes the lock of a writer where the option `writes` is set.
        shown: what messages call the register.

    Raises:
        RegisterError: what is there is no register, or one of a newer Mithaq.
    """
    with engine.begin() as connection:
        found = _version(connection, shown)
    if found == schema.VERSION:
        return
    if found is None and engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()
    if found is not None and engine.dialect.name == "sqlite" and engine.url.database:
        _copy(Path(engine.url.database), found, shown)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        found = _version(connection, shown)  # another process may have been first
        if found is None:
            _make(connection)
        elif found < schema.VERSION:
            _migrate(connection, found)


def revision_of(version: int) -> str:
    """The Alembic revision that makes the tables of a version."""
    return f"{version:04}"


def derived_by() -> str:
    """By which tables and rules what is made from documents and reports is made."""
    return f"{schema.VERSION}.{RULES}"


def _version(connection: Connection, shown: str) -> int | None:
    """The version of the tables; None where there are none."""
    tables = set(inspect(connection).get_table_names())
    if schema.about.name not in tables:
        if tables:
            raise RegisterError(
                f"{shown}: expected a register of Mithaq, found another database. Name a new file or database"
            )
        return None
    told = select(schema.about.c.value).where(schema.about.c.name == "schema")
    found = connection.execute(told).scalar() or ""
    if not found.isdecimal() or int(found) > schema.VERSION:
        raise RegisterError(
            f"{shown}: expected a register of schema {schema.VERSION} or older, found {found}. "
            "It was written by a newer Mithaq: upgrade this one"
        )
    return int(found)


def _make(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    make_full_text(connection)
    _alembic_version.create(connection)
    connection.execute(_alembic_version.insert().values(version_num=revision_of(schema.VERSION)))
    told = {"schema": str(schema.VERSION), DERIVED: derived_by()}
    connection.execute(schema.about.insert(), [{"name": name, "value": told[name]} for name in told])


def _copy(path: Path, version: int, shown: str) -> None:
    """Copy a register in a file, with what others have written and not yet moved into it."""
    copy = path.with_name(f"{path.name}.schema-{version}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.name}.schema-{version}-{number}")
    try:
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as fault:
        copy.unlink(missing_ok=True)
        raise RegisterError(
            f"{shown}: expected to copy it to {copy} before it is brought up to date: {fault}. "
            "Free some space, or check that the folder may be written to"
        ) from fault


def _migrate(connection: Connection, version: int) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "mithaq.register:migrations")
    config.attributes["connection"] = connection
    if version == _FIRST:
        command.stamp(config, revision_of(_FIRST))
    command.upgrade(config, revision_of(schema.VERSION))
    connection.execute(
        schema.about.update().where(schema.about.c.name == "schema").values(value=str(schema.VERSION))
    )
    connection.execute(schema.about.delete().where(schema.about.c.name == DERIVED))
