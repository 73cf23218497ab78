"""Exports hold some hundreds of engagements at a time, however many a register has: `make bench` exports 100,000."""

from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.publish.exports import FORMATS
from mithaq.scale.exporting import ONE_TABLE, measure_export
from mithaq.scale.filling import fill

FEW, MANY = 300, 4000
MORE = 30
"""Megabytes by which an export of MANY may take more than one of FEW. All of MANY at once would take 60 and more."""


@pytest.fixture(scope="module")
def registers(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder = tmp_path_factory.mktemp("registers")
    for number in (FEW, MANY):
        fill(folder / f"{number}.mithaq", number, processes=0)
    return str(folder / f"{FEW}.mithaq"), str(folder / f"{MANY}.mithaq")


def test_every_format_is_flat(registers: tuple[str, str], tmp_path: Path) -> None:
    grown = {}
    for what in (ONE_TABLE, *FORMATS):
        few, many = (measure_export(where, tmp_path, what) for where in registers)
        assert few.size < many.size
        grown[what] = many.peak - few.peak
    assert {what: more for what, more in grown.items() if more > MORE} == {}
