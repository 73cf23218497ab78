"""A timeline as a chart: stacked bars by month and family of kinds. Geometry only; the template draws.

Drawn by hand and not by a library of charts: bars take their colours from the page, so that one picture serves light,
dark and print; time runs from right to left where the script does; a second form with months below each other serves
phones. Importing altair, which was tried, alone takes 0.5 s, more than the whole page, and 150 MB on disk.
"""

from __future__ import annotations

from typing import NamedTuple

from mithaq.publish.tree import Bin, Timeline

_MANY = 13
"""Columns from which the names of months stand on two lines or are left out between."""


class Bar(NamedTuple):
    """One family in one month: a rectangle."""

    family: str
    x: float
    y: float
    width: float
    height: float
    number: int


class Column(NamedTuple):
    """One month: its bars, where its name and its total stand."""

    label: str
    bars: list[Bar]
    x: float
    y: float
    total: int
    total_x: float
    total_y: float
    is_named: bool


class Chart(NamedTuple):
    """A picture of `width` by `height`; `steps` are the numbers on the axis with the line of each."""

    width: float
    height: float
    columns: list[Column]
    steps: list[tuple[int, float]]
    left: float
    right: float


def count_families(each: Bin) -> dict[str, int]:
    """How many engagements of each family a month has."""
    return {family: len(ids) for family, ids in each.of.items()}


def draw_upright(timeline: Timeline, *, from_right: bool) -> Chart:
    """Months side by side, for a wide page."""
    width, height, top, bottom, margin = 760.0, 300.0, 24.0, 262.0, 34.0
    highest, step = _scale(timeline)
    slot = (width - margin - 8) / len(timeline.bins)
    every = -(-len(timeline.bins) // _MANY)
    unit = (bottom - top) / highest
    columns = []
    for place, each in enumerate(timeline.bins):
        left = width - margin - slot * (place + 1) if from_right else margin + slot * place
        middle, floor, bars = left + slot / 2, bottom, []
        for family, count in count_families(each).items():
            if count:
                floor -= count * unit
                bars.append(Bar(family, left + slot * 0.19, floor, slot * 0.62, count * unit, count))
        total = sum(bar.number for bar in bars)
        columns.append(
            Column(each.short, bars, middle, bottom + 20, total, middle, floor - 7, place % every == 0)
        )
    steps = [(number, bottom - number * unit) for number in range(0, highest + 1, step)]
    left, right = (8.0, width - margin) if from_right else (margin, width - 8)
    return Chart(width, height, columns, steps, left, right)


def draw_lying(timeline: Timeline, *, from_right: bool) -> Chart:
    """Months below each other, for a narrow page."""
    width, row = 360.0, 30.0
    names = min(130.0, max(72.0, 8.2 * max(len(each.label) for each in timeline.bins)))
    highest, _ = _scale(timeline)
    unit = (width - names - 30) / highest
    columns = []
    for place, each in enumerate(timeline.bins):
        y, reached, bars = place * row, names, []
        for family, count in count_families(each).items():
            if count:
                length = count * unit
                left = width - reached - length if from_right else reached
                bars.append(Bar(family, left, y + 6, length, row - 12, count))
                reached += length
        total = sum(bar.number for bar in bars)
        start = width - names + 10 if from_right else names - 10
        end = width - reached - 12 if from_right else reached + 12
        columns.append(Column(each.label, bars, start, y + row / 2 + 5, total, end, y + row / 2 + 5, True))
    return Chart(width, row * len(timeline.bins), columns, [], 0, width)


def _scale(timeline: Timeline) -> tuple[int, int]:
    """The highest number on the axis and the step between numbers."""
    most = max((sum(count_families(each).values()) for each in timeline.bins), default=0)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if most <= step * 5)
    return max(1, -(-most // step)) * step, step
