"""A review as a PDF, set by typst in the typeface that the package carries; and pictures of it for other documents."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import typst

from mithaq.errors import MithaqError
from mithaq.publish import tree
from mithaq.publish.formats.templates import FOLDER, environment
from mithaq.publish.pictures import Picture, draw
from mithaq.publish.words import clean

FONTS = Path(str(files("mithaq.publish"))) / "fonts"
_DOTS_AN_INCH = 220.0


def write_pdf(review: tree.Review) -> bytes:
    """The PDF of a review. The same tree gives the same bytes.

    Raises:
        MithaqError: typst cannot set it, or a typeface of the package is missing.
    """
    return _set("review.typ", {"review": review, "pictures": _pictures(review)}, "pdf")


def picture_as_png(block: tree.Pictured, *, from_right: bool) -> bytes:
    """A picture as a PNG as wide as a page's text, its labels set by typst.

    Raises:
        MithaqError: as `write_pdf`.
    """
    drawn = _as_data(draw(block, from_right=from_right))
    return _set("picture-alone.typ", {"picture": drawn, "from_right": from_right}, "png")


def _pictures(review: tree.Review) -> dict[str, Any]:
    """The pictures of a review by the place of their section and block."""
    return {f"{at}-{place}": _as_data(picture) for at, place, picture in _drawn(review)}


def _drawn(review: tree.Review) -> Iterator[tuple[int, int, Picture]]:
    for at, section in enumerate(review.sections):
        for place, block in enumerate(section.blocks):
            if isinstance(block, tree.Pictured):
                yield at, place, draw(block, from_right=review.direction == "rtl")


def _as_data(picture: Picture) -> dict[str, Any]:
    style = (FOLDER / "picture.css").read_text("utf-8")
    module = environment().get_template("picture.svg.jinja").make_module()
    alone = module.alone(picture, style)  # type: ignore[attr-defined]
    labels = [label._asdict() for label in picture.labels]
    legend = [key._asdict() for key in picture.legend]
    size = {"width": picture.width, "height": picture.height}
    return {**size, "svg": str(alone), "labels": labels, "legend": legend}


def _set(template: str, data: dict[str, Any], form: str) -> bytes:
    missing = [name for name in ("amiri-400.ttf", "amiri-700.ttf") if not (FONTS / name).is_file()]
    if missing:
        raise MithaqError(
            f"{FONTS}: expected the typeface {missing[0]}, found none. Install Mithaq anew, or write html or markdown"
        )
    try:
        return bytes(
            typst.compile(  # type: ignore[call-overload]
                FOLDER / template,
                format=form,
                ppi=_DOTS_AN_INCH if form == "png" else None,
                font_paths=[FONTS],
                ignore_system_fonts=True,
                sys_inputs={"data": msgspec.json.encode(data).decode("utf-8")},
            )
        )
    except typst.TypstError as fault:
        raise MithaqError(f"the {form.upper()} cannot be set: {clean(str(fault))}") from fault
