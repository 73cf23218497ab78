"""What the register holds: reports, as documents tell them, and engagements, the acts that they tell of."""

from __future__ import annotations

import msgspec

from mithaq.records import Event, Span


class Report(msgspec.Struct, kw_only=True):
    """One event as one document tells it.

    `ordinal` is the event's place among those of its document, `witness` a key of the document's text: documents
    of one text are one witness.
    """

    document: str
    ordinal: int
    event: Event
    published: str | None = None
    witness: str = ""


class Told(msgspec.Struct, kw_only=True):
    """A value of a field, and the documents that tell it."""

    value: str | int
    documents: list[str]


class Conflict(msgspec.Struct, kw_only=True):
    """A field on which documents differ: the value that won comes first.

    `field` is `when`, `where`, `role`, `office` or `figures.votes`; `of` says whose role or office it is.
    """

    field: str
    of: str | None = None
    values: list[Told]


class Telling(msgspec.Struct, kw_only=True):
    """What one document's report gave to an engagement, with the words that tell it."""

    document: str
    stage: str
    when: str | None
    evidence: list[Span]
    confidence: float
    rules: list[str]


class Engagement(Event, kw_only=True):
    """One act in the world, told by one or more reports.

    The fields of an event hold the best attested and most exact value; `evidence` is that of the first of
    `documents`, the evidence of each stands in `reports`. `documents` are in the order of publication, `witnesses`
    counts their distinct texts. `forms` gives, for a person's name as shown, the other forms that were met.
    """

    id: str
    documents: list[str]
    witnesses: int
    conflicts: list[Conflict] = msgspec.field(default_factory=list)
    forms: dict[str, list[str]] = msgspec.field(default_factory=dict)
    reports: list[Telling]
