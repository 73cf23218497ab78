"""A map of the world with the partners of a country. Geometry only; the template draws.

Shapes are those of Natural Earth (public domain), projected when they were made (tools/make_world.py): Equal Earth, which
keeps areas. A country too small for a shape has a dot.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from mithaq.errors import UsageError

STEPS = 4
"""Shades in which numbers of engagements are drawn."""


class Land(NamedTuple):
    """A country or territory: SVG path data, and its shade from 1, None where it is no partner."""

    code: str
    path: str
    step: int | None
    is_home: bool
    is_disputed: bool


class Dot(NamedTuple):
    """A small country, in the same terms, at a point."""

    code: str
    x: float
    y: float
    step: int | None
    is_home: bool


class WorldMap(NamedTuple):
    """A picture of `width` by `height`. `ranges` are the numbers that each shade stands for, both included."""

    width: float
    height: float
    lands: list[Land]
    dots: list[Dot]
    ranges: list[tuple[int, int]]
    worldview: str | None


def worldviews() -> list[str]:
    """The countries whose official maps can be followed."""
    return sorted(_views()["worldviews"])


def require_worldview(worldview: str | None) -> None:
    """Refuse a country whose official maps are not known here.

    Raises:
        UsageError: that worldview is not known here.
    """
    if worldview is not None and worldview not in worldviews():
        raise UsageError(
            f"--worldview: expected one of {', '.join(worldviews())}, found {worldview!r}. "
            "Leave it out to draw what is disputed as nobody's"
        )


def draw_world(counts: dict[str, int], home: str, worldview: str | None = None) -> WorldMap:
    """The world with the partners of a country.

    Args:
        counts: engagements by alpha-3 code; codes without a place on the map are passed over.
        home: alpha-3.
        worldview: the country whose official maps are followed for what is disputed; None draws it as nobody's.

    Raises:
        UsageError: that worldview is not known here.
    """
    views = _views()
    require_worldview(worldview)
    owners: dict[str, str] = views["worldviews"].get(worldview or "", {})
    world = _world()
    shapes: dict[str, str] = {code: path for code, path in world["shapes"].items() if code not in owners}
    for territory, owner in owners.items():
        shapes[owner] = world["merged"][f"{owner}+{territory}"]
    shown = (shapes.keys() | world["points"].keys()) - {home}
    ranges = ranges_of([n for code, n in counts.items() if n > 0 and code in shown])
    disputed = set(views["disputed"]) - owners.keys()

    def step(code: str) -> int | None:
        n = 0 if code == home else counts.get(code, 0)
        return next((place for place, (low, high) in enumerate(ranges, 1) if low <= n <= high), None)

    lands = [Land(code, path, step(code), code == home, code in disputed) for code, path in shapes.items()]
    # What is disputed is drawn last, so that no border of a neighbour runs over its hatching.
    lands.sort(key=lambda land: (land.is_disputed, land.code))
    dots = [
        Dot(code, x, y, step(code), code == home)
        for code, (x, y) in sorted(world["points"].items())
        if counts.get(code) or code == home
    ]
    return WorldMap(world["width"], world["height"], lands, dots, ranges, worldview)


def ranges_of(numbers: list[int]) -> list[tuple[int, int]]:
    """At most `STEPS` ranges that hold all numbers: each number its own where they are few, else of equal ratio."""
    known = sorted(set(numbers))
    if len(known) <= STEPS:
        return [(n, n) for n in known]
    least, most = known[0], known[-1]
    bounds = [round(least * (most / least) ** (step / STEPS)) for step in range(1, STEPS + 1)]
    ranges, low = [], least
    for bound in sorted(set(bounds)):
        if bound >= low:
            ranges.append((low, bound))
            low = bound + 1
    return ranges


@cache
def _world() -> dict[str, Any]:
    world: dict[str, Any] = json.loads((files("mithaq.publish") / "shapes" / "world.json").read_text("utf-8"))
    return world


@cache
def _views() -> dict[str, Any]:
    return tomllib.loads((files("mithaq.publish") / "shapes" / "worldviews.toml").read_text("utf-8"))
