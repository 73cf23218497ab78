"""`mithaq bench`: how fast texts are read, and in how much memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from mithaq.scale.speed import Speed


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
) -> None:
    """Measure how fast texts are read, and in how much memory.

    On one core: megabytes and documents a second, start time, memory over a long stream.
    """
    import tempfile

    import mithaq
    from mithaq.errors import InputError
    from mithaq.records import Document
    from mithaq.scale.corpus import Corpus
    from mithaq.scale.speed import measure_speed, measure_start, measure_stream
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
    folder = examples or Path(mithaq.__file__).parents[2] / "examples"
    corpus = Corpus(folder)
    size = int(megabytes * 1e6)
    typer.echo(_row("diplomatic news", measure_speed(list(corpus.diplomatic(size)))))
    typer.echo(_row("mixed news", measure_speed(list(corpus.mixed(size)))))
    with tempfile.TemporaryDirectory() as scratch:
        text = Path(scratch) / "short.txt"
        text.write_text(next(corpus.diplomatic(1)).text.split("\n")[0], "utf-8")
        typer.echo(f"start of `mithaq read` on a short text: {measure_start(text):.2f} s")
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
