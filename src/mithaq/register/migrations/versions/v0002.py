"""Components instead of blocks; names, persons, organisations, offices, decisions, links, sources and full text.

What is made from documents and reports is dropped: the register makes it anew when it is opened.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_FULL_TEXT_SQLITE = (
    """CREATE VIRTUAL TABLE searched_words
       USING fts5(text, content='searched', content_rowid='id', tokenize='trigram', detail='none')""",
    """CREATE TRIGGER searched_added AFTER INSERT ON searched BEGIN
       INSERT INTO searched_words(rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER searched_removed AFTER DELETE ON searched BEGIN
       INSERT INTO searched_words(searched_words, rowid, text) VALUES ('delete', old.id, old.text); END""",
)
_FULL_TEXT_POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX searched_words ON searched USING gin (text gin_trgm_ops)",
)


def upgrade() -> None:
    """Keep documents and reports, and make the other tables."""
    for table in ("engagement_parties", "engagements", "stale"):
        op.drop_table(table)
    op.add_column("documents", sa.Column("sketch", sa.LargeBinary))
    op.add_column("documents", sa.Column("decision", sa.Integer))
    op.create_index("ix_documents_reader_version", "documents", ["reader_version"])
    _renew_reports()
    _make_what_is_found()
    _make_names()
    _make_engagements()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for statement in _FULL_TEXT_SQLITE if is_sqlite else _FULL_TEXT_POSTGRESQL:
        op.execute(statement)


def _report() -> sa.Column[int]:
    return sa.Column("report", sa.Integer, sa.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False)


def _engagement(**options: Any) -> sa.Column[str]:
    key = sa.ForeignKey("engagements.id", ondelete="CASCADE")
    return sa.Column("engagement", sa.String(32), key, nullable=False, **options)


def _renew_reports() -> None:
    op.rename_table("reports", "old_reports")
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column(
            "document", sa.String(512), sa.ForeignKey("documents.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("event", sa.LargeBinary, nullable=False),
        sa.Column("content", sa.String(32), nullable=False, server_default="", index=True),
        sa.Column("component", sa.Integer, index=True),
        sa.UniqueConstraint("document", "ordinal", name="reports_by_document"),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO reports (document, ordinal, kind, stage, event) "
        "SELECT document, ordinal, kind, stage, event FROM old_reports ORDER BY document, ordinal"
    )
    op.drop_table("old_reports")


def _make_what_is_found() -> None:
    op.create_table(
        "sources",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("domain", sa.Text),
        sa.Column("country", sa.String(3)),
        sa.Column("lang", sa.String(16)),
        sa.Column("feed", sa.Text),
    )
    op.create_table(
        "report_keys",
        _report(),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("first_day", sa.String(10), nullable=False),
        sa.Column("last_day", sa.String(10), nullable=False),
        sa.Index("report_keys_by_key", "key", "first_day", "last_day", "report"),
        sa.Index("report_keys_by_report", "report"),
    )
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("value", sa.LargeBinary, nullable=False),
        sa.Column("withdraws", sa.Integer, sa.ForeignKey("decisions.id"), index=True),
        sqlite_autoincrement=True,
    )
    op.create_table("stale", sa.Column("component", sa.Integer, primary_key=True, autoincrement=False))


def _make_names() -> None:
    op.create_table(
        "names",
        sa.Column("id", sa.String(16), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("owner", sa.String(16), index=True),
        sa.Index("names_by_code", "code", "kind"),
    )
    op.create_table(
        "name_keys",
        sa.Column("name", sa.String(16), sa.ForeignKey("names.id", ondelete="CASCADE"), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Index("name_keys_by_key", "key", "name"),
    )
    for table in ("persons", "organisations"):
        op.create_table(
            table,
            sa.Column("id", sa.String(16), primary_key=True),
            sa.Column("code", sa.String(64), nullable=False, index=True),
            sa.Column("name", sa.Text, nullable=False),
        )
    op.create_table(
        "offices",
        sa.Column("person", sa.String(16), sa.ForeignKey("persons.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("office", sa.Text, primary_key=True),
        sa.Column("first_day", sa.String(10), nullable=False),
        sa.Column("last_day", sa.String(10), nullable=False),
        sa.Column("tellings", sa.Integer, nullable=False),
    )
    op.create_table("unresolved", sa.Column("code", sa.String(64), primary_key=True))
    op.create_table(
        "report_parties",
        _report(),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("code", sa.String(64)),
        sa.Column("is_body", sa.Boolean, nullable=False),
        sa.Column("role", sa.String(16)),
        sa.Column("person", sa.String(16), sa.ForeignKey("names.id"), index=True),
        sa.Column("organisation", sa.String(16), sa.ForeignKey("names.id"), index=True),
        sa.Column("office", sa.Text),
        sa.Column("holder", sa.Text),
        sa.UniqueConstraint("report", "place", name="report_parties_by_report"),
    )


def _make_engagements() -> None:
    op.create_table(
        "engagements",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("component", sa.Integer, nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("first_day", sa.String(10), nullable=False),
        sa.Column("last_day", sa.String(10), nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("witnesses", sa.Integer, nullable=False),
        sa.Column("conflicts", sa.Integer, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Index("engagements_by_date", "first_day", "last_day", "id"),
    )
    op.create_table(
        "engagement_reports",
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
        _engagement(),
        sa.Index("engagement_reports_by_engagement", "engagement"),
    )
    op.create_table(
        "engagement_keys",
        sa.Column("key", sa.String(80), primary_key=True),
        sa.Column("first_day", sa.String(10), primary_key=True),
        sa.Column("last_day", sa.String(10), primary_key=True),
        _engagement(primary_key=True),
        sa.Index("engagement_keys_by_engagement", "engagement"),
    )
    op.create_table(
        "links",
        sa.Column("one", sa.String(32), primary_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("other", sa.String(32), primary_key=True),
        sa.Column("decision", sa.Integer),
        sa.Index("links_by_other", "other"),
    )
    op.create_table(
        "searched",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column(
            "engagement", sa.String(32), sa.ForeignKey("engagements.id", ondelete="CASCADE"), unique=True
        ),
        sa.Column("document", sa.String(512), sa.ForeignKey("documents.id", ondelete="CASCADE"), unique=True),
        sa.Column("text", sa.Text, nullable=False),
    )
