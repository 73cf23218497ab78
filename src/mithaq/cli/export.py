"""`mithaq export`: engagements in the formats of others."""

from __future__ import annotations

from pathlib import Path

import typer

from mithaq.cli.conditions import KIND, PARTY, REGISTER, STAGE, YEAR
from mithaq.cli.inputs import ALIASES

OUT = typer.Option(..., "--out", metavar="PATH", help="The file to write; for csv also a folder.")


def export(
    register: str = REGISTER,
    out: Path = OUT,
    fmt: str | None = typer.Option(
        None, "--format", metavar="FORMAT", help="The format; else by the ending of the path."
    ),
    year: int | None = YEAR,
    kind: str | None = KIND,
    party: list[str] | None = PARTY,
    stage: str | None = STAGE,
    aliases: Path | None = ALIASES,
) -> None:
    """Write engagements as csv, parquet, xlsx, jsonl, plover, ftm, jsonld, ical, graphml, gexf or markdown."""
    from mithaq.cli.conditions import make_filters, require
    from mithaq.publish.exports import export as write
    from mithaq.register import Register

    filters = make_filters(year=year, kind=kind, stage=stage, parties=party)
    require(register)
    with Register.open(register, aliases=aliases) as opened:
        told = opened.told(filters)
        number = write(told, told.lookup, out, fmt)
    typer.echo(f"{out}: {number} engagement{'' if number == 1 else 's'}")
