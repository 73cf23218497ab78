"""Two periods side by side: two bars for each thing counted, the earlier above the later."""

from __future__ import annotations

from mithaq.publish.pictures.shapes import Key, Label, Picture, Shape, rectangle, shorten
from mithaq.publish.tree import Comparison

_BAR, _ROW = 12.0, 38.0


def draw_comparison(comparison: Comparison, *, from_right: bool, is_narrow: bool) -> Picture:
    """The bars with their numbers; on a narrow page the name of what is counted stands above them."""
    width = 360.0 if is_narrow else 760.0
    names = 0.0 if is_narrow else 230.0
    row = _ROW + 20 if is_narrow else _ROW
    most = max(max(len(pair.before), len(pair.now)) for pair in comparison.pairs)
    unit = (width - names - 34) / most
    shapes, labels = [], []
    for place, pair in enumerate(comparison.pairs):
        y = place * row + (22 if is_narrow else 4)
        for role, period, of in (
            ("before", comparison.before, pair.before),
            ("now", comparison.now, pair.now),
        ):
            length = max(1.0, len(of) * unit)
            left = width - names - length if from_right else names
            shapes.append(
                Shape(rectangle(left, y, length, _BAR), role, f"{pair.label} · {period}: {len(of)}")
            )
            end = width - names - length - 14 if from_right else names + length + 14
            labels.append(Label(str(len(of)), end, y + _BAR - 1, role="number"))
            y += _BAR + 2
        name = shorten(pair.label, 44)
        if is_narrow:
            labels.append(
                Label(name, width if from_right else 0, place * row + 16, "right" if from_right else "left")
            )
        else:
            x = width - names + 14 if from_right else names - 14
            labels.append(Label(name, x, place * row + 4 + _BAR + 6, "left" if from_right else "right"))
    legend = [Key("before", comparison.before), Key("now", comparison.now)]
    return Picture(width, row * len(comparison.pairs), shapes, labels, legend)
