"""Pictures of a page: each as shapes and labels, for every writer to render in its own way."""

from __future__ import annotations

from mithaq.publish import tree
from mithaq.publish.pictures.comparison import draw_comparison
from mithaq.publish.pictures.network import draw_network
from mithaq.publish.pictures.partners import draw_partners
from mithaq.publish.pictures.shapes import Key, Label, Picture, Shape
from mithaq.publish.pictures.timeline import draw_lying, draw_upright

__all__ = ["Key", "Label", "Picture", "Shape", "draw"]


def draw(block: tree.Pictured, *, from_right: bool, is_narrow: bool = False) -> Picture:
    """The picture of a block.

    Args:
        block: what it shows.
        from_right: whether the page runs from right to left: time and labels then do too.
        is_narrow: for a phone, where what stood side by side stands below each other.
    """
    match block:
        case tree.Timeline():
            if is_narrow:
                return draw_lying(block, from_right=from_right)
            return draw_upright(block, from_right=from_right)
        case tree.Map():
            return draw_partners(block)
        case tree.Network():
            return draw_network(block, from_right=from_right, is_narrow=is_narrow)
        case tree.Comparison():
            return draw_comparison(block, from_right=from_right, is_narrow=is_narrow)
