"""`mithaq export`: engagements in the formats of others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mithaq.cli.inputs import ALIASES


def export(
    register: Annotated[str, typer.Option("--register", metavar="REGISTER", help="The register.")],
    out: Annotated[
        Path, typer.Option("--out", metavar="PATH", help="The file to write; for csv also a folder.")
    ],
    fmt: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="The format; else by the ending of the path."),
    ] = None,
    year: Annotated[int | None, typer.Option("--year", help="Only those of this year.")] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="Only those of this kind.")] = None,
    party: Annotated[str | None, typer.Option("--party", help="Only those of this country or body.")] = None,
    stage: Annotated[str | None, typer.Option("--stage", help="Only those of this stage.")] = None,
    aliases: Path | None = ALIASES,
) -> None:
    """Write engagements as csv, parquet, xlsx, jsonl, plover, ftm, jsonld, ical, graphml, gexf or markdown."""
    from mithaq.cli.conditions import make_filters, require
    from mithaq.publish.exports import export as write
    from mithaq.register import Register

    filters = make_filters(year=year, kind=kind, stage=stage, parties=[party] if party else None)
    require(register)
    with Register.open(register, aliases=aliases) as opened:
        told = opened.told(filters)
        number = write(told, told.lookup, out, fmt)
    typer.echo(f"{out}: {number} engagement{'' if number == 1 else 's'}")
