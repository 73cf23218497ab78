"""Why a text was read as it was: which rule, on which words, made what."""

from __future__ import annotations

from typing import NamedTuple

from mithaq.reading.cascade import Cascade
from mithaq.reading.dates import Found
from mithaq.reading.mentions import Mention, Spot
from mithaq.reading.names import Person
from mithaq.reading.text import Text
from mithaq.records import Document, Span


class Trace(NamedTuple):
    """One rule that fired: the stage it belongs to, its id, the text that it took, what it made of it."""

    stage: str
    rule: str
    span: Span
    made: str


def explain(cascade: Cascade, document: Document) -> list[Trace]:
    """The rules that fired on a document: dates, names and parties by sentence, then the events."""
    text, sentences, _ = cascade.parse(document, every=True)
    traces = []
    for sentence in sentences:
        for item in sentence.items:
            found = _trace(text, item.known)
            if found:
                stage, rule, made = found
                start, end = text.slice(item.start, item.end)
                traces.append(Trace(stage, rule, Span(start, end, text.source[start:end]), made))
    for act in cascade.read(document)[1]:
        start, end = text.slice(act.start, act.end)
        parties = " + ".join(f"{code} {role}" for code, role, _ in act.parties)
        made = " ".join(
            filter(None, [act.kind, act.action, act.stage, parties, act.when, act.country, act.city])
        )
        traces += [
            Trace("events", rule, Span(start, end, text.source[start:end]), made) for rule in act.rules
        ]
    return traces


def _trace(text: Text, known: object) -> tuple[str, str, str] | None:
    if isinstance(known, Found):
        return "dates", known.rule, known.edtf
    if isinstance(known, Person):
        return "names", known.rule, f"{known.name} {known.code or ''}".strip()
    if isinstance(known, Mention):
        names = ", ".join(person.name for person in known.persons)
        parts = [
            " ".join(known.codes) or "?",
            "" if known.sure else "(home)",
            names,
            text.phrase(known.office) or "",
        ]
        return "parties", known.rule, " ".join(filter(None, parts))
    if isinstance(known, Spot):
        return "parties", known.rule, " ".join(filter(None, [*known.countries, known.city]))
    return None
