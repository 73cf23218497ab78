"""The rules of the house, held by machine: which way imports run, where words may stand, how long a module may be."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "mithaq"
FLOORS = [
    {"cli", "web"},
    {"publish"},
    {"insight"},
    {"scale"},
    {"register"},
    {"sources"},
    {"reading"},
    {"gazetteer"},
    {"lexicon"},
    {"ontology", "edtf"},
    {"records"},
    {"errors"},
]
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 450


def floor_name(path: Path) -> str:
    return path.relative_to(SOURCE).with_suffix("").parts[0]


def imported(path: Path) -> list[tuple[str, int]]:
    """The floors of this package that a module imports, with the line, wherever in the module it does."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            names = [node.module or ""]
            if node.module == "mithaq":
                names = [f"mithaq.{alias.name}" for alias in node.names]
        found += [(name.split(".")[1], node.lineno) for name in names if name.startswith("mithaq.")]
    return [(name, line) for name, line in found if name in FLOOR]


def test_every_floor_is_listed() -> None:
    packages = {path.parent.name for path in SOURCE.glob("*/__init__.py")}
    modules = {path.stem for path in SOURCE.glob("*.py")} - {"__init__", "__main__"}
    assert packages | modules <= set(FLOOR)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_run_downward(path: Path) -> None:
    own = floor_name(path)
    if own == "__init__":
        return
    wrong = [
        f"{path.relative_to(SOURCE)}:{line} imports {name}"
        for name, line in imported(path)
        if name != own and FLOOR[name] <= FLOOR[own]
    ]
    assert wrong == []


@pytest.mark.parametrize("path", sorted((SOURCE / "reading").rglob("*.py")), ids=lambda path: path.name)
def test_reading_holds_no_word_of_any_language(path: Path) -> None:
    found = [
        f"{path.name}:{number}: {char!r}"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        for char in line
        if not char.isascii()
    ]
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_modules_are_about_one_thing(path: Path) -> None:
    assert path.stem not in ("utils", "helpers", "common", "misc")
    lines = path.read_text("utf-8").count("\n")
    assert lines <= LONGEST, (
        f"{path.relative_to(SOURCE)} has {lines} lines; cut it where it is about two things"
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_modules_say_what_they_are_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_languages_are_data_only() -> None:
    endings = {path.suffix for path in (SOURCE / "languages").rglob("*") if path.is_file()}
    assert endings <= {".tsv", ".toml", ".ftl"}
