"""What pictures are made of: shapes without text, and labels that whoever renders them sets in its own way.

Text is kept apart because Arabic has to be shaped: a browser does it within SVG, typst better outside of it.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Anchor = Literal["left", "middle", "right"]


class Shape(NamedTuple):
    """An outline: SVG path data, what it stands for as class names of `templates/picture.css`, and its name."""

    path: str
    role: str
    title: str | None = None


class Label(NamedTuple):
    """A text whose baseline is at `y`, and whose left end, middle or right end is at `x`; `role` is a class name."""

    text: str
    x: float
    y: float
    anchor: Anchor = "middle"
    role: str = "name"


class Key(NamedTuple):
    """A line of the legend: a class name with what it stands for."""

    role: str
    text: str


class Picture(NamedTuple):
    """A picture of `width` by `height`, in units of which a line of text takes some 20."""

    width: float
    height: float
    shapes: list[Shape]
    labels: list[Label]
    legend: list[Key]


def rectangle(x: float, y: float, width: float, height: float) -> str:
    """The path of a rectangle from its upper left corner."""
    return f"M{x:.1f},{y:.1f}h{width:.1f}v{height:.1f}h{-width:.1f}Z"


def circle(x: float, y: float, radius: float) -> str:
    """The path of a circle from its middle."""
    arc = f"a{radius:.1f},{radius:.1f} 0 1,0"
    return f"M{x - radius:.1f},{y:.1f}{arc} {2 * radius:.1f},0{arc} {-2 * radius:.1f},0Z"


def line(x: float, y: float, to_x: float, to_y: float) -> str:
    """The path of a straight line."""
    return f"M{x:.1f},{y:.1f}L{to_x:.1f},{to_y:.1f}"


def shorten(text: str, most: int) -> str:
    """A text of at most so many characters, cut between words where it can be."""
    if len(text) <= most:
        return text
    whole = text[: most - 1].rsplit(" ", 1)[0]
    kept = whole if len(whole) > most // 2 else text[: most - 1]
    opened = "\u2069" * (kept.count("\u2068") - kept.count("\u2069"))
    return f"{kept.rstrip()}…{opened}"


def wrap(text: str, most: int) -> list[str]:
    """A text on one line of at most so many characters, or on two, the second cut where it is too long."""
    first = text if len(text) <= most else text[: most + 1].rpartition(" ")[0]
    rest = text[len(first) :].strip()
    return [first, shorten(rest, most)] if first and rest else [shorten(text, most)]
