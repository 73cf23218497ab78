"""What is lost when `mithaq add` is killed at a random moment, and done again: nothing, if all is well."""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from mithaq.register import Register
from mithaq.scale.speed import command


class Kills(NamedTuple):
    """How often `add` was killed, into how many registers, and which of these came out otherwise than undisturbed."""

    kills: int
    registers: int
    different: tuple[str, ...]


def measure_kills(new: Callable[[], str], folder: Path, *, times: int, seed: int = 2024) -> Kills:
    """Kill `mithaq add` of a folder with SIGKILL at random moments, doing it again until it ends by itself.

    Args:
        new: gives a place where no register is yet.
        folder: with documents.
        times: kills at least.
        seed: of the draw of moments: from a fifth of the time that an undisturbed `add` takes to all of it.

    Returns:
        What came of it: a register is different if its documents or its engagements are not those of the undisturbed.
    """
    undisturbed = new()
    start = time.perf_counter()
    subprocess.run(_add(folder, undisturbed), check=True, stdout=subprocess.DEVNULL)
    longest = time.perf_counter() - start
    expected = list(_held(undisturbed))
    draw = random.Random(seed)
    kills, registers = 0, 0
    different = []
    while kills < times:
        where = new()
        registers += 1
        while _is_killed(folder, where, draw.uniform(longest / 5, longest)):
            kills += 1
        if list(_held(where)) != expected:
            different.append(where)
    return Kills(kills, registers, tuple(different))


def _is_killed(folder: Path, where: str, after: float) -> bool:
    """Add a folder; False if that ends by itself within so many seconds."""
    process = subprocess.Popen(_add(folder, where), stdout=subprocess.DEVNULL)
    try:
        code = process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    if code:
        raise subprocess.CalledProcessError(code, "mithaq add")
    return False


def _add(folder: Path, where: str) -> list[str]:
    return [*command(), "add", str(folder), "--register", where]


def _held(where: str) -> Iterator[bytes]:
    """All that a register has of documents and engagements, as JSON."""
    with Register.open(where) as register:
        yield from map(msgspec.json.encode, register.documents())
        yield from map(msgspec.json.encode, register.engagements())
