"""A real server on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from serving import Server, serve


@pytest.fixture
def server() -> Iterator[Server]:
    with serve() as serving:
        yield serving
