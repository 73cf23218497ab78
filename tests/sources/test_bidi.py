"""A line of glyphs, given by where they stand, is put into the order in which it is read."""

from __future__ import annotations

import pytest

from mithaq.sources.bidi import Glyph, logical_text


def drawn(shown: str) -> list[Glyph]:
    """Glyphs ten wide, from left to right as they are shown."""
    return [Glyph(char, 10.0 * n, 10.0 * n, 10.0 * n + 10, 0.0, 12.0) for n, char in enumerate(shown)]


def shown(text: str) -> str:
    """A text without digits or Latin as it stands on the page, from left to right."""
    return text[::-1]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (shown("استقبل الوزير نظيره"), "استقبل الوزير نظيره"),
        ("2024 " + shown("في نونبر"), "في نونبر 2024"),
        (".2025 " + shown("في"), "في 2025."),
        ("12/11/2024 " + shown("يوم"), "يوم 12/11/2024"),
        ("INTERPOL General Assembly " + shown("حضر"), "حضر INTERPOL General Assembly"),
        ("F-16 " + shown("طائرات"), "طائرات F-16"),
        (shown(")") + shown("شتنبر") + shown("(") + " " + shown("الشهر"), "الشهر (شتنبر)"),
        ("(" + shown("شتنبر") + ") " + shown("الشهر"), "الشهر (شتنبر)"),
        ("\ufedf\ufe8e", "\u0627\u0644"),
    ],
)
def test_a_line_from_right_to_left(page: str, text: str) -> None:
    assert logical_text(drawn(page), right_to_left=True) == text
    assert logical_text(drawn(page)[::-1], right_to_left=True) == text


def test_arabic_within_a_line_from_left_to_right() -> None:
    page = "He said " + shown("السلام") + " and left"
    assert logical_text(drawn(page), right_to_left=False) == "He said السلام and left"


def test_marks_stay_with_their_letters_and_gaps_are_spaces() -> None:
    letters = [
        Glyph("ع", 30, 30, 40, 0, 12),
        Glyph("\u064f", 33, 33, 36, 3, 12),
        Glyph("د", 20, 20, 30, 0, 12),
    ]
    apart = Glyph("ق", 0, 0, 10, 0, 12)
    assert logical_text([*letters, apart], right_to_left=True) == "ع\u064fد ق"


def test_what_is_drawn_twice_is_one() -> None:
    glyphs = drawn(shown("وزير"))
    assert logical_text(glyphs + glyphs, right_to_left=True) == "وزير"
