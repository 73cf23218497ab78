"""Offices over time: who held which office when, taken from files of others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="FollowTheMoney entities, one JSON object a line.")
    ],
    out: Annotated[Path, typer.Option("--out", metavar="TABLE", help="The table to write, for `--offices`.")],
    rejects: Annotated[
        Path | None,
        typer.Option("--rejects", metavar="TSV", help="Where to write what was rejected, and why."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NOTE", help="What the table says of where its rows come from."),
    ] = None,
) -> None:
    """Make a table of offices from Person, Position and Occupancy entities."""
    from mithaq.errors import InputError
    from mithaq.gazetteer.followthemoney import import_entities
    from mithaq.gazetteer.occupancies import COLUMNS

    if not file.is_file():
        raise InputError(f"{file}: expected a file of FollowTheMoney entities, found none; name another")
    with file.open("rb") as lines:
        rows, rejected = import_entities(lines, source=" ".join((source or file.name).split()))
    _write(out, [COLUMNS, *rows])
    if rejects:
        _write(
            rejects, [("line", "entity", "reason"), *((str(r.line), r.entity, r.reason) for r in rejected)]
        )
    else:
        for each in rejected:
            print(f"mithaq: {file}:{each.line}: {each.entity}: {each.reason}", file=sys.stderr)
    typer.echo(f"{out}: {len(rows)} taken, {len(rejected)} rejected")


def _write(path: Path, rows: list[tuple[str, ...]]) -> None:
    from mithaq.errors import InputError

    lines = ["\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows]
    try:
        path.write_text("".join(lines), "utf-8", newline="\n")
    except OSError as wrong:
        raise InputError(f"{path}: cannot be written: {wrong.strerror}; name another file") from wrong
