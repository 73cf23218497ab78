"""Cases of reading: texts with what must be read in them, in tests/cases/LANG/events, .../dates and .../names.

An event is written `kind[.action] stage parties when place`, `-` for what is absent: `visit held MAR>TUR 2024-09 TUR`.
`A>B` is guest and host; `A+B` are codes in alphabetical order, and says nothing of who is host. A date is written in EDTF,
a party of names as its codes, its persons and its office.
"""

from __future__ import annotations

import hashlib
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mithaq.reading import Reader
from mithaq.records import Document, Event

CASES = Path(__file__).parent / "cases"
KNOWN_FAILURES = CASES / "known_failures.toml"


class Case(NamedTuple):
    """One text and what must be read in it; `id` holds as long as text, day and home do."""

    id: str
    lang: str
    document: Document
    asks: str
    expected: tuple[str, ...]


def load() -> list[Case]:
    """All cases, by language, kind and file."""
    return [
        _case(path, entry)
        for path in sorted(CASES.glob("*/*/*.toml"))
        for entry in tomllib.loads(path.read_text("utf-8"))["case"]
    ]


def _case(path: Path, entry: dict[str, object]) -> Case:
    lang, what = path.parent.parent.name, path.parent.name
    fields = {name: entry.get(name) for name in ("text", "title", "published", "home")}
    digest = hashlib.sha256(repr(fields).encode("utf-8")).hexdigest()[:8]
    expected = entry["events" if what == "events" else "expect"]
    assert isinstance(expected, list), path
    document = Document(lang=lang, **fields)  # type: ignore[arg-type]
    return Case(f"{lang}/{what}/{path.stem}/{digest}", lang, document, what, tuple(expected))


def known_failures() -> set[str]:
    """The ids of the cases that are known to fail."""
    if not KNOWN_FAILURES.exists():
        return set()
    return set(tomllib.loads(KNOWN_FAILURES.read_text("utf-8"))["fails"])


@cache
def _reader() -> Reader:
    return Reader()


def read(case: Case) -> list[str]:
    """What is read in a case, written as its expectation is where the two agree."""
    if case.asks == "dates":
        return [trace.made for trace in _reader().explain(case.document) if trace.stage == "dates"]
    if case.asks == "names":
        return [trace.made for trace in _reader().explain(case.document) if ".party." in trace.rule]
    left = list(case.expected)
    found = []
    for event in _reader().read(case.document):
        forms = _forms(event)
        agreed = next((form for form in forms if form in left), forms[0])
        if agreed in left:
            left.remove(agreed)
        found.append(agreed)
    return found


def _forms(event: Event) -> list[str]:
    codes = sorted({party.code for party in event.parties if party.code})
    sides = {
        side: sorted({party.code for party in event.parties if party.code and party.role == side})
        for side in ("guest", "host")
    }
    shown = ["+".join(codes) or "-"]
    if sides["guest"] and sides["host"]:
        shown.insert(0, "+".join(sides["guest"]) + ">" + "+".join(sides["host"]))
    kind = f"{event.kind}.{event.action}" if event.action else event.kind
    where = event.where.country if event.where and event.where.country else "-"
    return [f"{kind} {event.stage} {parties} {event.when or '-'} {where}" for parties in shown]
