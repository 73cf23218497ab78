"""The first tables: documents, their reports, and engagements by block."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "mithaq",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("value", sa.String(64), nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.String(512), primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("lang", sa.String(16)),
        sa.Column("published", sa.String(32), index=True),
        sa.Column("home", sa.String(3)),
        sa.Column("url", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("witness", sa.String(32), nullable=False, index=True),
        sa.Column("fingerprint", sa.String(32), nullable=False),
        sa.Column("reader_version", sa.String(64), nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("document", sa.String(512), sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("ordinal", sa.Integer, primary_key=True),
        sa.Column("block", sa.Text, nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("event", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "engagements",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("block", sa.Text, nullable=False, index=True),
        sa.Column("kind", sa.String(16), nullable=False, index=True),
        sa.Column("stage", sa.String(16), nullable=False),
        sa.Column("first_day", sa.String(10), nullable=False),
        sa.Column("last_day", sa.String(10), nullable=False),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("witnesses", sa.Integer, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Index("engagements_by_date", "first_day", "last_day", "id"),
    )
    op.create_table(
        "engagement_parties",
        sa.Column("engagement", sa.String(32), sa.ForeignKey("engagements.id"), primary_key=True),
        sa.Column("code", sa.String(64), primary_key=True),
        sa.Index("engagement_parties_by_code", "code", "engagement"),
    )
    op.create_table("stale", sa.Column("block", sa.Text, primary_key=True))
