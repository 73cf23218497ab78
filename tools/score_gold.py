"""Score the reader on every set of labelled documents in a folder: NAME.jsonl with NAME.gold.jsonl.

usage: score_gold.py FOLDER [--floors FILE]

With floors, a TOML file of `[NAME.at_least]` and `[NAME.at_most]` tables of figures, the exit code is 1 where a
figure has fallen under its floor or risen over its ceiling; a set that has floors must be there.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path

import msgspec

from mithaq.errors import MithaqError
from mithaq.insight.evaluation import Figures
from mithaq.insight.gold import evaluate_files

SHOWN = {
    "kind.p": "precision",
    "kind.r": "recall",
    "kind.f1": "F1",
    "stage": "stage",
    "when": "when",
    "place_country": "country",
    "city": "city",
    "direction": "direction",
    "agreement_action": "action",
    "person_recall": "persons r",
    "person_precision": "persons p",
    "topics": "topics",
}


def main() -> int:
    """Print a table of the sets, then what broke a floor."""
    parser = argparse.ArgumentParser(description="Score the reader on labelled documents.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--floors", type=Path)
    options = parser.parse_args()
    names = sorted(path.name.removesuffix(".gold.jsonl") for path in options.folder.glob("*.gold.jsonl"))
    floors = tomllib.loads(options.floors.read_text("utf-8")) if options.floors else {}
    broken = [
        f"{name}: has floors, but is not in {options.folder}" for name in sorted(set(floors) - set(names))
    ]
    if not names:
        broken.append(f"{options.folder}: holds no *.gold.jsonl")
    print(f"{'':<8}" + "".join(f"{name:>11}" for name in SHOWN.values()) + f"{'false alarms':>14}")
    for name in names:
        figures, _, _ = evaluate_files(
            options.folder / f"{name}.gold.jsonl",
            options.folder / f"{name}.jsonl",
            refuse=lambda reject: print(reject, file=sys.stderr),
        )
        values = flatten(figures)
        shown = "".join(f"{'-' if values[key] is None else format(values[key], '.3f'):>11}" for key in SHOWN)
        print(f"{name:<8}{shown}{figures.false_alarm_docs:>7} of {figures.empty_docs:<4}")
        broken += compare(name, values, floors.get(name, {}))
    print(*broken, sep="\n", file=sys.stderr, end="\n" if broken else "")
    return 1 if broken else 0


def flatten(figures: Figures) -> dict[str, float | None]:
    """All figures by dotted name, such as `kind.f1`, and the share of empty documents with a false alarm."""
    values: dict[str, float | None] = {}
    for key, value in msgspec.to_builtins(figures).items():
        if isinstance(value, dict):
            values |= {
                f"{key}.{inner}": number for inner, number in value.items() if isinstance(number, int | float)
            }
        elif not isinstance(value, list):
            values[key] = value
    values["false_alarms"] = figures.false_alarm_docs / figures.empty_docs if figures.empty_docs else 0.0
    return values


def compare(name: str, values: dict[str, float | None], floors: dict[str, dict[str, float]]) -> list[str]:
    """One line for each figure of a set that is under its floor or over its ceiling."""
    broken = []
    for key, bound in floors.get("at_least", {}).items():
        if (values[key] or 0) < bound:
            broken.append(f"{name}: {key} is {values[key]}, its floor is {bound}")
    for key, bound in floors.get("at_most", {}).items():
        if (values[key] or 0) > bound:
            broken.append(f"{name}: {key} is {values[key]}, its ceiling is {bound}")
    return broken


if __name__ == "__main__":
    try:
        sys.exit(main())
    except MithaqError as error:
        sys.exit(f"score_gold: {error}")
