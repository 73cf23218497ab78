"""`mithaq assembly`: a session of an international assembly, counted by its rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from mithaq.insight.ballots import BallotResult, Mandate, Outcome, Support

_ANSWERS = {True: "yes", False: "no", None: "open"}


def assembly(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A session as TOML.")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of text.")] = False,
) -> None:
    """Count a session of an assembly by its body's rules: quorum, mandates, motions, ballots, support.

    What the file or the rules do not tell stays open, and is listed.
    """
    import msgspec

    from mithaq.insight.assembly import read_session
    from mithaq.insight.ballots import compute

    session = read_session(file)
    outcome = compute(session)
    if as_json:
        typer.echo(msgspec.json.encode(outcome))
        return
    where = ", ".join(part for part in (session.place, session.dates) if part)
    title = f"{outcome.body}, session {outcome.session}" if outcome.session else outcome.body
    typer.echo(
        f"{title}{f': {where}' if where else ''}\nrules: {outcome.rules}\n" + "\n".join(_lines(outcome))
    )


def _lines(outcome: Outcome) -> list[str]:
    quorum = outcome.quorum
    present = "not told" if quorum.present is None else str(quorum.present)
    lines = [
        "",
        f"present: {present}",
        f"quorum: {_ANSWERS[quorum.reached]}"
        + (f" ({quorum.needed} needed)" if quorum.needed is not None else ""),
    ]
    for mandate in outcome.mandates:
        lines += ["", *_mandate(mandate)]
    for motion in outcome.motions:
        carried = {True: "carried", False: "not carried", None: "open"}[motion.carried]
        lines += ["", f"motion: {motion.title}", f"  {carried}: {motion.why}"]
    for ballot in outcome.ballots:
        lines += ["", *_ballot(ballot)]
    for support in outcome.support:
        if support.sought:
            lines += ["", *_support(support)]
    for title, told in (("against the rules", outcome.faults), ("not known", outcome.open)):
        if told:
            lines += ["", f"{title}:", *(f"  {each}" for each in told)]
    return lines


def _mandate(mandate: Mandate) -> list[str]:
    by_answer = {
        answer: [act for act, covered in mandate.covers.items() if covered is answer]
        for answer in (True, False, None)
    }
    words = {True: "may", False: "may not", None: "scope not told"}
    absent = "; absent" if mandate.present is False else ""
    return [
        f"mandate: {mandate.delegate} for {mandate.member}{absent}",
        *(f"  {words[answer]}: {', '.join(acts)}" for answer, acts in by_answer.items() if acts),
    ]


def _ballot(ballot: BallotResult) -> list[str]:
    from mithaq.insight.ballots import describe, span

    of = f" for {ballot.region}" if ballot.region else ""
    cast = "not told" if ballot.cast is None else str(ballot.cast)
    lines = [f"ballot: {ballot.office}{of}; votes cast: {cast}"]
    lines += [f"  {votes:>4}  {name}" for name, votes in ballot.votes.items()]
    for told in ballot.rounds:
        elected = "open" if told.elected is None else ", ".join(told.elected) or "nobody"
        lines.append(f"  if {span(told.first, told.last)}: needs {describe(told.threshold)}")
        lines.append(f"    elected: {elected}; {told.then}")
        if told.agrees is not None:
            lines.append(f"    agrees with who was declared elected: {_ANSWERS[told.agrees]}")
    return lines


def _support(support: Support) -> list[str]:
    lines = [
        f"support: {support.name} for {support.office}: {support.pledged} of {support.sought} sought have pledged"
    ]
    lines += [
        f"  {who}: {number} needed, {max(number - support.pledged, 0)} missing"
        for who, number in support.needed.items()
    ]
    if support.open:
        lines.append(f"  sought and not pledged: {', '.join(support.open)}")
    return lines
