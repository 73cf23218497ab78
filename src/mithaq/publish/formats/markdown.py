"""A review as Markdown (CommonMark with pipe tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mithaq.publish import tree

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#{}~])")
_AT_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


def write_markdown(review: tree.Review) -> bytes:
    """The Markdown of a review, in UTF-8. In a page from right to left, renderers need no more than the letters."""
    lines = [f"# {escape(review.title)}", "", f"*{escape(review.subtitle)}*", ""]
    lines += [" ".join(escape(text.text) for text in review.lead), ""]
    for section in review.sections:
        lines += [f"## {escape(section.title)}", ""]
        for block in section.blocks:
            lines += [*_block(block, review.labels), ""]
    lines += ["---", "", escape(review.footer), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).encode("utf-8")


def escape(text: str) -> str:
    """A text of others as text: nothing in it is a sign of Markdown."""
    return _AT_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))


def _block(block: tree.Block, labels: tree.Labels) -> Iterator[str]:
    match block:
        case tree.Text():
            yield f"*{escape(block.text)}*" if block.is_note else escape(block.text)
        case tree.Cards():
            yield from (f"- **{card.number}** {escape(card.label)}" for card in block.cards)
        case tree.Timeline() | tree.Map() | tree.Network() | tree.Comparison():
            yield from (escape(block.about), "")
            yield from _numbers(block.numbers)
        case tree.Items():
            if block.title:
                yield from (f"### {escape(block.title)}", "")
            if block.more:
                yield from (f"*{escape(block.more)}*", "")
            for item in block.items:
                yield from _item(item, labels)
        case tree.Table():
            yield from _numbers(block)
        case tree.Lines():
            for line in block.lines:
                yield "- " + " ".join(
                    escape(part if isinstance(part, str) else _refer(part)) for part in line.parts
                )
                yield from (f"  - {escape(conflict)}" for conflict in line.conflicts)
        case tree.Sources():
            yield from (
                f"{place}. {_source(source, labels)}" for place, source in enumerate(block.sources, start=1)
            )


def _refer(reference: tree.Reference) -> str:
    return f"{reference.label} ({reference.when})" if reference.when else reference.label


def _item(item: tree.Item, labels: tree.Labels) -> Iterator[str]:
    yield f'<a id="e-{item.id}"></a>{escape(item.sentence)}' + (
        f" **[{escape(item.tag)}]**" if item.tag else ""
    )
    yield from (f"  \n{escape(text)}" for text in (item.history, *item.conflicts) if text)
    yield f"  \n*{escape(item.summary)}*"
    yield ""
    for source in item.sources:
        yield f"- {_source(source, labels)}"
        yield from (f"  > {escape(quote.text)}" for quote in source.quotes)
    yield ""


def _source(source: tree.Source, labels: tree.Labels) -> str:
    told = [f"**{escape(source.outlet)}**"]
    if source.date:
        told.append(escape(source.date))
    if source.title:
        told.append(escape(source.title))
    if source.link:
        told.append(f"[{escape(labels.link)}](<{source.link.replace('<', '%3C').replace('>', '%3E')}>)")
    return " · ".join(told)


def _numbers(table: tree.Table) -> Iterator[str]:
    if not table.rows:
        return
    numbers = [
        any(row[place].number is not None for row in table.rows) for place in range(len(table.columns))
    ]
    yield from _table(table.columns, [[cell.text for cell in row] for row in table.rows], numbers)


def _table(heads: list[str], rows: list[list[str]], numbers: list[bool]) -> Iterator[str]:
    yield "| " + " | ".join(map(escape, heads)) + " |"
    yield "|" + "|".join(" ---: " if is_number else " --- " for is_number in numbers) + "|"
    yield from ("| " + " | ".join(map(escape, row)) + " |" for row in rows)
