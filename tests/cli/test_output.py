"""What becomes of output that cannot be written, and of signs in it that would turn a terminal round."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCS = str(EXAMPLES / "ar.jsonl")
COMMANDS = {
    "read": ("read", DOCS),
    "read as lines": ("read", "--jsonl", DOCS),
    "explain": ("explain", DOCS),
    "add": ("add", DOCS, "--register", "r.mithaq"),
    "evaluate": ("evaluate", str(EXAMPLES / "ar.gold.jsonl"), DOCS),
    "help": ("--help",),
}
Run = Callable[..., tuple[int, str, str]]


def start(arguments: tuple[str, ...], folder: Path, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from mithaq.cli import main; main()", *arguments]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_pipe_is_no_error(name: str, tmp_path: Path) -> None:
    with start(COMMANDS[name], tmp_path, stdout=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_told(name: str, tmp_path: Path) -> None:
    with open("/dev/full", "wb") as full, start(COMMANDS[name], tmp_path, stdout=full) as process:
        assert process.stderr
        told = process.stderr.read().decode()
        assert told.startswith(
            "mithaq: the output cannot be written: no space left on device. Free some space"
        )
        assert len(told.splitlines()) == 1
        assert process.wait() == 2


def test_overrides_of_direction_do_not_reach_a_terminal(mithaq: Run) -> None:
    text = "\u202eاستقبل وزير الداخلية المغربي، أمس بالرباط، \u2066وزير الداخلية الإسباني."
    for command in ("read", "explain"):
        _, out, _ = mithaq(command, "-", stdin=text)
        assert "وزير الداخلية المغربي" in out
        assert "\u202e" not in out
        assert "\u2066" not in out
