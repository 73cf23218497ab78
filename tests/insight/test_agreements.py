"""The life of agreements, told by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from engagements import made
from icalendar import Calendar

from mithaq.insight.agreements import find_agreements, is_due
from mithaq.publish.exports.calendar import write_watched


def steps_of(*told: tuple[str, str, str]) -> list[list[str]]:
    found = find_agreements(
        made("agreement", when, "MAR", "ESP", action=action, stage=stage) for action, stage, when in told
    )
    return [[f"{step.action} {step.stage} {step.when}" for step in agreement.steps] for agreement in found]


def test_a_life_is_one_agreement() -> None:
    told = (("negotiate", "held", "2022"), ("agree", "held", "2023-01"), ("sign", "held", "2023-05-02"),
            ("ratify", "held", "2024-01"), ("in-force", "held", "2024-03"), ("renew", "held", "2034-03"))  # fmt: skip
    assert len(steps_of(*told)) == 1
    (agreement,) = find_agreements(made("agreement", w, "MAR", "ESP", action=a, stage=s) for a, s, w in told)
    assert (agreement.state, agreement.since) == ("renewed", "2034-03")


def test_a_second_signature_is_a_second_agreement() -> None:
    assert len(steps_of(("sign", "held", "2023-05-02"), ("sign", "held", "2023-06-02"))) == 2


def test_what_was_promised_and_then_signed() -> None:
    assert len(steps_of(("sign", "planned", "2024-05"), ("sign", "held", "2024-05-07"))) == 1
    promised = [made("agreement", "2024-05-20", "MAR", "ESP", action="sign", stage="planned")]
    (agreement,) = find_agreements(promised)
    assert (agreement.state, agreement.since, agreement.due) == ("promised", None, ["2024-05-20"])
    assert is_due(agreement, dt.date(2024, 5, 1), 30) and not is_due(agreement, dt.date(2024, 5, 1), 10)
    assert not is_due(agreement, dt.date(2024, 5, 21), 30)
    (agreement,) = find_agreements([*promised, made("agreement", "2024-05-20", "MAR", "ESP", action="sign")])
    assert (agreement.state, agreement.due) == ("signed", [])


def test_a_cancelled_step_is_none() -> None:
    assert steps_of(("sign", "cancelled", "2024-05")) == []


def test_parties_subjects_and_names_keep_agreements_apart() -> None:
    def number(**more: object) -> int:
        one = made(
            "agreement", "2023", "MAR", "ESP", action="sign", topics=("drugs",), instrument="Drugs accord"
        )
        told = {"topics": ("drugs",), "instrument": "the accord on drugs", "parties": ("MAR", "ESP"), **more}
        parties = told.pop("parties")
        return len(find_agreements([one, made("agreement", "2024", *parties, action="ratify", **told)]))  # type: ignore[misc, arg-type]

    assert number() == 1
    assert number(parties=("MAR", "FRA")) == 2
    assert number(topics=("migration",)) == 2
    assert number(instrument="Treaty of friendship") == 2
    assert number(instrument="مذكرة تفاهم") == 1, "names in two scripts tell nothing"
    assert number(topics=("general",)) == 1


def test_only_of_a_party() -> None:
    told = [
        made("agreement", "2023", "MAR", "ESP", action="sign"),
        made("agreement", "2023", "FRA", "ESP", action="sign"),
    ]
    assert [agreement.parties for agreement in find_agreements(told, party="FRA")] == [["FRA", "ESP"]]


def expiry_of(*told: tuple[str, str, str, str | None]) -> tuple[str | None, str | None]:
    """Term and day of expiry of one agreement, told as action, stage, date and term."""
    (agreement,) = find_agreements(
        made("agreement", when, "MAR", "ESP", action=action, stage=stage, **({"term": term} if term else {}))
        for action, stage, when, term in told
    )
    return agreement.term, agreement.expires


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([("sign", "held", "2025-01-21~", "P5Y")], ("P5Y", "2030-01-21~")),
        ([("sign", "held", "2025-01", "P5Y")], ("P5Y", "2030-01")),
        ([("sign", "held", "2025-01-21", "2030-12-31")], ("2030-12-31", "2030-12-31")),
        ([("sign", "held", "2025-01-21", None)], (None, None)),
        ([("sign", "planned", "2025-01-21", "P5Y")], (None, None)),
        ([("sign", "held", "2025", "P5Y"), ("in-force", "held", "2026-03-01", None)], ("P5Y", "2031-03-01")),
        ([("sign", "held", "2020", "P5Y"), ("renew", "held", "2025-06-02", "P3Y")], ("P3Y", "2028-06-02")),
        ([("sign", "held", "2020", "P5Y"), ("renew", "held", "2025-06-02", None)], (None, None)),
        ([("sign", "held", "2020", "P5Y"), ("end", "held", "2023", None)], (None, None)),
    ],
)  # fmt: skip
def test_when_an_agreement_expires(
    told: list[tuple[str, str, str, str | None]], expected: tuple[str | None, str | None]
) -> None:
    assert expiry_of(*told) == expected


def test_what_expires_is_due() -> None:
    (agreement,) = find_agreements([made("agreement", "2025-01-21", "MAR", "ESP", action="sign", term="P1Y")])
    assert is_due(agreement, dt.date(2025, 12, 1), 60)
    assert not is_due(agreement, dt.date(2025, 12, 1), 30)
    assert not is_due(agreement, dt.date(2026, 1, 22), 60)


def test_dates_to_watch_as_a_calendar(tmp_path: Path) -> None:
    told = [
        made("agreement", "2025-01-21", "MAR", "ESP", action="sign", term="P5Y", instrument="police accord"),
        made("agreement", "2025", "MAR", "FRA", action="sign", term="P2Y"),
        made("agreement", "2026-02-03", "MAR", "ITA", action="sign", stage="planned"),
        made("agreement", "2024-05-06", "MAR", "PRT", action="sign"),
    ]
    path = tmp_path / "watch.ics"
    assert write_watched(find_agreements(told), path) == 3
    entries = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    shown = sorted((entry.decoded("dtstart").isoformat(), str(entry["summary"])) for entry in entries)
    assert shown == [
        ("2026-02-03", "agreement sign: MAR, ITA"),
        ("2027-01-01", "agreement expires: MAR, FRA (2027)"),
        ("2030-01-21", "agreement expires: MAR, ESP"),
    ]
