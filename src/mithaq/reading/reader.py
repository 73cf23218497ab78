"""The reader: documents in, events with evidence out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import UNSET

from mithaq.lexicon import load
from mithaq.ontology import cameo, plover
from mithaq.reading.act import Act
from mithaq.reading.cascade import Cascade
from mithaq.reading.explain import Trace, explain
from mithaq.reading.holders import Holders
from mithaq.reading.language import Stretch, main_language, packs, paragraphs
from mithaq.reading.mentions import Mention
from mithaq.reading.mixed import join_translations, part_in
from mithaq.reading.names import Person, same_name
from mithaq.reading.text import Text
from mithaq.records import Document, Event, Party, Place, Reading, Span


@cache
def _cascade(lang: str) -> Cascade:
    return Cascade(load(lang))


class Reader:
    """Reads documents; one reader serves any number of them.

    Args:
        home: the country of sources that name none, ISO 3166-1 alpha-3.
        lang: the language of documents that name none; None finds it out, paragraph by paragraph.
        offices: a table of who held which office when, beside the one of this package.
    """

    def __init__(
        self, *, home: str | None = None, lang: str | None = None, offices: Path | None = None
    ) -> None:
        self.holders = Holders(offices)
        self.home = home
        self.lang = lang

    def stretches(self, document: Document) -> list[Stretch]:
        """The paragraphs of a document's full text by their languages; all of it in one where the language is given."""
        lang = document.lang or self.lang
        if lang:
            return [Stretch(0, len(document.full_text), lang)]
        return paragraphs(document.full_text)

    def language(self, document: Document) -> str | None:
        """The language that most of a document is read in, or None where no pack reads any of it."""
        return main_language(_readable(self.stretches(document)))

    def read(self, document: Document) -> list[Event]:
        """The events that a document reports, in the order of its text."""
        return self.read_document(document).events

    def explain(self, document: Document) -> list[Trace]:
        """The rules that fired on a document, with the words they took and what they made of them."""
        parts = _parts(document, self.stretches(document))
        return [trace for lang, part in parts for trace in explain(_cascade(lang), part)]

    def read_document(self, document: Document, stretches: list[Stretch] | None = None) -> Reading:
        """A document's events with its id and language: a line of `mithaq read --jsonl`.

        Args:
            document: what is read; what it has in each language by the pack of that language.
            stretches: what `self.stretches(document)` gave, where it is known already.
        """
        if stretches is None:
            stretches = self.stretches(document)
        told = [_told(lang, part, self.holders) for lang, part in _parts(document, stretches)]
        events = told[0] if len(told) == 1 else join_translations(told)
        return Reading(id=document.id, lang=main_language(_readable(stretches)), events=events)


def read(
    text: str,
    *,
    title: str | None = None,
    published: str | None = None,
    home: str | None = None,
    lang: str | None = None,
) -> list[Event]:
    """Read one text.

    Args:
        text: the text, without its headline; an example is in the README.
        title: its headline; offsets then count from the headline's first character.
        published: the day of publication, `2024-12-31`, against which "yesterday" is told.
        home: the country of the source, ISO 3166-1 alpha-3.
        lang: `ar`; None finds it out, paragraph by paragraph.

    Returns:
        The events in the order of the text.
    """
    return Reader().read(Document(text=text, title=title, published=published, home=home, lang=lang))


_Named = tuple[str, str, Mention | None, Person | None]


def _readable(stretches: list[Stretch]) -> list[Stretch]:
    """Those in a language that a pack reads."""
    return [stretch for stretch in stretches if stretch.lang in packs()]


def _parts(document: Document, stretches: list[Stretch]) -> list[tuple[str, Document]]:
    """The languages that a document is read in, by their first stretch, each with the document in it alone."""
    langs = dict.fromkeys(str(stretch.lang) for stretch in _readable(stretches))
    if len(stretches) == 1:
        return [(lang, document) for lang in langs]
    return [(lang, part_in(document, stretches, lang)) for lang in langs]


def _told(lang: str, document: Document, holders: Holders) -> list[Event]:
    cascade = _cascade(lang)
    text, acts = cascade.read(document)
    return [_event(text, act, cascade, holders) for act in acts]


def _event(text: Text, act: Act, cascade: Cascade, holders: Holders) -> Event:
    bodies = cascade.lexicon.gazetteer.get("bodies", {})
    start, end = text.slice(act.start, act.end)
    on_third_ground = bool(act.country) and act.country not in act.codes
    return Event(
        kind=act.kind,
        stage=act.stage,
        action=act.action,
        parties=_parties(text, act, bodies, holders),
        when=act.when,
        where=Place(country=act.country, city=act.city) if act.country else None,
        topics=act.topics or ["general"],
        purposes=act.purposes,
        figures=dict(act.figures),
        instrument=act.instrument,
        term=act.term or UNSET,
        evidence=[Span(start, end, text.source[start:end])],
        confidence=cascade.confidence.of(act),
        rules=list(act.rules),
        plover=plover(act.kind, act.action),
        cameo=cameo(act.kind, act.stage, act.action, on_third_ground=on_third_ground),
    )


def _parties(text: Text, act: Act, bodies: Mapping[str, object], holders: Holders) -> list[Party]:
    named = [
        (code, role, mention, person)
        for code, role, mention in act.parties
        for person in (mention.persons if mention else ()) or (None,)
    ]
    parties: list[Party] = []
    for place, (code, role, mention, person) in enumerate(named):
        if any(
            _says_more(named[other], named[place], other < place)
            for other in range(len(named))
            if other != place
        ):
            continue
        parties.append(
            Party(
                country=None if code in bodies else code,
                body=code if code in bodies else None,
                organisation=text.phrase(mention.organisation) if mention else None,
                person=person.name if person else None,
                office=text.phrase(mention.office) if mention else None,
                role=role,
                holder=holders.of(act.when, code, mention, text) if mention and not person else UNSET,
            )
        )
    return parties


def _says_more(one: _Named, other: _Named, earlier: bool) -> bool:
    """Whether one entry makes another of the same party needless: the same person by a fuller name, or the holder of
    the office that the other names."""
    (code, _, mention, person), (other_code, _, other_mention, other_person) = one, other
    if code != other_code:
        return False
    if other_mention is None:
        return mention is not None or earlier
    if other_person is None:
        same = mention is not None and mention.office_ids == other_mention.office_ids
        return same and (person is not None or earlier)
    if person is None:
        return False
    longer = len(person.key) > len(other_person.key) or len(person.key) == len(other_person.key) and earlier
    return longer and same_name(person.key, other_person.key)
