"""`mithaq add`: documents into a register."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from mithaq.cli.inputs import ALIASES, ENCODING, HOME, LANG, OFFICES, PATHS, PUBLISHED, SOURCE

REGISTER = typer.Option(
    ..., "--register", metavar="FILE", help="The register; it is made if it is not there."
)


def add(
    paths: list[str] = PATHS,
    register: str = REGISTER,
    home: str | None = HOME,
    published: str | None = PUBLISHED,
    lang: str | None = LANG,
    source: str | None = SOURCE,
    encoding: str | None = ENCODING,
    offices: Path | None = OFFICES,
    aliases: Path | None = ALIASES,
) -> None:
    """Read documents and keep what they report in a register; a document that is there already changes nothing."""
    from mithaq.cli.inputs import read_each
    from mithaq.register import Outcome, Register
    from mithaq.sources import Defaults, Reject, documents

    defaults = Defaults(home=home, published=published, lang=lang, source=source)
    counts = dict.fromkeys(Outcome, 0)
    refused = 0
    with Register.open(register, aliases=aliases) as opened:
        for item, reading in read_each(
            documents(paths, defaults=defaults, encoding=encoding), offices=offices
        ):
            if isinstance(item, Reject) or reading is None:
                refused += 1
                continue
            outcome = opened.add(item, reading.events)
            counts[outcome] += 1
            if outcome is Outcome.REPLACED:
                print(
                    f"mithaq: {item.id}: replaces the document of this id that the register held",
                    file=sys.stderr,
                )
        total = opened.count()
    told = [f"{counts[outcome]} {outcome}" for outcome in Outcome] + [f"{refused} refused"]
    print(f"{register}: documents: {', '.join(told)}")
    print(f"{register}: {total} engagement{'' if total == 1 else 's'}")
    if refused:
        raise typer.Exit(2)
