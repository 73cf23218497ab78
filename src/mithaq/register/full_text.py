"""What finds words in folded texts: in SQLite a table of trigrams, in PostgreSQL an index of them.

Trigrams find a word wherever it begins, so that Arabic is found behind its prefixes.
"""

from __future__ import annotations

from sqlalchemy import Connection

_SQLITE = (
    """CREATE VIRTUAL TABLE searched_words
       USING fts5(text, content='searched', content_rowid='id', tokenize='trigram', detail='none')""",
    """CREATE TRIGGER searched_added AFTER INSERT ON searched BEGIN
       INSERT INTO searched_words(rowid, text) VALUES (new.id, new.text); END""",
    """CREATE TRIGGER searched_removed AFTER DELETE ON searched BEGIN
       INSERT INTO searched_words(searched_words, rowid, text) VALUES ('delete', old.id, old.text); END""",
)
_POSTGRESQL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX searched_words ON searched USING gin (text gin_trgm_ops)",
)


def make_full_text(connection: Connection) -> None:
    """Make what finds words in the texts of `searched`, where that table is just made."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)
