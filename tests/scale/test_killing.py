"""Nothing is lost, doubled or left to be mended when `mithaq add` is killed: `make bench` does so 200 times."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from mithaq.scale.killing import measure_kills

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the first documents of each language, a file each."""
    made = tmp_path / "docs"
    made.mkdir()
    for name in ("ar", "en", "es", "fr"):
        with (EXAMPLES / f"{name}.jsonl").open("rb") as lines:
            for number, line in enumerate(islice(lines, 4)):
                (made / f"{name}{number}.jsonl").write_bytes(line)
    return made


def test_killed_at_random_moments(new_register: Callable[[], str], folder: Path) -> None:
    outcome = measure_kills(new_register, folder, times=2)
    assert outcome.kills >= 2
    assert outcome.different == ()
