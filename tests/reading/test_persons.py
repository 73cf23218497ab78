"""Persons of events: who was there, on whose side, under which whole name."""

from __future__ import annotations

import pytest

from mithaq.reading import Reader
from mithaq.records import Document

PERSONS = [
    # a name goes on with a word that means something else too
    (
        "استقبل وزير الخارجية التونسي، أمس، السفير الإماراتي في عمان حميد ربيع البدري.",
        "TUN",
        "meeting",
        {"حميد ربيع البدري": "ARE"},
    ),
    (
        "التقى وزير الداخلية، أمس، السفير البريطاني لدى العراق ستيفن صديق.",
        "IRQ",
        "meeting",
        {"ستيفن صديق": "GBR"},
    ),
    # the day after a name is none of it
    (
        "استقبل وزير الخارجية السفير البريطاني ستيفن كوك الخميس الماضي.",
        "MAR",
        "meeting",
        {"ستيفن كوك": "GBR"},
    ),
    # an ambassador who is named after his post follows another who is named
    (
        "قلد ملك الأردن عبدالله الثاني سفير الكويت فى الرياض فهد الحمدان وسام الاستقلال.",
        "JOR",
        "award",
        {"عبدالله الثاني": "JOR", "فهد الحمدان": "KWT"},
    ),
    # one with ranks alone has the post after him
    (
        "استقبل الفريق الركن سالم بن أحمد العامري قائد الحرس الوطني، الفريق أول جون كارتر رئيس أركان الدفاع البريطاني.",
        "BHR",
        "meeting",
        {"سالم بن أحمد العامري": "BHR", "جون كارتر": "GBR"},
    ),
    # a representative by post, place and name
    (
        "ووقع المندوب الدائم للمملكة الأردنية الهاشمية لدى الأمم المتحدة في نيويورك، السفير محمود الحمود، على اتفاقية مع فيجي.",
        "JOR",
        "agreement",
        {"محمود الحمود": "JOR"},
    ),
    # who presents credentials has the nation after the name
    (
        "تسلم رئيس الجمهورية، أمس، أوراق اعتماد السيد مامادو ديالو، سفيرا لجمهورية غينيا.",
        "MRT",
        "mandate",
        {"مامادو ديالو": "GIN"},
    ),
    # who signed, in the sentence after
    (
        (
            "أبرم الأردن والمغرب، أمس، اتفاقيتين قضائيتين. ووضع توقيعه عن الحكومة الأردنية وزير العدل سامر الخطيب، "
            "وعن الحكومة المغربية نظيره حسن العلوي."
        ),
        "JOR",
        "agreement",
        {"سامر الخطيب": "JOR", "حسن العلوي": "MAR"},
    ),
    # who took part in the reception, however far before it was told
    (
        (
            "استقبل رئيس الحكومة، أمس، وزير الخارجية الروسي سيرغي لافروف. وتناول الجانبان العلاقات. وتطرقا إلى التجارة. "
            "وأشادا بالتعاون. وبحثا الاستثمار. وعرف هذا الاستقبال مشاركة سفير روسيا بالمغرب ألكسندر كنتشاك."
        ),
        "MAR",
        "meeting",
        {"سيرغي لافروف": "RUS", "ألكسندر كنتشاك": "RUS"},
    ),
    # "the two ministers" are those who met
    (
        "التقى وزير الخارجية المصري سامح شكري نظيره السوداني علي الصادق، أمس. ووقع الوزيران مذكرة تفاهم.",
        "EGY",
        "agreement",
        {"سامح شكري": "EGY", "علي الصادق": "SDN"},
    ),
    # "the two sides" are not
    (
        "التقى وزير الخارجية المصري سامح شكري نظيره السوداني علي الصادق، أمس. ووقع الجانبان مذكرة تفاهم.",
        "EGY",
        "agreement",
        {},
    ),
    # and "the two presidents" are no ministers
    (
        "التقى وزير الخارجية المصري سامح شكري نظيره السوداني علي الصادق، أمس. ووقع الرئيسان مذكرة تفاهم.",
        "EGY",
        "agreement",
        {},
    ),
    (
        "التقى المستشار الأمريكي جون بولتون وزير الخارجية الروسي سيرغي لافروف، أمس. ووقع الزعيمان مذكرة تفاهم.",
        "EGY",
        "agreement",
        {},
    ),
]


@pytest.mark.parametrize(("text", "home", "kind", "expected"), PERSONS)
def test_persons_are_read_with_their_country(
    text: str, home: str, kind: str, expected: dict[str, str]
) -> None:
    document = Document(text=text, home=home, published="2024-05-02", lang="ar")
    events = [event for event in Reader().read(document) if event.kind == kind]
    assert events, "no such event was read"
    found = {party.person: party.code for event in events for party in event.parties if party.person}
    assert found == expected


def test_a_visit_told_as_called_off_after_where_it_went_is_cancelled() -> None:
    document = Document(
        text="أعلنت الرئاسة أن زيارة الرئيس الأمريكي إلى الأردن ألغيت.",
        home="JOR",
        published="2024-05-02",
        lang="ar",
    )
    assert [(event.kind, event.stage) for event in Reader().read(document)] == [("visit", "cancelled")]


def test_talks_at_the_presidency_are_hosted_by_who_is_named_first() -> None:
    document = Document(
        text="التقى رئيس دولة فلسطين، اليوم، في مقر الرئاسة، المبعوث الروسي إيغور بتروف.",
        home="PSE",
        published="2024-05-02",
        lang="ar",
    )
    (event,) = Reader().read(document)
    assert event.where and event.where.country == "PSE"
    assert {party.code: party.role for party in event.parties} == {"PSE": "host", "RUS": "guest"}
