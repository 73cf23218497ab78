"""Older registers are brought up to date, newer ones refused, and both ways to the tables lead to the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from mithaq.errors import RegisterError
from mithaq.records import Document, Event
from mithaq.register import Register, schema
from mithaq.register.migration import revision_of

Telling = tuple[Document, list[Event]]


def make_version_1(path: Path, tellings: list[Telling]) -> None:
    """A register as the first version wrote it: with the stamp of no migration."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        upgrade(connection, 1)
        connection.exec_driver_sql("DROP TABLE alembic_version")
        connection.exec_driver_sql("INSERT INTO mithaq VALUES ('schema', '1')")
        for document, events in tellings:
            row = [getattr(document, name) for name in Document.__struct_fields__]
            connection.exec_driver_sql(
                "INSERT INTO documents (id, text, title, lang, published, home, url, source, witness, fingerprint,"
                " reader_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'w', 'f', 'old')",
                tuple(row),
            )
            for ordinal, event in enumerate(events):
                connection.exec_driver_sql(
                    "INSERT INTO reports VALUES (?, ?, 'block', ?, ?, ?)",
                    (document.id, ordinal, event.kind, event.stage, msgspec.json.encode(event)),
                )
    engine.dispose()


def upgrade(connection: object, version: int) -> None:
    config = Config()
    config.set_main_option("script_location", "mithaq.register:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, revision_of(version))


def test_a_version_1_register_keeps_what_it_holds(
    tmp_path: Path, new_register: Callable[[], str], examples: list[Telling]
) -> None:
    path = tmp_path / "old.mithaq"
    make_version_1(path, examples)
    before = path.read_bytes()
    with Register.open(new_register()) as fresh, Register.open(path) as register:
        for document, events in examples:
            fresh.add(document, events)
        assert register.engagements() == fresh.engagements()
        assert list(register.documents()) == list(fresh.documents())
        assert len(register.find_documents("حموشي")) == len(fresh.find_documents("حموشي")) > 0
    copy = tmp_path / "old.mithaq.schema-1"
    assert copy.stat().st_size == len(before)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT value FROM mithaq").fetchall() == [("1",)]
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (len(examples),)


def test_a_second_copy_does_not_take_the_place_of_the_first(tmp_path: Path) -> None:
    (tmp_path / "old.mithaq.schema-1").write_text("kept", "utf-8")
    make_version_1(tmp_path / "old.mithaq", [])
    Register.open(tmp_path / "old.mithaq").close()
    assert (tmp_path / "old.mithaq.schema-1").read_text("utf-8") == "kept"
    assert (tmp_path / "old.mithaq.schema-1-2").is_file()


def test_what_was_not_derived_yet_is_derived_at_the_next_opening(
    tmp_path: Path, examples: list[Telling]
) -> None:
    """As when a process is killed between the tables and what is made from them."""
    path = tmp_path / "r.mithaq"
    with Register.open(path) as register:
        for document, events in examples:
            register.add(document, events)
        expected = register.engagements()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM mithaq WHERE name = 'derived'")
        for table in ("report_keys", "report_parties", "searched", "engagements", "engagement_reports"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM engagement_keys")
        connection.execute("DELETE FROM links")
    with Register.open(path) as register:
        assert register.engagements() == expected


def test_what_other_rules_derived_is_derived_anew(tmp_path: Path, examples: list[Telling]) -> None:
    path = tmp_path / "r.mithaq"
    with Register.open(path) as register:
        for document, events in examples:
            register.add(document, events)
        expected = register.engagements()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE mithaq SET value = '2' WHERE name = 'derived'")
        connection.execute("UPDATE report_keys SET key = 'of other rules'")
    with Register.open(path) as register:
        assert register.engagements() == expected
    with closing(sqlite3.connect(path)) as connection:
        told = connection.execute("SELECT count(*) FROM report_keys WHERE key = 'of other rules'").fetchone()
        assert told == (0,)


def test_migrations_lead_to_the_tables(where: str) -> None:
    url = where if "://" in where else f"sqlite:///{where}"
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        upgrade(connection, schema.VERSION)
        context = MigrationContext.configure(connection, opts={"compare_server_default": False})
        changes = [
            change
            for change in compare_metadata(context, schema.metadata)
            if "searched_words" not in repr(change)
        ]
        assert changes == []
        migrated = set(inspect(connection).get_table_names())
    engine.dispose()
    assert migrated >= set(schema.metadata.tables)


def test_a_newer_register_is_refused_on_both(where: str) -> None:
    Register.open(where).close()
    url = where if "://" in where else f"sqlite:///{where}"
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(schema.about.update().where(schema.about.c.name == "schema").values(value="99"))
    engine.dispose()
    with pytest.raises(RegisterError, match="newer Mithaq: upgrade this one") as told:
        Register.open(where)
    assert "postgres:" not in str(told.value)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(RegisterError, match="Check that the server runs") as told:
        Register.open("postgresql://desk:secret@localhost:1/register")
    assert "secret" not in str(told.value)
