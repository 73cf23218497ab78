"""`mithaq review`: the year of a country, as one page."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

import typer

from mithaq.cli.inputs import ALIASES
from mithaq.errors import UsageError


def review(
    register: str = typer.Option(..., "--register", metavar="FILE", help="The register."),
    year: int = typer.Option(..., "--year", metavar="YEAR", help="The year to review."),
    home: str = typer.Option(
        ..., "--home", metavar="CODE", help="The country whose year it is, such as MAR."
    ),
    out: str = typer.Option(..., "--out", metavar="FILE", help="The page to write, such as review.html."),
    lang: str = typer.Option("ar", "--lang", metavar="LANG", help="The language of the page."),
    aliases: Path | None = ALIASES,
) -> None:
    """Write the year of a country as one page.

    The page needs no other file: it can be opened, printed and sent as it is.
    """
    from mithaq.cli.conditions import require
    from mithaq.publish import review as compose
    from mithaq.register import Register

    require(register)
    with Register.open(register, aliases=aliases) as opened:
        page = compose(opened, year=year, home=home.upper(), lang=lang)
    write_whole(Path(out), page)
    print(f"{out}: the review of {home.upper()} in {year}")


def write_whole(path: Path, page: str) -> None:
    """Write a file in one move, so that none is left half-written."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(page)
            os.chmod(name, 0o644)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise
    except OSError as fault:
        remedy = "Name a file in a folder that is there and may be written to"
        if fault.errno in (errno.ENOSPC, errno.EDQUOT):
            remedy = "Free some space, or name a file on another disk"
        why = (fault.strerror or str(fault)).lower()
        raise UsageError(f"{path}: cannot be written: {why}. {remedy}") from fault
