"""Outcomes and their occasions."""

from __future__ import annotations

from mithaq.insight.results import find_results
from mithaq.insight.year import DONE
from mithaq.records import Event, Party, Span
from mithaq.register import Engagement, Report, consolidate


def engage(
    kind: str, *codes: str, when: str | None, document: str = "a", action: str | None = None
) -> Report:
    event = Event(
        kind=kind,
        stage="held",
        action=action,
        parties=[Party(country=code) for code in codes],
        when=when,
        topics=["general"],
        evidence=[Span(0, 1, "x")],
        confidence=0.9,
        rules=[],
    )
    return Report(document=document, ordinal=abs(hash((kind, codes, when))), event=event)


def results_of(*reports: Report) -> list[tuple[str, str | None]]:
    held: list[Engagement] = consolidate(reports)
    found = find_results(held, DONE)
    return [(result.outcome.kind, result.occasion.kind if result.occasion else None) for result in found]


SIGNED = engage("agreement", "MAR", "ARE", when="2024-09-18", action="sign")


def test_an_agreement_signed_on_a_visit() -> None:
    meeting = engage("meeting", "MAR", "ARE", when="2024-09-18")
    visit = engage("visit", "MAR", "ARE", when="2024-09")
    assert results_of(SIGNED, meeting, visit) == [("agreement", "visit")]
    assert results_of(SIGNED, meeting) == [("agreement", "meeting")]


def test_no_occasion_of_other_parties_times_or_texts() -> None:
    assert results_of(SIGNED, engage("visit", "MAR", "TUR", when="2024-09-18")) == [("agreement", None)]
    assert results_of(SIGNED, engage("visit", "MAR", "ARE", when="2024-10")) == [("agreement", None)]
    assert results_of(SIGNED, engage("visit", "MAR", "ARE", when=None)) == [("agreement", None)]
    elsewhere = engage("visit", "MAR", "ARE", when="2024-09-18", document="b")
    assert results_of(SIGNED, elsewhere) == [("agreement", None)]


def test_what_is_still_negotiated_is_no_result() -> None:
    talks = engage("agreement", "MAR", "ARE", when="2024-09", action="negotiate")
    assert results_of(talks, engage("operation", "MAR", "ESP", when="2024-10")) == [("operation", None)]
