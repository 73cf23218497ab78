"""`mithaq bench`: how fast texts are read and in how much memory; how a large register answers, exports and bears being killed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from mithaq.scale.speed import Speed

Places = dict[str, Callable[[], str]]
"""By the name of a database, what gives a place where no register is yet."""


ADDED = 500  # documents that are added for each megabyte of a corpus that is read


def bench(
    docs: Annotated[
        Path | None, typer.Argument(metavar="[DOCS]", help="Measure on these documents, JSON Lines, instead.")
    ] = None,
    examples: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="The examples that texts are made of; else those of the checkout."
        ),
    ] = None,
    megabytes: Annotated[float, typer.Option(metavar="N", help="Size of each corpus that is made.")] = 6.0,
    million: Annotated[
        bool, typer.Option("--million", help="Also stream a million short documents; takes minutes.")
    ] = False,
    engagements: Annotated[
        int, typer.Option(metavar="N", min=0, help="Instead: how a register of N engagements answers.")
    ] = 0,
    exports: Annotated[
        int, typer.Option(metavar="N", min=0, help="Instead: how N engagements are exported.")
    ] = 0,
    kills: Annotated[
        int, typer.Option(metavar="N", min=0, help="Instead: what is lost when add is killed N times.")
    ] = 0,
) -> None:
    """Measure how fast texts are read, and in how much memory; or what a register bears.

    On one core: megabytes and documents a second, start time, memory over a long stream.
    """
    import mithaq

    folder = examples or Path(mithaq.__file__).parents[2] / "examples"
    if not (engagements or exports or kills):
        _measure_reading(docs, folder, megabytes, million=million)
        return
    with tempfile.TemporaryDirectory(prefix="mithaq-bench-") as scratch, _databases(Path(scratch)) as places:
        if engagements:
            for name, new in places.items():
                _measure_answers(name, new, engagements)
        if exports:
            _measure_exports(places["SQLite"], Path(scratch), exports)
        if kills:
            different = [
                _measure_kills(name, new, Path(scratch), folder, kills) for name, new in places.items()
            ]
            if any(different):
                raise typer.Exit(1)


@contextmanager
def _databases(scratch: Path) -> Iterator[Places]:
    from mithaq.errors import UsageError
    from mithaq.scale.server import new_databases, postgresql_server

    numbers = count(1)
    places: Places = {"SQLite": lambda: str(scratch / f"{next(numbers)}.mithaq")}
    with ExitStack() as running:
        try:
            server = running.enter_context(postgresql_server())
        except UsageError as fault:
            typer.echo(f"PostgreSQL is not measured: {fault}")
        else:
            urls = running.enter_context(new_databases(server))
            places["PostgreSQL"] = lambda: next(urls)
        yield places


def _measure_answers(name: str, new: Callable[[], str], number: int) -> None:
    import time

    from mithaq.scale.filling import fill
    from mithaq.scale.questions import measure_adding, measure_questions

    where = new()
    start = time.perf_counter()
    fill(where, number)
    typer.echo(f"{number:,} engagements, {name}: made in {time.perf_counter() - start:.0f} s")
    for delay in (*measure_questions(where), *measure_adding(where, new(), number)):
        typer.echo(
            f"  {delay.what:<36}{delay.times:>6} times{delay.median:>9.1f} ms in the middle{delay.p95:>9.1f} ms at p95"
        )


def _measure_exports(new: Callable[[], str], scratch: Path, number: int) -> None:
    from mithaq.publish.exports import FORMATS
    from mithaq.scale.exporting import ONE_TABLE, measure_export
    from mithaq.scale.filling import fill

    where = new()
    fill(where, number)
    typer.echo(f"{number:,} engagements exported, each a process of its own")
    for what in (ONE_TABLE, *FORMATS):
        found = measure_export(where, scratch, what)
        typer.echo(
            f"  {what:<16}{found.seconds:>8.1f} s{found.processors:>8.1f} s of processors{found.peak:>8.0f} MB of memory{found.size:>9.1f} MB written"
        )


def _measure_kills(name: str, new: Callable[[], str], scratch: Path, examples: Path, times: int) -> int:
    from mithaq.scale.killing import measure_kills

    folder = scratch / "documents"
    folder.mkdir(exist_ok=True)
    for path in sorted(examples.glob("??.jsonl")):
        shutil.copy(path, folder)
    found = measure_kills(new, folder, times=times)
    told = f"{len(found.different)} DIFFERENT" if found.different else "all as if undisturbed"
    typer.echo(f"add killed {found.kills} times, {name}: {found.registers} registers, {told}")
    return len(found.different)


def _measure_reading(docs: Path | None, folder: Path, megabytes: float, *, million: bool) -> None:
    from mithaq.errors import InputError
    from mithaq.records import Document
    from mithaq.scale.corpus import Corpus
    from mithaq.scale.dispatches import LANGS, dispatches
    from mithaq.scale.speed import measure_adding, measure_speed, measure_start, measure_stream
    from mithaq.sources import documents

    typer.echo(
        f"{'':<20}{'MB':>7}{'documents':>11}{'events':>8}{'MB/s':>8}{'docs/s':>9}{'bare automaton MB/s':>21}"
    )
    if docs is not None:
        given = [item for item in documents([docs], lines=True) if isinstance(item, Document)]
        if not given:
            raise InputError(f"{docs}: expected documents, found none that can be read; name another file")
        typer.echo(_row(docs.name[:19], measure_speed(given)))
        return
    corpus = Corpus(folder)
    size = int(megabytes * 1e6)
    for lang in LANGS:
        made = list(Corpus(folder, lang).diplomatic(size))
        typer.echo(_row(f"diplomatic news, {lang}", measure_speed(made)))
    typer.echo(_row("mixed news, ar", measure_speed(list(corpus.mixed(size)))))
    with tempfile.TemporaryDirectory() as scratch:
        text = Path(scratch) / "short.txt"
        text.write_text(next(corpus.diplomatic(1)).text.split("\n")[0], "utf-8")
        typer.echo(f"start of `mithaq read` on a short text: {measure_start(text):.2f} s")
        count = max(1, int(megabytes * ADDED))
        made = list(dispatches(folder / "dispatches.toml", count))
        seconds, processor = measure_adding(made, Path(scratch))
        typer.echo(
            f"`mithaq add` of {count:,} documents of 1 kB to a new register: {seconds:.1f} s, {processor:.1f} s of "
            f"processor time, {count / processor:,.0f} documents a second of it"
        )
    if million:
        stream = measure_stream(corpus.short(1_000_000), 1_000_000)
        typer.echo(
            f"a million short documents as a stream: {stream.seconds:.0f} s, "
            f"{stream.early:.0f} MB of memory at a tenth, {stream.late:.0f} MB at the end, {stream.peak:.0f} MB at most"
        )


def _row(name: str, speed: Speed) -> str:
    return (
        f"{name:<20}{speed.megabytes:>7.1f}{speed.documents:>11,}{speed.events:>8,}{speed.megabytes_a_second:>8.2f}"
        f"{speed.documents_a_second:>9,.0f}{speed.automaton_megabytes_a_second:>21.1f}"
    )
