"""A timeline: stacked bars by month and family of kinds.

Drawn here and not by a library of charts: bars take their colours from the page, so that one picture serves light, dark
and print; time runs from right to left where the script does; a second form with months below each other serves phones.
Importing altair, which was tried, alone takes 0.5 s, more than the whole page, and 150 MB on disk.
"""

from __future__ import annotations

from mithaq.publish.pictures.shapes import Key, Label, Picture, Shape, line, rectangle
from mithaq.publish.tree import Bin, Timeline

_MANY = 13
"""Columns from which the names of months are left out between."""


def draw_upright(timeline: Timeline, *, from_right: bool) -> Picture:
    """Months side by side, for a wide page."""
    width, height, top, bottom, margin = 760.0, 290.0, 24.0, 262.0, 34.0
    highest, step = _scale(timeline)
    slot = (width - margin - 8) / len(timeline.bins)
    every = -(-len(timeline.bins) // _MANY)
    unit = (bottom - top) / highest
    left, right = (8.0, width - margin) if from_right else (margin, width - 8)
    shapes, labels = [], []
    for number in range(0, highest + 1, step):
        y = bottom - number * unit
        shapes.append(Shape(line(left, y, right, y), "rule"))
        labels.append(Label(str(number), right + 16 if from_right else 16, y + 4, role="axis"))
    for place, each in enumerate(timeline.bins):
        start = width - margin - slot * (place + 1) if from_right else margin + slot * place
        middle, floor = start + slot / 2, bottom
        for family, count in _counts(each).items():
            floor -= count * unit
            bar = rectangle(start + slot * 0.19, floor, slot * 0.62, count * unit)
            shapes.append(Shape(bar, family, _title(timeline, each, family, count)))
        total = sum(_counts(each).values())
        if total:
            labels.append(Label(str(total), middle, floor - 7, role="total"))
        if place % every == 0:
            labels.append(Label(each.short, middle, bottom + 20))
    return Picture(width, height, shapes, labels, _legend(timeline))


def draw_lying(timeline: Timeline, *, from_right: bool) -> Picture:
    """Months below each other, for a narrow page."""
    width, row = 360.0, 30.0
    names = min(130.0, max(72.0, 8.2 * max(len(each.label) for each in timeline.bins)))
    highest, _ = _scale(timeline)
    unit = (width - names - 30) / highest
    shapes, labels = [], []
    for place, each in enumerate(timeline.bins):
        y, reached = place * row, names
        for family, count in _counts(each).items():
            length = count * unit
            left = width - reached - length if from_right else reached
            bar = rectangle(left, y + 6, length, row - 12)
            shapes.append(Shape(bar, family, _title(timeline, each, family, count)))
            reached += length
        total = sum(_counts(each).values())
        if total:
            end = width - reached - 12 if from_right else reached + 12
            labels.append(Label(str(total), end, y + row / 2 + 5, role="total"))
        side = Label(
            each.label, width if from_right else 0, y + row / 2 + 5, "right" if from_right else "left"
        )
        labels.append(side)
    return Picture(width, row * len(timeline.bins), shapes, labels, _legend(timeline))


def _counts(each: Bin) -> dict[str, int]:
    """How many engagements of each family a month has, of those that it has any of."""
    return {family: len(ids) for family, ids in each.of.items() if ids}


def _title(timeline: Timeline, each: Bin, family: str, count: int) -> str:
    return f"{each.label} · {timeline.families[family]}: {count}"


def _legend(timeline: Timeline) -> list[Key]:
    return [Key(family, name) for family, name in timeline.families.items()]


def _scale(timeline: Timeline) -> tuple[int, int]:
    """The highest number on the axis and the step between numbers."""
    most = max((sum(_counts(each).values()) for each in timeline.bins), default=0)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if most <= step * 5)
    return max(1, -(-most // step)) * step, step
