"""`mithaq partner`, `agreements`, `assembly` and `export`, as they are used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
Run = Callable[..., Any]


@pytest.fixture(scope="module")
def register(mithaq: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("answers") / "r.mithaq"
    assert mithaq("add", EXAMPLES / "ar.jsonl", EXAMPLES / "es.jsonl", "--register", path).code == 0
    return path


def test_partner(mithaq: Run, register: Path) -> None:
    done = mithaq("partner", "esp", "--home", "mar", "--register", register)
    assert done.code == 0 and done.out.startswith("ESP, partner of MAR") and "agreements" in done.out
    told = json.loads(mithaq("partner", "ESP", "--home", "MAR", "--register", register, "--json").out)
    assert told["partner"] == "ESP" and sum(sum(kinds.values()) for kinds in told["years"].values()) > 2
    for arguments, why in (
        (("JPN", "--home", "MAR"), "no engagement of MAR and JPN"),
        (("MAR", "--home", "MAR"), "found MAR twice"),
    ):
        done = mithaq("partner", *arguments, "--register", register)
        assert (done.code, done.out) == (2, "") and why in done.err


def test_agreements(mithaq: Run, register: Path, tmp_path: Path) -> None:
    done = mithaq("agreements", "--register", register, "--jsonl", "--ical", tmp_path / "a.ics")
    told = [json.loads(line) for line in done.out.splitlines()]
    assert {"signed", "ratified"} <= {agreement["state"] for agreement in told}
    assert (tmp_path / "a.ics").read_text("utf-8").startswith("BEGIN:VCALENDAR")
    signed = mithaq("agreements", "--register", register, "--state", "signed", "--party", "esp").out
    assert "1 agreement" in signed and "ESP" in signed
    due = mithaq("agreements", "--register", register, "--within", "10", "--today", "1990-01-01").out
    assert due == "0 agreements\n"
    for arguments, why in (
        (("--state", "lost"), "expected one of promised"),
        (("--today", "soon"), "expected a day"),
    ):
        done = mithaq("agreements", "--register", register, *arguments)
        assert done.code == 2 and why in done.err


@pytest.mark.parametrize(
    ("session", "told"), [(92, "elected: Mohammed Dkhissi"), (93, "two thirds of the votes cast, 110")]
)
def test_assembly(mithaq: Run, session: int, told: str) -> None:
    path = EXAMPLES / "assemblies" / f"interpol-{session}.toml"
    done = mithaq("assembly", path)
    assert (done.code, done.err) == (0, "") and told in done.out
    assert json.loads(mithaq("assembly", path, "--json").out)["session"] == session


def test_assembly_tells_what_is_misspelt(mithaq: Run, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text('body = "INTERPOL"\nmembres = 3')
    done = mithaq("assembly", tmp_path / "s.toml")
    assert done.code == 2 and "is 'members' meant?" in done.err and "Traceback" not in done.err


def test_export(mithaq: Run, register: Path, tmp_path: Path) -> None:
    done = mithaq("export", "--register", register, "--out", tmp_path / "all.csv")
    assert done.code == 0 and "engagements" in done.out
    lines = mithaq("engagements", "--register", register, "--jsonl", "--party", "ESP").out.splitlines()
    mithaq("export", "--register", register, "--out", tmp_path / "esp.jsonl", "--party", "esp")
    assert (tmp_path / "esp.jsonl").read_text("utf-8").splitlines() == lines
    done = mithaq("export", "--register", register, "--out", tmp_path / "no" / "x.csv")
    assert done.code == 2 and "cannot be written" in done.err
    done = mithaq("export", "--register", register, "--out", tmp_path / "x", "--kind", "party")
    assert done.code == 2 and "--kind" in done.err
