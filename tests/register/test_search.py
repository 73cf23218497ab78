"""What is found: words in four languages, and every condition, by keys and not by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from mithaq.errors import UsageError
from mithaq.records import Document, Event, Span
from mithaq.register import Filters, Register
from mithaq.register.filters import patterns

Make = Callable[..., Event]
TEXTS = {
    "ar-1": "أشاد الوزير بمساهمة والمغاربة المقيمين بالخارج",
    "ar-2": "قدّم المسؤول الإسباني للمغرب عرضا حول مُؤَسَّسَة الأمن",
    "ar-3": "اجتماع إلى جانب أكاديمية الشرطة",
    "fr-1": "Le ministre de l’Intérieur s'est rendu à l'École de police d’Évora",
    "en-1": "The EU and Morocco agreed on the port of Algeciras",
    "es-1": "El ministro viajó a España para un acto en Cádiz",
}


@pytest.fixture
def register(where: str, event: Make) -> Iterator[Register]:
    with Register.open(where) as opened:
        for place, (name, text) in enumerate(TEXTS.items()):
            told = event(
                "meeting",
                "MAR::عبد اللطيف حموشي" if place % 2 else "MAR",
                "ESP" if place < 3 else "FRA",
                when=f"2024-0{place + 1}-10",
                evidence=[Span(0, len(text), text)],
                topics=["drugs"] if place == 4 else ["general"],
                stage="planned" if place == 5 else "held",
                confidence=0.5 + place / 10,
            )
            opened.add(Document(id=name, text=text, published=f"2024-0{place + 1}-11"), [told])
        yield opened


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("المغرب", ["ar-1", "ar-2"]),
        ("مغرب", ["ar-1", "ar-2"]),
        ("المغاربة", ["ar-1"]),
        ("مؤسسة", ["ar-2"]),
        ("موسسه", ["ar-2"]),
        ("الى", ["ar-3"]),
        ("اكاديميه الشرطه", ["ar-3"]),
        ("الأمن عرضا", ["ar-2"]),
        ('"عرضا حول"', ["ar-2"]),
        ('"حول عرضا"', []),
        ("interieur", ["fr-1"]),
        ("ÉVORA", ["fr-1"]),
        ("ecole police", ["fr-1"]),
        ("EU", ["en-1"]),
        ("port", ["en-1"]),
        ("cadiz", ["es-1"]),
        ("Cádiz acto", ["es-1"]),
        ("madrid", []),
    ],
)
def test_words_find_engagements_and_documents(register: Register, words: str, expected: list[str]) -> None:
    assert [e.documents[0] for e in register.find(Filters(words=words))] == expected
    assert sorted(document.id for document in register.find_documents(words)) == sorted(expected)


def test_no_words_are_refused(register: Register) -> None:
    with pytest.raises(UsageError, match="expected words"):
        register.find(Filters(words="?!"))


def test_a_country_finds_its_people() -> None:
    ((pattern, *kin),) = patterns("المغرب")
    assert pattern == "مغرب"
    assert "مغاربه" in kin


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"parties": ("ESP",)}, ["ar-1", "ar-2", "ar-3"]),
        ({"parties": ("MAR", "FRA")}, ["fr-1", "en-1", "es-1"]),
        ({"parties": ("DEU",)}, []),
        ({"region": "africa", "first": "2024-05-01"}, ["en-1", "es-1"]),
        ({"region": "southern-europe"}, ["ar-1", "ar-2", "ar-3"]),
        ({"region": "asia"}, []),
        ({"topic": "drugs"}, ["en-1"]),
        ({"kind": "visit"}, []),
        ({"stage": "planned"}, ["es-1"]),
        ({"person": "Abdellatif Hammouchi"}, ["ar-2", "fr-1", "es-1"]),
        ({"person": "Hammouchi", "parties": ("ESP",)}, ["ar-2"]),
        ({"person": "Bourita"}, []),
        ({"first": "2024-02-10", "last": "2024-03-10"}, ["ar-2", "ar-3"]),
        ({"confidence": 0.85}, ["en-1", "es-1"]),
        ({"witnesses": 2}, []),
        ({"has_conflicts": True}, []),
        ({"has_conflicts": False, "topic": "drugs"}, ["en-1"]),
        ({"status": "found", "last": "2024-01-31"}, ["ar-1"]),
        ({"words": "ministre", "parties": ("FRA",), "last": "2024-12-31"}, ["fr-1"]),
    ],
)
def test_conditions(register: Register, conditions: dict[str, object], expected: list[str]) -> None:
    found = register.find(Filters(**conditions))  # type: ignore[arg-type]
    assert [engagement.documents[0] for engagement in found] == expected


def test_pages(register: Register) -> None:
    everything = register.engagements()
    assert register.find(Filters(), limit=2) == everything[:2]
    assert register.find(Filters(), limit=2, offset=3) == everything[3:5]
    asked = Filters(first="2024-02-01", parties=("MAR",))
    assert register.find(asked, limit=2, offset=1) == everything[2:4]


def test_what_lasts_for_years_is_found_by_days(register: Register, event: Make) -> None:
    long = event("training", "MAR:recipient", "USA:provider", when="2021/2024-06-30")
    register.add(Document(id="long", text="تدريب", published="2024-07-01"), [long])
    assert "long" in {e.documents[0] for e in register.find(Filters(first="2024-06-01"))}
    assert "long" not in {e.documents[0] for e in register.find(Filters(first="2024-07-01"))}


def test_what_many_have_is_found_by_walking(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    register.add(Document(id="undated", text="المغرب"), [])
    asked = [
        Filters(words="المغرب"), Filters(words="ministre", parties=("FRA",)), Filters(person="Hammouchi"),
        Filters(person="Hammouchi", words="للمغرب", last="2024-12-31"), Filters(person="Hammouchi", words="madrid"),
    ]  # fmt: skip
    expected = [register.find(filters) for filters in asked]
    documents = [register.find_documents("المغرب", limit=limit) for limit in (1, 2, 3, None)]
    assert [document.id for document in documents[3]] == ["ar-2", "ar-1", "undated"]
    for module in ("finding", "words"):
        monkeypatch.setattr(f"mithaq.register.{module}.FEW", 0)
    assert [register.find(filters) for filters in asked] == expected
    assert [register.find_documents("المغرب", limit=limit) for limit in (1, 2, 3, None)] == documents


def test_years_and_parties(register: Register) -> None:
    assert register.years() == ["2024"]
    assert register.parties() == {"MAR": 6, "ESP": 3, "FRA": 3}


def test_a_document_that_is_replaced_is_found_by_its_new_words(register: Register) -> None:
    register.add(Document(id="en-1", text="Nothing of the kind"), [])
    assert register.find_documents("Algeciras") == []
    assert [document.id for document in register.find_documents("nothing kind")] == ["en-1"]


def test_a_stream_gives_what_is_found(
    register: Register, event: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In batches of two, by whatever conditions, across what began years before."""
    long = event("training", "MAR:recipient", "USA:provider", when="2021/2024-06-30")
    register.add(Document(id="long", text="تدريب", published="2024-07-01"), [long])
    register.add(Document(id="undated", text="لا يوم"), [event("call", "MAR", "ESP")])
    asked = [Filters(), Filters(first="2024-02-01"), Filters(parties=("MAR",), last="2024-05-01")]
    asked += [Filters(words="المغرب"), Filters(person="Hammouchi", first="2024-01-01")]
    expected = [register.find(filters, limit=100) for filters in asked]
    monkeypatch.setattr("mithaq.register.finding._AT_ONCE", 2)
    assert [list(register.stream(filters)) for filters in asked] == expected
    assert [e.documents[0] for e in expected[1]] == ["long", "ar-2", "ar-3", "fr-1", "en-1", "es-1"]


def test_documents_come_in_the_order_of_publication(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    register.add(Document(id="none", text="no day"), [])
    monkeypatch.setattr("mithaq.register.finding._AT_ONCE", 2)
    assert [document.id for document in register.documents()] == ["none", *TEXTS]
    assert [document.id for document in register.documents(["es-1", "nobody", "ar-1", "en-1"])] == [
        "es-1", "ar-1", "en-1",
    ]  # fmt: skip
    assert register.document("ar-1") == Document(id="ar-1", text=TEXTS["ar-1"], published="2024-01-11")
    assert register.document("nobody") is None
