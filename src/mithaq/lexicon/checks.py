"""Check word data and rules: every table, every setting, all faults at once."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from mithaq.errors import LexiconError
from mithaq.lexicon.grammar import Grammar, Letters, give_letters
from mithaq.lexicon.occupancies import check_occupancies
from mithaq.lexicon.pack import OCCUPANCIES, data_folder
from mithaq.lexicon.script import Script
from mithaq.lexicon.tables import Fault, Row, read_cells, read_table, with_script

RULE_FILES = {"dates": "rule", "names": "rule", "parties": "rule", "frames": "frame", "terms": "rule"}


def check(root: Path | None = None) -> list[Fault]:
    """All faults of the word data under a folder that holds `languages/` and `gazetteer/`.

    Args:
        root: the folder; None checks the data that this package ships.
    """
    root = root or data_folder()
    faults: list[Fault] = []
    tables: dict[str, set[str]] = {}
    held: tuple[Path, list[list[str]]] | None = None
    for path in sorted((root / "gazetteer").glob("*.tsv")):
        cells, wrong = read_cells(path)
        faults += wrong
        if path.stem == OCCUPANCIES:
            held = path, cells
            continue
        tables[path.stem] = {row[0] for row in cells[1:]}
        seen: set[str] = set()
        for number, row in enumerate(cells[1:], start=2):
            if row[0] in seen or not row[0]:
                faults.append(Fault(str(path), number, "an id of its own", repr(row[0])))
            seen.add(row[0])
    if held:
        faults += check_occupancies(*held, tables)
    classes_path = root / "languages" / "classes.toml"
    classes, wrong = _settings(classes_path)
    faults += wrong
    folders = sorted(path.parent for path in (root / "languages").glob("*/pack.toml"))
    if not folders:
        faults.append(Fault(str(root / "languages"), 1, "a language folder with a pack.toml", "none"))
    faults += _check_common_words(root / "languages" / "languages.toml")
    for folder in folders:
        faults += _check_pack(folder, classes.get("class", {}), tables)
    return faults


def check_or_raise(root: Path | None = None) -> None:
    """Check word data.

    Raises:
        LexiconError: one line a fault, all faults at once.
    """
    faults = check(root)
    if faults:
        raise LexiconError("\n".join(map(str, faults)))


def _settings(path: Path) -> tuple[dict[str, Any], list[Fault]]:
    try:
        return tomllib.loads(path.read_text("utf-8")), []
    except (OSError, UnicodeDecodeError) as wrong:
        return {}, [Fault(str(path), 1, "a readable UTF-8 file", str(wrong))]
    except tomllib.TOMLDecodeError as wrong:
        return {}, [Fault(str(path), getattr(wrong, "lineno", 1), "TOML", str(wrong))]


def _check_pack(folder: Path, classes: dict[str, Any], tables: dict[str, set[str]]) -> list[Fault]:
    settings, faults = _settings(folder / "pack.toml")
    if faults:
        return faults
    base = settings.get("pack", {}).get("script")
    if base:
        _, faults = _settings(folder.parent / f"{base}.toml")
        if faults:
            return faults
    settings = with_script(settings, folder.parent)
    script = Script(settings["script"])
    for path in sorted(folder.glob("*.tsv")):
        rows, wrong = read_table(path)
        faults += wrong
        order = [(row.cls, row.value, row.form) for row in rows]
        if order != sorted(order):
            faults.append(Fault(str(path), 2, "rows sorted by class, value and form", "another order"))
        for row in rows:
            faults += _check_row(str(path), row, script, classes, tables)
    shapes = {name: entry["shape"] for name, entry in classes.items() if "shape" in entry}
    letters = Letters(give_letters(classes, shapes.values()), shapes)
    for name, entry in RULE_FILES.items():
        path = folder / f"{name}.toml"
        if not path.exists():
            continue  # a pack may begin without
        rules, wrong = _settings(path)
        faults += wrong or _check_rules(path, rules, entry, letters)
    return faults


def _check_common_words(path: Path) -> list[Fault]:
    """Faults of the words that tell languages apart: none is of two."""
    settings, faults = _settings(path)
    if faults:
        return faults
    seen: dict[str, str] = {}
    for lang, words in settings.get("words", {}).items():
        for word in words.split():
            if word in seen:
                faults.append(
                    Fault(
                        str(path), 1, "common words of one language", f"{word!r} in {seen[word]} and {lang}"
                    )
                )
            seen[word] = lang
    return faults


def _check_row(
    path: str, row: Row, script: Script, classes: dict[str, Any], tables: dict[str, set[str]]
) -> list[Fault]:
    if row.cls not in classes:
        return [Fault(path, row.line, "a class of languages/classes.toml", repr(row.cls))]
    faults = []
    if script.clean(row.form) != row.form:
        faults.append(Fault(path, row.line, "a form without marks and stretching", repr(row.form)))
    table = classes[row.cls].get("values")
    if table and row.value not in tables.get(table, ()):
        faults.append(Fault(path, row.line, f"an id of gazetteer/{table}.tsv", repr(row.value)))
    return faults


def _check_rules(path: Path, rules: dict[str, Any], entry: str, letters: Letters) -> list[Fault]:
    lines = path.read_text("utf-8").splitlines()
    faults, seen = [], set()
    try:
        grammar = Grammar(letters, macros=rules.get("macros", {}), barriers=rules.get("barriers", "stop"))
    except LexiconError as wrong:
        return [Fault(str(path), 1, "barriers of known classes", str(wrong))]
    for rule in rules.get(entry, []):
        name = rule.get("id", "")
        line = next((number for number, text in enumerate(lines, 1) if f'"{name}"' in text), 1)
        if not name or name in seen:
            faults.append(Fault(str(path), line, "an id of its own", repr(name)))
        seen.add(name)
        try:
            _ = grammar.compile(rule.get("pattern", "")).regex
        except LexiconError as wrong:
            faults.append(Fault(str(path), line, "a pattern", f"{name}: {wrong}"))
    return faults
