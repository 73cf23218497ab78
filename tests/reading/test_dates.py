"""What the cases of tests/cases/ar/dates cannot say: which rule reads, what hostile text does, what nothing tells."""

from __future__ import annotations

import pytest

from mithaq.edtf import is_edtf
from mithaq.lexicon import load
from mithaq.lexicon.grammar import Letters
from mithaq.reading.clock import Clock
from mithaq.reading.dates import Dates, Found
from mithaq.reading.text import Words, read_words, split_sentences

LEXICON = load("ar")
LETTERS = Letters(LEXICON.class_letters, LEXICON.shapes)
DATES = Dates(LEXICON, LETTERS)
WORDS = Words(LEXICON)


def read(source: str, published: str | None = "2024-12-31") -> list[Found]:
    """The dates of a text, whatever else it tells."""
    text = read_words(source, WORDS, LEXICON)
    clock = Clock(published)
    found = []
    for sentence in split_sentences(text, 0, 400, bool):
        DATES.find(text, sentence, clock)
        found += [item.known for item in sentence.items if isinstance(item.known, Found)]
    return found


def told(source: str, published: str | None = "2024-12-31") -> list[str]:
    """The dates of a text that can be resolved."""
    return [found.edtf for found in read(source, published) if found.edtf]


@pytest.mark.parametrize(
    ("source", "rule", "edtf"),
    [
        ("في 25 شوال 1436 هـ الموافق 10 أغسطس 2015", "ar.date.hijri-with-common", "2015-08-10"),
        ("14 / 10 / 1436هـ الموافق 30 / 7 / 2015م", "ar.date.hijri-with-numeric", "2015-07-30"),
        ("من 28 نونبر إلى 3 دجنبر 2024", "ar.date.days-range", "2024-11-28/2024-12-03"),
        ("بين 28 نونبر و3 دجنبر 2024", "ar.date.days-between", "2024-11-28/2024-12-03"),
        ("يومي 19-21 سبتمبر 2024", "ar.date.days-joined", "2024-09-19/2024-09-21"),
        ("أيام 4 و5 و6 مارس 2024", "ar.date.days-list", "2024-03-04/2024-03-06"),
        ("يوم الأربعاء الموافق 5 أغسطس 2015", "ar.date.day", "2015-08-05"),
        ("متم شهر فبراير 2024", "ar.date.day", "2024-02-29"),
        ("في 31 يوليو من العام الماضي", "ar.date.day", "2023-07-31"),
        ("في 12 من هذا الشهر", "ar.date.day-of-month", "2024-12-12"),
        ("غرة رمضان 1436", "ar.date.hijri", "2015-06-18"),
        ("في رمضان 1436 هـ", "ar.date.hijri-month", "2015-06-18~/2015-07-16~"),
        ("من 3/4/2015 إلى 5/4/2015", "ar.date.numeric-range", "2015-04-03/2015-04-05"),
        ("اليوم الخميس الموافق 06/08/2015م", "ar.date.numeric", "2015-08-06"),
        ("خلال الفترة 2026-2028", "ar.date.numeric", "2026/2028"),
        ("من نونبر 2023 إلى فبراير 2024", "ar.date.months-range", "2023-11/2024-02"),
        ("بين مارس ويونيو 2024", "ar.date.months-between", "2024-03/2024-06"),
        ("في مارس آذار العام الماضي", "ar.date.month", "2023-03"),
        ("في عامي 2013 و2014", "ar.date.years-range", "2013/2014"),
        ("مطلع 2022", "ar.date.year", "2022"),
        ("في صيف العام الماضي", "ar.date.season", "2023-22"),
        ("يومي السبت والأحد الماضيين", "ar.date.weekdays-pair", "2024-12-28~/2024-12-29~"),
        ("يوم الخميس من الأسبوع المقبل", "ar.date.weekday", "2025-01-09~"),
        ("مساء أمس", "ar.date.relative-day", "2024-12-30~"),
        ("منذ أسبوعين", "ar.date.ago", "2024-12-17~"),
        ("قبل 3 أشهر", "ar.date.ago", "2024-09~"),
        ("قبل عامين", "ar.date.ago", "2022~"),
        ("الشهر الحالي", "ar.date.unit", "2024-12"),
        ("خلال اليومين المقبلين", "ar.date.coming-days", "2025-01-01~/2025-01-02~"),
        ("خلال الأيام المقبلة", "ar.date.coming-days", "2024-12-31~/2025-01-14~"),
        ("الآن", "ar.date.now", "2024-12-31~"),
    ],
)
def test_rule_reads(source: str, rule: str, edtf: str) -> None:
    assert [(found.rule, found.edtf) for found in read(source)] == [(rule, edtf)]


def test_every_rule_reads_something() -> None:
    cases = next(mark for mark in test_rule_reads.pytestmark if mark.name == "parametrize").args[1]  # type: ignore[attr-defined]
    read_here = {rule for _, rule, _ in cases} | {"ar.date.same-month"}
    assert read_here == {rule.name for rule in DATES.rules}


@pytest.mark.parametrize(
    "source",
    [
        "بعد أسبوعين من المفاوضات",
        "يوما بعد يوم",
        "بعد ثلاث سنوات",
        "منذ أربع سنوات",
        "لمدة ثلاثة أشهر",
        "خلال السنوات الماضية",
        "حتى الآن",
        "لامس أدنى مستوياته",
        "أحد المسؤولين",
        "مقتل اثنين من الشرطة",
        "صحيفة «اليوم»",
        "بشارع 20 غشت",
        "خلال هجمات 11 سبتمبر 2001",
        "وشهد اليوم الأول من المهرجان",
        "أعلن ذلك ماي أمام البرلمان",
        "بين 2019 و2012",
        "من 2000 مشارك",
        "من 12 إلى 8 شخصا",
    ],
)
def test_is_no_date(source: str) -> None:
    assert read(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "في ² مارس",
        "99/99/9999",
        "0/0/2015",
        "بتاريخ 2015/02/30",
        "بتاريخ 31/13/1436هـ",
        "في 00 رجب 1436",
        "قبل 9999 سنوات",
        "قبل 0 أيام",
        "من 31-1 شتنبر",
        "في 12345678901234567890 مارس",
    ],
)
@pytest.mark.parametrize("published", ["2024-02-29", "0001-01-01", "9999-12-31", "no day", None])
def test_hostile_numbers_make_no_broken_date(source: str, published: str | None) -> None:
    assert all(map(is_edtf, told(source, published)))


def test_digits_of_any_script() -> None:
    assert [found.edtf for found in read("بتاريخ ١٥/٩/٢٠٢٤ وفي १२ مارس ٢٠٢٣")] == ["2024-09-15", "2023-03-12"]


@pytest.mark.parametrize(("year", "edtf"), [(1944, []), (1945, ["1945"]), (2060, ["2060"]), (2061, [])])
def test_year_bounds(year: int, edtf: list[str]) -> None:
    assert [found.edtf for found in read(f"سنة {year}")] == edtf


def test_a_number_that_is_no_year_stays_outside_the_date() -> None:
    text = read_words("عقد في مارس 12 اجتماعا", WORDS, LEXICON)
    sentence = split_sentences(text, 0, 400, bool)[0]
    DATES.find(text, sentence, Clock("2024-12-31"))
    assert [text.words(item) for item in sentence.items if isinstance(item.known, Found)] == [["مارس"]]


@pytest.mark.parametrize("source", ["في اليوم نفسه", "في نفس الشهر", "في السنة نفسها", "في 20 من الشهر نفسه"])
def test_same_time_with_nothing_told(source: str) -> None:
    assert read(source) == []


def test_same_day_is_the_day_told_before() -> None:
    assert [found.edtf for found in read("وصل أمس، وفي نفس اليوم غادر")] == ["2024-12-30~", "2024-12-30~"]


def test_without_a_day_of_publication_only_full_dates_are_read() -> None:
    source = "أمس، الخميس، الشهر الماضي، في يونيو. في 3 ماي 2019"
    assert told(source, None) == ["2019-05-03"]
    assert "" in [found.edtf for found in read(source, None)]  # still dates, of which nothing tells the day


def test_a_list_takes_the_year_at_its_end() -> None:
    assert [found.edtf for found in read("في 3 مارس و7 ماي 2019")] == ["2019-03-03", "2019-05-07"]


def test_a_year_at_the_opening_holds_for_the_months_after_it() -> None:
    assert [found.edtf for found in read("شهد عام 2023 تقاربا. وفي يونيو زار طهران.")] == ["2023", "2023-06"]


def test_a_year_long_past_does_not() -> None:
    assert [found.edtf for found in read("في عام 2011 ثاروا. وفي يونيو زار طهران.")] == ["2011", "2024-06"]


@pytest.mark.parametrize(
    ("source", "published", "edtf"),
    [
        ("اليوم الأحد", "2015-07-24", "2015-07-19~"),
        ("غدا (الخميس)", "2015-08-04", "2015-08-06~"),
        ("بعد غد الاثنين", "2015-07-31", "2015-08-03~"),
    ],
)
def test_a_weekday_corrects_the_day_of_publication(source: str, published: str, edtf: str) -> None:
    assert [found.edtf for found in read(source, published)] == [edtf]


def test_a_bare_weekday_keeps_the_coming_one_for_plans() -> None:
    assert [found.coming for found in read("الخميس، الخميس الماضي، أمس الاثنين، الثلاثاء")] == [
        "2025-01-02~",
        None,
        None,
        None,
    ]


def test_now_keeps_its_letter() -> None:
    text = read_words("يزور الوزير حاليا الصين", WORDS, LEXICON)
    sentence = split_sentences(text, 0, 400, bool)[0]
    before = sentence.letters
    DATES.find(text, sentence, Clock("2024-12-31"))
    assert sentence.letters == before
    assert any(isinstance(item.known, Found) for item in sentence.items)
