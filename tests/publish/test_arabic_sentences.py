"""Engagements as Arabic sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mithaq.ontology import ACTIONS, KINDS, PURPOSES, STAGES, TOPICS
from mithaq.publish.names import Names
from mithaq.publish.sentences import Sentences
from mithaq.publish.words import Words
from mithaq.records import Place
from mithaq.register import Engagement

Make = Callable[..., Engagement]
WORDS = Words("ar", "MAR")
SENTENCES = Sentences(WORDS, Names(WORDS), "MAR", 2024, {}, {})


def test_a_visit(engagement: Make) -> None:
    told = engagement(
        "visit",
        ("MAR", "guest", "عبد اللطيف حموشي", "المدير العام للأمن الوطني"),
        ("TUR", "host"),
        when="2024-09-10/2024-09-11",
        where=Place(country="TUR"),
    )
    expected = "قادت زيارةٌ عبد اللطيف حموشي، المدير العام للأمن الوطني، إلى تركيا، يومي 10 و11 شتنبر."
    assert SENTENCES.compose(told) == expected


def test_a_visit_of_a_woman_needs_no_gender(engagement: Make) -> None:
    told = engagement(
        "visit", ("BEL", "guest", "فرانسيسكا بوستين"), ("MAR", "host"), where=Place(country="MAR")
    )
    assert SENTENCES.compose(told) == "قادت زيارةٌ فرانسيسكا بوستين (بلجيكا) إلى المغرب."


def test_a_meeting_with_officials_that_no_text_names(engagement: Make) -> None:
    told = engagement(
        "meeting",
        ("SAU",),
        ("MAR", None, "عبد اللطيف حموشي"),
        when="2024-02",
        topics=["terrorism", "migration"],
    )
    expected = "جرى لقاء بين عبد اللطيف حموشي ومسؤولين من السعودية، خلال شهر فبراير، وشملت المحاور مكافحة الإرهاب والهجرة غير النظامية."
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
    expected = "أسفر التصويت في الإنتربول عن انتخاب محمد الدخيسي (المغرب)، خلال شهر نونبر، بمجموع 96 صوتاً."
    assert SENTENCES.compose(told) == expected


def test_an_assembly(engagement: Make) -> None:
    told = engagement(
        "gathering",
        ("+INTERPOL", "organiser"),
        ("MAR", None, "حموشي"),
        when="2024-11-04/2024-11-07",
        figures={"session": 92, "attendance": 177},
    )
    expected = "سُجّلت مشاركة حموشي في الدورة الثانية والتسعين من اجتماعات الإنتربول، من 4 إلى 7 نونبر، وبلغ عدد المشاركين المعلن 177."
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
    assert SENTENCES.compose(told).startswith(
        "جرى توقيع اتفاقية للتدريب بين مسؤولين من المغرب ومسؤولين من الإمارات في "
    )


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
    assert SENTENCES.compose(told) == "أُعلن عن زيارة مسؤولين من المغرب إلى المملكة المتحدة، في خريف سنة 2024."


def test_offices_stand_between_commas(engagement: Make) -> None:
    told = engagement(
        "meeting",
        ("MAR", None, "عبد اللطيف حموشي", "المدير العام للأمن الوطني"),
        ("BEL", None, "فرانسيسكا بوستين", "المديرة العامة لأمن الدولة"),
        when="2024-11-20",
    )
    expected = (
        "جرى لقاء بين عبد اللطيف حموشي، المدير العام للأمن الوطني، "
        "وفرانسيسكا بوستين، المديرة العامة لأمن الدولة (بلجيكا)، يوم 20 نونبر."
    )
    assert SENTENCES.compose(told) == expected
    alone = engagement(
        "gathering", ("MAR", None, "عبد اللطيف حموشي", "المدير العام"), ("ESP", "host"), when="2024-01"
    )
    assert SENTENCES.compose(alone).startswith(
        "سُجّلت مشاركة عبد اللطيف حموشي، المدير العام، في ملتقى من تنظيم إسبانيا،"
    )
