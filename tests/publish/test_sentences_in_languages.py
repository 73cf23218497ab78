"""Engagements as sentences in English, French and Spanish."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from saying import make_sentences

from mithaq.ontology import ACTIONS, KINDS, PURPOSES, ROLES, STAGES, TOPICS
from mithaq.publish.words import languages
from mithaq.records import Place
from mithaq.register import Engagement

Make = Callable[..., Engagement]
LANGS = ("en", "fr", "es")


def say(told: Engagement, turn: int = 0, *, told_in: str | None = None) -> list[str]:
    return [make_sentences(lang, [told], told_in=told_in).compose(told, turn) for lang in LANGS]


def test_a_visit(engagement: Make) -> None:
    told = engagement(
        "visit",
        ("MAR", "guest", "عبد اللطيف حموشي", "المدير العام للأمن الوطني"),
        ("TUR", "host"),
        when="2024-09-10/2024-09-11",
        where=Place(country="TUR"),
    )
    assert say(told, told_in="ar") == [
        "Abdellatif Hammouchi, director general of national security, paid a visit to Turkey on 10 and 11 September.",
        "Abdellatif Hammouchi, directeur général de la sûreté nationale, a effectué une visite en Turquie les 10 et 11 septembre.",
        "Abdellatif Hammouchi, director general de la Seguridad Nacional, realizó una visita a Turquía los días 10 y 11 de septiembre.",
    ]
    assert say(told, 1, told_in="ar")[0].endswith("visited Turkey on 10 and 11 September.")


def test_a_meeting_of_officials_whom_no_text_names(engagement: Make) -> None:
    told = engagement("meeting", ("USA",), ("MAR",), when="2024-02", topics=["terrorism", "migration"])
    assert say(told) == [
        "Moroccan officials held talks with American officials in February; the talks covered counter-terrorism and irregular migration.",
        "Des responsables marocains ont eu des entretiens avec des responsables américains en février\u00a0; les entretiens ont porté sur la lutte contre le terrorisme et la migration irrégulière.",
        "Responsables marroquíes mantuvieron conversaciones con responsables estadounidenses en febrero; las conversaciones trataron de la lucha contra el terrorismo y la migración irregular.",
    ]


def test_who_receives_comes_first_and_titles_of_other_languages_are_translated(engagement: Make) -> None:
    told = engagement(
        "meeting",
        ("ITA", "guest", None, "سفير"),
        ("MAR", "host", None, "وزير الداخلية"),
        when="2024-10",
        where=Place(country="MAR", city="Rabat"),
    )
    assert say(told, told_in="ar") == [
        "The interior minister received the Italian ambassador in Rabat in October.",
        "Le ministre de l’Intérieur a reçu l’ambassadeur d’Italie à Rabat en octobre.",
        "El ministro del Interior recibió al embajador de Italia en Rabat en octubre.",
    ]


def test_titles_agree_with_a_woman(engagement: Make) -> None:
    told = engagement(
        "meeting",
        ("MAR", None, "حموشي"),
        ("ESP", None, None, "وزيرة الدفاع"),
        where=Place(country="MAR", city="Rabat"),
    )
    english, french, spanish = say(told, told_in="ar")
    assert "the Spanish defence minister" in english
    assert "le ministre espagnol" not in french
    assert "la ministra española de Defensa" in spanish


def test_what_no_table_knows_is_left_out(engagement: Make) -> None:
    told = engagement(
        "visit", ("BEL", "guest", None, "مسؤول لا يعرفه جدول"), ("MAR", "host"), when="2024-04-18"
    )
    assert say(told, told_in="ar") == [
        "Belgian officials paid a visit to Morocco on 18 April.",
        "Des responsables belges ont effectué une visite au Maroc le 18 avril.",
        "Responsables belgas realizaron una visita a Marruecos el 18 de abril.",
    ]


def test_agencies_are_named_in_the_language_of_the_page(engagement: Make) -> None:
    told = engagement("operation", ("MAR", "partner"), ("ESP", "partner"), when="2024-10")
    told.parties[1].organisation = "الحرس المدني الإسباني"
    english, french, spanish = say(told, told_in="ar")
    assert "Civil Guard" in english
    assert "Guardia Civil" in spanish
    assert not re.search("[\u0600-\u06ff]", english + french + spanish)


def test_an_agreement_and_its_instrument(engagement: Make) -> None:
    told = engagement("agreement", ("MAR",), ("ARE",), action="sign", instrument="مذكرة تفاهم")
    assert say(told, told_in="ar") == [
        "A memorandum of understanding between Morocco and the United Arab Emirates was signed.",
        "Le Maroc et les Émirats arabes unis ont signé un mémorandum d’entente.",
        "Se firmó un memorando de entendimiento entre Marruecos y los Emiratos Árabes Unidos.",
    ]


def test_planned_and_cancelled(engagement: Make) -> None:
    parties = ("MAR", "guest"), ("GBR", "host")
    planned = engagement("visit", *parties, stage="planned", when="2024-23")
    assert say(planned) == [
        "A visit by Moroccan officials to the United Kingdom in autumn 2024 was announced.",
        "Une visite de responsables marocains au Royaume-Uni à l’automne 2024 a été annoncée.",
        "Se anunció una visita de responsables marroquíes al Reino Unido en el otoño de 2024.",
    ]
    cancelled = engagement("visit", *parties, stage="cancelled", when="2024-10-01")
    assert say(cancelled) == [
        "A visit by Moroccan officials to the United Kingdom planned on 1 October was cancelled or postponed.",
        "Une visite de responsables marocains au Royaume-Uni prévue le 1er octobre a été annulée ou reportée.",
        "Se canceló o aplazó una visita de responsables marroquíes al Reino Unido prevista el 1 de octubre.",
    ]


def test_an_election(engagement: Make) -> None:
    told = engagement(
        "election",
        ("+INTERPOL", "forum"),
        ("MAR", "candidate", "Mohamed Dkhissi"),
        action="elect",
        when="2024-11-06",
        figures={"votes": 96},
    )
    assert say(told) == [
        "Mohamed Dkhissi, the candidate of Morocco, was elected at INTERPOL on 6 November, with 96 votes.",
        "La candidature de Mohamed Dkhissi, présentée par le Maroc, a été retenue à l’issue du vote tenu au sein d’INTERPOL le 6 novembre, avec 96 voix.",
        "La votación celebrada en INTERPOL el 6 de noviembre dio el triunfo a la candidatura de Mohamed Dkhissi, presentada por Marruecos, con 96 votos.",
    ]


def test_aid_goes_to_someone(engagement: Make) -> None:
    told = engagement("aid", ("MAR", "provider"), ("YEM", "recipient"))
    assert say(told) == [
        "Aid was given by Morocco to Yemen.",
        "Une aide du Maroc a été apportée au Yémen.",
        "Se prestó ayuda de Marruecos a Yemen.",
    ]


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_stage_and_role_has_its_sentence(
    engagement: Make, kind: str, stage: str, lang: str
) -> None:
    sentences = make_sentences(lang)
    pairs = [((one, other)) for one in ROLES[kind] for other in ROLES[kind]]
    for action in ACTIONS.get(kind, (None,)):
        for one, other in pairs:
            for parties in (
                (("MAR", one), ("ESP", other)),
                (("USA", one), ("MAR", other, "Driss Sefrioui")),
                (("+EU", one), ("MAR", other)),
                (("MAR", one), ("ESP", other), ("+UN", other)),
            ):
                told = engagement(
                    kind,
                    *parties,
                    stage=stage,
                    action=action,
                    topics=list(TOPICS),
                    purposes=list(PURPOSES),
                    figures={"session": 3, "votes": 2, "attendance": 99},
                )
                for turn in (0, 1):
                    check(sentences.compose(told, turn), lang)
                check(sentences.label(told) + ".", lang)


def check(sentence: str, lang: str) -> None:
    assert sentence.endswith(".")
    assert not re.search(r"[{}\ue000]|  |None|,,| ,|,\.|;\.", sentence)
    assert sentence[0] == sentence[0].upper()
    if lang == "fr":
        assert not re.search(
            r"\b(?:de|à) les? |\b(?:de|la|le) [aeiouéèêàAEIOUÉÈÀ](?!nze)|\bde des ", sentence
        ), sentence
    if lang == "es":
        assert not re.search(r"\b(?:de|a) el |\by [iI][^aeo]", sentence), sentence
    if lang != "ar":
        assert not re.search("[\u0600-\u06ff]", sentence), sentence
