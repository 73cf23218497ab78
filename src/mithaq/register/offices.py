"""What an office, agency or person told in any language is in the tables: its id there, and its field of work.

The tables of all languages are asked, so that an office told in French can be shown in Arabic, and what it has to do with
security is known whatever the language of the text.
"""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from mithaq.lexicon.tables import shipped_languages, shipped_rows
from mithaq.register.names import name_words

_ROOT = Path(str(files("mithaq")))

_KIN = {"intelligence": "police", "military": "defence"}
"""Fields of which one person may hold offices: they count as one."""

_WIDE_FIELDS = ("other", "private", None)
"""Fields that tell one holder from another by nothing."""


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
    return _choose(
        _forms(lang, "offices", ("office", "office.plural", "envoy", "rank")), _key(text, lang), country
    )


def known_office(text: str, country: str | None) -> str | None:
    """The id of an office told in whatever language; None if no table knows it."""
    found = (find_office(text, country, lang) for lang in shipped_languages())
    return next((known.id for known in found if known), None)


@lru_cache(maxsize=65536)
def are_two_offices(one: str, other: str, country: str | None) -> bool:
    """Whether two offices of a country, told in whatever languages, are surely not of one holder.

    True for "وزير الداخلية" and "defence minister", False for "minister" and "interior minister", for an office that no
    table knows, and for two that one person often holds, as the chief of police and of intelligence.
    """
    fields = [_field(known_office(text, country)) for text in (one, other)]
    return None not in fields and fields[0] != fields[1]


def instrument_family(text: str, lang: str) -> str | None:
    """What family an instrument is of by its name in one language: `treaty`, `memorandum`, `protocol`, `declaration`,
    `plan`, or `agreement`, which may be any of them; None if unknown.

    Args:
        text: as a document tells it, as "mémorandum d'entente".
        lang: the language of the words.
    """
    found = _choose(_forms(lang, "triggers", ("instrument.noun",)), _key(text, lang), None)
    return found.id if found else None


def _field(office: str | None) -> str | None:
    """The field of work of an office by which its holder is told from others; None where it tells nothing."""
    if office is None:
        return None
    field, rank = cells_of("offices", "field").get(office), cells_of("offices", "rank").get(office)
    if field == "head":
        return field if rank == "1" else None
    return _KIN.get(field or "", field) if field not in _WIDE_FIELDS else None


def find_agency(text: str, country: str | None, lang: str) -> Known | None:
    """What an agency is in the words of one language: `BEL/VSSE`, or a general one as `police`; None if unknown."""
    return _choose(_forms(lang, "agencies", ("agency", "agency.generic")), _key(text, lang), country)


def find_official(name: str) -> str | None:
    """The id of an official by any form of the name in any language; None if unknown."""
    for lang in shipped_languages():
        found = _forms(lang, "officials", ("official",)).get(_key(name, lang))
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


def _choose(
    forms: dict[tuple[str, ...], list[Known]], key: tuple[str, ...], country: str | None
) -> Known | None:
    found = forms.get(key, [])
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
            found.setdefault(_key(form, lang), []).append(known)
    return found


@lru_cache(maxsize=65536)
def _key(text: str, lang: str) -> tuple[str, ...]:
    """The words of a form as they are compared, without what stands for no word in the language: "de l'Intérieur"."""
    contracted = _contractions(lang)
    return tuple(kept for word in name_words(text) if (kept := contracted.get(word, word)))


@cache
def _contractions(lang: str) -> dict[str, str]:
    """What a folded word stands for in a language, such as "de" for "du"; empty where it stands for none."""
    path = _ROOT / "languages" / lang / "pack.toml"
    script = tomllib.loads(path.read_text(encoding="utf-8")).get("script", {}) if path.is_file() else {}
    found = {}
    for form, meant in script.get("contractions", {}).items():
        folded = name_words(form)
        if len(folded) == 1 and form[0].islower():
            found[folded[0]] = "".join(name_words(meant))
    return found
