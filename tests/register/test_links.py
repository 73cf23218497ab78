"""What engagements have to do with each other: a function of the two, told by their dates, parties and documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mithaq.records import Event
from mithaq.register import Report, consolidate
from mithaq.register.links import relate

Make = Callable[..., Event]


def kinds(make: Make, one: tuple, other: tuple, *, documents: str = "aa") -> list[str]:  # type: ignore[type-arg]
    """The links between two engagements, each told by one document: `documents` are their names."""
    reports = [
        Report(document=name, ordinal=place, event=make(*told[:-1], **told[-1]), published="2024-09-20")
        for place, (name, told) in enumerate(zip(documents, (one, other), strict=True))
    ]
    engagements = {e.reports[0].ordinal: e for e in consolidate(reports)}
    return relate(engagements[0], engagements[1])


VISIT = ("visit", "MAR:guest", "TUR:host", {"when": "2024-09-10/2024-09-12"})
TALKS = ("meeting", "MAR:guest", "TUR:host", {"when": "2024-09-11"})
PACT = ("agreement", "MAR:signatory", "TUR:signatory", {"when": "2024-09-12", "action": "sign"})
ASSEMBLY = (
    "gathering",
    "+INTERPOL:organiser",
    "MAR",
    "QAT",
    {"when": "2024-11-04/2024-11-07", "where": "GBR/Glasgow"},
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (TALKS, VISIT, ["during"]),
        (VISIT, TALKS, []),
        (PACT, VISIT, ["during"]),
        (VISIT, PACT, ["led-to"]),
        (("meeting", "MAR", "TUR", {"when": "2024-10-01"}), VISIT, []),
        (("meeting", "MAR", "ESP", {"when": "2024-09-11"}), VISIT, []),
        (("meeting", "MAR", "QAT", {"when": "2024-11-05", "where": "GBR"}), ASSEMBLY, ["in-margins-of"]),
        (("meeting", "MAR", "QAT", {"when": "2024-11-05", "where": "QAT"}), ASSEMBLY, []),
        (("meeting", "MAR", "TUR", {"when": "2024-11-05"}), ASSEMBLY, []),
        (
            ("election", "+INTERPOL:forum", "MAR:candidate", {"when": "2024-11-06", "action": "elect"}),
            ASSEMBLY,
            ["during"],
        ),
        (("meeting", "MAR", "TUR", {"when": "2024-09-11", "stage": "cancelled"}), VISIT, []),
    ],
)  # fmt: skip
def test_links_of_one_document(event: Make, one: tuple, other: tuple, expected: list[str]) -> None:  # type: ignore[type-arg]
    assert kinds(event, one, other) == expected


def test_what_no_document_tells_together_is_not_linked(event: Make) -> None:
    assert kinds(event, TALKS, VISIT, documents="ab") == []


@pytest.mark.parametrize(
    ("newer", "expected"),
    [
        ({"when": "2024-09-12", "action": "renew", "instrument": "مذكرة تفاهم أمنية"}, ["renews"]),
        ({"when": "2024-09-12", "action": "renew"}, ["renews"]),
        ({"when": "2024-09-12", "action": "sign", "instrument": "مذكرة تفاهم أمنية"}, []),
        ({"when": "2019-09-12", "action": "renew"}, []),
        ({"when": "2024-09-12", "action": "renew", "instrument": "اتفاقية الصيد البحري"}, []),
    ],
)
def test_a_renewal_is_linked_to_what_it_renews(
    event: Make, newer: dict[str, str], expected: list[str]
) -> None:
    older = (
        "agreement",
        "MAR",
        "BEL",
        {"when": "2021", "action": "sign", "instrument": "مذكرة التفاهم الأمنية"},
    )
    assert kinds(event, ("agreement", "BEL", "MAR", newer), older, documents="ab") == expected


def test_a_session_follows_up_the_one_before(event: Make) -> None:
    def session(number: int) -> tuple:  # type: ignore[type-arg]
        return ("gathering", "+INTERPOL", {"when": str(1932 + number), "figures": {"session": number}})

    assert kinds(event, session(93), session(92), documents="ab") == ["follows-up"]
    assert kinds(event, session(92), session(93), documents="ab") == []
    assert kinds(event, session(93), session(91), documents="ab") == []
