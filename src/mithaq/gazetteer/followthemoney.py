"""Occupancies from a FollowTheMoney file: Person, Position and Occupancy entities, one JSON object a line.

The entities are those that OpenSanctions publishes. A position becomes an office and an organisation of the gazetteer
where its name tells one; what cannot be placed is rejected with its reason, never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import msgspec

from mithaq.gazetteer.occupancies import Occupancy
from mithaq.lexicon.occupancies import is_date
from mithaq.lexicon.tables import shipped_rows

_SKIPPED = re.compile(r"\b(?:of|the|for|and|national)\b")
_SAME = (
    ("internal affairs", "interior"),
    ("home affairs", "interior"),
    ("home secretary", "minister interior"),
)
_MINISTER = ("minister", "deputy-minister")
_HEADS = (
    ("director general", "director-general"),
    ("executive director", "executive-director"),
    ("secretary general", "secretary-general"),
    ("president", "director"),
    ("director", "director"),
    ("commissioner", "police-commissioner"),
    ("head", "head-of-agency"),
    ("chief", "head-of-agency"),
)
_HEADS_OF_BODIES = (*_HEADS[:3], ("president", "body-president"))
_LESSER = re.compile(r"\b(?:deputy|vice|assistant|former|acting|shadow|adviser|secretary to)\b")


class Rejected(NamedTuple):
    """An entity that became no occupancy: its line, counted from 1, its id and why."""

    line: int
    entity: str
    reason: str


class Entity(msgspec.Struct, kw_only=True):
    """A FollowTheMoney entity: every property has a list of values."""

    id: str
    schema: str
    properties: dict[str, list[Any]] = {}

    def first(self, name: str) -> str:
        """A property's first value as text, or the empty string."""
        value = next(iter(self.properties.get(name, [])), "")
        return str(value.get("id", "") if isinstance(value, dict) else value).strip()


def import_entities(lines: Iterable[bytes], *, source: str) -> tuple[list[Occupancy], list[Rejected]]:
    """The occupancies that a file tells, sorted, and what was rejected.

    Args:
        lines: JSON Lines, in any order of entities.
        source: what the table says of where its rows come from.
    """
    people: dict[str, Entity] = {}
    positions: dict[str, Entity] = {}
    held: list[tuple[int, Entity]] = []
    rejected: list[Rejected] = []
    decode = msgspec.json.Decoder(Entity).decode
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entity = decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as wrong:
            rejected.append(Rejected(number, "", f"expected a FollowTheMoney entity, found {wrong}"))
            continue
        if entity.schema == "Person":
            people[entity.id] = entity
        elif entity.schema == "Position":
            positions[entity.id] = entity
        elif entity.schema == "Occupancy":
            held.append((number, entity))
    rows = set()
    for number, entity in held:
        row = _occupancy(entity, people, positions, source)
        if isinstance(row, Occupancy):
            rows.add(row)
        else:
            rejected.append(Rejected(number, entity.id, row))
    return sorted(rows), sorted(rejected)


def _occupancy(
    entity: Entity, people: dict[str, Entity], positions: dict[str, Entity], source: str
) -> Occupancy | str:
    """The row of an occupancy, or why there is none."""
    person, position = people.get(entity.first("holder")), positions.get(entity.first("post"))
    if person is None:
        return f"its holder {entity.first('holder')!r} is no Person of the file"
    if position is None:
        return f"its post {entity.first('post')!r} is no Position of the file"
    name = " ".join(unicodedata.normalize("NFC", person.first("name")).split())
    if not name:
        return f"its holder {person.id!r} has no name"
    since, until = entity.first("startDate")[:10], entity.first("endDate")[:10]
    for date in filter(None, (since, until)):
        if not is_date(date):
            return f"expected a year, month or day, found {date!r}"
    if since and until and since[: len(until)] > until[: len(since)]:
        return f"it starts on {since}, after its end on {until}"
    if not until and entity.first("status") == "ended":
        return "it has ended, on a day that is not told"
    code = position.first("country").upper()
    country = _countries().get(code, "")
    if code and not country:
        return f"its country {code!r} is none that the gazetteer knows"
    post = place(position.first("name"), country)
    if post is None:
        return f"its post {position.first('name')!r} is no office of a table"
    return Occupancy(
        name, post[0], post[1], "" if post[1] and "/" not in post[1] else country, since, until, source
    )


def place(name: str, country: str) -> tuple[str, str] | None:
    """The office and the organisation that a position's English name tells, or None.

    Args:
        name: "Director of the Federal Criminal Police Office".
        country: alpha-3; empty for a position in an international body.
    """
    plain = _plain(name)
    offices = _offices()
    for office, told in offices:
        if country and re.match(rf"(?:federal )?{re.escape(told)}\b", plain) and _ends(plain, told, country):
            return office, ""
    if _LESSER.search(plain):
        return None
    for told, organisation in _organisations(country):
        if re.search(rf"\b{re.escape(told)}\b", plain):
            heads = _HEADS if country else _HEADS_OF_BODIES
            rest = re.sub(rf"\b{re.escape(told)}\b", " ", plain)
            return next(
                ((office, organisation) for word, office in heads if re.search(rf"\b{word}\b", rest)), None
            )
    return None


def _ends(plain: str, told: str, country: str) -> bool:
    """Whether nothing but the country follows an office: "minister interior" is not "minister interior security"."""
    rest = plain.removeprefix("federal ")[len(told) :].strip()
    return not rest or rest == _plain(_country_names().get(country, ""))


def _plain(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    for one, other in _SAME:
        bare = bare.replace(one, other)
    return " ".join(re.findall(r"\w+", _SKIPPED.sub(" ", bare)))


@cache
def _offices() -> list[tuple[str, str]]:
    found = [
        (row[0], _plain(row[-1]))
        for row in _rows("offices")
        if row[0].split(".")[0] in _MINISTER and "." in row[0]
    ]
    return sorted(found, key=lambda entry: (-len(entry[1]), entry))


@cache
def _organisations(country: str) -> list[tuple[str, str]]:
    """What the organisations of a country, or the international bodies, are called, the longest name first."""
    if country:
        named = [(row[0], (row[2], row[3], row[5])) for row in _rows("agencies") if row[1] == country]
    else:
        named = [(row[0], (row[0], row[1], row[2])) for row in _rows("bodies")]
    found = {(_plain(name), one) for one, names in named for name in names if len(_plain(name)) > 1}
    return sorted(found, key=lambda entry: (-len(entry[0]), entry))


@cache
def _country_names() -> dict[str, str]:
    return {row[0]: row[2] for row in _rows("countries")}


@cache
def _countries() -> dict[str, str]:
    """Alpha-3 codes by alpha-2 and alpha-3."""
    return {code: row[0] for row in _rows("countries") for code in row[:2] if code}


@cache
def _rows(name: str) -> list[list[str]]:
    return shipped_rows(f"gazetteer/{name}.tsv")[1:]
