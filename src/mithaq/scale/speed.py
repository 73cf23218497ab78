"""Measures of reading: speed on one core, the floor of cost beside it, start time, memory over a long stream."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import daachorse
import msgspec

from mithaq.lexicon import read_table
from mithaq.lexicon.pack import data_folder
from mithaq.reading import Reader
from mithaq.records import Document

PASSES = 3
STARTS = 3
SAMPLES = 20


class Speed(NamedTuple):
    """How fast texts were read; megabytes are a million bytes of UTF-8."""

    documents: int
    events: int
    megabytes: float
    megabytes_a_second: float
    documents_a_second: float
    automaton_megabytes_a_second: float


class Stream(NamedTuple):
    """A long stream through `mithaq read --jsonl -`: resident memory in MB, early, late and at its highest."""

    documents: int
    seconds: float
    early: float
    late: float
    peak: float


def measure_speed(documents: Sequence[Document]) -> Speed:
    """Read documents from raw text to events, PASSES times over, and take the fastest, in processor time.

    The reader is loaded before; the words of the texts are new to it in the first pass.
    """
    reader = Reader()
    reader.read(documents[0])
    size = sum(len(document.full_text.encode("utf-8")) for document in documents) / 1e6
    taken, events = [], 0
    for _ in range(PASSES):
        gc.collect()
        start = time.process_time()
        events = sum(len(reader.read(document)) for document in documents)
        taken.append(time.process_time() - start)
    seconds = min(taken)
    return Speed(
        len(documents),
        events,
        size,
        size / seconds,
        len(documents) / seconds,
        size / _automaton_seconds(documents, documents[0].lang or "ar"),
    )


def _automaton_seconds(documents: Sequence[Document], lang: str) -> float:
    """The floor of cost: one pass of a bare automaton of the same word forms over the same texts."""
    automaton = _bare_automaton(lang if (data_folder() / "languages" / lang).is_dir() else "ar")
    texts = [document.full_text for document in documents]
    taken = []
    for _ in range(PASSES):
        start = time.process_time()
        for text in texts:
            automaton.find(text)
        taken.append(time.process_time() - start)
    return min(taken)


@cache
def _bare_automaton(lang: str) -> daachorse.CharwiseDoubleArrayAhoCorasick:
    tables = sorted((data_folder() / "languages" / lang).glob("*.tsv"))
    forms = {row.form for table in tables for row in read_table(table)[0]}
    return daachorse.CharwiseDoubleArrayAhoCorasick(sorted(forms), daachorse.MATCH_KIND_LEFTMOST_LONGEST)


def measure_start(text: Path) -> float:
    """Seconds of `mithaq read` on a text, the whole process, median of STARTS."""
    taken = []
    for _ in range(STARTS):
        start = time.perf_counter()
        subprocess.run([*command(), "read", str(text)], check=True, stdout=subprocess.DEVNULL)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def measure_adding(documents: Sequence[Document], scratch: Path) -> tuple[float, float]:
    """Seconds of `mithaq add` of documents to a new register in a file, the whole process, engagements made: by the
    clock and of processor time.

    Args:
        scratch: a folder for the documents and the register.
    """
    encode = msgspec.json.Encoder().encode
    lines, register = scratch / "documents.jsonl", scratch / "bench.mithaq"
    lines.write_bytes(b"".join(encode(document) + b"\n" for document in documents))
    before, start = os.times(), time.perf_counter()
    subprocess.run(
        [*command(), "add", str(lines), "--register", str(register)], check=True, stdout=subprocess.DEVNULL
    )
    seconds, after = time.perf_counter() - start, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return seconds, processor


def measure_stream(documents: Iterable[Document], count: int) -> Stream:
    """Feed a stream to `mithaq read --jsonl -` and watch its resident memory.

    Args:
        documents: as many as `count`, made as they are sent.
        count: how many they are; memory is sampled twenty times on the way, `early` at a tenth of it.
    """
    encode = msgspec.json.Encoder().encode
    sizes: list[float] = []
    start = time.perf_counter()
    with subprocess.Popen(
        [*command(), "read", "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        assert process.stdin is not None
        for place, document in enumerate(documents, start=1):
            process.stdin.write(encode(document) + b"\n")
            if place % max(1, count // SAMPLES) == 0:
                process.stdin.flush()
                sizes.append(_resident(process.pid))
        process.stdin.close()
        code = process.wait()
    if code:
        raise subprocess.CalledProcessError(code, "mithaq read --jsonl -")
    early = sizes[min(1, len(sizes) - 1)]
    return Stream(count, time.perf_counter() - start, early, sizes[-1], max(sizes))


def command() -> list[str]:
    """How `mithaq` is run as a process of its own."""
    script = Path(sys.executable).with_name("mithaq")
    return [str(script)] if script.exists() else [sys.executable, "-c", "from mithaq.cli import main; main()"]


def _resident(process: int) -> float:
    """Resident memory of a process in MB."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        shown = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True
        )
        return int(shown.stdout) * 1024 / 1e6
