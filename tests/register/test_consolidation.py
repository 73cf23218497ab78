"""Reports to engagements: what joins, what stays apart, and that the order of arrival does not matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mithaq.records import Event
from mithaq.register import Engagement, Report, consolidate

Make = Callable[..., Report]


def one(*reports: Report) -> Engagement:
    """The engagement of reports that must be joined."""
    (engagement,) = consolidate(reports)
    return engagement


def test_one_visit_told_by_two_is_one_with_two_witnesses(report: Make) -> None:
    told = one(
        report(
            "a",
            "visit",
            "MAR:guest:عبد اللطيف حموشي",
            "TUR:host",
            when="2024-09-10/2024-09-11",
            where="TUR/Ankara",
        ),
        report("b", "visit", "MAR:guest:حموشي", "TUR:host", when="2024-09", where="TUR"),
    )
    assert told.when == "2024-09-10/2024-09-11"
    assert told.where and told.where.city == "Ankara"
    assert told.parties[0].person == "عبد اللطيف حموشي"
    assert told.forms == {"عبد اللطيف حموشي": ["حموشي"]}
    assert (told.documents, told.witnesses, told.conflicts) == (["a", "b"], 2, [])


def test_same_parties_a_year_apart_are_two(report: Make) -> None:
    told = [report(str(year), "visit", "MAR:guest", "TUR:host", when=f"{year}-09") for year in (2024, 2025)]
    assert len(consolidate(told)) == 2


def test_reports_of_one_document_stay_apart(report: Make) -> None:
    first = report("a", "meeting", "MAR", "TUR", when="2024-09")
    second = Report(document="a", ordinal=1, event=first.event, published=first.published)
    told = consolidate([first, second])
    assert len(told) == 2
    assert told[0].id != told[1].id


def test_other_persons_of_the_same_party_are_another_meeting(report: Make) -> None:
    told = consolidate(
        [
            report("a", "meeting", "MAR::عبد اللطيف حموشي", "TUR", when="2024-09-10"),
            report("b", "meeting", "MAR::ناصر بوريطة", "TUR", when="2024-09-10"),
        ]
    )
    assert len(told) == 2


def test_planned_and_held_took_place(report: Make) -> None:
    told = one(
        report(
            "a", "visit", "MAR:guest", "TUR:host", when="2024-09", stage="planned", published="2024-08-30"
        ),
        report("b", "visit", "MAR:guest", "TUR:host", when="2024-09-10", published="2024-09-11"),
    )
    assert told.stage == "held"
    assert [telling.stage for telling in told.reports] == ["planned", "held"]


def test_planned_then_cancelled_is_cancelled(report: Make) -> None:
    told = one(
        report(
            "b",
            "visit",
            "MAR:guest",
            "TUR:host",
            when="2024-09-10",
            stage="cancelled",
            published="2024-09-09",
        ),
        report(
            "a", "visit", "MAR:guest", "TUR:host", when="2024-09-10", stage="planned", published="2024-09-01"
        ),
    )
    assert told.stage == "cancelled"


def test_votes_that_differ_are_a_conflict(report: Make) -> None:
    told = one(
        *(
            report(
                name,
                "election",
                "+INTERPOL:forum",
                "MAR:candidate:محمد الدخيسي",
                action="elect",
                when="2024-11",
                figures={"votes": n},
            )
            for name, n in (("a", 96), ("b", 196), ("c", 96))
        )
    )
    assert told.figures == {"votes": 96}
    (conflict,) = told.conflicts
    assert conflict.field == "figures.votes"
    assert [(value.value, value.documents) for value in conflict.values] == [(96, ["a", "c"]), (196, ["b"])]


def test_days_that_differ_by_one_are_a_conflict(report: Make) -> None:
    told = one(
        report(
            "a",
            "visit",
            "MAR:guest:حموشي",
            "FRA:host",
            when="2024-06-28",
            where="FRA",
            published="2024-06-29",
        ),
        report(
            "b",
            "visit",
            "MAR:guest:حموشي",
            "FRA:host",
            when="2024-06-29",
            where="FRA",
            published="2024-07-02",
        ),
    )
    assert told.when == "2024-06-28"
    assert [conflict.field for conflict in told.conflicts] == ["when"]


def test_a_day_of_slack_is_no_conflict(report: Make) -> None:
    told = one(
        report("a", "meeting", "MAR", "FRA", when="2024-06-28~"),
        report("b", "meeting", "MAR", "FRA", when="2024-06-29"),
    )
    assert told.when == "2024-06-29"
    assert told.conflicts == []


def test_guest_turned_host_is_a_conflict(report: Make) -> None:
    told = one(
        report("a", "visit", "MAR:guest:حموشي", "ESP:host", when="2024-06-28", where="ESP"),
        report("b", "visit", "MAR:guest:عبد اللطيف حموشي", "ESP:host", when="2024-06-28", where="ESP"),
        report("c", "visit", "MAR:host:حموشي", "ESP:guest", when="2024-06-28", where="MAR"),
    )
    assert told.parties[0].role == "guest"
    assert {conflict.field for conflict in told.conflicts} == {"role", "where"}


def test_minister_or_deputy_is_a_conflict(report: Make) -> None:
    told = one(
        report("a", "meeting", "MAR::حموشي", "TUR::علي يرلي:وزير الداخلية", when="2024-09-10"),
        report("b", "meeting", "MAR::حموشي", "TUR::علي يرلي:نائب وزير الداخلية", when="2024-09-10"),
    )
    assert [(conflict.field, conflict.of) for conflict in told.conflicts] == [("office", "علي يرلي")]


def test_an_office_told_in_full_is_no_conflict(report: Make) -> None:
    told = one(
        report("a", "meeting", "MAR::حموشي:المدير العام للأمن الوطني", "TUR", when="2024-09-10"),
        report("b", "meeting", "MAR::حموشي:مدير عام الأمن الوطني", "TUR", when="2024-09-10"),
    )
    assert told.conflicts == []


def test_those_who_attend_one_assembly_meet_in_it(report: Make) -> None:
    told = one(
        report(
            "a",
            "gathering",
            "+INTERPOL",
            "MAR::حموشي",
            when="2024-11-04/2024-11-07",
            where="GBR/Glasgow",
            figures={"session": 92},
        ),
        report(
            "b",
            "gathering",
            "+INTERPOL",
            "QAT",
            "LBN",
            when="2024-11",
            where="GBR/Glasgow",
            figures={"session": 92},
        ),
    )
    assert {party.code for party in told.parties} == {"INTERPOL", "MAR", "QAT", "LBN"}


def test_other_sessions_are_other_assemblies(report: Make) -> None:
    told = [
        report(str(n), "gathering", "+INTERPOL", "MAR", when="2024-11", figures={"session": n})
        for n in (92, 93)
    ]
    assert len(consolidate(told)) == 2


@pytest.mark.parametrize(("published", "expected"), [("2024-09-18", 1), ("2024-10-30", 2)])
def test_undated_joins_what_was_published_about_then(report: Make, published: str, expected: int) -> None:
    told = [
        report("a", "meeting", "MAR::حموشي", "TUR", when="2024-09-10", published="2024-09-11"),
        report("b", "meeting", "MAR::حموشي", "TUR", published=published),
    ]
    assert len(consolidate(told)) == expected


def test_a_vague_report_that_fits_two_joins_neither(report: Make) -> None:
    told = [
        report("a", "meeting", "MAR", "TUR", when="2024-03-10"),
        report("b", "meeting", "MAR", "TUR", when="2024-09-10"),
        report("c", "meeting", "MAR", "TUR", when="2024"),
    ]
    assert len(consolidate(told)) == 3


def test_a_date_that_is_none_does_no_harm(report: Make) -> None:
    told = one(report("a", "meeting", "MAR", "TUR", when="next week"))
    assert told.when is None


def test_confidence_grows_with_documents(report: Make) -> None:
    alone = report("a", "meeting", "MAR", "TUR", when="2024-09-10")
    assert one(alone).confidence == pytest.approx(0.8)
    assert one(alone, report("b", "meeting", "MAR", "TUR", when="2024-09-10")).confidence == pytest.approx(
        0.96
    )


def test_examples_told_twice_are_one(example_reports: list[Report]) -> None:
    told = {tuple(e.documents) + (e.kind,): e for e in consolidate(example_reports)}
    visit = told["ar-001", "ar-002", "ar-017", "visit"]
    assert (visit.when, visit.witnesses) == ("2024-09-10/2024-09-11", 3)
    assert told["ar-008", "ar-009", "ar-017", "election"].conflicts[0].field == "figures.votes"
    assert told["ar-012", "ar-013", "ar-017", "visit"].conflicts[0].field == "when"
    assert ("ar-007", "ar-008", "ar-009", "gathering") in told
    assert ("ar-005", "ar-006", "ar-017", "meeting") in told


def test_ids_are_distinct(example_reports: list[Report]) -> None:
    told = consolidate(example_reports)
    assert len({engagement.id for engagement in told}) == len(told)


@settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_order_does_not_matter_to_the_examples(example_reports: list[Report], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(example_reports))
    assert consolidate(shuffled) == consolidate(example_reports)


DATES = ("2024-09-10", "2024-09-11~", "2024-09-10/2024-09-12", "2024-09", "2024", None, "2024-09-25")
PERSONS = ("", "حموشي", "عبد اللطيف حموشي", "عبداللطيف الحموشي", "محمد الدخيسي")


@settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_order_does_not_matter_to_reports_that_nearly_agree(
    event: Callable[..., Event], data: st.DataObject
) -> None:
    """Made to be hard: few parties, dates that overlap, names in parts."""
    days = st.sampled_from(["2024-09-12", "2024-09-30", None])
    published = {name: data.draw(days) for name in "abcdef"}
    documents = [data.draw(st.sampled_from("abcdef")) for _ in range(data.draw(st.integers(1, 9)))]
    reports = [
        Report(
            document=document,
            ordinal=ordinal,
            published=published[document],
            event=event(
                data.draw(st.sampled_from(["visit", "meeting", "gathering"])),
                f"MAR:{data.draw(st.sampled_from(['guest', 'host']))}:{data.draw(st.sampled_from(PERSONS))}",
                *data.draw(st.sampled_from([["TUR:host"], ["TUR:guest"], ["TUR", "ESP"]])),
                when=data.draw(st.sampled_from(DATES)),
                stage=data.draw(st.sampled_from(["planned", "held", "cancelled"])),
            ),
        )
        for ordinal, document in enumerate(documents)
    ]
    told = consolidate(reports)
    assert consolidate(data.draw(st.permutations(reports))) == told
    assert sum(len(engagement.reports) for engagement in told) == len(reports)
    assert len({engagement.id for engagement in told}) == len(told)


@pytest.mark.parametrize("when", ["0001", "0001-01-01", "9999-12-31", "../2024", "2024/..", "1990/2024"])
def test_the_ends_of_time_do_no_harm(report: Make, when: str) -> None:
    told = consolidate(
        [report(name, "gathering", "MAR", "TUR", when=when, where="TUR/Ankara") for name in "ab"]
    )
    assert sum(len(engagement.reports) for engagement in told) == 2
