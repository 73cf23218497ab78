"""What the register holds: reports, as documents tell them, and engagements, the acts that they tell of."""

from __future__ import annotations

import msgspec

from mithaq.records import Event, Party, Place, Span


class Report(msgspec.Struct, kw_only=True):
    """One event as one document tells it.

    `ordinal` is the event's place among those of its document, `witness` a key of the document's text and `sketch` what
    its near copies are known by: documents of one text, or nearly so, are one witness.
    """

    document: str
    ordinal: int
    event: Event
    published: str | None = None
    witness: str = ""
    sketch: bytes | None = None


class Told(msgspec.Struct, kw_only=True):
    """A value of a field, and the documents that tell it."""

    value: str | int
    documents: list[str]


class Conflict(msgspec.Struct, kw_only=True):
    """A field on which documents differ: the value that won comes first.

    `field` is `when`, `where`, `role`, `office`, `instrument`, `term` or `figures.votes`; `of` says whose role or office
    it is.
    """

    field: str
    of: str | None = None
    values: list[Told]


class Telling(msgspec.Struct, kw_only=True):
    """What one document's report gave to an engagement, with the words that tell it."""

    document: str
    ordinal: int = 0
    stage: str
    when: str | None
    where: Place | None = None
    parties: list[Party] = msgspec.field(default_factory=list)
    figures: dict[str, int] = msgspec.field(default_factory=dict)
    evidence: list[Span]
    confidence: float
    rules: list[str]


class Link(msgspec.Struct, kw_only=True):
    """What an engagement has to do with another: `kind` is one of `links.KINDS`.

    `way` is `to` where this one was during the other, in its margins, led to it, renews it or follows it up, and `from`
    where the other was or does so to this one.
    """

    kind: str
    engagement: str
    way: str


class Engagement(Event, kw_only=True):
    """One act in the world, told by one or more reports.

    The fields of an event hold the best attested and most exact value; `evidence` is that of the first of
    `documents`, the evidence of each stands in `reports`. `documents` are in the order of publication, `witnesses`
    counts their independent texts. `forms` gives, for a person's name as shown, the other forms that were met.
    `status` says what people decided of it: `found` (nothing yet), `accepted`, `rejected`, `corrected` or `added` by
    hand; `decisions` are the numbers of what they decided, `due` the day by which one added by hand is to be done.
    """

    id: str
    documents: list[str]
    witnesses: int
    conflicts: list[Conflict] = msgspec.field(default_factory=list)
    forms: dict[str, list[str]] = msgspec.field(default_factory=dict)
    links: list[Link] = msgspec.field(default_factory=list)
    status: str = "found"
    decisions: list[int] = msgspec.field(default_factory=list)
    due: str | None = None
    reports: list[Telling]

    def _shown(self) -> list[tuple[str, str]]:
        told = [
            (
                f"{conflict.field} of {conflict.of}" if conflict.of else conflict.field,
                " or ".join(f"{value.value} ({len(value.documents)})" for value in conflict.values),
            )
            for conflict in self.conflicts
        ]
        return [
            *super()._shown(),
            ("told by", f"{len(self.documents)} documents, {self.witnesses} independent"),
            *((f"conflict: {field}", values) for field, values in told),
            ("links", ", ".join(f"{link.kind} {link.way} {link.engagement}" for link in self.links)),
            ("status", self.status),
            ("id", self.id),
        ]
