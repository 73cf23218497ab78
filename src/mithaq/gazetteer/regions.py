"""Regions of the world as the United Nations divide it: of a country, and by the name that someone writes."""

from __future__ import annotations

from functools import cache

from mithaq.errors import UsageError
from mithaq.lexicon.tables import shipped_rows

_COLUMNS = ("id", "region", "subregion")


def regions_of(code: str) -> tuple[str, ...]:
    """The region and subregion of a country, such as `africa`, `northern-africa`; none of a body."""
    return _regions().get(code, ())


def region_named(name: str) -> str:
    """The region that someone names, as `regions_of` writes it: `northern-africa` of "Northern Africa".

    Raises:
        UsageError: there is none of this name.
    """
    wanted = _written(name)
    known = sorted({region for regions in _regions().values() for region in regions})
    if wanted not in known:
        raise UsageError(f"expected a region, one of {', '.join(known)}, found {name!r}")
    return wanted


@cache
def _regions() -> dict[str, tuple[str, ...]]:
    header, *rows = shipped_rows("gazetteer/countries.tsv")
    code, region, subregion = map(header.index, _COLUMNS)
    return {cells[code]: (_written(cells[region]), _written(cells[subregion])) for cells in rows}


def _written(name: str) -> str:
    return "-".join(name.replace("-", " ").casefold().split())
