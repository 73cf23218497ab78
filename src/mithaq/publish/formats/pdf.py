"""A review as a PDF, set by typst in the typeface that the package carries."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec
import typst

from mithaq.errors import MithaqError
from mithaq.publish import tree
from mithaq.publish.formats.timeline import Chart, draw_upright
from mithaq.publish.words import clean


def write_pdf(review: tree.Review) -> bytes:
    """The PDF of a review. The same tree gives the same bytes.

    Raises:
        MithaqError: typst cannot set it.
    """
    folder = Path(str(files("mithaq.publish")))
    charts = [b for section in review.sections for b in section.blocks if isinstance(b, tree.Timeline)]
    chart = _as_data(draw_upright(charts[0], from_right=review.direction == "rtl")) if charts else None
    data = msgspec.json.encode({"review": review, "chart": chart}).decode("utf-8")
    try:
        return bytes(
            typst.compile(
                folder / "templates" / "review.typ",
                format="pdf",
                font_paths=[folder / "fonts"],
                ignore_system_fonts=True,
                sys_inputs={"data": data},
            )
        )
    except typst.TypstError as fault:
        raise MithaqError(f"the PDF cannot be set: {clean(str(fault))}") from fault


def _as_data(chart: Chart) -> dict[str, Any]:
    columns = [
        {**column._asdict(), "bars": [bar._asdict() for bar in column.bars]} for column in chart.columns
    ]
    return {**chart._asdict(), "columns": columns}
