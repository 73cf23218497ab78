"""Gold files: events labelled by hand, one document a line, and the documents they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from mithaq import edtf
from mithaq.errors import InputError
from mithaq.insight.evaluation import Errors, Figures, Told, evaluate, from_event, from_record
from mithaq.reading import Reader
from mithaq.records import Document
from mithaq.sources import Reject, documents
from mithaq.sources.lines import read_lines


def load_gold(path: Path) -> dict[str, list[Told]]:
    """The labelled events of a gold file by document id.

    Args:
        path: JSON Lines of `{"id": ..., "events": [...]}`, events in the annotators' form or the product's.

    Raises:
        InputError: the file cannot be read, or a line is not of that form.
    """
    gold: dict[str, list[Told]] = {}
    try:
        with path.open("rb") as stream:
            for number, line in read_lines(stream, codec=None):
                if isinstance(line, InputError):
                    raise InputError(f"{path}:{number}: {line}")
                name, events = _labels(f"{path}:{number}", line)
                if name in gold:
                    raise InputError(
                        f"{path}:{number}: expected an id of its own, found {name!r} again; write its events in one line"
                    )
                gold[name] = events
    except OSError as wrong:
        raise InputError(f"{path}: expected a gold file, found: {wrong.strerror}; check its name") from None
    if not gold:
        raise InputError(f"{path}: expected labelled documents, found none; name the file of the gold events")
    return gold


def _labels(where: str, line: bytes) -> tuple[str, list[Told]]:
    """The id and the events of one line of a gold file; `where` it stands is told of what is wrong."""
    try:
        record = msgspec.json.decode(line, type=_Line)
        events = [from_record(event) for event in record.events]
    except (msgspec.MsgspecError, ValueError, TypeError, KeyError, AttributeError) as wrong:
        raise InputError(
            f'{where}: expected {{"id": ..., "events": [...]}}, found: {wrong}; mend the line'
        ) from None
    for event in events:
        if event.when is not None and not edtf.is_edtf(str(event.when)):
            raise InputError(
                f"{where}: expected a date such as 2024-09-19 as `when`, found {event.when!r}; mend it"
            )
    return record.id, events


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
    if not kept and lang:
        raise InputError(
            f"{docs_path}: expected documents of {gold_path} in {lang!r}, found none; leave --lang out, or name another"
        )
    if not kept:
        raise InputError(
            f"{docs_path}: expected documents of {gold_path}, found none of their ids; name their file"
        )
    return *evaluate(gold, found), kept
