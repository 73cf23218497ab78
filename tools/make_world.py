"""Make src/mithaq/publish/shapes/world.json from Natural Earth: python tools/make_world.py FOLDER

FOLDER is the unpacked npm package world-atlas 2 (Natural Earth 4.1, public domain). Needs shapely. Shapes are projected once,
here (Equal Earth; Savric, Patterson, Jenny 2018), so that a page is written without geometry.

Natural Earth draws who holds a territory. Where that is disputed and its shapes allow, the territory is cut out, to be drawn
as nobody's: Western Sahara whole, from the parallel of 27 degrees 40 minutes; Crimea; northern Cyprus; Somaliland.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.ops import unary_union

ROOT = Path(__file__).parents[1]
WIDTH = 1000.0
SOUTH_OF_MOROCCO = 27.6667
CRIMEA = box(32.0, 44.0, 36.7, 46.3)
WITHOUT_ID = {"Kosovo": "XKX", "N. Cyprus": "XNC", "Somaliland": "XSL"}
LEFT_OUT = {"ATA"}
MERGED = (
    ("MAR", "ESH"),
    ("UKR", "XCR"),
    ("RUS", "XCR"),
    ("CYP", "XNC"),
    ("SOM", "XSL"),
    ("SRB", "XKX"),
    ("CHN", "TWN"),
)
A = (1.340264, -0.081106, 0.000893, 0.003796)


def main(folder: Path) -> None:
    """Write the shapes."""
    codes = _codes()
    coarse = _shapes(folder / "countries-110m.json", codes)
    fine = _shapes(folder / "countries-50m.json", codes)
    _cut(coarse)
    scale = WIDTH / (2 * _project(180, 0)[0])
    top = _project(0, 84)[1]
    height = round((top - _project(0, -57)[1]) * scale)

    def place(lon: float, lat: float) -> tuple[float, float]:
        x, y = _project(lon, lat)
        return round(WIDTH / 2 + x * scale, 1), round((top - y) * scale, 1)

    points = {}
    for code, found in sorted(fine.items()):
        if code not in coarse and code not in LEFT_OUT:
            inside = found.representative_point()
            points[code] = list(place(inside.x, inside.y))
    merged = {
        f"{one}+{other}": unary_union([coarse[one].buffer(0.02), coarse[other].buffer(0.02)])
        for one, other in MERGED
    }
    world = {
        "width": WIDTH,
        "height": height,
        "shapes": {
            code: _path(found, place) for code, found in sorted(coarse.items()) if code not in LEFT_OUT
        },
        "merged": {key: _path(found, place) for key, found in merged.items()},
        "points": points,
    }
    out = ROOT / "src" / "mithaq" / "publish" / "shapes" / "world.json"
    out.write_text(json.dumps(world, separators=(",", ":"), sort_keys=True) + "\n", "utf-8")
    print(f"{out}: {len(world['shapes'])} shapes, {len(points)} points, {out.stat().st_size} bytes")


def _cut(shapes: dict[str, Any]) -> None:
    south = box(-20, 15, 0, SOUTH_OF_MOROCCO)
    shapes["ESH"] = unary_union([shapes["ESH"], shapes["MAR"].intersection(south).buffer(0.01)])
    shapes["MAR"] = shapes["MAR"].difference(south)
    shapes["XCR"] = shapes["RUS"].intersection(CRIMEA)
    shapes["RUS"] = shapes["RUS"].difference(CRIMEA)


def _codes() -> dict[int, str]:
    """From the ISO numeric code, which the atlas has, to alpha-3."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    lines = (ROOT / "src" / "mithaq" / "gazetteer" / "countries.tsv").read_text("utf-8").splitlines()[1:]
    alpha3 = {cells[1]: cells[0] for cells in (line.split("\t") for line in lines)}
    return {
        int(number): alpha3[told[0]]
        for number, told in aliases.items()
        if number.isdigit() and len(number) == 3 and told and told[0] in alpha3
    }


def _shapes(path: Path, codes: dict[int, str]) -> dict[str, Any]:
    atlas = json.loads(path.read_text("utf-8"))
    scale, move = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        arcs.append(points)

    def ring(told: list[int]) -> list[tuple[float, float]]:
        points: list[tuple[float, float]] = []
        for arc in told:
            one = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
            points += one[1:] if points else one
        return points

    found: dict[str, Any] = {}
    for geometry in atlas["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = WITHOUT_ID.get(name) or codes.get(int(geometry.get("id", -1)))
        if not code:
            print(f"left out: {name}")
            continue
        parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        polygons = [[ring(one) for one in part] for part in parts]
        made = unary_union(
            [
                _on_the_map(Polygon(_unwrapped(one[0]), [_unwrapped(hole) for hole in one[1:]]))
                for one in polygons
            ]
        )
        found[code] = unary_union([found[code], made]) if code in found else made
    return found


def _unwrapped(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A ring without leaps from one edge of the map to the other: it runs on beyond the edge."""
    turned, shift = [points[0]], 0.0
    for (before, _), (lon, lat) in pairwise(points):
        shift += 360.0 if lon - before < -180 else -360.0 if lon - before > 180 else 0.0
        turned.append((lon + shift, lat))
    return turned


def _on_the_map(polygon: Any) -> Any:
    """A polygon with what runs beyond an edge of the map set at the other edge."""
    whole = polygon.buffer(0)
    parts = [
        translate(whole.intersection(box(west, -90, west + 360, 90)), -180 - west)
        for west in (-540, -180, 180)
    ]
    return unary_union([part for part in parts if not part.is_empty])


def _project(lon: float, lat: float) -> tuple[float, float]:
    """Equal Earth."""
    theta = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(lat)))
    square = theta * theta
    sixth = square**3
    slope = A[0] + 3 * A[1] * square + sixth * (7 * A[2] + 9 * A[3] * square)
    x = 2 * math.sqrt(3) * math.radians(lon) * math.cos(theta) / (3 * slope)
    return x, theta * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square))


def _path(found: Any, place: Any) -> str:
    """SVG path data, relative and in tenths."""
    parts = found.geoms if isinstance(found, MultiPolygon) else [found]
    rings = []
    for part in parts:
        if not isinstance(part, Polygon):
            continue
        for line in (part.exterior, *part.interiors):
            points = [place(*point) for point in line.coords][:-1]
            thin = [one for one, before in zip(points, points[-1:] + points, strict=False) if one != before]
            if len(thin) > 2:
                rings.append("M" + "L".join(f"{x:g},{y:g}" for x, y in thin) + "Z")
    return "".join(rings)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
