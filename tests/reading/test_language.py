"""Languages are told apart, those that no pack reads among them, and an article that mixes them is cut where it does.

The texts of tests/cases/languages were written for this: `texts.tsv` of 200 characters or more, `headlines.tsv` of 25
to 100.
"""

from __future__ import annotations

import csv
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mithaq.lexicon.pack import data_folder
from mithaq.reading.language import (
    LEAST_PARAGRAPH,
    Stretch,
    detect,
    language_name,
    main_language,
    packs,
    paragraphs,
)

CASES = Path(__file__).parents[1] / "cases" / "languages"
READ = ("ar", "en", "es", "fr")


def load(name: str) -> list[tuple[str, str]]:
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return [
            (row["lang"], row["text"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


TEXTS = load("texts.tsv")
HEADLINES = load("headlines.tsv")


def texts(lang: str) -> list[str]:
    return [text for known, text in TEXTS if known == lang]


def share_right(cases: list[tuple[str, str]]) -> float:
    return sum(detect(text) == lang for lang, text in cases) / len(cases)


def test_the_cases_are_what_they_should_be() -> None:
    assert len(TEXTS) >= 200
    assert min(len(text) for _, text in TEXTS) >= 200
    assert sum(lang not in READ for lang, _ in TEXTS) >= 60
    assert {len(text) // 101 for _, text in HEADLINES} == {0}
    assert len({text for _, text in TEXTS + HEADLINES}) == len(TEXTS + HEADLINES)


def test_texts_are_told_apart() -> None:
    assert share_right(TEXTS) >= 0.99


@pytest.mark.parametrize("lang", READ)
def test_texts_that_can_be_read_are(lang: str) -> None:
    assert {detect(text) for text in texts(lang)} == {lang}


def test_no_text_is_read_as_what_it_is_not() -> None:
    taken = [(lang, text) for lang, text in TEXTS if lang not in READ and detect(text) in READ]
    assert taken == []


def test_headlines_are_told_apart_mostly() -> None:
    assert share_right(HEADLINES) >= 0.92  # 60 of 64
    taken = [(lang, text) for lang, text in HEADLINES if detect(text) in set(READ) - {lang}]
    assert taken == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Secretary Miller’s Meeting with Norwegian Foreign Minister", "en"),  # one common word
        ("مانشستر يونايتد ينهي صفقة ميندي غدا", "ar"),  # the alphabet
        ("وزير كشور با همتاي افغان خود ديدار كرد", "fa"),  # in Arabic letters, and the detector is sure
    ],
)
def test_of_a_short_text_words_and_alphabet_say_more_than_a_guess(text: str, lang: str) -> None:
    assert detect(text) == lang


@pytest.mark.parametrize("text", ["", " \n ", "12:30 - 2024/2025", "...", "\u064e\u0650", "\ud800"])
def test_no_language_without_letters(text: str) -> None:
    assert detect(text) is None
    assert main_language(paragraphs(text)) is None


def test_half_characters_do_no_harm() -> None:
    assert detect(texts("en")[0] + "\ud800") == "en"


@pytest.mark.parametrize("lang", READ)
def test_an_article_in_one_language_is_one_stretch(lang: str) -> None:
    draw = random.Random(lang)
    for _ in range(50):
        text = "\n".join(draw.sample(texts(lang), 6))
        assert paragraphs(text) == [Stretch(0, len(text), lang)]


@pytest.mark.parametrize("lang", READ)
@pytest.mark.parametrize(
    "other", ["ar", "ca", "de", "en", "es", "fa", "fr", "gl", "it", "pt", "ru", "tr", "ur"]
)
def test_a_paragraph_in_another_language_is_found(lang: str, other: str) -> None:
    if lang == other:
        pytest.skip("one language")
    own = texts(lang)
    for place, foreign in enumerate(texts(other)[:4]):
        before, after = "\n".join(own[place : place + 3]) + "\n\n", "\n\n" + "\n".join(own[10:13])
        found = paragraphs(before + foreign + after)
        assert [stretch.lang for stretch in found] == [lang, other, lang]
        assert before + foreign + after == "".join((before + foreign + after)[s.start : s.end] for s in found)
        assert found[1].start == len(before)


LINES = [text for _, text in TEXTS[::9] + HEADLINES[::7]] + ["", " ", "12:30", "\u2028", "\ud800", "* * *"]


@given(st.lists(st.sampled_from(LINES), max_size=9))
def test_stretches_are_the_whole_text_and_neighbours_differ(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = paragraphs(text)
    assert "".join(text[stretch.start : stretch.end] for stretch in found) == text
    assert all(one.lang != two.lang for one, two in pairwise(found))
    assert found == paragraphs(text)


def test_a_text_and_its_translation_are_two_stretches() -> None:
    arabic, french = "\n".join(texts("ar")[:4]), "\n".join(texts("fr")[:4])
    found = paragraphs(f"{arabic}\n{french}")
    assert found == [
        Stretch(0, len(arabic) + 1, "ar"),
        Stretch(len(arabic) + 1, len(arabic) + 1 + len(french), "fr"),
    ]
    assert main_language(found) == "fr"  # in more letters


def test_a_quotation_of_a_few_words_makes_no_mix() -> None:
    own = texts("ar")[:6]
    own[2] += " وجاء في كلمته: The security of our two nations is one and the same."
    own.insert(4, "Security Cooperation Forum (SCF)")
    text = "\n".join(own)
    assert paragraphs(text) == [Stretch(0, len(text), "ar")]


def test_short_lines_go_with_those_around_them() -> None:
    portuguese = texts("pt")[:2]
    text = "\n".join([*texts("es")[:4], portuguese[0], "Lisboa, 2024", portuguese[1], "", *texts("es")[4:6]])
    assert [stretch.lang for stretch in paragraphs(text)] == ["es", "pt", "es"]


def test_lines_cut_to_a_width_are_judged_together() -> None:
    def cut(text: str) -> str:
        return "\n".join(text[start : start + 60] for start in range(0, len(text), 60))

    assert max(map(len, cut(texts("fa")[4]).splitlines())) < LEAST_PARAGRAPH
    text = "\n".join([*texts("ar")[:4], cut(texts("fa")[4]), *texts("ar")[4:6]])
    assert [stretch.lang for stretch in paragraphs(text)] == ["ar", "fa", "ar"]


def test_languages_have_names() -> None:
    assert [language_name(code) for code in ("pt", "fa", "ckb", "zh-Latn", "qq")] == [
        "Portuguese", "Persian", "Central Kurdish", "Chinese", "qq",
    ]  # fmt: skip


def test_packs_are_those_with_frames() -> None:
    assert "ar" in packs()
    assert packs() <= {path.name for path in (data_folder() / "languages").iterdir() if path.is_dir()}
