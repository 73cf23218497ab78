"""A partner's profile, told by hand."""

from __future__ import annotations

from engagements import conflict, made

from mithaq.insight.profile import profile
from mithaq.records import Party

HEAD, SPAIN = (
    Party(country="MAR", person="عبد اللطيف حموشي"),
    Party(country="ESP", person="Fernando Marlaska"),
)
TOLD = [
    made("meeting", "2022-05-05", HEAD, SPAIN),
    made(
        "visit", "2023-01", Party(country="MAR", person="حموشي", role="guest"), SPAIN, conflicts=[conflict()]
    ),
    made("agreement", "2024-01-01", "MAR", "ESP", action="sign"),
    made("visit", "2024-06-01", "MAR:guest", "ESP:host", stage="planned"),
    made("meeting", "2024-02-02", "MAR", "FRA"),
]


def test_what_is_told_of_a_partner() -> None:
    found = profile(TOLD, home="MAR", partner="ESP")
    assert found is not None
    assert (found.first, found.last) == ("2022-05-05", "2024-06-01")
    assert found.years == {2022: {"meeting": 1}, 2023: {"visit": 1}, 2024: {"agreement": 1}}
    assert [(p.home, p.partner, p.engagements) for p in found.pairs] == [
        ("عبد اللطيف حموشي", "Fernando Marlaska", 2)
    ]
    assert [agreement.state for agreement in found.agreements] == ["signed"]
    assert found.disputed == [TOLD[1].id] and found.ahead == [TOLD[3].id]
    assert found.measures is not None and found.measures.engagements == 3
    assert len(found.engagements) == 4


def test_nothing_is_told_of_a_stranger() -> None:
    assert profile(TOLD, home="MAR", partner="JPN") is None
