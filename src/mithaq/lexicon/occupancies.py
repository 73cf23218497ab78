"""Check the table of who held which office when: known ids, dates that exist, in order."""

from __future__ import annotations

from pathlib import Path

from mithaq import edtf
from mithaq.lexicon.tables import Fault

COLUMNS = ["person", "office", "organisation", "country", "since", "until", "source"]


def check_occupancies(path: Path, cells: list[list[str]], tables: dict[str, set[str]]) -> list[Fault]:
    """The faults of `occupancies.tsv`.

    Args:
        path: where it lies.
        cells: its cells, header first.
        tables: the ids of each table of the gazetteer.
    """
    name = str(path)
    if cells and cells[0] != COLUMNS:
        return [Fault(name, 1, "the header " + " ".join(COLUMNS), " ".join(cells[0]))]
    faults: list[Fault] = []
    seen: set[tuple[str, ...]] = set()
    for line, row in enumerate(cells[1:], start=2):
        person, office, organisation, country, since, until, source = row

        def fault(expected: str, found: str, line: int = line) -> None:
            faults.append(Fault(name, line, expected, repr(found)))

        for table, value in (("officials", person), ("offices", office)):
            if value not in tables.get(table, ()):
                fault(f"an id of gazetteer/{table}.tsv", value)
        if organisation and organisation not in tables.get("agencies", set()) | tables.get("bodies", set()):
            fault("an id of gazetteer/agencies.tsv or bodies.tsv", organisation)
        if country and country not in tables.get("countries", ()):
            fault("an id of gazetteer/countries.tsv", country)
        if not country and organisation not in tables.get("bodies", ()):
            fault("a country, or an id of gazetteer/bodies.tsv as organisation", organisation)
        if country and "/" in organisation and organisation.split("/")[0] != country:
            fault(f"an organisation of {country}", organisation)
        dates = [date for date in (since, until) if date]
        wrong = [date for date in dates if not is_date(date)]
        for date in wrong:
            fault("a year, month or day, such as 2019-05", date)
        if len(dates) == 2 and not wrong and edtf.first_day(since) > edtf.last_day(until):
            fault("a start no later than the end", f"{since} {until}")
        if not source:
            fault("a source", source)
        if tuple(row[:5]) in seen:
            fault("each person, office and start once", " ".join(row[:5]))
        seen.add(tuple(row[:5]))
    return faults


def is_date(date: str) -> bool:
    """True if it is a plain year, month or day."""
    return edtf.is_edtf(date) and edtf.precision(date) in ("year", "month", "day") and date[-1].isdigit()
