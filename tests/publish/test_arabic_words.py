"""Arabic grammar of number, dates in the manner of a country, and text of others made safe."""

from __future__ import annotations

import pytest

from mithaq.errors import UsageError
from mithaq.lexicon import Row
from mithaq.publish.dates import tell
from mithaq.publish.names import Names, choose_forms
from mithaq.publish.words import Words, clean

ARABIC = Words("ar", "MAR")


@pytest.mark.parametrize(
    ("noun", "n", "expected"),
    [
        ("meetings", 0, "لا لقاءات"),
        ("meetings", 1, "لقاء واحد"),
        ("meetings", 2, "لقاءان"),
        ("meetings", 3, "ثلاثة لقاءات"),
        ("meetings", 10, "عشرة لقاءات"),
        ("meetings", 11, "أحد عشر لقاءً"),
        ("meetings", 26, "26 لقاءً"),
        ("meetings", 99, "99 لقاءً"),
        ("meetings", 100, "مئة لقاء"),
        ("meetings", 103, "103 لقاءات"),
        ("meetings", 111, "111 لقاءً"),
        ("visits", 1, "زيارة واحدة"),
        ("visits", 2, "زيارتان"),
        ("visits", 3, "ثلاث زيارات"),
        ("visits", 11, "إحدى عشرة زيارةً"),
        ("visits", 100, "مئة زيارة"),
        ("countries", 8, "ثماني دول"),
        ("votes", 96, "96 صوتاً"),
        ("documents", 22, "22 وثيقةً"),
    ],
)
def test_counted_nouns(noun: str, n: int, expected: str) -> None:
    assert ARABIC.count(noun, n) == expected


def test_nothing_is_counted_in_words() -> None:
    assert ARABIC.count("engagements", 0, oblique=True) == "أيّ أنشطة"


@pytest.mark.parametrize(
    ("title", "gender"),
    [
        ("المدير العام", "masculine"),
        ("المديرة العامة لأمن الدولة", "feminine"),
        ("الاستخبارات العسكرية", "feminine"),
        ("قادة الشرطة", "masculine"),
        ("Director", None),
        (None, None),
    ],
)
def test_the_gender_of_a_title(title: str | None, gender: str | None) -> None:
    assert ARABIC.grammar.gender(title) == gender


def test_the_dual_has_its_case() -> None:
    assert ARABIC.count("meetings", 2, oblique=True) == "لقاءين"
    assert ARABIC.count("visits", 2, oblique=True) == "زيارتين"


@pytest.mark.parametrize(
    "noun",
    [
        "meetings",
        "visits",
        "calls",
        "agreements",
        "gatherings",
        "operations",
        "countries",
        "bodies",
        "documents",
        "outlets",
        "votes",
        "engagements",
    ],
)
@pytest.mark.parametrize("n", [0, 1, 2, 3, 10, 11, 12, 99, 100, 101, 102, 103, 1000, 12345])
def test_every_noun_counts(noun: str, n: int) -> None:
    for oblique in (False, True):
        told = ARABIC.count(noun, n, oblique=oblique)
        assert told
        assert "{" not in told


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "الأولى"),
        (11, "الحادية عشرة"),
        (20, "العشرين"),
        (21, "الحادية والعشرين"),
        (92, "الثانية والتسعين"),
        (134, "رقم 134"),
    ],
)
def test_ordinals_of_sessions(n: int, expected: str) -> None:
    assert ARABIC.ordinal(n) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2024-11-20", "يوم 20 نونبر"),
        ("2024-11-20~", "يوم 20 نونبر"),
        ("2024-09-10/2024-09-11", "يومي 10 و11 شتنبر"),
        ("2024-11-04/2024-11-07", "من 4 إلى 7 نونبر"),
        ("2024-09-09~/2024-09-15~", "بين 9 و15 شتنبر"),
        ("2024-06-28/2024-07-02", "من 28 يونيو إلى 2 يوليوز"),
        ("2024-12-30/2025-01-02", "من 30 دجنبر 2024 إلى 2 يناير 2025"),
        ("2024-09", "خلال شتنبر"),
        ("2025-11", "خلال نونبر 2025"),
        ("2024", "خلال السنة"),
        ("2023", "خلال سنة 2023"),
        ("2024-23", "في خريف سنة 2024"),
        ("2024-06/2024-08", "من 1 يونيو إلى 31 غشت"),
        ("../2024-08-12", "إلى غاية 12 غشت 2024"),
        ("2024-08-12/", "ابتداءً من 12 غشت 2024"),
    ],
)
def test_dates(when: str, expected: str) -> None:
    assert tell(when, ARABIC, year=2024) == expected


def test_months_are_those_of_the_home_country() -> None:
    assert Words("ar", "LBN").month(11) == "تشرين الثاني"
    assert Words("ar", "EGY").month(11) == "نوفمبر"
    assert Words("ar", "ESP").month(11) == "نوفمبر"


def test_names() -> None:
    names = Names(ARABIC)
    assert names.country("ESP") == "إسبانيا"
    assert names.country("XYZ") == "XYZ"
    assert names.body("INTERPOL") == "الإنتربول"
    assert names.city("MAR", "Casablanca") == "الدار البيضاء"
    assert names.body("NO-SUCH-BODY") == "NO-SUCH-BODY"
    assert names.city("MAR", "Nowhere") == "\u2068Nowhere\u2069"


@pytest.mark.parametrize(
    ("code", "masculine", "feminine", "people"),
    [
        ("TUR", "تركي", "تركية", ("أتراك", "أتراك")),
        ("BEL", "بلجيكي", "بلجيكية", ("بلجيكيون", "بلجيكيين")),
        ("GBR", "بريطاني", "بريطانية", ("بريطانيون", "بريطانيين")),
        ("ISR", "إسرائيلي", "إسرائيلية", ("إسرائيليون", "إسرائيليين")),
        ("UGA", "أوغندي", "أوغندية", ("أوغنديون", "أوغنديين")),
        ("KOR", None, None, None),
        ("XYZ", None, None, None),
    ],
)
def test_names_of_peoples(
    code: str, masculine: str | None, feminine: str | None, people: tuple[str, str] | None
) -> None:
    names = Names(ARABIC)
    assert names.adjective(code) == masculine
    assert names.adjective(code, "feminine") == feminine
    assert names.people(code) == people


def test_the_shortest_common_form_is_shown() -> None:
    rows = [
        Row("اسطنبول", "city", "TUR/Istanbul", "", "", 2),
        Row("إسطنبول", "city", "TUR/Istanbul", "", "", 3),
        Row("إستانبول", "city", "TUR/Istanbul", "", "", 4),
        Row("Istanbul", "city", "TUR/Istanbul", "", "", 5),
        Row("كان", "city", "FRA/Caen", "", "ambiguous", 6),
        Row("مدينة كان", "city", "FRA/Caen", "", "", 7),
    ]
    assert choose_forms(rows, in_rtl=True) == {"TUR/Istanbul": "إسطنبول", "FRA/Caen": "مدينة كان"}


def test_text_of_others_cannot_turn_a_line_round() -> None:
    assert clean("a\u202eb\u2066c\x00d\n e") == "a b c d e"
    assert ARABIC.finish(ARABIC.isolate("<b>\u202eHammouchi")) == "\u2068<b> Hammouchi\u2069"
    assert ARABIC.isolate("حموشي") == "حموشي"


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(UsageError, match="found 'tlh'"):
        Words("tlh")
