"""The reader reads each stretch of a document by the pack of its language, and offsets stay those of the whole."""

from __future__ import annotations

import pytest

from mithaq import Document, Reader

TOLD = "استقبل وزير الداخلية المغربي، أمس بالرباط، وزير الداخلية الإسباني، وبحث معه سبل تعزيز التعاون الأمني بين البلدين."
AGAIN = "وحل المدير العام للأمن الوطني ببروكسيل في زيارة عمل التقى خلالها مدير الشرطة البلجيكية وبحثا معا تبادل المعلومات."
PERSIAN = (
    "وزیر کشور روز دوشنبه در تهران با همتای عراقی خود دیدار کرد و درباره امنیت مرزها و مبارزه با قاچاق گفتگو کردند. "
    "قرار است در پایان این سفر یادداشت تفاهمی میان دو طرف امضا شود."
)
PORTUGUESE = (
    "O ministro da Administração Interna recebeu ontem em Lisboa o seu homólogo marroquino, com quem falou da luta "
    "contra o terrorismo e da troca de informações entre as duas polícias."
)


def mixed(**fields: str | None) -> Document:
    text = f"{TOLD}\n\n{PERSIAN}\n\n{AGAIN}"
    return Document(id="mixed", text=text, published="2024-09-20", home="MAR", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("title", [None, "نشاط دبلوماسي أمني مكثف"])
def test_offsets_are_those_of_the_whole_document(title: str | None) -> None:
    document = mixed(title=title)
    reading = Reader().read_document(document)
    assert reading.lang == "ar"
    spans = [span for event in reading.events for span in event.evidence]
    assert {document.full_text.index(TOLD) <= span.start for span in spans} == {True}
    assert any(span.start >= document.full_text.index(AGAIN) for span in spans)
    traces = Reader().explain(document)
    assert traces
    for span in spans + [trace.span for trace in traces]:
        assert document.full_text[span.start : span.end] == span.text


def test_what_is_read_in_a_mix_is_what_is_read_alone() -> None:
    def told(text: str) -> list[tuple[str, str | None]]:
        document = Document(text=text, published="2024-09-20", home="MAR")
        return [(event.kind, event.when) for event in Reader().read(document)]

    assert told(f"{TOLD}\n{PERSIAN}\n{AGAIN}") == told(TOLD) + told(AGAIN)
    assert told(PERSIAN) == []


def test_a_title_belongs_to_the_stretch_that_it_begins() -> None:
    fields = {"title": "مباحثات أمنية بالرباط", "published": "2024-09-20", "home": "MAR"}
    document = Document(text=f"{TOLD}\n{PORTUGUESE}", **fields)
    reader = Reader()
    assert [stretch.lang for stretch in reader.stretches(document)] == ["ar", "pt"]
    alone = reader.read(Document(text=f"{TOLD}\n", **fields))
    assert alone
    assert reader.read(document) == alone


def test_the_language_is_that_of_most_of_what_is_read() -> None:
    reader = Reader()
    assert reader.language(Document(text=TOLD)) == "ar"
    assert reader.language(Document(text=f"{PERSIAN}\n{PERSIAN}\n{TOLD}")) == "ar"
    assert reader.language(Document(text=PORTUGUESE)) is None
    assert reader.language(Document(text="12:30")) is None


def test_a_language_given_overrides_the_letters() -> None:
    assert Reader(lang="ar").language(Document(text=PORTUGUESE)) == "ar"
    assert Reader(lang="pt").language(Document(text=TOLD)) is None
    assert Reader().read(Document(text=TOLD, lang="pt", home="MAR")) == []
    assert Reader(lang="pt").language(Document(text=TOLD, lang="ar")) == "ar"
