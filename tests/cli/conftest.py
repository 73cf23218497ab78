"""The command line is tested as it is used: as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest


class Outcome(NamedTuple):
    """What a run of `mithaq` gave."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def mithaq() -> Callable[..., Outcome]:
    """Run `mithaq` with arguments; text or bytes for its standard input."""

    def run(*arguments: str | Path, stdin: str | bytes = b"", **environment: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-c", "from mithaq.cli import main; main()", *map(str, arguments)],
            input=stdin.encode("utf-8") if isinstance(stdin, str) else stdin,
            capture_output=True,
            env={**os.environ, **environment},
            timeout=120,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return run
