"""The tables of a register, the same in SQLite and PostgreSQL, and the version that a register carries.

What people gave stands in `documents`, `sources` and `decisions`, what the reader found in `reports`; all else is
made from these and can be made anew.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

VERSION = 2
"""Raised with every change of the tables, which takes a migration; a register of a higher version is refused."""

metadata = MetaData()


def _report() -> Column[int]:
    return Column("report", Integer, ForeignKey("reports.id", ondelete="CASCADE"), nullable=False)


def _engagement() -> Column[str]:
    return Column("engagement", String(32), ForeignKey("engagements.id", ondelete="CASCADE"), nullable=False)


about = Table(
    "mithaq",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", String(64), nullable=False),
)
"""What the register says of itself: `schema`, `derived` and `aliases`. Its presence makes a database a register."""

sources = Table(
    "sources",
    metadata,
    Column("name", Text, primary_key=True),
    Column("domain", Text),
    Column("country", String(3)),
    Column("lang", String(16)),
    Column("feed", Text),
)
"""Whose the documents are, by the name that these give."""

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
    Column("reader_version", String(64), nullable=False, index=True),
    Column("sketch", LargeBinary),
    Column("decision", Integer),
)
"""`witness` is a key of the words of the text, `sketch` what tells near copies, `fingerprint` a key of all that decides
the reports, `decision` the one by which a document was added by hand."""

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document", String(512), ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("event", LargeBinary, nullable=False),
    Column("content", String(32), nullable=False, server_default="", index=True),
    Column("component", Integer, index=True),
    UniqueConstraint("document", "ordinal", name="reports_by_document"),
    sqlite_autoincrement=True,
)
"""One event of one document as JSON. `content` is the key from which an engagement takes its id, `component` that of the
reports that may be of one act with it or with one that may be; null until its neighbours are sought."""

report_keys = Table(
    "report_keys",
    metadata,
    _report(),
    Column("key", String(80), nullable=False),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Index("report_keys_by_key", "key", "first_day", "last_day", "report"),
    Index("report_keys_by_report", "report"),
)
"""Where the reports that may be of one act with a report are sought: they share a key, and a day."""

report_parties = Table(
    "report_parties",
    metadata,
    _report(),
    Column("place", Integer, nullable=False),
    Column("code", String(64)),
    Column("is_body", Boolean, nullable=False),
    Column("role", String(16)),
    Column("person", String(16), ForeignKey("names.id"), index=True),
    Column("organisation", String(16), ForeignKey("names.id"), index=True),
    Column("office", Text),
    Column("holder", Text),
    UniqueConstraint("report", "place", name="report_parties_by_report"),
)
"""The parties of a report, in its order."""

names = Table(
    "names",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("code", String(64), nullable=False),
    Column("form", Text, nullable=False),
    Column("owner", String(16), index=True),
    Index("names_by_code", "code", "kind"),
)
"""Every form of a name that was met, of a `person` or an `organisation` of a party, and whose it is."""

name_keys = Table(
    "name_keys",
    metadata,
    Column("name", String(16), ForeignKey("names.id", ondelete="CASCADE"), nullable=False),
    Column("key", String(64), nullable=False),
    Index("name_keys_by_key", "key", "name"),
)
"""How the words of a name sound, the same in all scripts."""

persons = Table(
    "persons",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("code", String(64), nullable=False, index=True),
    Column("name", Text, nullable=False),
)

organisations = Table(
    "organisations",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("code", String(64), nullable=False, index=True),
    Column("name", Text, nullable=False),
)

offices = Table(
    "offices",
    metadata,
    Column("person", String(16), ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
    Column("office", Text, primary_key=True),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("tellings", Integer, nullable=False),
)
"""The offices that a person is told to hold, from the first to the last day on which a document tells so."""

unresolved = Table("unresolved", metadata, Column("code", String(64), primary_key=True))
"""Parties with names that were met since their persons and organisations were last told apart."""

engagements = Table(
    "engagements",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("component", Integer, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("stage", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("confidence", Float, nullable=False),
    Column("witnesses", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index("engagements_by_date", "first_day", "last_day", "id"),
)
"""One act as JSON, with what it is looked up by. The undated have the days of their first publication."""

engagement_reports = Table(
    "engagement_reports",
    metadata,
    Column("report", Integer, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    _engagement(),
    Index("engagement_reports_by_engagement", "engagement"),
)

engagement_keys = Table(
    "engagement_keys",
    metadata,
    Column("key", String(80), primary_key=True),
    Column("first_day", String(10), primary_key=True),
    Column("last_day", String(10), primary_key=True),
    Column("engagement", String(32), ForeignKey("engagements.id", ondelete="CASCADE"), primary_key=True),
    Index("engagement_keys_by_engagement", "engagement"),
)
"""What an engagement is listed by, `party:ESP` or `topic:drugs`, each key's engagements by day."""

links = Table(
    "links",
    metadata,
    Column("one", String(32), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("other", String(32), primary_key=True),
    Column("decision", Integer),
    Index("links_by_other", "other"),
)
"""`one` took place during `other`, in its margins, led to it, renews it or follows it up."""

searched = Table(
    "searched",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("engagement", String(32), ForeignKey("engagements.id", ondelete="CASCADE"), unique=True),
    Column("document", String(512), ForeignKey("documents.id", ondelete="CASCADE"), unique=True),
    Column("text", Text, nullable=False),
)
"""The words that an engagement or a document is found by, folded; what finds them is made by `full_text`."""

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("action", String(16), nullable=False),
    Column("by", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("reason", Text, nullable=False),
    Column("value", LargeBinary, nullable=False),
    Column("withdraws", Integer, ForeignKey("decisions.id"), index=True),
    sqlite_autoincrement=True,
)
"""What people decided, in order; rows are added and never changed or taken away."""

stale = Table("stale", metadata, Column("component", Integer, primary_key=True, autoincrement=False))
"""Components whose reports or decisions have changed since their engagements were made."""
