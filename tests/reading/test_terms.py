"""How long an agreement is to last, as texts tell it."""

from __future__ import annotations

import pytest
from msgspec import UNSET

from mithaq import read

TOLD = [
    ("Britain and Jordan signed a treaty in London on Monday. It will remain in force for ten years.", "P10Y"),
    ("France and Senegal signed a five-year agreement on police training in Dakar on Monday.", "P5Y"),
    ("Spain and Morocco renewed their security agreement on Monday for a period of three years.", "P3Y"),
    ("Spain and Morocco signed a memorandum on Monday valid until 31 December 2030.", "2030-12-31"),
    ("Spain and Morocco signed a security agreement on Monday, which expires in 2030.", "2030"),
    ("وقّعت السعودية وإسبانيا في مدريد أمس مذكرة تفاهم. وتهدف المذكرة، ومدتها خمس سنوات، إلى تبادل المعلومات.", "P5Y"),
    ("وقّع الأردن والمملكة المتحدة في لندن، أمس الاثنين، معاهدة للمساعدة القانونية تسري لمدة عشر سنوات.", "P10Y"),
    ("جدد المغرب وإسبانيا أمس اتفاقية التعاون الأمني لمدة سنتين.", "P2Y"),
    ("وقع المغرب وإسبانيا أمس اتفاقية أمنية سارية حتى نهاية عام 2030.", "2030"),
    ("وقع المغرب وإسبانيا أمس اتفاقية أمنية لمدة 18 شهرا.", "P18M"),
    ("Le Maroc et l'Espagne ont signé lundi un accord de sécurité d'une durée de cinq ans.", "P5Y"),
    ("Le Maroc et l'Espagne ont signé lundi un accord valable jusqu'au 31 décembre 2030.", "2030-12-31"),
    ("Le Maroc et l'Espagne ont renouvelé lundi pour trois ans leur accord de sécurité.", "P3Y"),
    ("Le Maroc et l'Espagne ont signé lundi un accord de sécurité pour une durée d'un an.", "P1Y"),
    ("España y Colombia prorrogaron el lunes el memorando de entendimiento por un plazo de tres años.", "P3Y"),
    ("España y Arabia Saudí suscribieron el martes un memorando, con vigencia de cinco años.", "P5Y"),
    ("España y Marruecos firmaron ayer un acuerdo de seguridad que vence en diciembre de 2030.", "2030-12"),
    ("España y Marruecos firmaron ayer un acuerdo de seguridad por cinco años.", "P5Y"),
]  # fmt: skip

UNTOLD = [
    "Spain and Morocco signed a security agreement on Monday. A smuggler was jailed for five years.",
    "Spain and Morocco signed a security agreement on Monday after two years of talks.",
    "Spain and Morocco signed on Monday a new agreement to replace one that expires in 2024.",
    "Le Maroc et l'Espagne ont signé lundi un accord de sécurité, dix ans après le premier.",
    "وقع المغرب وإسبانيا أمس اتفاقية أمنية بعد مفاوضات دامت سنتين.",
]


@pytest.mark.parametrize(("text", "term"), TOLD)
def test_told(text: str, term: str) -> None:
    (event,) = [
        event for event in read(text, published="2025-01-22", home="MAR") if event.kind == "agreement"
    ]
    assert event.term == term


@pytest.mark.parametrize("text", UNTOLD)
def test_untold(text: str) -> None:
    (event,) = [
        event for event in read(text, published="2025-01-22", home="MAR") if event.kind == "agreement"
    ]
    assert event.term is UNSET


def test_a_renewal_is_not_of_the_term_before() -> None:
    text = (
        "Spain and Morocco renewed on Monday their security agreement, which expires in 2025, for five years."
    )
    (event,) = read(text, published="2025-01-22", home="MAR")
    assert (event.action, event.term) == ("renew", "P5Y")


def test_of_two_agreements_each_has_its_own() -> None:
    text = (
        "Spain and Morocco signed a treaty for ten years in Rabat on Monday. "
        "France and Tunisia signed in Tunis on Tuesday a memorandum valid for two years."
    )
    events = read(text, published="2025-01-22")
    assert [(event.instrument, event.term) for event in events if event.kind == "agreement"] == [
        ("treaty", "P10Y"),
        ("memorandum", "P2Y"),
    ]
