"""Opening the database of a register: what may be opened, and what is told of what may not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from mithaq.errors import RegisterError
from mithaq.register import schema

_WAIT_FOR_OTHERS = 30
_SQLITE = b"SQLite format 3\x00"


def open_database(where: str | Path) -> Engine:
    """An engine on the register at a path or URL, which is made if nothing is there.

    Raises:
        RegisterError: the folder is missing, the file is no register, is damaged, or is of a newer Mithaq.
    """
    url = _url(where)
    if url.get_backend_name() == "sqlite" and url.database:
        _check_file(Path(url.database))
    shown = url.database or url.render_as_string(hide_password=True)
    try:
        engine = create_engine(url, connect_args={"timeout": _WAIT_FOR_OTHERS} if _is_sqlite(url) else {})
    except (NoSuchModuleError, ImportError) as fault:
        raise RegisterError(
            f"{where}: expected a path or a sqlite:/// URL; no driver for it here: {fault}"
        ) from fault
    if _is_sqlite(url):
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    try:
        with explained(shown):
            _make_or_check(engine, shown)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn what the database raises to a RegisterError that names the register and the remedy."""
    try:
        yield
    except DBAPIError as fault:
        reason = str(fault.orig)
        raise RegisterError(f"{where}: the register cannot be used: {reason}. {_remedy(reason)}") from fault
    except (UnicodeEncodeError, sqlite3.Error) as fault:
        raise RegisterError(f"{where}: the register cannot be written: {fault}") from fault


def _remedy(reason: str) -> str:
    if "locked" in reason:
        return "Another process is writing to it: try again when it is done."
    if "full" in reason or "disk I/O" in reason:
        return "Free some space and do it again: documents that were added before are kept."
    if "readonly" in reason or "unable to open" in reason:
        return "Check that the file and its folder may be written to."
    if "malformed" in reason or "not a database" in reason or "no such" in reason:
        return "The file is damaged: restore a copy, or build the register anew from its documents."
    return "Check the disk and the file's rights."


def _url(where: str | Path) -> URL:
    text = str(where)
    if not text:
        raise RegisterError("expected the path of a register, such as register.mithaq, found nothing")
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        return make_url(text)
    except ArgumentError as fault:
        raise RegisterError(f"{text}: expected a path or a URL such as sqlite:///register.mithaq") from fault


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _check_file(path: Path) -> None:
    if str(path) == ":memory:":
        raise RegisterError(":memory:: expected a file: a register is kept")
    if path.is_dir():
        raise RegisterError(
            f"{path}: expected a file, found a folder. Name a file in it, such as {path}/register.mithaq"
        )
    if not path.parent.is_dir():
        raise RegisterError(f"{path}: there is no folder {path.parent}. Make it first, or name another")
    try:
        with path.open("rb") as file:
            head = file.read(len(_SQLITE))
    except FileNotFoundError:
        return
    except OSError as fault:
        raise RegisterError(f"{path}: cannot be read: {fault.strerror}. Check the file's rights") from fault
    if head and head != _SQLITE:
        raise RegisterError(
            f"{path}: expected a register of Mithaq, found another kind of file. Name a new file"
        )


def _prepare(connection: Any, _record: Any) -> None:
    """Leave transactions to SQLAlchemy's events: the driver's own habits would commit in their midst."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_WAIT_FOR_OTHERS * 1000}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once: two that read first and write later would stop each other."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make_or_check(engine: Engine, shown: str) -> None:
    with engine.begin() as connection:
        tables = set(inspect(connection).get_table_names())
        found = None
        if schema.about.name in tables:
            query = select(schema.about.c.value).where(schema.about.c.name == "schema")
            found = connection.execute(query).scalar()
    if found is None and tables:
        raise RegisterError(
            f"{shown}: expected a register of Mithaq, found another database. Name a new file"
        )
    if found is None:
        _make(engine)
    elif not found.isdecimal() or int(found) > schema.VERSION:
        raise RegisterError(
            f"{shown}: expected a register of schema {schema.VERSION} or older, found {found}. "
            "It was written by a newer Mithaq: upgrade this one"
        )


def _make(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        schema.metadata.create_all(connection)
        if not connection.execute(select(schema.about.c.value)).first():
            connection.execute(schema.about.insert().values(name="schema", value=str(schema.VERSION)))
