"""Opening the database of a register: what may be opened, and what is told of what may not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from mithaq.errors import RegisterError
from mithaq.register.migration import make_or_migrate

_WAIT_FOR_OTHERS = 30
_SQLITE = b"SQLite format 3\x00"
_POSTGRESQL = "postgresql+psycopg"
_LOCK = 0x6D697468
"""What writers to one PostgreSQL register take in turn."""


def open_database(where: str | Path) -> Engine:
    """An engine on the register at a path or URL, which is made if nothing is there, or brought up to date.

    Raises:
        RegisterError: the folder is missing, the file is no register, is damaged, or is of a newer Mithaq.
    """
    url = _url(where)
    if url.get_backend_name() == "sqlite" and url.database:
        _check_file(Path(url.database))
    shown = shown_name(where)
    try:
        engine = create_engine(url, connect_args={"timeout": _WAIT_FOR_OTHERS} if _is_sqlite(url) else {})
    except (NoSuchModuleError, ImportError) as fault:
        raise RegisterError(
            f"{shown}: expected a path, or a sqlite:/// or postgresql:// URL; no driver for it here: {fault}"
        ) from fault
    if _is_sqlite(url):
        event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_sqlite if _is_sqlite(url) else _begin)
    try:
        with explained(shown):
            make_or_migrate(engine, shown)
    except BaseException:
        engine.dispose()
        raise
    return engine


def shown_name(where: str | Path) -> str:
    """How a register is called in messages: its path, or its URL without the password."""
    url = _url(where)
    return url.database or "" if _is_sqlite(url) else url.render_as_string(hide_password=True)


@contextmanager
def explained(where: str) -> Iterator[None]:
    """Turn what the database raises to a RegisterError that names the register and the remedy."""
    try:
        yield
    except DBAPIError as fault:
        reason = " ".join(str(fault.orig).split())
        raise RegisterError(f"{where}: the register cannot be used: {reason}. {_remedy(reason)}") from fault
    except (UnicodeEncodeError, sqlite3.Error) as fault:
        raise RegisterError(f"{where}: the register cannot be written: {fault}") from fault


def _remedy(reason: str) -> str:
    if "connection" in reason or "authentication" in reason or "does not exist" in reason:
        return "Check that the server runs, and that the URL names its host, database and user."
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
        url = make_url(text)
    except ArgumentError as fault:
        raise RegisterError(
            f"{text}: expected a path, or a URL such as sqlite:///register.mithaq or postgresql://HOST/DATABASE"
        ) from fault
    is_postgresql = url.drivername.partition("+")[0] in ("postgres", "postgresql")
    return url.set(drivername=_POSTGRESQL) if is_postgresql else url


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


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: two that read first and write later would stop each other."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin(connection: Connection) -> None:
    """Writers wait for each other as they do in SQLite: what one makes, the next one sees."""
    if connection.get_execution_options().get("writes"):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
