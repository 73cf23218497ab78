"""The year of a home country, on the labelled examples: figures that a reader can count by hand."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from mithaq.insight import Period, Year, full_names, look_back
from mithaq.records import Document, Event, Party, Place, Span
from mithaq.register import Engagement, Report, consolidate

EXAMPLES = Path(__file__).parents[2] / "examples"


def engage(kind: str, *parties: str, document: str = "a", **fields: object) -> Event:
    told = [part.split(":") for part in parties]
    return Event(
        kind=kind,
        parties=[Party(country=c, role=r or "participant", person=p or None) for c, r, p in told],
        **{  # type: ignore[arg-type]
            "stage": "held",
            "topics": ["general"],
            "evidence": [Span(0, 1, "x")],
            "confidence": 0.9,
            "rules": [],
            **fields,
        },
    )


def year_of(*events: Event, published: str = "2024-12-30") -> Year:
    documents = [Document(id=str(n), text="x", published=published, source="s") for n in range(len(events))]
    reports = [
        Report(document=document.id, ordinal=0, event=event, published=published)
        for document, event in zip(documents, events, strict=True)
    ]
    return look_back(consolidate(reports), documents, period=Period.of_year(2024), home="MAR")


def count(listed: dict[str, list[str]]) -> dict[str, int]:
    return {name: len(ids) for name, ids in listed.items()}


def test_visits_made_and_received() -> None:
    year = year_of(
        engage("visit", "MAR:guest:", "TUR:host:", when="2024-09-10", where=Place(country="TUR")),
        engage("visit", "MAR:guest:", "FRA:host:", when="2024-06"),
        engage("visit", "BEL:guest:", "MAR:host:", when="2024-11-20"),
        engage("visit", "BEL:guest:", "NLD:host:", when="2024-11-22"),
        engage("visit", "MAR:guest:", "GBR:host:", when="2024-10", stage="planned"),
    )
    assert (len(year.visits_made), len(year.visits_received)) == (2, 1)
    assert (count(year.held), count(year.planned)) == ({"visit": 3}, {"visit": 1})
    assert {
        partner.code: (partner.count("visits_made"), partner.count("visits_received"))
        for partner in year.partners
    } == {
        "BEL": (0, 1),
        "FRA": (1, 0),
        "TUR": (1, 0),
    }
    assert [sum(map(len, month.kinds.values())) for month in year.months] == [
        0,
        0,
        0,
        0,
        0,
        1,
        0,
        0,
        1,
        0,
        1,
        0,
    ]


def test_an_assembly_makes_no_partners() -> None:
    year = year_of(engage("gathering", "MAR::", "ESP:host:", "EGY::", when="2024-01-16"))
    assert year.partners == []
    assert count(year.held) == {"gathering": 1}


def test_what_is_less_exact_than_a_month_is_in_no_month() -> None:
    year = year_of(engage("meeting", "MAR::", "GBR::", when="2024"))
    assert count(year.held) == {"meeting": 1}
    assert not any(month.kinds for month in year.months)


def test_undated_is_of_the_year_of_publication() -> None:
    assert year_of(engage("meeting", "MAR::", "GBR::")).held.keys() == {"meeting"}
    assert year_of(engage("meeting", "MAR::", "GBR::"), published="2023-01-01").held == {}


def test_what_the_year_announces_for_the_next() -> None:
    year = year_of(engage("gathering", "MAR:host:", when="2025-11", stage="planned"))
    assert year.engagements == []
    assert [engagement.when for engagement in year.ahead] == ["2025-11"]


def test_agreements_talked_about_are_not_concluded() -> None:
    year = year_of(
        engage("agreement", "MAR:signatory:", "ARE:signatory:", when="2024-09", action="sign"),
        engage("agreement", "MAR:signatory:", "BEL:signatory:", when="2024-09", action="negotiate"),
    )
    assert len(year.agreements) == 1


def test_threats_and_their_partners() -> None:
    year = year_of(
        engage("meeting", "MAR::", "ESP::", when="2024-01", topics=["terrorism", "drugs"]),
        engage("meeting", "MAR::", "FRA::", when="2024-02", topics=["terrorism"]),
        engage("meeting", "MAR::", "FRA::", when="2024-05", topics=["terrorism"]),
    )
    told = [
        (threat.topic, len(threat.of), [(code, len(of)) for code, of in threat.partners.items()])
        for threat in year.threats
    ]
    assert told == [("terrorism", 3, [("FRA", 2), ("ESP", 1)]), ("drugs", 1, [("ESP", 1)])]


def test_persons_under_their_full_name() -> None:
    year = year_of(
        engage("meeting", "MAR::عبد اللطيف حموشي", "ESP::", when="2024-01"),
        engage("meeting", "MAR::حموشي", "FRA::", when="2024-02"),
    )
    assert [(person.name, len(person.of)) for person in year.persons] == [("عبد اللطيف حموشي", 2)]


def test_a_short_name_of_two_stays_short() -> None:
    engagements: list[Engagement] = consolidate(
        Report(
            document=str(n),
            ordinal=0,
            event=engage("meeting", f"MAR::{name}", "ESP::", when=f"2024-0{n + 1}"),
        )
        for n, name in enumerate(("أحمد العلوي", "كريم العلوي", "العلوي"))
    )
    assert full_names(engagements)["MAR", "العلوي"] == "العلوي"


@pytest.fixture(scope="module")
def examples() -> Year:
    documents = [
        msgspec.json.decode(line, type=Document) for line in (EXAMPLES / "ar.jsonl").read_bytes().splitlines()
    ]
    published = {document.id: document.published for document in documents}
    reports = []
    for record in map(json.loads, (EXAMPLES / "ar.gold.jsonl").read_text("utf-8").splitlines()):
        for ordinal, label in enumerate(record["events"]):
            roles = {**dict.fromkeys(label["guest"], "guest"), **dict.fromkeys(label["host"], "host")}
            event = engage(
                label["kind"],
                *(f"{code}:{roles.get(code, '')}:" for code in label["countries"]),
                **{
                    name: label[name] for name in ("stage", "action", "when", "topics", "purposes", "figures")
                },
            )
            reports.append(
                Report(document=record["id"], ordinal=ordinal, event=event, published=published[record["id"]])
            )
    return look_back(consolidate(reports), documents, period=Period.of_year(2024), home="MAR")


def test_the_figures_add_up(examples: Year) -> None:
    dated = sum(sum(map(len, month.kinds.values())) for month in examples.months)
    assert dated <= sum(map(len, examples.held.values()))
    assert sorted(examples.visits_made + examples.visits_received) == sorted(examples.held["visit"])
    for partner in examples.partners:
        assert sorted(e for ids in partner.of.values() for e in ids) == sorted(partner.total)
    assert all("MAR" in {party.code for party in e.parties} for e in examples.engagements)
