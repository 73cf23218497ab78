"""Short documents for measures of a register, each on acts of its own parties and day: the same on every machine."""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mithaq.errors import InputError
from mithaq.records import Document

LANGS = ("ar", "en", "fr", "es")
_SIZE = 900
"""Bytes from which a document is long enough; with its last sentence it has about a thousand."""
_FIRST_DAY, _DAYS = dt.date(2014, 1, 1), 4000
_ACTS = 2
_HOMES = ("MAR", "ESP", "EGY", "QAT", "FRA")
_OUTLETS = 7


def dispatches(path: Path, count: int, *, seed: int = 2024) -> Iterator[Document]:
    """Documents of about a thousand bytes in four languages, each with two acts and what is none.

    Args:
        path: sentences and what fills them, such as `examples/dispatches.toml`.
        count: of documents.
        seed: of the draw.

    Raises:
        InputError: the file is missing or not what it must be.
    """
    draw = random.Random(seed)
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        for place in range(count):
            yield _document(draw, data, place)
    except (OSError, ValueError, LookupError, TypeError) as wrong:
        raise InputError(
            f"{path}: expected sentences and what fills them, found: {wrong}; restore the file"
        ) from None


def _document(draw: random.Random, data: dict[str, Any], place: int) -> Document:
    lang = draw.choice(LANGS)
    told = data[lang]
    published = _FIRST_DAY + dt.timedelta(draw.randrange(_DAYS))
    sentences = [_act(draw, data["persons"], told, published) for _ in range(_ACTS)]
    size = sum(len(sentence.encode()) for sentence in sentences)
    while size < _SIZE:
        sentence = draw.choice(told["quiet"])
        sentences.insert(draw.randint(0, len(sentences)), sentence)
        size += len(sentence.encode()) + 1
    text = "".join(sentence + draw.choice("   \n") for sentence in sentences)
    return Document(
        id=f"dispatch-{place}",
        text=text.strip(),
        lang=lang,
        published=published.isoformat(),
        home=draw.choice(_HOMES),
        source=f"outlet {place % _OUTLETS}",
    )


def _act(draw: random.Random, persons: dict[str, list[str]], told: dict[str, Any], published: dt.date) -> str:
    one, other = draw.sample(told["countries"], 2)
    day = published - dt.timedelta(draw.randrange(4))
    names = [f"{draw.choice(persons['first'])} {draw.choice(persons['last'])}" for _ in range(2)]
    when = told["day"].format(d=day.day, month=told["months"][day.month - 1], year=day.year)
    sentence = draw.choice(told["acts"]).format(a=one, b=other, p=names[0], q=names[1], day=when)
    return f"{sentence[0].upper()}{sentence[1:]}"
