"""Reports to engagements: what joins, what stays apart, and that the order of arrival does not matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mithaq.records import Event
from mithaq.register import Engagement, Report, consolidate
from mithaq.register.copies import sketch
from mithaq.register.folding import plain

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


def test_told_as_in_september_and_as_three_days_is_one(report: Make) -> None:
    told = one(
        report("a", "visit", "MAR:guest", "TUR:host", when="2024-09", published="2024-12-30"),
        report("b", "visit", "MAR:guest", "TUR:host", when="2024-09-19/2024-09-21"),
    )
    assert (told.when, told.conflicts) == ("2024-09-19/2024-09-21", [])


def test_postponed_and_then_held_is_one(report: Make) -> None:
    told = one(
        report(
            "a", "visit", "FRA:guest", "MAR:host", when="2024-06-28", stage="planned", published="2024-06-01"
        ),
        report(
            "b",
            "visit",
            "FRA:guest",
            "MAR:host",
            when="2024-06-28",
            stage="cancelled",
            published="2024-06-25",
        ),
        report("c", "visit", "FRA:guest", "MAR:host", when="2024-09-05", published="2024-09-06"),
    )
    assert (told.stage, told.when, told.conflicts) == ("held", "2024-09-05", [])
    assert [telling.when for telling in told.reports] == ["2024-06-28", "2024-06-28", "2024-09-05"]


def test_put_off_without_the_day_it_was_planned_for(report: Make) -> None:
    """The day on which it was put off, and that on which this was published, are not that of the visit."""
    told = one(
        report(
            "a", "visit", "TUR:guest:Hakan Fidan", "IRQ:host", when="2025-02-10", stage="planned", published="2025-01-30"
        ),
        report("b", "visit", "TUR:guest:هاكان فيدان", "IRQ:host", when="2025-02-07~", stage="cancelled", published="2025-02-08"),
        report("c", "visit", "TUR:guest:Hakan Fidan", "IRQ:host", stage="cancelled", published="2025-02-09"),
        report("d", "visit", "TUR:guest:Hakan Fidan", "IRQ:host", when="2025-04-22~", published="2025-04-23"),
    )  # fmt: skip
    assert (told.stage, told.when) == ("held", "2025-04-22~")


@pytest.mark.parametrize(
    ("office", "other", "expected"),
    [
        ("وزير الداخلية", "وزير الدفاع الوطني", 2),
        ("ministre de l'Intérieur", "defence minister", 2),
        ("وزير الداخلية", "ministre de l'Intérieur", 1),
        ("minister", "interior minister", 1),
        ("intelligence chief", "police chief", 1),
    ],
)
def test_a_guest_of_two_ministers_on_one_day(report: Make, office: str, other: str, expected: int) -> None:
    told = [
        report(
            name,
            "meeting",
            f"TUN:host::{text}",
            "ITA:guest:Matteo Piantedosi",
            when="2024-05-20",
            where="TUN/Tunis",
        )
        for name, text in (("a", office), ("b", other))
    ]
    assert len(consolidate(told)) == expected


@pytest.mark.parametrize(
    ("one_told", "other_told", "expected"),
    [
        (("en", "extradition treaty"), ("fr", "mémorandum d'entente"), 2),
        (("en", "extradition treaty"), ("ar", "اتفاقية"), 1),
        (("es", "memorando de entendimiento"), ("ar", "مذكرة تفاهم"), 1),
        (("fr", "convention d'extradition"), ("es", "tratado de extradición"), 1),
    ],
)
def test_a_treaty_is_no_memorandum(
    report: Make, one_told: tuple[str, str], other_told: tuple[str, str], expected: int
) -> None:
    told = [
        report(
            name,
            "agreement",
            "FRA",
            "SEN",
            action="sign",
            when="2025-06-17",
            where="SEN/Dakar",
            instrument=text,
            rules=[f"{lang}.x"],
        )
        for name, (lang, text) in (("a", one_told), ("b", other_told))
    ]
    assert len(consolidate(told)) == expected


@pytest.mark.parametrize(
    ("city", "day", "expected"), [("Nouakchott", 21, 1), ("Atar", 21, 2), ("Nouakchott", 1, 2)]
)
def test_a_course_told_as_it_began_and_as_it_ended(report: Make, city: str, day: int, expected: int) -> None:
    month = 2 if day > 1 else 4
    told = [
        report("a", "training", "ESP:provider", "MRT:recipient", when="2025-02-10~", where="MRT/Nouakchott"),
        report("b", "training", "ESP:provider", "MRT:recipient", when=f"2025-{month:02}-{day:02}", where=f"MRT/{city}"),
    ]  # fmt: skip
    assert len(consolidate(told)) == expected


def test_who_attends_alone_meets_others_by_a_third(report: Make) -> None:
    alone = [
        report(code, "gathering", code, when="2025-02-18/2025-02-19", where="MRT/Nouakchott")
        for code in ("DZA", "SEN")
    ]
    third = report("c", "gathering", "DZA", "MRT", "SEN", when="2025-02-18", where="MRT/Nouakchott")
    assert len(consolidate(alone)) == 2
    assert len(consolidate([*alone, third])) == 1


def test_assemblies_of_two_bodies_in_one_town_are_two(report: Make) -> None:
    told = [
        report(body, "gathering", f"+{body}", "KEN", when="2024-11-21", where="DZA/Algiers")
        for body in ("AFRIPOL", "INTERPOL")
    ]
    assert len(consolidate(told)) == 2


@pytest.mark.parametrize(("when", "expected"), [("2025-01-24", 1), ("2025-01-20", 2), ("2025-01-29", 2)])
def test_the_day_of_publication_stands_for_one_shortly_before(report: Make, when: str, expected: int) -> None:
    told = [
        report("a", "meeting", "USA:guest:Michael Langley", "MAR", when=when, where="MAR/Rabat"),
        report("b", "meeting", "USA::Langley", "MAR", when="2025-01-27~", published="2025-01-27", where="MAR"),
    ]  # fmt: skip
    assert len(consolidate(told)) == expected


def test_an_operation_of_two_places_is_one(report: Make) -> None:
    told = one(
        report("a", "operation", "ESP", "MAR", when="2024-10-17~", where="ESP/Girona"),
        report("b", "operation", "ESP", "MAR", when="2024-10-17~", where="MAR/Nador"),
    )
    assert [conflict.field for conflict in told.conflicts] == ["where"]


@pytest.mark.parametrize(
    ("when", "published", "guest", "why"),
    [
        ("2025-02-05", "2025-02-06", "FRA", "more than half a year later"),
        ("2024-06-10", "2024-06-11", "FRA", "held before the day that was put off"),
        ("2024-09-05", "2024-09-06", "DEU", "another guest"),
    ],
)
def test_what_was_put_off_is_not_any_later_visit(
    report: Make, when: str, published: str, guest: str, why: str
) -> None:
    off = report(
        "a", "visit", "FRA:guest", "MAR:host", when="2024-06-28", stage="cancelled", published="2024-06-25"
    )
    later = report("b", "visit", f"{guest}:guest", "MAR:host", when=when, published=published)
    assert len(consolidate([off, later])) == 2, why


def test_a_plan_that_slipped_by_days_is_what_was_held(report: Make) -> None:
    told = one(
        report(
            "a", "visit", "FRA:guest", "MAR:host", when="2024-06-10", stage="planned", published="2024-06-01"
        ),
        report("b", "visit", "FRA:guest", "MAR:host", when="2024-06-13", published="2024-06-14"),
    )
    assert (told.stage, told.when, told.conflicts) == ("held", "2024-06-13", [])


def test_two_visits_of_one_week_are_two(report: Make) -> None:
    told = [
        report(day, "visit", "FRA:guest", "MAR:host", when=f"2024-06-{day}", published="2024-06-30")
        for day in ("10", "13")
    ]
    assert len(consolidate(told)) == 2


def test_near_copies_are_one_independent_text(report: Make) -> None:
    wire = "The ministers of the interior of Spain and Morocco met on Tuesday in Madrid to speak of joint patrols in the strait"
    texts = {
        "wire": wire,
        "cut": wire[:80],
        "framed": f"By our own writers. {wire}, the agency says.",
        "other": "In Madrid, Morocco's interior minister was received by his Spanish colleague; patrols were on their minds.",
    }
    told = []
    for name, text in texts.items():
        made = report(name, "meeting", "MAR", "ESP", when="2024-09-10")
        made.witness, made.sketch = name, sketch(plain(text))
        told.append(made)
    found = one(*told)
    assert (len(found.documents), found.witnesses) == (4, 2)


def test_offices_of_two_languages_do_not_part_a_meeting(report: Make) -> None:
    told = one(
        report("a", "meeting", "MAR", "ESP:host::وزير الداخلية", when="2024-09-10", rules=["ar.x"]),
        report("b", "meeting", "MAR", "ESP:host::ministro del Interior", when="2024-09-10", rules=["es.x"]),
    )
    assert len(told.parties) == 2
    assert told.conflicts == []


def test_a_report_that_leaves_a_party_out_tells_of_the_same_meeting(report: Make) -> None:
    told = one(
        report("a", "meeting", "MAR::حموشي", "ESP", "FRA", when="2024-09-10"),
        report("b", "meeting", "MAR::عبد اللطيف حموشي", "ESP", when="2024-09-10"),
    )
    assert {party.code for party in told.parties} == {"MAR", "ESP", "FRA"}


def test_an_instrument_of_another_name_is_a_conflict(report: Make) -> None:
    told = one(
        *(
            report(
                name,
                "agreement",
                "MAR",
                "ESP",
                action="sign",
                when="2024-09-10",
                where="ESP/Madrid",
                instrument=text,
            )
            for name, text in (("a", "police accord"), ("b", "extradition agreement"))
        )
    )
    assert [(conflict.field, len(conflict.values)) for conflict in told.conflicts] == [("instrument", 2)]


def test_terms_that_differ_are_a_conflict(report: Make) -> None:
    told = one(
        *(
            report(name, "agreement", "MAR", "ESP", action="sign", when="2024-09-10", **({"term": term} if term else {}))
            for name, term in (("a", "P5Y"), ("b", None), ("c", "P5Y"), ("d", "P4Y"))
        )
    )  # fmt: skip
    assert told.term == "P5Y"
    assert [(conflict.field, conflict.values[1].documents) for conflict in told.conflicts] == [
        ("term", ["d"])
    ]


def test_what_was_put_off_is_known_before_names_are(report: Make) -> None:
    """The held one names more, and is more exact than the report that brings it and the plan together; one has no date."""
    told = one(
        report("a", "visit", "PER:guest", "ESP:host", when="2025-10-14", stage="planned", published="2025-10-08"),
        report("b", "visit", "PER:guest", "ESP:host", when="2025-10-14~", stage="cancelled", published="2025-10-13"),
        report("c", "visit", "PER:guest", "ESP:host:José Manuel Albares", when="2025-12-02", where="ESP", published="2025-12-03"),
        report("d", "visit", "PER:guest", "ESP:host", where="ESP", published="2025-12-04"),
    )  # fmt: skip
    assert (told.stage, told.when) == ("held", "2025-12-02")


@pytest.mark.parametrize(
    ("topic", "city", "expected"),
    [("cybercrime", "Tunis", 1), ("drugs", "Tunis", 2), ("cybercrime", "Sousse", 2)],
)
def test_one_conference_by_its_subject_and_town(report: Make, topic: str, city: str, expected: int) -> None:
    told = [
        report("a", "gathering", "JOR", when="2025-11-06", where="TUN/Tunis", topics=["cybercrime"]),
        report("b", "gathering", "EGY", when="2025-11-05/2025-11-06", where=f"TUN/{city}", topics=[topic]),
    ]  # fmt: skip
    assert len(consolidate(told)) == expected
