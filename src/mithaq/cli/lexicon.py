"""Word data: the tables and rules that reading runs on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def check(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FOLDER]",
            help="A folder that holds languages/ and gazetteer/; else the data of this package.",
        ),
    ] = None,
) -> None:
    """Check word data and tell all faults at once.

    Every row of every table, and every rule.
    """
    from mithaq.errors import LexiconError
    from mithaq.lexicon import check as find_faults

    if folder is not None and not (folder / "languages").is_dir():
        raise LexiconError(
            f"{folder}: expected a folder that holds languages/, found none; name the folder above it"
        )
    faults = find_faults(folder)
    if faults:
        count = f"{len(faults)} fault{'' if len(faults) == 1 else 's'}"
        raise LexiconError("\n".join([f"{count} in the word data", *map(str, faults)]))
    typer.echo("word data: no faults")
