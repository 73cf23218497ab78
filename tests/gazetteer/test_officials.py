"""The tables of people in office hold to their form and to each other."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "src" / "mithaq"
OFFICIALS = ROOT / "gazetteer" / "officials.tsv"
FORMS = ROOT / "languages" / "ar" / "officials.tsv"
FOLD = str.maketrans("أإآٱىیةؤئ", "ااااييهوي")


def read(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8")
    assert text.endswith("\n") and "\r" not in text and not text.startswith("\ufeff")
    assert unicodedata.is_normalized("NFC", text)
    return [line.split("\t") for line in text.removesuffix("\n").split("\n")]


def fold(form: str) -> str:
    words = (word[2:] if word.startswith("ال") and len(word) > 4 else word for word in form.split())
    return " ".join(words).translate(FOLD)


@pytest.fixture(scope="module")
def officials() -> list[list[str]]:
    header, *rows = read(OFFICIALS)
    assert header == ["id", "country", "body", "office", "since", "until", "name_en"]
    assert all(len(row) == len(header) for row in rows)
    return rows


@pytest.fixture(scope="module")
def forms() -> list[list[str]]:
    header, *rows = read(FORMS)
    assert header == ["form", "class", "value", "region", "note"]
    assert all(len(row) == len(header) for row in rows)
    return rows


def ids_of(name: str) -> set[str] | None:
    path = ROOT / "gazetteer" / name
    return {row[0] for row in read(path)[1:]} if path.exists() else None


def test_ids_are_unique_sorted_and_kebab_case(officials: list[list[str]]) -> None:
    ids = [row[0] for row in officials]
    assert ids == sorted(set(ids))
    assert [one for one in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one)] == []


def test_each_official_is_of_one_country_or_one_body(officials: list[list[str]]) -> None:
    assert [row for row in officials if bool(row[1]) == bool(row[2])] == []
    countries, bodies = ids_of("countries.tsv"), ids_of("bodies.tsv")
    for _, country, body, *_ in officials:
        assert not country or re.fullmatch("[A-Z]{3}", country)
        assert not country or countries is None or country in countries, country
        assert not body or bodies is None or body in bodies, body


def test_years_are_years_in_order(officials: list[list[str]]) -> None:
    for id_, _, _, office, since, until, name in officials:
        assert re.fullmatch("[a-z]+(-[a-z]+)*", office), id_
        assert all(re.fullmatch(r"(19|20)\d\d", year) for year in (since, until) if year), id_
        assert not (since and until) or since <= until, id_
        assert name, id_


def test_forms_and_officials_know_each_other(officials: list[list[str]], forms: list[list[str]]) -> None:
    known = {row[0] for row in officials}
    told = {row[2] for row in forms}
    assert told <= known
    held = {row[0] for row in read(ROOT / "gazetteer" / "occupancies.tsv")[1:]}
    elsewhere = {row[2] for path in ROOT.glob("languages/*/officials.tsv") for row in read(path)[1:]}
    assert known - told <= held | elsewhere  # known by an office they held alone, or to another language
    assert {row[1] for row in forms} == {"official", "official.short"}


def test_forms_are_sorted_and_plain_arabic(forms: list[list[str]]) -> None:
    keys = [(cls, value, form) for form, cls, value, *_ in forms]
    assert keys == sorted(set(keys))
    letters = re.compile(r"[\u0621-\u063a\u0641-\u064aگ]+(?:[ -][\u0621-\u063a\u0641-\u064aگ]+)*")
    assert [row[0] for row in forms if not letters.fullmatch(row[0])] == []


def test_no_two_forms_fold_to_one(forms: list[list[str]]) -> None:
    counts = Counter((fold(form), cls, value) for form, cls, value, *_ in forms)
    assert [key for key, count in counts.items() if count > 1] == []


def test_a_form_stands_for_people_of_one_place(officials: list[list[str]], forms: list[list[str]]) -> None:
    place = {row[0]: row[1] or row[2] for row in officials}
    places = defaultdict(set)
    for form, _, value, *_ in forms:
        places[fold(form)].add(place[value])
    assert {form: found for form, found in places.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("form", "place"),
    [
        ("كيري", "USA"), ("لافروف", "RUS"), ("أوباما", "USA"), ("كلينتون", "USA"), ("بوتين", "RUS"),
        ("أردوغان", "TUR"), ("ماكرون", "FRA"), ("ميركل", "DEU"), ("السيسي", "EGY"), ("شويغو", "RUS"),
        ("نتنياهو", "ISR"), ("حموشي", "MAR"), ("بوريطة", "MAR"), ("لفتيت", "MAR"), ("الدخيسي", "MAR"),
        ("الجبير", "SAU"), ("غوتيريش", "UN"), ("بان كي مون", "UN"), ("سيرجي لافروف", "RUS"),
        ("عبدالله بن زايد", "ARE"), ("يورغن شتوك", "INTERPOL"), ("أحمد ناصر الريسي", "INTERPOL"),
    ],
)  # fmt: skip
def test_well_known_names(officials: list[list[str]], forms: list[list[str]], form: str, place: str) -> None:
    places = {row[0]: row[1] or row[2] for row in officials}
    assert {places[row[2]] for row in forms if row[0] == form} == {place}


@pytest.mark.parametrize(
    "word", ["محمد", "العلي", "الخالد", "الكاميرون", "لولا", "ظريف", "الشرع", "روته", "الأسد", "ترأس"]
)
def test_common_words_are_no_short_forms(forms: list[list[str]], word: str) -> None:
    assert fold(word) not in {fold(row[0]) for row in forms}
