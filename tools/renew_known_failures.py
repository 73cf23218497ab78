"""Strike the cases that are read right by now from tests/cases/known_failures.toml.

usage: renew_known_failures.py [--add]

With --add, cases that are newly read wrong are added: for new cases only, never to pass over a loss.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import casebook

known = casebook.known_failures()
cases = casebook.load()
wrong = [case for case in cases if sorted(casebook.read(case)) != sorted(case.expected)]
kept = [case for case in wrong if case.id in known or "--add" in sys.argv]
lines = [
    "# Cases that are not read right yet. A case leaves this list when it is: tools/renew_known_failures.py",
    "[fails]",
]
for case in sorted(kept):
    start = " ".join(case.document.text.split())[:60].replace("\\", "").replace('"', "'")
    lines.append(f'"{case.id}" = "{start}"')
casebook.KNOWN_FAILURES.write_text("\n".join(lines) + "\n", "utf-8")
print(
    f"{len(cases)} cases: {len(wrong)} read wrong, {len(kept)} of them listed, {len(known - {c.id for c in kept})} struck"
)
