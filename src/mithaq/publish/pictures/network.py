"""Who works with whom: services of the home side beside those of partners, joined by lines as thick as they meet often.

Two columns and not a cloud of points: no label lies on another, and the eye finds a service by its country.
"""

from __future__ import annotations

from mithaq.publish.pictures.shapes import Anchor, Label, Picture, Shape, rectangle, shorten, wrap
from mithaq.publish.tree import Network

SEPARATOR = " · "
"""Stands between country and service in a name; on a narrow page the two have a line each."""

_THICKEST, _LINE = 14.0, 18.0
_BAR = 8.0


def draw_network(network: Network, *, from_right: bool, is_narrow: bool) -> Picture:
    """The services as bars whose height is their number of engagements, and the lines between them."""
    width, row = (360.0, 46.0) if is_narrow else (760.0, 32.0)
    inner, outer = (126.0, width - 150.0) if is_narrow else (270.0, width - 350.0)
    letters = (18, 22) if is_narrow else (40, 54)
    most = max(len(link.of) for link in network.links)
    unit = min(_THICKEST, row * 0.6 * most) / most
    rows = max(len(network.sources), len(network.targets))
    height = rows * row + 12

    def middles(nodes: dict[str, str]) -> dict[str, float]:
        first = (height - len(nodes) * row) / 2 + row / 2
        return {node: first + place * row for place, node in enumerate(nodes)}

    starts, ends = middles(network.sources), middles(network.targets)
    shapes, labels = [], []
    for link in sorted(network.links, key=lambda link: (len(link.of), link.source, link.target)):
        y, to_y = starts[link.source], ends[link.target]
        half = (inner + outer) / 2
        curve = (
            f"M{_x(inner, width, from_right):.1f},{y:.1f}"
            f"C{_x(half, width, from_right):.1f},{y:.1f} {_x(half, width, from_right):.1f},{to_y:.1f} "
            f"{_x(outer, width, from_right):.1f},{to_y:.1f}"
        )
        title = f"{network.sources[link.source]} – {network.targets[link.target]}: {len(link.of)}"
        shapes.append(Shape(curve, f"link width-{_step(len(link.of), most)}", title))
    for nodes, places, x, is_home in (
        (network.sources, starts, inner, True),
        (network.targets, ends, outer, False),
    ):
        for node, name in nodes.items():
            count = sum(len(link.of) for link in network.links if node in (link.source, link.target))
            tall = max(6.0, min(row - 10, count * unit))
            left = _x(x, width, from_right) - _BAR / 2
            bar = rectangle(left, places[node] - tall / 2, _BAR, tall)
            shapes.append(Shape(bar, "node home" if is_home else "node", f"{name}: {count}"))
            away = x - 10 if is_home else x + 10
            anchor: Anchor = "right" if is_home != from_right else "left"
            lines = (
                (name.split(SEPARATOR, 1) if SEPARATOR in name else wrap(name, letters[0]))
                if is_narrow
                else [name]
            )
            for line, text in enumerate(lines):
                y = places[node] + 5 + (line - (len(lines) - 1) / 2) * _LINE
                shown = shorten(text, letters[0 if is_home else 1])
                labels.append(Label(shown, _x(away, width, from_right), y, anchor))
    return Picture(width, height, shapes, labels, [])


def _x(x: float, width: float, from_right: bool) -> float:
    return width - x if from_right else x


def _step(number: int, most: int) -> int:
    """One of four thicknesses."""
    return max(1, -(-4 * number // most))
