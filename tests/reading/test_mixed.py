"""What a document has in one language stands where it stood; an act told in two languages is one."""

from __future__ import annotations

from mithaq import Document, Event
from mithaq.reading.language import Stretch
from mithaq.reading.mixed import join_translations, part_in
from mithaq.records import Party, Place, Span


def event(start: int, *codes: str, **fields: object) -> Event:
    given = {
        "kind": "meeting",
        "stage": "held",
        "when": "2024-09-19",
        "confidence": 0.8,
        "rules": [f"rule.{start}"],
    }
    return Event(
        parties=[Party(country=code) for code in codes],
        topics=["general"],
        evidence=[Span(start, start + 1, "x")],
        **{**given, **fields},  # type: ignore[arg-type]
    )


def test_what_is_in_one_language_stands_where_it_stood() -> None:
    document = Document(id="a", title="Title", text="one\ntwo\nthree", home="MAR")
    stretches = [Stretch(0, 10, "en"), Stretch(10, 14, "fr"), Stretch(14, 19, "en")]
    english, french = part_in(document, stretches, "en"), part_in(document, stretches, "fr")
    assert (english.title, english.text) == ("Title", "one\n   \nthree")
    assert (french.title, french.text) == ("     ", "   \ntwo\n     ")
    assert (french.id, french.home) == ("a", "MAR")
    for part in (english, french):
        assert len(part.full_text) == len(document.full_text)
    assert (
        part_in(Document(text="one\ntwo"), [Stretch(0, 4, "en"), Stretch(4, 7, "fr")], "fr").text
        == "   \ntwo"
    )


def test_an_act_told_in_two_languages_is_one() -> None:
    arabic = event(5, "MAR", "ESP", figures={"votes": 96})
    english = event(
        90, "ESP", "MAR", where=Place(country="MAR"), figures={"votes": 69, "members": 3}, confidence=0.9
    )
    (joined,) = join_translations([[arabic], [english]])
    assert [span.start for span in joined.evidence] == [5, 90]
    assert joined.rules == ["rule.5", "rule.90"]
    assert joined.where == Place(country="MAR")
    assert joined.figures == {"votes": 96, "members": 3}
    assert joined.confidence == 0.9


def test_other_acts_are_others() -> None:
    told = event(5, "MAR", "ESP")
    for other in (
        event(90, "MAR", "ESP", when="2024-09-21"),
        event(90, "MAR", "ESP", stage="planned"),
        event(90, "MAR", "ESP", kind="visit"),
        event(90, "MAR", "FRA"),
        event(90, "MAR"),
    ):
        assert join_translations([[told], [other]]) == [told, other]


def test_vaguer_dates_and_fewer_parties_are_the_same() -> None:
    told = event(5, "MAR", "ESP", "FRA")
    for other in (event(90, "MAR", "ESP", when=None), event(90, "MAR", "ESP", "FRA", when="2024-09")):
        assert len(join_translations([[told], [other]])) == 1


def test_acts_of_one_language_stay_apart_and_all_are_in_the_order_of_the_text() -> None:
    first, last, between = event(5, "MAR", "ESP"), event(90, "MAR", "ESP"), event(50, "MAR", "ESP")
    assert join_translations([[first, last], []]) == [first, last]
    joined = join_translations([[first, last], [between]])
    assert [[span.start for span in one.evidence] for one in joined] == [[5, 50], [90]]
    assert join_translations([[last], [event(50, "MAR", "FRA")]])[0].evidence[0].start == 50
