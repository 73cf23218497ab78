"""The tables of a register, and the version that a file carries."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

VERSION = 1
"""Raised with every change of the tables; a register of a higher version is refused."""

metadata = MetaData()

about = Table(
    "mithaq",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", String(64), nullable=False),
)
"""What the file says of itself: `schema`, and `aliases` where a table of these was given. Its presence makes a database a register."""

documents = Table(
    "documents",
    metadata,
    Column("id", String(512), primary_key=True),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("lang", String(16)),
    Column("published", String(32), index=True),
    Column("home", String(3)),
    Column("url", Text),
    Column("source", Text),
    Column("witness", String(32), nullable=False, index=True),
    Column("fingerprint", String(32), nullable=False),
    Column("reader_version", String(64), nullable=False),
)
"""`witness` is a key of the words of the text, `fingerprint` one of all that decides the reports."""

reports = Table(
    "reports",
    metadata,
    Column("document", String(512), ForeignKey("documents.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("block", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("event", LargeBinary, nullable=False),
)
"""One event of one document as JSON. `block` is the key within which it may be joined to others."""

engagements = Table(
    "engagements",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("block", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False, index=True),
    Column("stage", String(16), nullable=False),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("witnesses", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index("engagements_by_date", "first_day", "last_day", "id"),
)
"""One act as JSON, with what it is looked up by. The undated have the days of their first publication."""

engagement_parties = Table(
    "engagement_parties",
    metadata,
    Column("engagement", String(32), ForeignKey("engagements.id"), primary_key=True),
    Column("code", String(64), primary_key=True),
    Index("engagement_parties_by_code", "code", "engagement"),
)

stale = Table("stale", metadata, Column("block", Text, primary_key=True))
"""Blocks whose reports have changed since their engagements were made."""
