"""A review as one HTML page that needs no other file: style, typeface and chart are in it."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mithaq.publish import tree
from mithaq.publish.formats.timeline import draw_lying, draw_upright

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")


def write_html(review: tree.Review) -> bytes:
    """The page of a review, in UTF-8. It carries the typefaces of the scripts that it has letters of."""
    template = _environment().get_template("review.html.jinja")
    charts = [b for section in review.sections for b in section.blocks if isinstance(b, tree.Timeline)]
    from_right = review.direction == "rtl"
    page = template.render(
        review=review,
        upright=[draw_upright(chart, from_right=from_right) for chart in charts],
        lying=[draw_lying(chart, from_right=from_right) for chart in charts],
        families=[family for chart in charts for family in chart.families],
        fonts={},
        kind=lambda block: type(block).__struct_config__.tag,
    )
    fonts = _fonts(("latin", "arabic") if _ARABIC.search(page) else ("latin",), review.direction)
    return page.replace("/* fonts */", fonts, 1).encode("utf-8")


@cache
def _fonts(scripts: tuple[str, ...], direction: str) -> str:
    """The rules of the typefaces with their files, in base64: the page looks the same wherever it is opened."""
    folder = Path(str(files("mithaq.publish"))) / "fonts"
    data = {
        path.stem: b64encode(path.read_bytes()).decode("ascii") for path in sorted(folder.glob("*.woff2"))
    }
    template = _environment().get_template("fonts.css.jinja")
    return template.render(fonts=data, scripts=scripts, direction=direction)


@cache
def _environment() -> Environment:
    templates = Path(str(files("mithaq.publish"))) / "templates"
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
