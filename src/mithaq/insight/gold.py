"""Gold files: events labelled by hand, one document a line, and the documents they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from mithaq.errors import InputError
from mithaq.insight.evaluation import Errors, Figures, Told, evaluate, from_event, from_record
from mithaq.reading import Reader
from mithaq.records import Document
from mithaq.sources import Reject, documents


def load_gold(path: Path) -> dict[str, list[Told]]:
    """The labelled events of a gold file by document id.

    Args:
        path: JSON Lines of `{"id": ..., "events": [...]}`, events in the annotators' form or the product's.

    Raises:
        InputError: the file cannot be read, or a line is not of that form.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as wrong:
        raise InputError(f"{path}: expected a gold file, found: {wrong.strerror}; check its name") from None
    gold: dict[str, list[Told]] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = msgspec.json.decode(line, type=_Line)
            gold[record.id] = [from_record(event) for event in record.events]
        except (msgspec.MsgspecError, ValueError, TypeError, KeyError, AttributeError) as wrong:
            raise InputError(
                f'{path}:{number}: expected {{"id": ..., "events": [...]}}, found: {wrong}; mend the line'
            ) from None
    if not gold:
        raise InputError(f"{path}: expected labelled documents, found none; name the file of the gold events")
    return gold


class _Line(msgspec.Struct):
    id: str
    events: list[dict[str, object]]


def evaluate_files(
    gold_path: Path, docs_path: Path, *, lang: str | None = None, refuse: Callable[[Reject], None]
) -> tuple[Figures, list[Errors], Mapping[str, Document]]:
    """Read the documents of a gold file and compare.

    Args:
        gold_path: the labelled events.
        docs_path: the documents, JSON Lines.
        lang: score only the documents of this language.
        refuse: called with each document that cannot be read; it counts as one without events.

    Returns:
        The figures, the errors by document, and the documents by id.

    Raises:
        InputError: a file cannot be read, or no document of the gold is among the documents.
    """
    gold = load_gold(gold_path)
    reader = Reader()
    found: dict[str, list[Told]] = {}
    kept: dict[str, Document] = {}
    for item in documents([docs_path], lines=True):
        if isinstance(item, Reject):
            refuse(item)
        elif item.id in gold and lang in (None, reader.language(item)):
            kept[item.id] = item
            found[item.id] = [from_event(event) for event in reader.read(item)]
    if lang:
        gold = {name: events for name, events in gold.items() if name in kept}
    if not kept:
        raise InputError(
            f"{docs_path}: expected documents of {gold_path}, found none of their ids; name their file"
        )
    return *evaluate(gold, found), kept
