"""Tokens are analysed at their edges: one row of a table serves all the forms in which a word is met."""

from __future__ import annotations

import pytest

from mithaq.lexicon import Lexicon, load


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load("ar")


def classes(lexicon: Lexicon, token: str) -> list[str]:
    phrases, _ = lexicon.phrases(lexicon.analyse(token))
    found = [lexicon.known[phrase] for phrase in phrases]
    return [lexicon.senses[pattern][0].cls for pattern in found if pattern is not None]


@pytest.mark.parametrize(
    ("token", "cls"),
    [
        ("لقاء", "meet.noun"),
        ("واللقاء", "meet.noun"),
        ("للقاء", "meet.noun"),
        ("بلقائه", "meet.noun"),
        ("لقاءاته", "meet.noun"),
        ("اجتماعاً", "meet.noun"),
        ("زيارتهما", "visit.noun"),
        ("استقبله", "receive.verb"),
        ("واستقبلت", "receive.verb"),
        ("سيستقبلون", "receive.verb"),
        ("يلتقيان", "meet.verb"),
        ("والتقى", "meet.verb"),
        ("والتقت", "meet.verb"),
        ("اتفاقيتين", "instrument.noun"),
        ("بالمغرب", "country"),
        ("وتركيا", "country"),
        ("لقـــاء", "meet.noun"),
        ("\u202bلقاء\u202c", "meet.noun"),
        ("ﻟﻘﺎء", "meet.noun"),
    ],
)
def test_clitics_inflection_and_spelling_do_not_hide_a_word(lexicon: Lexicon, token: str, cls: str) -> None:
    assert classes(lexicon, token) == [cls]


def test_to_and_wali_are_told_apart_by_their_spelling(lexicon: Lexicon) -> None:
    assert classes(lexicon, "وإلى") == ["to"]
    assert classes(lexicon, "والي") != ["to"]


def test_clitics_leave_their_signs(lexicon: Lexicon) -> None:
    assert lexicon.analyse("وبالرباط")[:2] == "WB"
    assert lexicon.analyse("استقباله")[-1] == "H"


def test_a_word_that_no_table_has_keeps_its_shape(lexicon: Lexicon) -> None:
    assert lexicon.analyse("زغطبوشكين") == "u"
    assert lexicon.analyse("الزغطبوشكين") == "a"
    assert lexicon.analyse("2024") == lexicon.analyse("٢٠٢٤") == "n"


def test_every_form_is_found_where_it_stands_alone(lexicon: Lexicon) -> None:
    """What the automaton finds in a compiled form covers it whole: no row is dead."""
    for pattern in range(len(lexicon.sense_lines)):
        cls = lexicon.senses[pattern][0].cls
        assert lexicon.letters[pattern] == lexicon.shapes.get(cls, lexicon.class_letters[cls])
