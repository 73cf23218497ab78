"""Engagements as Arabic sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from saying import make_sentences

from mithaq.ontology import ACTIONS, KINDS, PURPOSES, STAGES, TOPICS
from mithaq.records import Place
from mithaq.register import Engagement

Make = Callable[..., Engagement]
SENTENCES = make_sentences("ar")


def test_a_visit(engagement: Make) -> None:
    told = engagement(
        "visit",
        ("MAR", "guest", "عبد اللطيف حموشي", "المدير العام للأمن الوطني"),
        ("TUR", "host"),
        when="2024-09-10/2024-09-11",
        where=Place(country="TUR"),
    )
    expected = "قام عبد اللطيف حموشي، المدير العام للأمن الوطني، بزيارة إلى تركيا يومي 10 و11 شتنبر."
    assert SENTENCES.compose(told) == expected


def test_verbs_agree_with_who_acts(engagement: Make) -> None:
    def visit(person: str | None, office: str | None = None, turn: int = 0) -> str:
        parties = ("BEL", "guest", person, office), ("MAR", "host")
        told = engagement("visit", *parties, where=Place(country="MAR"))
        return make_sentences("ar", [told]).compose(told, turn)

    assert visit("فرانسيسكا بوستين") == "قامت فرانسيسكا بوستين (بلجيكا) بزيارة إلى المغرب."
    assert visit("لوسيا دوبون", "المديرة العامة", 1) == "زارت لوسيا دوبون، المديرة العامة البلجيكية، المغرب."
    assert visit("يان دوبون", "وزير الداخلية") == "قام يان دوبون، وزير الداخلية البلجيكي، بزيارة إلى المغرب."
    assert visit(None) == "قام مسؤولون بلجيكيون بزيارة إلى المغرب."


def test_where_nothing_tells_the_gender_a_noun_tells_the_act(engagement: Make) -> None:
    told = engagement("visit", ("BEL", "guest", "يان دوبون"), ("MAR", "host"), where=Place(country="MAR"))
    assert SENTENCES.compose(told) == "جرت زيارة يان دوبون (بلجيكا) إلى المغرب."


def test_words_in_the_oblique_are_no_subject(engagement: Make) -> None:
    told = engagement("visit", ("GBR", "guest", None, "مسؤولين عسكريين"), ("MAR", "host"), when="2024-04-18")
    assert SENTENCES.compose(told) == "جرت زيارة مسؤولين عسكريين بريطانيين إلى المغرب يوم 18 أبريل."


def test_who_receives_comes_first(engagement: Make) -> None:
    told = engagement(
        "meeting",
        ("BEL", "guest", "فرانسيسكا بوستين", "المديرة العامة لأمن الدولة"),
        ("MAR", "host", "عبد اللطيف حموشي", "المدير العام للأمن الوطني"),
        when="2024-11-20",
        where=Place(country="MAR", city="Rabat"),
        topics=["terrorism"],
    )
    assert SENTENCES.compose(told) == (
        "استقبل عبد اللطيف حموشي، المدير العام للأمن الوطني، يوم 20 نونبر بالرباط، "
        "فرانسيسكا بوستين، المديرة العامة لأمن الدولة البلجيكية، وتناولت المحادثات مكافحة الإرهاب."
    )


@pytest.mark.parametrize(
    ("office", "expected"),
    [
        ("وزير الداخلية", "وزير الداخلية الإسباني"),
        ("وزير الداخلية الإسباني", "وزير الداخلية الإسباني"),
        ("سفير", "سفير إسبانيا"),
        ("قادة الشرطة", "قادة الشرطة الإسبانية"),
        ("المدير العام للشرطة الوطنية", "المدير العام للشرطة الوطنية الإسبانية"),
        ("كبار المسؤولين", "كبار المسؤولين الإسبان"),
        ("السفير", "السفير الإسباني"),
        ("رئيس وزراء", "رئيس وزراء إسبانيا"),
        ("مسؤولين كبار", "مسؤولين كبار من إسبانيا"),
        ("القائد العام لشرطة مدريد", "القائد العام لشرطة مدريد (إسبانيا)"),
    ],
)
def test_offices_with_their_country(engagement: Make, office: str, expected: str) -> None:
    told = engagement("meeting", ("MAR", None, "عبد اللطيف حموشي"), ("ESP", None, None, office))
    assert SENTENCES.compose(told) == f"أجرى عبد اللطيف حموشي مباحثات مع {expected}."


@pytest.mark.parametrize(
    ("body", "expected"),
    [("+GCC", "الأمين العام لمجلس التعاون لدول الخليج العربية"), ("+INTERPOL", "الأمين العام للإنتربول")],
)
def test_offices_of_bodies(engagement: Make, body: str, expected: str) -> None:
    told = engagement("meeting", ("MAR", None, "عبد اللطيف حموشي"), (body, None, None, "الأمين العام"))
    assert SENTENCES.compose(told) == f"أجرى عبد اللطيف حموشي مباحثات مع {expected}."


def test_of_a_large_delegation_two_are_named(engagement: Make) -> None:
    officers = [("ESP", None, f"خالد {name}", None) for name in ("الأول", "الثاني", "الثالث", "الرابع")]
    told = engagement("meeting", ("MAR", None, "عبد اللطيف حموشي"), *officers)
    expected = "أجرى عبد اللطيف حموشي مباحثات مع خالد الأول وخالد الثاني (إسبانيا) وآخرين."
    assert SENTENCES.compose(told) == expected


def test_words_of_a_text_lose_the_case_they_had(engagement: Make) -> None:
    told = engagement("agreement", ("MAR",), ("ESP",), action="sign", instrument="اتفاقاً أمنياً")
    assert SENTENCES.compose(told) == "جرى توقيع اتفاق أمني بين المغرب وإسبانيا."


def test_aid_to_a_country_is_not_told_to_be_in_it(engagement: Make) -> None:
    told = engagement("aid", ("MAR", "provider"), ("YEM", "recipient"), where=Place(country="YEM"))
    assert SENTENCES.compose(told) == "قُدّمت مساعدة من المغرب إلى اليمن."


def test_a_representative_whom_no_text_names(engagement: Make) -> None:
    told = engagement("mandate", ("IRQ", "principal"), ("SAU", "forum"), when="2024-08-10")
    assert SENTENCES.compose(told) == "جرى يوم 10 غشت تعيين ممثل عن العراق لدى السعودية."


def test_a_capital_needs_no_country(engagement: Make) -> None:
    def talks(country: str, city: str) -> str:
        place = Place(country=country, city=city)
        return SENTENCES.compose(engagement("meeting", ("MAR",), ("TUR",), where=place))

    assert talks("TUR", "Ankara") == "أجرى مسؤولون مغاربة مباحثات بأنقرة مع مسؤولين أتراك."
    assert talks("GBR", "Glasgow") == (
        "أجرى مسؤولون مغاربة مباحثات بغلاسكو (المملكة المتحدة) مع مسؤولين أتراك."
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_label(engagement: Make, kind: str) -> None:
    for action in ACTIONS.get(kind, (None,)):
        label = SENTENCES.label(engagement(kind, ("MAR", "guest"), ("ESP", "host"), action=action))
        assert label
        assert "{" not in label


def test_a_meeting_with_officials_that_no_text_names(engagement: Make) -> None:
    told = engagement(
        "meeting",
        ("SAU",),
        ("MAR", None, "عبد اللطيف حموشي"),
        when="2024-02",
        topics=["terrorism", "migration"],
    )
    expected = (
        "أجرى عبد اللطيف حموشي مباحثات مع مسؤولين سعوديين خلال فبراير، "
        "وتناولت المحادثات مكافحة الإرهاب والهجرة غير النظامية."
    )
    assert SENTENCES.compose(told) == expected


def test_an_election(engagement: Make) -> None:
    told = engagement(
        "election",
        ("+INTERPOL", "forum"),
        ("MAR", "candidate", "محمد الدخيسي"),
        action="elect",
        when="2024-11",
        figures={"votes": 96},
    )
    expected = "أسفر التصويت في الإنتربول خلال نونبر عن انتخاب محمد الدخيسي، مرشح المغرب، بمجموع 96 صوتاً."
    assert SENTENCES.compose(told) == expected


def test_an_assembly(engagement: Make) -> None:
    told = engagement(
        "gathering",
        ("+INTERPOL", "organiser"),
        ("MAR", None, "حموشي"),
        when="2024-11-04/2024-11-07",
        figures={"session": 92, "attendance": 177},
    )
    expected = "سُجّلت مشاركة حموشي في الدورة الثانية والتسعين لاجتماعات الإنتربول من 4 إلى 7 نونبر، وبلغ عدد المشاركين المعلن 177."
    assert SENTENCES.compose(told) == expected


def test_an_agreement(engagement: Make) -> None:
    told = engagement(
        "agreement",
        ("MAR", "signatory"),
        ("ARE", "signatory"),
        action="sign",
        instrument="اتفاقية للتدريب",
        where=Place(country="ARE", city="Nowhere"),
    )
    expected = "جرى في \u2068Nowhere\u2069 (الإمارات) توقيع اتفاقية للتدريب بين المغرب والإمارات."
    assert SENTENCES.compose(told) == expected


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_and_stage_has_its_sentence(engagement: Make, kind: str, stage: str) -> None:
    for action in ACTIONS.get(kind, (None,)):
        for parties in (
            (("MAR", "guest"), ("ESP", "host")),
            (("ESP", "provider"), ("MAR", "recipient", "إدريس الصفريوي")),
            (("MAR", "host"),),
            (("+UN", "forum"), ("MAR", "principal")),
            (("MAR",), ("ESP",), ("+EU",)),
        ):
            told = engagement(
                kind,
                *parties,
                stage=stage,
                action=action,
                topics=list(TOPICS),
                purposes=list(PURPOSES),
                figures={"session": 3},
            )
            for turn in (0, 1):
                sentence = SENTENCES.compose(told, turn)
                assert sentence.endswith(".")
                assert "{" not in sentence
                assert "  " not in sentence
                assert "None" not in sentence


def test_planned_is_told_as_planned(engagement: Make) -> None:
    told = engagement("visit", ("MAR", "guest"), ("GBR", "host"), stage="planned", when="2024-23")
    assert SENTENCES.compose(told) == "أُعلن عن زيارة مسؤولين مغاربة إلى المملكة المتحدة في خريف سنة 2024."


def test_offices_stand_between_commas(engagement: Make) -> None:
    told = engagement(
        "meeting",
        ("MAR", None, "عبد اللطيف حموشي", "المدير العام للأمن الوطني"),
        ("BEL", None, "فرانسيسكا بوستين", "المديرة العامة لأمن الدولة"),
        when="2024-11-20",
    )
    expected = (
        "أجرى عبد اللطيف حموشي، المدير العام للأمن الوطني، مباحثات مع "
        "فرانسيسكا بوستين، المديرة العامة لأمن الدولة البلجيكية، يوم 20 نونبر."
    )
    assert SENTENCES.compose(told) == expected
    alone = engagement(
        "gathering", ("MAR", None, "عبد اللطيف حموشي", "المدير العام"), ("ESP", "host"), when="2024-01"
    )
    expected = "شارك عبد اللطيف حموشي، المدير العام، في ملتقى من تنظيم إسبانيا خلال يناير."
    assert SENTENCES.compose(alone) == expected
