"""Persons and organisations: one in all scripts, with every form that was met, and offices over time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

from mithaq.gazetteer import shipped_aliases
from mithaq.records import Document, Event
from mithaq.register import Register
from mithaq.register.people import group_persons

Make = Callable[..., Event]


def test_a_person_has_all_forms_and_offices_over_time(where: str, event: Make) -> None:
    told = [
        ("MAR:host:عبد اللطيف حموشي:المدير العام للأمن الوطني", "2024-03-01"),
        ("MAR:host:Abdellatif Hammouchi:director general of national security", "2024-05-01"),
        ("MAR:host:حموشي:المدير العام للأمن الوطني", "2024-09-01"),
        ("MAR:host:ناصر بوريطة:وزير الشؤون الخارجية", "2024-09-02"),
    ]
    with Register.open(where) as register:
        for number, (party, day) in enumerate(told):
            register.add(
                Document(id=f"d{number}", text=f"نص {number}", published=day),
                [event("meeting", party, "ESP:guest", when=day)],
            )
        persons = register.persons(code="MAR")
        assert len(persons) == 2
        (known,) = register.persons(name="Hamouchi")
        assert set(known.forms) == {"عبد اللطيف حموشي", "Abdellatif Hammouchi", "حموشي"}
        assert [(held.first_day, held.last_day, held.tellings) for held in known.offices] == [
            ("2024-03-01", "2024-09-01", 2),
            ("2024-05-01", "2024-05-01", 1),
        ]
        assert register.persons(name="Pedro Sánchez") == []


def test_organisations_are_of_the_same_words(where: str, event: Make) -> None:
    first, second = (event("meeting", "MAR", "ESP", when=f"2024-0{month}-01") for month in (3, 5))
    first.parties[1].organisation = "Policía Nacional"
    second.parties[1].organisation = "la Policia Nacional"
    with Register.open(where) as register:
        register.add(Document(id="a", text="uno"), [first])
        register.add(Document(id="b", text="dos"), [second])
        found = register.organisations(name="policia")
        assert {form for known in found for form in known.forms} == {
            "Policía Nacional",
            "la Policia Nacional",
        }
        assert register.persons() == []


def test_groups_do_not_depend_on_the_order() -> None:
    forms = ["محمد بن سلمان", "Mohammed bin Salman", "محمد بن زايد", "بن سلمان", "Mohammed"]
    expected = group_persons(forms, shipped_aliases())
    assert all(group_persons(order, shipped_aliases()) == expected for order in permutations(forms))
    assert ["Mohammed"] in expected
