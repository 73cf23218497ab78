"""Who held which office when: one person, or None where the table does not tell exactly one.

The reader completes "the director of the BKA" from it, in a field of its own; what a text tells is never overruled.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from mithaq import edtf
from mithaq.errors import LexiconError
from mithaq.lexicon.tables import Fault, read_cells, shipped_rows

COLUMNS = ("person", "office", "organisation", "country", "since", "until", "source")
CHECKED = "2025-06-30"
"""The day up to which the shipped table was filled: who is in office after it, it does not know."""

_HEADS = ("police-chief", "intelligence-chief", "head-of-agency", "security-chief", "state-security-chief")
_HEAD_POSTS = (*_HEADS, "director", "director-general", "executive-director", "police-commissioner")
_DIRECTORS = ("director", "executive-director", "fbi-director", "director.bcij")
_DIRECTOR_GENERAL = "director-general"
_MINISTER = "minister"


class Occupancy(NamedTuple):
    """One person in one office: `since` and `until` are EDTF, empty where unknown; `country` is empty for a body's."""

    person: str
    office: str
    organisation: str
    country: str
    since: str
    until: str
    source: str


class Offices:
    """Holders of offices over time.

    Args:
        rows: the occupancies.
        checked: the last day for which an empty `until` says "in office"; None sets no such day.
    """

    def __init__(
        self,
        rows: Iterable[Occupancy],
        *,
        checked: str | None = None,
    ) -> None:
        self.checked = edtf.last_day(checked) if checked else dt.date.max
        self.rows: dict[str, list[Occupancy]] = {}
        for row in rows:
            for key in {row.organisation, row.country} - {""}:
                self.rows.setdefault(key, []).append(row)

    def holder(self, office: str, of: str, day: str) -> str | None:
        """The one person known to have held an office on a day.

        Args:
            office: an id of `offices.tsv`: `minister.interior`, `director`.
            of: an id of `agencies.tsv` or `bodies.tsv` (`DEU/BKA`, `INTERPOL`) or an alpha-3 code (`ESP`).
            day: EDTF, as exact as is known; the person held the office on all of its days.

        Returns:
            The person, or None where nobody, or more than one, may have held it on that day.
        """
        asked = edtf.bounds(day)
        found = [row for row in self.rows.get(of, ()) if self._is_meant(row, office, row.organisation == of)]
        possible = [row for row in found if _may_hold(row, asked)]
        if len({row.person for row in possible}) != 1:
            return None
        return possible[0].person if any(self._holds(row, asked) for row in possible) else None

    def _is_meant(self, row: Occupancy, office: str, names_it: bool) -> bool:
        """Whether an office is that of a row; a head is one of several of the country, unless the text names the agency."""
        if row.office == office:
            return names_it or row.office not in _HEAD_POSTS
        if not names_it or not row.country or row.office.startswith(_MINISTER):
            return False
        if office in (*_HEADS, _DIRECTOR_GENERAL):
            is_head = row.office in _HEAD_POSTS or row.office in _DIRECTORS
            return is_head or row.office.startswith(_DIRECTOR_GENERAL)
        return office in _DIRECTORS and row.office in _DIRECTORS

    def _holds(self, row: Occupancy, asked: edtf.Bounds) -> bool:
        """Whether a person surely held the office on all of the days: a year of taking office leaves its months open."""
        if not row.since or edtf.last_day(row.since) > asked.first:
            return False
        return asked.last <= (edtf.first_day(row.until) if row.until else self.checked)


def _may_hold(row: Occupancy, asked: edtf.Bounds) -> bool:
    first = edtf.first_day(row.since) if row.since else dt.date.min
    last = edtf.last_day(row.until) if row.until else dt.date.max
    return first <= asked.last and asked.first <= last


def read_occupancies(path: Path) -> tuple[list[Occupancy], list[Fault]]:
    """The rows of a table of occupancies, and the faults of its form; a faulty row is left out."""
    cells, faults = read_cells(path, COLUMNS)
    bad = {fault.line for fault in faults}
    return [Occupancy(*row) for line, row in enumerate(cells[1:], 2) if line not in bad], faults


def holder(office: str, of: str, day: str) -> str | None:
    """The id in `officials.tsv` of the one person known to have held an office; see `Offices.holder`."""
    return shipped().holder(office, of, day)


@cache
def shipped() -> Offices:
    """The offices that this package knows of.

    Raises:
        LexiconError: the table is not of its form.
    """
    rows, faults = read_occupancies(_folder() / "occupancies.tsv")
    if faults:
        raise LexiconError("\n".join(map(str, faults)))
    return Offices(rows, checked=CHECKED)


@cache
def agency_ids() -> frozenset[str]:
    """The ids of `agencies.tsv`."""
    return frozenset(_table("agencies"))


@cache
def official_names() -> dict[str, str]:
    """The names of officials in Latin script, by their ids."""
    return {one: row[-1] for one, row in _table("officials").items()}


def _table(name: str) -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1:]) for row in shipped_rows(f"gazetteer/{name}.tsv")[1:]}


def _folder() -> Path:
    return Path(str(files("mithaq"))) / "gazetteer"
