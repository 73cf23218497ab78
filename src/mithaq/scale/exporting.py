"""How long exports of a register take, and in how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from mithaq.scale.speed import command

ONE_TABLE = "csv, one table"
"""What CSV is called where it is a file, and not a folder of four."""


class Export(NamedTuple):
    """An export as a process of its own: seconds, by the clock and of processors; the highest memory and what it wrote in MB."""

    what: str
    seconds: float
    processors: float
    peak: float
    size: float


def measure_export(where: str, folder: Path, what: str) -> Export:
    """Export all of a register.

    Args:
        where: the register.
        folder: where to write to.
        what: a format of `mithaq export`, or `ONE_TABLE`.
    """
    fmt = "csv" if what == ONE_TABLE else what
    out = folder / ("one.csv" if what == ONE_TABLE else fmt)
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command(), "export", "--register", where, "--out", str(out), "--format", fmt],
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, f"mithaq export --format {fmt}")
    unit = 1 if sys.platform == "darwin" else 1024
    files = [out] if out.is_file() else sorted(out.iterdir())
    size = sum(file.stat().st_size for file in files)
    processors = used.ru_utime + used.ru_stime
    return Export(what, time.perf_counter() - start, processors, used.ru_maxrss * unit / 1e6, size / 1e6)
