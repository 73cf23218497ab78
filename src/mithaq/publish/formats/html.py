"""A review as one HTML page that needs no other file: style, typeface and pictures are in it."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from importlib.resources import files
from pathlib import Path

from mithaq.publish import tree
from mithaq.publish.formats.templates import environment
from mithaq.publish.pictures import draw

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


def write_html(review: tree.Review) -> bytes:
    """The page of a review, in UTF-8. It carries the typefaces of the scripts that it has letters of."""
    template = environment().get_template("review.html.jinja")
    from_right = review.direction == "rtl"
    page = template.render(
        review=review,
        draw=lambda block, narrow: draw(block, from_right=from_right, is_narrow=narrow),
        fonts={},
        highest=_highest,
        kind=lambda block: type(block).__struct_config__.tag,
    )
    fonts = _fonts(("latin", "arabic") if _ARABIC.search(page) else ("latin",), review.direction)
    return page.replace("/* fonts */", fonts, 1).encode("utf-8")


def _highest(table: tree.Table, places: list[int]) -> int:
    """The highest number of some columns of a table, at least 1: what lengths and shades are measured by."""
    return max((row[place].number or 0 for row in table.rows for place in places), default=0) or 1


@cache
def _fonts(scripts: tuple[str, ...], direction: str) -> str:
    """The rules of the typefaces with their files, in base64: the page looks the same wherever it is opened."""
    folder = Path(str(files("mithaq.publish"))) / "fonts"
    data = {
        path.stem: b64encode(path.read_bytes()).decode("ascii") for path in sorted(folder.glob("*.woff2"))
    }
    template = environment().get_template("fonts.css.jinja")
    return template.render(fonts=data, scripts=scripts, direction=direction)
