"""The register shows who held an office while no document names a person and all that know one agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mithaq.register import Report
from mithaq.register.resolution import resolve

OFFICE = "وزير الداخلية"


Make = Callable[..., Report]


@pytest.fixture
def told(report: Make) -> Make:
    def make(document: str, holder: str | None = None, person: str = "") -> Report:
        made = report(document, "meeting", f"ESP:host:{person}:{OFFICE}", "MAR:guest")
        if holder:
            made.event.parties[0].holder = holder
        return made

    return make


def holder(*reports: Report) -> str | None:
    party = next(party for party in resolve("e", list(reports)).parties if party.country == "ESP")
    return party.holder or None


def test_a_holder_is_kept(told: Make) -> None:
    assert holder(told("a", "Anna Muster"), told("b")) == "Anna Muster"


def test_two_holders_are_none(told: Make) -> None:
    assert holder(told("a", "Anna Muster"), told("b", "Berta Muster")) is None


def test_a_person_told_is_never_overruled(told: Make) -> None:
    assert holder(told("a", "Anna Muster"), told("b", person="خوان غارسيا")) is None
