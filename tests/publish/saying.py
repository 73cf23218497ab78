"""Sentences of a language, for tests that tell what they expect."""

from __future__ import annotations

from mithaq.publish.names import Names
from mithaq.publish.persons import Persons
from mithaq.publish.sentences import Sentences
from mithaq.publish.words import Words
from mithaq.register import Engagement


def make_sentences(
    lang: str, engagements: list[Engagement] | None = None, *, home: str = "MAR", told_in: str | None = None
) -> Sentences:
    """Sentences of a language on engagements whose documents are in `told_in`, or else in that language."""
    words = Words(lang, home)
    told = engagements or []
    langs = frozenset({told_in or lang})
    persons = Persons(words, {}, told)
    return Sentences(words, Names(words), home, 2024, persons, {}, told, lambda _: langs)
