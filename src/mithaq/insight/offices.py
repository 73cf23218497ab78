"""What an office, agency or person told in any language is in the tables: its id there, and its field of work.

The tables of all languages are asked, so that an office told in French can be shown in Arabic, and what it has to do with
security is known whatever the language of the text.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from mithaq.lexicon.tables import shipped_languages, shipped_rows
from mithaq.register.names import name_words


class Known(NamedTuple):
    """An entry that a form stands for: its id, whether the form is of many, and the country that it is bound to."""

    id: str
    is_plural: bool
    country: str


def find_office(text: str, country: str | None, lang: str) -> Known | None:
    """What an office is in the words of one language, as `interior-minister` for "وزير الداخلية"; None if unknown.

    Args:
        text: as a document tells it.
        country: of who holds it: an office bound to another country is not meant.
        lang: the language of the words.
    """
    return _choose(_forms(lang, "offices", ("office", "office.plural", "envoy", "rank")), text, country)


def known_office(text: str, country: str | None) -> str | None:
    """The id of an office told in whatever language; None if no table knows it."""
    found = (find_office(text, country, lang) for lang in shipped_languages())
    return next((known.id for known in found if known), None)


def find_agency(text: str, country: str | None, lang: str) -> Known | None:
    """What an agency is in the words of one language: `BEL/VSSE`, or a general one as `police`; None if unknown."""
    return _choose(_forms(lang, "agencies", ("agency", "agency.generic")), text, country)


def find_official(name: str) -> str | None:
    """The id of an official by any form of the name in any language; None if unknown."""
    key = name_words(name)
    for lang in shipped_languages():
        found = _forms(lang, "officials", ("official",)).get(key)
        if found:
            return found[0].id
    return None


@cache
def cells_of(table: str, column: str) -> dict[str, str]:
    """A column of a table of the gazetteer, by id."""
    header, *rows = shipped_rows(f"gazetteer/{table}.tsv")
    place = header.index(column)
    return {cells[0]: cells[place] for cells in rows}


def forms_of(lang: str, table: str) -> list[tuple[str, str, str]]:
    """Form, id and note of each row of a table of names in a language."""
    return [(cells[0], cells[2], cells[4]) for cells in shipped_rows(f"languages/{lang}/{table}.tsv")[1:]]


def _choose(forms: dict[tuple[str, ...], list[Known]], text: str, country: str | None) -> Known | None:
    found = forms.get(name_words(text), [])
    fitting = [known for known in found if not known.country or known.country == country]
    return max(fitting, key=lambda known: (bool(known.country), not known.is_plural), default=None)


@cache
def _forms(lang: str, table: str, classes: tuple[str, ...]) -> dict[tuple[str, ...], list[Known]]:
    found: dict[tuple[str, ...], list[Known]] = {}
    for form, cls, value, _, note in shipped_rows(f"languages/{lang}/{table}.tsv")[1:]:
        if cls in classes and value != "-":
            bound = next((part[8:] for part in note.split() if part.startswith("country=")), "")
            if "/" in value:
                bound = value.partition("/")[0]
            known = Known(value, cls.endswith(".plural"), bound)
            found.setdefault(name_words(form), []).append(known)
    return found
