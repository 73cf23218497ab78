"""Tellings for the tests of the register: short ones made here, and the labelled examples."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mithaq.records import Document, Event, Party, Place, Span
from mithaq.register import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
Telling = tuple[Document, list[Event]]


def make_event(kind: str, *parties: str, **fields: Any) -> Event:
    """An event of parties written `CODE`, `CODE:role` or `CODE:role:person:office`; `+CODE` is a body."""
    made = []
    for told in parties:
        code, role, person, office = (part or None for part in (told + ":::").split(":")[:4])
        is_body = str(code).startswith("+")
        code = str(code).removeprefix("+")
        made.append(
            Party(
                country=None if is_body else code,
                body=code if is_body else None,
                person=person,
                office=office,
                role=role or "participant",
            )
        )
    country, _, city = str(fields.pop("where", "")).partition("/")
    defaults: dict[str, Any] = {
        "stage": "held",
        "topics": ["general"],
        "evidence": [Span(0, 2, "نص")],
        "confidence": 0.8,
        "rules": ["test"],
        "where": Place(country=country, city=city or None) if country else None,
    }
    return Event(kind=kind, parties=made, **{**defaults, **fields})


def make_report(
    document: str, kind: str, *parties: str, published: str | None = "2024-09-30", **fields: Any
) -> Report:
    """A report by one document."""
    return Report(
        document=document, ordinal=0, event=make_event(kind, *parties, **fields), published=published
    )


def read_gold(document: Document, labelled: list[dict[str, Any]]) -> list[Event]:
    """The events that an annotator found in a document."""
    events = []
    for label in labelled:
        parties = []
        for code in label["countries"]:
            persons = [person["name"] for person in label["persons"] if person["party"] == code]
            role = "guest" if code in label["guest"] else "host" if code in label["host"] else "participant"
            prefix = "+" if len(code) != 3 else ""
            parties += [f"{prefix}{code}:{role}:{person}" for person in persons or [""]]
        start = document.full_text.index(label["evidence"])
        span = Span(start, start + len(label["evidence"]), label["evidence"])
        place = "/".join(part for part in (label["where_country"], label["where_city"]) if part)
        kept = {name: label[name] for name in ("stage", "action", "when", "topics", "purposes", "figures")}
        events.append(make_event(label["kind"], *parties, where=place, evidence=[span], **kept))
    return events


@pytest.fixture(scope="session")
def event() -> Callable[..., Event]:
    return make_event


@pytest.fixture(scope="session")
def report() -> Callable[..., Report]:
    return make_report


@pytest.fixture(scope="session")
def examples() -> list[Telling]:
    """The shipped examples with the events of their annotator."""
    lines = (EXAMPLES / "ar.gold.jsonl").read_text("utf-8").splitlines()
    gold = {record["id"]: record["events"] for record in map(json.loads, lines)}
    documents = [
        msgspec.json.decode(line, type=Document) for line in (EXAMPLES / "ar.jsonl").read_bytes().splitlines()
    ]
    return [(document, read_gold(document, gold.get(document.id, []))) for document in documents]


@pytest.fixture(scope="session")
def example_reports(examples: list[Telling]) -> list[Report]:
    return [
        Report(document=document.id, ordinal=ordinal, event=event, published=document.published)
        for document, events in examples
        for ordinal, event in enumerate(events)
    ]
