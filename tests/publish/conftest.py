"""A register of the labelled examples, and the page that is made of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mithaq.insight import Period
from mithaq.publish import compose, render
from mithaq.publish.tree import Review
from mithaq.reading import Reader
from mithaq.records import Document, Event, Party, Place, Span
from mithaq.register import Engagement, Register, Report, consolidate

EXAMPLES = Path(__file__).parents[2] / "examples"


def read_gold(document: Document, labelled: list[dict[str, Any]]) -> list[Event]:
    """The events that an annotator found in a document."""
    events = []
    for label in labelled:
        roles = {**dict.fromkeys(label["guest"], "guest"), **dict.fromkeys(label["host"], "host")}
        parties = [
            Party(
                country=code if len(code) == 3 else None,
                body=code if len(code) != 3 else None,
                person=person,
                role=roles.get(code, "participant"),
            )
            for code in label["countries"]
            for person in [p["name"] for p in label["persons"] if p["party"] == code] or [None]
        ]
        start = document.full_text.index(label["evidence"])
        place = Place(country=label["where_country"], city=label["where_city"])
        events.append(
            Event(
                kind=label["kind"],
                stage=label["stage"],
                action=label["action"],
                parties=parties,
                when=label["when"],
                where=place if place.country else None,
                topics=label["topics"],
                purposes=label["purposes"],
                figures=label["figures"],
                evidence=[Span(start, start + len(label["evidence"]), label["evidence"])],
                confidence=0.9,
                rules=["gold"],
            )
        )
    return events


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    lines = (EXAMPLES / "ar.gold.jsonl").read_text("utf-8").splitlines()
    gold = {record["id"]: record["events"] for record in map(json.loads, lines)}
    with Register.open(tmp_path_factory.mktemp("register") / "examples.mithaq") as opened:
        for line in (EXAMPLES / "ar.jsonl").read_bytes().splitlines():
            document = msgspec.json.decode(line, type=Document)
            opened.add(document, read_gold(document, gold.get(document.id, [])))
        yield opened


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """The examples of all languages, as the reader reads them."""
    reader = Reader()
    with Register.open(tmp_path_factory.mktemp("read") / "examples.mithaq") as opened:
        for lang in ("ar", "en", "es", "fr"):
            for line in (EXAMPLES / f"{lang}.jsonl").read_bytes().splitlines():
                document = msgspec.json.decode(line, type=Document)
                opened.add(document, reader.read(document))
        yield opened


@pytest.fixture(scope="session")
def review(register: Register) -> Review:
    return compose(register, period=Period.of_year(2024), home="MAR", lang="ar", topic="all")


@pytest.fixture(scope="session")
def page(review: Review) -> str:
    return render(review, "html").decode("utf-8")


@pytest.fixture(scope="session")
def engagement() -> Callable[..., Engagement]:
    """An engagement of one report; parties are `(code, role, person, office)`, a code with `+` is a body's."""

    def make(kind: str, *parties: tuple[str | None, ...], **fields: Any) -> Engagement:
        made = []
        for code, role, person, office in ((*told, None, None, None)[:4] for told in parties):
            is_body = str(code).startswith("+")
            code = str(code).removeprefix("+")
            made.append(
                Party(
                    country=None if is_body else code,
                    body=code if is_body else None,
                    role=role or "participant",
                    person=person,
                    office=office,
                )
            )
        defaults: dict[str, Any] = {
            "stage": "held",
            "topics": ["general"],
            "evidence": [Span(0, 2, "نص")],
            "confidence": 0.8,
            "rules": [],
        }
        event = Event(kind=kind, parties=made, **{**defaults, **fields})
        (found,) = consolidate([Report(document="a", ordinal=0, event=event, published="2024-12-01")])
        return found

    return make
