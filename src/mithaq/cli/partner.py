"""`mithaq partner`: all that a register holds on one partner of a country."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mithaq.cli.conditions import REGISTER
from mithaq.cli.inputs import ALIASES, BASIS

if TYPE_CHECKING:
    from mithaq.insight.measures import Basis
    from mithaq.insight.profile import Profile
    from mithaq.register import Register


def partner(
    code: Annotated[
        str, typer.Argument(metavar="PARTNER", help="A country or body, such as ESP or INTERPOL.")
    ],
    register: str = REGISTER,
    home: str = typer.Option(..., "--home", metavar="CODE", help="Whose partner it is, such as MAR."),
    out: Annotated[
        str | None,
        typer.Option(
            "--out", metavar="FILE", help="Write a page: its ending tells the format, such as spain.pdf."
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="LANG", help="The language of the page; else that of most documents."),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="html, pdf, docx, markdown or json, whatever the ending."
        ),
    ] = None,
    basis: str = BASIS,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of text.")] = False,
    aliases: Path | None = ALIASES,
) -> None:
    """Tell the history of two: years, who meets whom, agreements, threats, what sources dispute, what is planned."""
    import msgspec

    from mithaq.cli.conditions import basis_named, require
    from mithaq.errors import UsageError
    from mithaq.insight.profile import profile
    from mithaq.register import Register

    one, other = home.upper(), code.upper()
    if one == other:
        raise UsageError(f"expected a partner other than --home, found {other} twice")
    if not out and (lang or format_):
        raise UsageError(f"{'--lang' if lang else '--format'}: expected --out FILE beside it, found none")
    if out and as_json:
        raise UsageError("--json: expected it without --out; a page in JSON is --out FILE.json")
    chosen = basis_named(basis)
    require(register)
    with Register.open(register, aliases=aliases) as opened:
        if out:
            _write(opened, out, format_, home=one, partner=other, lang=lang, basis=chosen, aliases=aliases)
            return
        known = opened.engagements(party=other)
    found = profile(known, home=one, partner=other, basis=chosen)
    if found is None:
        held = " on that basis" if chosen != "all" and profile(known, home=one, partner=other) else ""
        raise UsageError(f"{register}: no engagement of {one} and {other}{held}")
    typer.echo(msgspec.json.encode(found) if as_json else "\n".join(_lines(found)))


def _write(
    register: Register,
    out: str,
    form: str | None,
    *,
    home: str,
    partner: str,
    lang: str | None,
    basis: Basis,
    aliases: Path | None,
) -> None:
    """Write the profile as a page."""
    from mithaq.gazetteer import with_own
    from mithaq.publish import choose_format, compose_profile, render
    from mithaq.publish.whole import whole_bytes

    chosen = choose_format(out, form)
    own = with_own(aliases)
    page = compose_profile(register, home=home, partner=partner, lang=lang, basis=basis, aliases=own)
    written = render(page, chosen)
    with whole_bytes(Path(out)) as file:
        file.write(written)
    typer.echo(f"{out}: {partner}, partner of {home}")


def _lines(found: Profile) -> list[str]:
    from mithaq.cli.table import one_line

    measures = found.measures
    lines = [f"{found.partner}, partner of {found.home}: {found.first} to {found.last}", ""]
    for year, kinds in found.years.items():
        told = ", ".join(f"{kind} {n}" for kind, n in kinds.items())
        lines.append(f"{year}  {sum(kinds.values()):>4}  {told}")
    if measures:
        lines += ["", f"intensity    {measures.intensity:.2f} engagements a year"]
        if measures.reciprocity is not None:
            visits = f"{measures.visits_made} made, {measures.visits_received} received"
            lines.append(f"reciprocity  {measures.reciprocity:.2f}: visits {visits}")
        ranks = [(found.home, measures.level_home), (found.partner, measures.level)]
        if any(rank for _, rank in ranks):
            lines.append("level        " + ", ".join(f"{code} rank {rank}" for code, rank in ranks if rank))
        if measures.topics:
            lines.append("threats      " + ", ".join(f"{topic} {n}" for topic, n in measures.topics.items()))
    if found.pairs:
        lines += ["", "who meets whom"]
        lines += [
            f"  {pair.engagements:>3}  {one_line(pair.home)} | {one_line(pair.partner)}"
            for pair in found.pairs
        ]
    if found.agreements:
        lines += ["", "agreements"]
        for agreement in found.agreements:
            name = one_line(agreement.instrument) if agreement.instrument else "agreement"
            due = f", due {', '.join(agreement.due)}" if agreement.due else ""
            due += f", expires {agreement.expires}" if agreement.expires else ""
            lines.append(f"  {agreement.id}  {agreement.state}{due}  {name}")
    known = {engagement.id: engagement for engagement in found.engagements}
    for title, ids in (("sources differ", found.disputed), ("planned", found.ahead)):
        if ids:
            lines += ["", title]
            lines += [f"  {i}  {known[i].when or 'undated':<22} {known[i].kind}" for i in ids]
    return lines
