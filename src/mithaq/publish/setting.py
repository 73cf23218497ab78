"""What a page needs before it is laid out: the words of its language, names in it, sentences on its engagements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from mithaq.errors import UsageError
from mithaq.gazetteer import Aliases
from mithaq.insight import full_names
from mithaq.publish.names import Names
from mithaq.publish.persons import Persons
from mithaq.publish.sentences import Sentences
from mithaq.publish.sides import Langs
from mithaq.publish.words import Words, languages
from mithaq.records import Document
from mithaq.register import Engagement, Register

DEFAULT_LANG = "en"
"""The language of a page where the documents are in none that pages can be written in."""


class Setting(NamedTuple):
    """The words of a page, names and sentences in them, and the documents by id; `langs` gives those of an engagement."""

    documents: dict[str, Document]
    words: Words
    names: Names
    persons: Persons
    sentences: Sentences
    langs: Langs


def require_lang(lang: str | None) -> None:
    """Refuse a language that pages cannot be written in.

    Raises:
        UsageError: it is one.
    """
    if lang is not None and lang not in languages():
        raise UsageError(f"--lang: expected one of {', '.join(languages())}, found {lang!r}")


def told_by(register: Register, engagements: Iterable[Engagement]) -> dict[str, Document]:
    """The documents that tell some engagements, by id."""
    ids = dict.fromkeys(name for engagement in engagements for name in engagement.documents)
    return {document.id: document for document in register.documents(list(ids))}


def set_page(
    documents: dict[str, Document],
    *,
    lang: str | None,
    home: str,
    year: int | None,
    told: list[Engagement],
    known: Iterable[Engagement],
    aliases: Aliases | None,
) -> Setting:
    """What a page needs.

    Args:
        documents: by id: those that tell the engagements.
        lang: of the page; None takes that of most documents.
        home: alpha-3 code or acronym of the home party.
        year: the year that a reader has in mind; None if there is none.
        told: the engagements that the page tells.
        known: all of the register, for the forms of names.
        aliases: what else persons are called; None takes what this package knows.
    """
    langs = _Languages(documents)
    told_in = (name for engagement in told for name in engagement.documents)
    words = Words(lang or langs.most(dict.fromkeys(told_in)), home)
    names = Names(words)
    persons = Persons(words, full_names(told), known, aliases)
    sentences = Sentences(words, names, home, year, persons, documents, told, langs.of)
    return Setting(documents, words, names, persons, sentences, langs.of)


class _Languages:
    """In which languages documents are."""

    def __init__(self, documents: dict[str, Document]) -> None:
        self._documents = documents
        self.document: Callable[[str], str | None] = lru_cache(maxsize=None)(self._document)

    def of(self, engagement: Engagement) -> frozenset[str | None]:
        """The languages of the documents that tell an engagement."""
        return frozenset(map(self.document, engagement.documents))

    def most(self, documents: Iterable[str]) -> str:
        """The language of most of some documents, of those that pages can be written in."""
        counts = Counter(lang for lang in map(self.document, documents) if lang in languages())
        return min(counts, key=lambda lang: (-counts[lang], lang)) if counts else DEFAULT_LANG

    def _document(self, name: str) -> str | None:
        from mithaq.reading.language import detect  # its detector is of use only here

        document = self._documents.get(name)
        return (document.lang or detect(document.full_text)) if document else None
