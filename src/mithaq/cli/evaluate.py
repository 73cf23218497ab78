"""`mithaq evaluate`: how well the reader reads, on texts labelled by hand, or as those found it who reviewed a register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mithaq.cli.conditions import REGISTER_OR_NONE

if TYPE_CHECKING:
    from mithaq.insight.evaluation import Errors, Figures, Score, Told
    from mithaq.insight.judgement import Share
    from mithaq.insight.pairs import PairError, PairFigures
    from mithaq.sources import Reject

_ATTRIBUTES = {
    "stage": "stage",
    "when": "when",
    "place_country": "place, country",
    "city": "place, city",
    "direction": "guest and host",
    "agreement_action": "action of agreements",
    "person_recall": "persons, recall",
    "person_precision": "persons, precision",
    "topics": "topics, F1",
}


def evaluate(
    gold: Annotated[
        Path | None, typer.Argument(metavar="[GOLD]", help="Labelled events, JSON Lines.")
    ] = None,
    docs: Annotated[
        Path | None, typer.Argument(metavar="[DOCS]", help="The documents they belong to, JSON Lines.")
    ] = None,
    register: str | None = REGISTER_OR_NONE,
    show: Annotated[
        int | None, typer.Option(metavar="N", min=0, help="Show the errors of N documents; else of all.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option(metavar="LANG", help="Score only documents of this language.")
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Write the figures as one JSON object, without the errors.")
    ] = False,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="Score which reports are joined to one engagement instead.")
    ] = False,
) -> None:
    """Score the reader on texts labelled by hand, or which of their reports are joined.

    Precision, recall, F1, attributes, confidence, and every error in full. With --register, the precision that reviewers
    found who accepted, corrected and rejected engagements.
    """
    import msgspec

    from mithaq.cli.inputs import tell
    from mithaq.errors import UsageError

    if register is not None:
        if gold or docs or lang or pairs or show is not None:
            raise UsageError(
                "expected --register alone or with --json, found GOLD, DOCS, --lang, --pairs or --show beside it"
            )
        _judge(register, json=json)
        return
    if gold is None or docs is None:
        raise UsageError(
            "expected GOLD and DOCS, or --register FILE, found neither. See mithaq evaluate --help"
        )
    from mithaq.insight.gold import evaluate_files
    from mithaq.insight.pairs import evaluate_pairs

    refused: list[Reject] = []

    def refuse(reject: Reject) -> None:
        tell(reject)
        refused.append(reject)

    figures: Figures | PairFigures
    if pairs:
        figures, wrong = evaluate_pairs(gold, docs, lang=lang, refuse=refuse)
        lines = [*_pair_summary(figures), *_pairs_told(wrong, show)]
    else:
        figures, errors, _ = evaluate_files(gold, docs, lang=lang, refuse=refuse)
        lines = [*_summary(figures), *_told(errors[:show])]
    typer.echo(msgspec.json.format(msgspec.json.encode(figures), indent=1) if json else "\n".join(lines))
    if refused:
        raise typer.Exit(2)


def _judge(register: str, *, json: bool) -> None:
    import msgspec

    from mithaq.cli.conditions import require
    from mithaq.insight.judgement import judge_reader
    from mithaq.register import Register

    require(register)
    with Register.open(register) as opened:
        found = judge_reader(opened)
    if json:
        typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=1))
        return
    every = found.every
    typer.echo(
        f"{every.found.judged} engagements judged: {every.accepted} accepted, {every.corrected} corrected, "
        f"{every.rejected} rejected"
    )
    if not every.found.judged:
        typer.echo(
            f"mithaq: {register}: nothing is judged yet. Judge: mithaq decisions accept ID --register {register}",
            err=True,
        )
        return
    typer.echo(f"\n{'':<24}{'right':>8}{'judged':>8}  {'precision':<24}{'nothing to correct':<24}")
    rows = {"all": every, **{f"  {kind}": judged for kind, judged in found.by_kind.items()}}
    for lang, judged in found.by_lang.items():
        rows[lang] = judged
        of_lang = {kind: langs[lang] for kind, langs in found.by_kind_and_lang.items() if lang in langs}
        rows |= {f"  {lang} {kind}": each for kind, each in of_lang.items()}
    for name, each in rows.items():
        typer.echo(
            f"{name:<24}{each.found.right:>8}{each.found.judged:>8}  {_bounded(each.found):<24}{_bounded(each.whole)}"
        )
    if found.fields:
        told = ", ".join(f"{field} {number}" for field, number in found.fields.items())
        typer.echo(f"\ncorrected: {told}")


def _bounded(share: Share) -> str:
    return f"{share.share:.3f} ({share.low:.3f} to {share.high:.3f})"


def _summary(figures: Figures) -> list[str]:
    lines = [
        f"{figures.docs} documents, {figures.kind.gold} events labelled, {figures.kind.pred} found",
        "",
        f"{'':<24}{'precision':>10}{'recall':>10}{'F1':>10}{'right':>8}{'found':>8}{'gold':>8}",
        _row("kind and parties", figures.kind),
        _row("  any kind of contact", figures.group),
        _row("  parties alone", figures.parties),
        *(_row(f"  {kind}", score) for kind, score in figures.by_kind.items()),
        "",
        "of the events found, right in",
    ]
    for name, shown in _ATTRIBUTES.items():
        value = getattr(figures, name)
        lines.append(f"  {shown:<22}{'-' if value is None else f'{value:.3f}':>10}")
    share = f" ({figures.false_alarm_docs / figures.empty_docs:.1%})" if figures.empty_docs else ""
    lines += [
        "",
        f"documents without events: {figures.empty_docs}, of which {figures.false_alarm_docs} got one{share}",
        "",
        f"{'confidence':<24}{'events':>10}{'mean':>10}{'right':>10}",
    ]
    for tenth in figures.reliability:
        span = f"{tenth.above:.1f} to {tenth.above + 0.1:.1f}"
        lines.append(f"  {span:<22}{tenth.events:>10}{tenth.mean_confidence:>10.3f}{tenth.right:>10.3f}")
    return lines


def _pair_summary(figures: PairFigures) -> list[str]:
    return [
        f"{figures.docs} documents, {figures.reports} reports found",
        f"{figures.engagements} engagements labelled, of which several documents tell {figures.told}",
        "",
        f"{'pairs of reports':<24}{'precision':>10}{'recall':>10}{'F1':>10}{'right':>8}{'joined':>8}{'gold':>8}",
        _row("  like a labelled event", figures.matched),
        _row("  all", figures.whole),
    ]


def _pairs_told(wrong: list[PairError], show: int | None) -> list[str]:
    documents = list(dict.fromkeys(error.documents[0] for error in wrong))[:show]
    lines = []
    for error in wrong:
        if error.documents[0] not in documents:
            continue
        word = "joined" if error.is_joined else "apart"
        named = " and ".join(dict.fromkeys((error.engagement, error.other)))
        lines += ["", f"{error.documents[0]} and {error.documents[1]} {word}: {named}"]
        lines += [f"  {_event(event)}\n      > {' '.join(event.evidence.split())}" for event in error.told]
        lines.append(f"  {error.reason}")
    return lines


def _row(name: str, score: Score) -> str:
    shares = f"{score.p:>10.3f}{score.r:>10.3f}{score.f1:>10.3f}"
    return f"{name:<24}{shares}{score.tp:>8}{score.pred:>8}{score.gold:>8}"


def _told(errors: list[Errors]) -> list[str]:
    lines = []
    for entry in errors:
        lines += ["", entry.document]
        for word, events in (("missed", entry.missed), ("invented", entry.invented)):
            for event in events:
                lines += [f"  {word:<9} {_event(event)}", f"      > {' '.join(event.evidence.split())}"]
    return lines


def _event(event: Told) -> str:
    parties = "+".join(event.codes)
    if event.guests and event.hosts:
        parties = f"{'+'.join(sorted(event.guests))}>{'+'.join(sorted(event.hosts))}"
    kind = f"{event.kind}.{event.action}" if event.action else event.kind
    return " ".join([kind, event.stage or "-", parties or "-", event.when or "-", event.country or "-"])
