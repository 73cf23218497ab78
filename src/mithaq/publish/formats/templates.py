"""The templates of pages and pictures."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER = Path(str(files("mithaq.publish"))) / "templates"


@cache
def environment() -> Environment:
    """Templates whose values are escaped, and that raise where a value is missing."""
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
