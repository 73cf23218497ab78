"""`mithaq explain`: which rule, on which words of which text, made what."""

from __future__ import annotations

import sys

import typer

from mithaq.cli.inputs import ENCODING, HOME, LANG, PATHS, PUBLISHED


def explain(
    paths: list[str] = PATHS,
    jsonl: bool = typer.Option(False, "--jsonl", help="Take files as JSON Lines of documents."),
    home: str | None = HOME,
    published: str | None = PUBLISHED,
    lang: str | None = LANG,
    encoding: str | None = ENCODING,
) -> None:
    """Show which rules fired on a text.

    Stage by stage, with the words that they took and what they made of them.
    """
    from mithaq.cli.inputs import tell, tell_unread
    from mithaq.cli.table import one_line
    from mithaq.reading import Reader
    from mithaq.sources import Defaults, Reject, documents

    reader = Reader()
    refused = False
    for item in documents(
        paths, lines=jsonl, defaults=Defaults(home=home, published=published, lang=lang), encoding=encoding
    ):
        if isinstance(item, Reject):
            tell(item)
            refused = True
            continue
        tell_unread(item, reader.stretches(item))
        traces = reader.explain(item)
        lines = [f"{item.id}: {len(traces)} rules fired" if traces else f"{item.id}: no rule fired"]
        for trace in traces:
            where = f"{trace.span.start}-{trace.span.end}"
            lines += [
                f"  {where:<12} {trace.stage:<8} {trace.rule}",
                f"      made  {one_line(trace.made)}",
                f"      from  {one_line(trace.span.text)}",
            ]
        sys.stdout.buffer.write(("\n".join(lines) + "\n\n").encode("utf-8"))
        sys.stdout.buffer.flush()
    if refused:
        raise typer.Exit(2)
