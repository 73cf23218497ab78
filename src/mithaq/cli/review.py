"""`mithaq review`: the year, or another period, of a country, a body or an agency, as a page or document."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from mithaq.cli.conditions import REGISTER
from mithaq.cli.inputs import ALIASES, BASIS
from mithaq.errors import UsageError

if TYPE_CHECKING:
    from mithaq.insight import Period


def review(
    register: str = REGISTER,
    home: str = typer.Option(
        ...,
        "--home",
        metavar="NAME",
        help="Whose review: a country such as MAR, a body such as INTERPOL, or an agency as texts name it.",
    ),
    out: str = typer.Option(
        ...,
        "--out",
        metavar="FILE",
        help="The file to write; its ending tells the format, such as review.pdf.",
    ),
    year: int | None = typer.Option(None, "--year", metavar="YEAR", help="The year to review."),
    from_: str | None = typer.Option(
        None, "--from", metavar="DAY", help="The first day of another period, such as 2024-01-01."
    ),
    to: str | None = typer.Option(None, "--to", metavar="DAY", help="Its last day."),
    topic: str = typer.Option(
        "security", "--topic", metavar="TOPIC", help="security, or all to take in general diplomacy too."
    ),
    lang: str | None = typer.Option(
        None, "--lang", metavar="LANG", help="The language of the page; else that of most documents."
    ),
    format_: str | None = typer.Option(
        None, "--format", metavar="FORMAT", help="html, pdf, docx, markdown or json, whatever the ending."
    ),
    basis: str = BASIS,
    worldview: str | None = typer.Option(
        None,
        "--worldview",
        metavar="CODE",
        help="Draw the map as this country's official maps do, such as MAR; else what is disputed is nobody's.",
    ),
    aliases: Path | None = ALIASES,
) -> None:
    """Write the year of a country, or another period, as one page or document.

    An HTML page needs no other file: it can be opened, printed and sent as it is.
    """
    from mithaq.cli.conditions import basis_named, require
    from mithaq.gazetteer import with_own
    from mithaq.publish import choose_format, compose, render
    from mithaq.publish.whole import whole_bytes
    from mithaq.register import Register

    period = _period(year, from_, to)
    form = choose_format(out, format_)
    require(register)
    with Register.open(register, aliases=aliases) as opened:
        composed = compose(
            opened,
            period=period,
            home=home,
            lang=lang,
            topic=topic,  # type: ignore[arg-type]  # refused there if it is none
            aliases=with_own(aliases),
            basis=basis_named(basis),
            worldview=worldview.upper() if worldview else None,
        )
    page = render(composed, form)
    with whole_bytes(Path(out)) as file:
        file.write(page)
    print(f"{out}: the review of {home} in {period.edtf}")


def _period(year: int | None, first: str | None, last: str | None) -> Period:
    """The period that the options name.

    Raises:
        UsageError: none is named, or two are, or a day is none.
    """
    from mithaq.insight import Period

    if year is not None and (first or last):
        raise UsageError("--year: expected a year, or --from and --to, found both; leave one out")
    if year is not None:
        if not dt.MINYEAR <= year <= dt.MAXYEAR:
            raise UsageError(f"--year: expected a year, such as 2024, found {year}")
        return Period.of_year(year)
    if not first or not last:
        raise UsageError("--year: expected a year, such as 2024, or --from and --to, found none")
    days = [_day("--from", first), _day("--to", last)]
    if days[0] > days[1]:
        raise UsageError(f"--to: expected a day on or after {first}, found {last}")
    return Period(*days)


def _day(option: str, told: str) -> dt.date:
    try:
        return dt.date.fromisoformat(told)
    except ValueError:
        raise UsageError(f"{option}: expected a day, such as 2024-01-31, found {told!r}") from None
