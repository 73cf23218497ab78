"""Measure the shares of right events by rule on labelled documents and write languages/LANG/confidence.toml.

usage: calibrate.py LANG GOLD.jsonl DOCS.jsonl [GOLD.jsonl DOCS.jsonl ...]
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from mithaq.insight.evaluation import from_event, pair
from mithaq.insight.gold import load_gold
from mithaq.lexicon.pack import data_folder
from mithaq.reading import Reader
from mithaq.records import Document
from mithaq.sources import documents

PULL = 4  # how many events of its kind a rule's own share is weighed against


def main(lang: str, files: list[str]) -> None:
    """Read the documents, count which rules' events are right, write the shares."""
    seen: Counter[tuple[str, str]] = Counter()
    right: Counter[tuple[str, str]] = Counter()
    reader = Reader()
    for gold_path, docs_path in zip(files[::2], files[1::2], strict=True):
        gold = load_gold(Path(gold_path))
        for document in documents([Path(docs_path)]):
            if not isinstance(document, Document) or reader.language(document) != lang:
                continue
            events = reader.read(document)
            told = [from_event(event) for event in events]
            hits = {found for _, found in pair(gold.get(document.id, []), told, lambda e: (e.kind, e.codes))}
            for place, event in enumerate(events):
                features = [("rule", rule) for rule in event.rules] + [("kind", event.kind), ("all", "all")]
                features.append(("told", "again" if len(event.rules) > 1 else "once"))
                for feature in features:
                    seen[feature] += 1
                    right[feature] += place in hits
    everything = (right["all", "all"] + 1) / (seen["all", "all"] + 2)
    kinds = {
        kind: (right["kind", kind] + PULL * everything) / (seen["kind", kind] + PULL)
        for name, kind in sorted(seen)
        if name == "kind"
    }
    lines = [
        "# Written by tools/calibrate.py: the share of right events on labelled documents. Do not edit.",
        "",
    ]
    once = (right["told", "once"] + 1) / (seen["told", "once"] + 2)
    again = (right["told", "again"] + 1) / (seen["told", "again"] + 2)
    lines += ["home_only = 1.0", f"doubt_left = {min(1.0, (1 - again) / (1 - once)):.2f}", "", "[kind]"]
    lines += [f"{kind} = {share:.2f}" for kind, share in kinds.items()]
    lines += ["", "[rule]"]
    for (name, rule), count in sorted(seen.items()):
        if name == "rule":
            kind = rule.split(".")[1]
            share = (right[name, rule] + PULL * kinds.get(kind, everything)) / (count + PULL)
            lines.append(f'"{rule}" = {share:.2f}')
    path = data_folder() / "languages" / lang / "confidence.toml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{path}: {seen['all', 'all']} events, {right['all', 'all']} right")


if __name__ == "__main__":
    if len(sys.argv) < 4 or len(sys.argv) % 2:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
