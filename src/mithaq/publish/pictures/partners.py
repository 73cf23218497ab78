"""A map of the world with the partners of a country, shaded by how many engagements were held with each."""

from __future__ import annotations

from mithaq.publish.pictures.shapes import Key, Picture, Shape, circle
from mithaq.publish.tree import Map
from mithaq.publish.worldmap import Dot, Land, draw_world

_DOT = 4.0


def draw_partners(block: Map) -> Picture:
    """The map. What is disputed is hatched and nobody's, unless the block follows the maps of a country."""
    counts = {code: len(of) for code, of in block.places.items()}
    world = draw_world(counts, block.home, block.worldview)

    def role(place: Land | Dot) -> str:
        return "land home" if place.is_home else f"land shade-{place.step}" if place.step else "land"

    def title(code: str) -> str | None:
        name = block.names.get(code)
        return f"{name}: {counts[code]}" if name and counts.get(code) else name

    shapes = []
    for land in world.lands:
        shapes.append(Shape(land.path, role(land), title(land.code)))
        if land.is_disputed:
            shapes.append(Shape(land.path, "disputed"))
    shapes += [Shape(circle(dot.x, dot.y, _DOT), role(dot), title(dot.code)) for dot in world.dots]
    legend = [Key(f"shade-{step}", told) for step, told in enumerate(block.ranges, start=1)]
    if block.home in block.names:
        legend.insert(0, Key("home", block.names[block.home]))
    return Picture(world.width, world.height, shapes, [], legend)
