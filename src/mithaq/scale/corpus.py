"""Texts for measures, put together from the examples by a fixed draw: the same on every machine."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import msgspec

from mithaq.errors import InputError
from mithaq.records import Document
from mithaq.sources import Reject, documents

ORDINARY_TO_DIPLOMATIC = 6
PARAGRAPHS = (3, 6)
_SLOT = re.compile(r"\{(\w+)\}")


class Corpus:
    """Diplomatic and ordinary news made from a folder of examples.

    Args:
        folder: holds `ar.jsonl`, `ar.gold.jsonl`, the same of other languages, `ordinary.ar.toml` and `tellings/`.
        lang: the language of the news, `ar`, `en`, `fr` or `es`; there is ordinary news in Arabic alone.
        seed: of the draw.

    Raises:
        InputError: a file is missing or not what it must be.
    """

    def __init__(self, folder: Path, lang: str = "ar", *, seed: int = 2024) -> None:
        self._draw = random.Random(seed)
        self._folder = folder
        self._lang = lang
        examples = _examples(folder / f"{lang}.jsonl")
        without = _without_events(folder / f"{lang}.gold.jsonl")
        self._quiet = [document for document in examples if document.id in without]
        tellings = [one for one in _examples(folder / "tellings" / "tellings.jsonl") if one.lang == lang]
        self._diplomatic = [document for document in examples if document.id not in without] + tellings
        self._paragraphs = [
            line for document in self._diplomatic for line in document.text.split("\n") if line.strip()
        ]
        self._count = 0

    def diplomatic(self, size: int) -> Iterator[Document]:
        """Diplomatic news of at least `size` bytes of UTF-8: the paragraphs of the examples, recombined."""
        while size > 0:
            document = self._diplomatic_one()
            size -= _bytes(document)
            yield document

    def mixed(self, size: int) -> Iterator[Document]:
        """One diplomatic document to six of sport, economy, town and school, of at least `size` bytes."""
        while size > 0:
            at = self._count % (ORDINARY_TO_DIPLOMATIC + 1)
            document = self._ordinary_one() if at else self._diplomatic_one()
            size -= _bytes(document)
            yield document

    def short(self, count: int) -> Iterator[Document]:
        """Documents of one sentence, one in seven of them diplomatic."""
        for place in range(count):
            if place % (ORDINARY_TO_DIPLOMATIC + 1):
                yield self._finish(self._quiet[place % len(self._quiet)], None, self._sentence())
            else:
                like = self._diplomatic[place % len(self._diplomatic)]
                yield self._finish(like, None, self._draw.choice(self._paragraphs))

    def _diplomatic_one(self) -> Document:
        like = self._draw.choice(self._diplomatic)
        paragraphs = self._draw.sample(self._paragraphs, self._draw.randint(*PARAGRAPHS))
        return self._finish(like, like.title, "\n".join(paragraphs))

    def _ordinary_one(self) -> Document:
        like = self._draw.choice(self._quiet)
        if self._draw.random() < 1 / 12:
            return self._finish(like, like.title, like.text)
        sentences = [self._sentence() for _ in range(self._draw.randint(8, 16))]
        breaks = [" " if place % 3 else "\n" for place in range(1, len(sentences))]
        text = "".join(part for pair in zip(sentences, [*breaks, ""], strict=True) for part in pair)
        return self._finish(like, None, text)

    def _sentence(self) -> str:
        topics, lists = self._ordinary
        sentence = self._draw.choice(self._draw.choice(topics))
        return _SLOT.sub(lambda slot: self._draw.choice(lists[slot[1]]), sentence)

    @cached_property
    def _ordinary(self) -> tuple[list[list[str]], dict[str, list[str]]]:
        return _ordinary(self._folder / f"ordinary.{self._lang}.toml")

    def _finish(self, like: Document, title: str | None, text: str) -> Document:
        self._count += 1
        return Document(
            id=f"bench-{self._count}",
            text=text,
            title=title,
            lang=self._lang,
            published=like.published,
            home=like.home,
        )


def _examples(path: Path) -> list[Document]:
    found = list(documents([path], lines=True))
    for item in found:
        if isinstance(item, Reject):
            raise InputError(str(item))
    return [item for item in found if isinstance(item, Document)]


def _without_events(path: Path) -> set[str]:
    try:
        lines = [msgspec.json.decode(line) for line in path.read_bytes().splitlines() if line.strip()]
        return {line["id"] for line in lines if not line["events"]}
    except (OSError, msgspec.MsgspecError, LookupError, TypeError) as wrong:
        raise InputError(
            f"{path}: expected the events of the examples, found: {wrong}; restore the file"
        ) from None


def _ordinary(path: Path) -> tuple[list[list[str]], dict[str, list[str]]]:
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        topics = [topic["sentences"] for topic in data["topic"]]
        slots = {slot for sentences in topics for sentence in sentences for slot in _SLOT.findall(sentence)}
        if missing := slots - set(data["lists"]):
            raise KeyError(", ".join(sorted(missing)))
        return topics, data["lists"]
    except (OSError, ValueError, LookupError) as wrong:
        raise InputError(
            f"{path}: expected sentences and lists for them, found: {wrong}; restore the file"
        ) from None


def _bytes(document: Document) -> int:
    return len(document.full_text.encode("utf-8"))
