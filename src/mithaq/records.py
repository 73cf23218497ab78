"""What flows between the floors: documents in, events out.

All offsets count characters (Unicode code points) of `Document.full_text`, from zero, half-open.
"""

from __future__ import annotations

from html import escape

import msgspec


class Document(msgspec.Struct, kw_only=True, omit_defaults=True):
    """One published text and what is known of it.

    `published` is an ISO day (`2024-12-31`), `home` the ISO 3166-1 alpha-3 code of the country the
    source writes from: what "the Kingdom" or an agency named without its country means.
    """

    id: str = ""
    text: str
    title: str | None = None
    lang: str | None = None
    published: str | None = None
    home: str | None = None
    url: str | None = None
    source: str | None = None

    @property
    def full_text(self) -> str:
        """The text that offsets count in: the title, a line feed and the text, or the text alone."""
        return f"{self.title}\n{self.text}" if self.title else self.text


class Span(msgspec.Struct, frozen=True):
    """A stretch of a document's full text: `text == full_text[start:end]`."""

    start: int
    end: int
    text: str


class Party(msgspec.Struct, kw_only=True):
    """Who takes part: a country or an international body, and what the text names of it.

    `holder` is who held the office on the day of the event, where the text tells the office alone and the table of
    offices knows one person; it is left out of JSON where it is not set, and `person` stays what the text tells.
    """

    country: str | None = None
    body: str | None = None
    organisation: str | None = None
    person: str | None = None
    office: str | None = None
    role: str | None = None
    holder: str | msgspec.UnsetType = msgspec.UNSET

    @property
    def code(self) -> str | None:
        """The country's alpha-3 code, or the body's acronym."""
        return self.country or self.body

    @property
    def in_words(self) -> str:
        """All that is known of it, in one line."""
        told = (self.code, self.person or self.holder or None, self.office, self.organisation)
        return ", ".join(filter(None, told))


class Place(msgspec.Struct, kw_only=True):
    """Where an event took place: an alpha-3 country code, an English city name."""

    country: str | None = None
    city: str | None = None


class Crosswalk(msgspec.Struct, kw_only=True):
    """The PLOVER type and mode of an event."""

    type: str
    mode: str | None = None


class Event(msgspec.Struct, kw_only=True):
    """One act of diplomacy or security cooperation, as one document reports it.

    Fields are those of docs/ontology.md. `when` is EDTF, `term` how long an agreement is to last, an ISO 8601 duration
    (`P5Y`) or the EDTF date until which it holds, left out of JSON where nothing tells it, `rules` the ids of the rules that fired,
    `confidence` the share of such events that were right on labelled texts.
    """

    kind: str
    stage: str
    action: str | None = None
    parties: list[Party]
    when: str | None = None
    where: Place | None = None
    topics: list[str]
    purposes: list[str] = []
    figures: dict[str, int] = {}
    instrument: str | None = None
    term: str | msgspec.UnsetType = msgspec.UNSET
    evidence: list[Span]
    confidence: float
    rules: list[str]
    plover: Crosswalk | None = None
    cameo: str | None = None

    def _repr_html_(self) -> str:
        """What a notebook shows: a table of the fields that are set, then the words that tell it."""
        rows = "".join(
            f"<tr><th style='text-align:left'>{escape(name)}</th><td dir='auto'>{escape(value)}</td></tr>"
            for name, value in self._shown()
            if value
        )
        quotes = "".join(f"<blockquote dir='auto'>{escape(span.text)}</blockquote>" for span in self.evidence)
        return f"<table>{rows}</table>{quotes}"

    def _shown(self) -> list[tuple[str, str]]:
        """Names and values of what is shown, in order."""
        where = (self.where.city, self.where.country) if self.where else ()
        return [
            ("kind", " ".join(filter(None, (self.kind, self.action)))),
            ("stage", self.stage),
            ("when", self.when or ""),
            ("where", ", ".join(filter(None, where))),
            *((party.role or "party", party.in_words) for party in self.parties),
            ("topics", ", ".join(self.topics)),
            ("purposes", ", ".join(self.purposes)),
            ("figures", ", ".join(f"{name} {figure}" for name, figure in self.figures.items())),
            ("instrument", self.instrument or ""),
            ("term", self.term or ""),
            ("confidence", f"{self.confidence:.2f}"),
        ]


class Reading(msgspec.Struct, kw_only=True):
    """What the reader made of one document: a line of `mithaq read --jsonl`."""

    id: str
    lang: str | None
    events: list[Event]
