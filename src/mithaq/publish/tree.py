"""A review as a tree of sections, sentences, tables and sources, without a format: what every writer renders.

Whatever is said carries `of`: the ids of the engagements that it rests on; each of these has its item, and that the words
of documents that tell it.
"""

from __future__ import annotations

import msgspec


class Quote(msgspec.Struct, kw_only=True):
    """Words of a document, with the characters of its full text where they stand."""

    text: str
    direction: str
    start: int
    end: int


class Source(msgspec.Struct, kw_only=True):
    """A document, and what it says of an engagement where it is told beside one."""

    document: str
    outlet: str
    date: str | None = None
    title: str | None = None
    link: str | None = None
    quotes: list[Quote] = []


class Item(msgspec.Struct, kw_only=True):
    """An engagement: its sentence, what is to be known of it, and the documents that tell it."""

    id: str
    sentence: str
    tag: str | None
    history: str | None
    conflicts: list[str]
    summary: str
    sources: list[Source]


class Reference(msgspec.Struct, kw_only=True):
    """An engagement in a few words, where its item stands elsewhere."""

    id: str
    label: str
    when: str | None


class Text(msgspec.Struct, tag="text", kw_only=True):
    """Sentences that are said of several engagements."""

    text: str
    of: list[str]
    is_note: bool = False


class Card(msgspec.Struct, kw_only=True):
    """A number with what it counts. `of` has the engagements, or other things, that were counted."""

    number: int
    label: str
    of: list[str]


class Cards(msgspec.Struct, tag="cards", kw_only=True):
    """The figures of a period."""

    cards: list[Card]


class Bin(msgspec.Struct, kw_only=True):
    """A month, or a year, of a timeline: the engagements by family of kinds. `short` is its name where room is scarce."""

    label: str
    short: str
    of: dict[str, list[str]]


class Cell(msgspec.Struct, kw_only=True):
    """A cell of a table; a number has the engagements that it counts."""

    text: str
    of: list[str] = []
    number: int | None = None


class Table(msgspec.Struct, tag="table", kw_only=True):
    """Rows with a heading each.

    `meters` are the places of columns whose numbers are drawn as lengths too, `shades` of those whose numbers are shaded by
    how high they are.
    """

    columns: list[str]
    rows: list[list[Cell]]
    meters: list[int] = []
    shades: list[int] = []


class Line(msgspec.Struct, kw_only=True):
    """References in a row, words between them, conflicts below."""

    parts: list[Reference | str]
    conflicts: list[str] = []


class Timeline(msgspec.Struct, tag="timeline", kw_only=True):
    """Engagements over time. `families` gives the name of each family that has any.

    As every picture it says in `about` in words, and in `numbers` as a table under the heading `more`, what it shows.
    """

    about: str
    families: dict[str, str]
    bins: list[Bin]
    more: str
    numbers: Table


class Map(msgspec.Struct, tag="map", kw_only=True):
    """Partner countries on a map of the world: engagements by alpha-3 code, and the names of these and of `home`.

    `worldview` is the country whose official maps are followed in what is disputed; None draws that as nobody's. `ranges`
    tell the numbers that each shade stands for, the lightest first.
    """

    about: str
    home: str
    worldview: str | None
    ranges: list[str]
    places: dict[str, list[str]]
    names: dict[str, str]
    more: str
    numbers: Table


class Link(msgspec.Struct, kw_only=True):
    """A service of the home side and one of a partner, with the engagements of both."""

    source: str
    target: str
    of: list[str]


class Network(msgspec.Struct, tag="network", kw_only=True):
    """Services of the home side and of partners by id, each with its name, and how they are linked."""

    about: str
    sources: dict[str, str]
    targets: dict[str, str]
    links: list[Link]
    more: str
    numbers: Table


class Pair(msgspec.Struct, kw_only=True):
    """Something counted in two periods: the engagements of each."""

    label: str
    before: list[str]
    now: list[str]


class Comparison(msgspec.Struct, tag="comparison", kw_only=True):
    """Two periods, named `before` and `now`, side by side."""

    about: str
    before: str
    now: str
    pairs: list[Pair]
    more: str
    numbers: Table


Pictured = Timeline | Map | Network | Comparison
"""Blocks that are drawn."""


class Items(msgspec.Struct, tag="items", kw_only=True):
    """Engagements one below the other, under a heading of their own where they have one.

    `more` says how many there are where not all are told.
    """

    title: str | None
    items: list[Item]
    more: str | None = None


class Lines(msgspec.Struct, tag="lines", kw_only=True):
    """Lines that point to engagements told elsewhere."""

    lines: list[Line]


class Sources(msgspec.Struct, tag="sources", kw_only=True):
    """The documents that a review rests on."""

    sources: list[Source]


Block = Text | Cards | Pictured | Items | Table | Lines | Sources


class Section(msgspec.Struct, kw_only=True):
    """A part of a review. `is_listed` is false for what a table of contents leaves out."""

    id: str
    title: str
    blocks: list[Block]
    is_listed: bool = True


class Labels(msgspec.Struct, kw_only=True):
    """Words that a writer needs beside the text."""

    contents: str
    link: str
    sources: str


class Review(msgspec.Struct, kw_only=True):
    """A review, or another page of the same kind.

    `lang` is its language and country, `direction` how its script runs, `period` EDTF. A brief page is to fit on one sheet:
    the words of documents stand where they can be folded away, and in the JSON.
    """

    lang: str
    direction: str
    period: str
    home: str
    topic: str
    title: str
    kicker: str
    subtitle: str
    lead: list[Text]
    sections: list[Section]
    footer: str
    labels: Labels
    is_brief: bool = False

    def items(self) -> list[Item]:
        """Every engagement told."""
        return [
            item
            for section in self.sections
            for block in section.blocks
            if isinstance(block, Items)
            for item in block.items
        ]

    def _repr_html_(self) -> str:
        """What a notebook shows: the page, in a frame of its own."""
        from html import escape

        from mithaq.publish.formats import render

        page = render(self, "html").decode()
        return f"<iframe srcdoc='{escape(page)}' style='width:100%;height:40em;border:0' title='{escape(self.title)}'></iframe>"
