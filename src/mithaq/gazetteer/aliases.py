"""Other names of persons: by-names, initials and spellings that no rule of sound brings together.

A table of aliases has a row a form: `form`, `key`, `note`. Forms of one key are of one person, forms of two keys of two.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from mithaq.errors import InputError, LexiconError
from mithaq.lexicon.namekeys import plain_name
from mithaq.lexicon.tables import Fault, read_cells

COLUMNS = ("form", "key", "note")


class Aliases:
    """The forms of persons' names by key, and the keys by form.

    Args:
        rows: form and key; a later row of a form takes the place of an earlier one.
        own: the lines that someone gave beside the table of this package, by which `Aliases` are told apart.
        apart: pairs of forms that someone told to be of two persons, whatever they sound like.
    """

    def __init__(
        self,
        rows: Iterable[tuple[str, str]],
        *,
        own: tuple[tuple[str, str], ...] = (),
        apart: frozenset[frozenset[str]] = frozenset(),
    ) -> None:
        rows = tuple(rows)
        self.own = own
        self.apart = apart
        self._rows = rows
        self._keys = {plain_name(form): key for form, key in (*rows, *own)}
        self._forms: dict[str, list[str]] = {}
        for form, key in (*rows, *own):
            if self._keys[plain_name(form)] == key:
                self._forms.setdefault(key, []).append(form)

    def key(self, form: str) -> str | None:
        """The key of a form, however it is accented, vowelled and capitalised; None if the table does not know it."""
        return self._keys.get(plain_name(form))

    def with_judgements(self, same: Iterable[tuple[str, ...]], apart: Iterable[tuple[str, str]]) -> Aliases:
        """These aliases with what someone judged of forms: which are of one person, which of two."""
        own = list(self.own)
        for number, group in enumerate(same):
            keys = [key for form in group if (key := self.key(form))]
            key = keys[0] if keys else f"judged-{number}"
            own += [(form, key) for form in group]
        return Aliases(self._rows, own=tuple(own), apart=frozenset(map(frozenset, apart)))

    def forms(self, key: str) -> list[str]:
        """The forms of a key, as the table writes them."""
        return self._forms.get(key, [])


def read_aliases(path: Path) -> tuple[list[tuple[str, str]], list[Fault]]:
    """The forms and keys of a table of aliases, and its faults; a faulty row is left out."""
    cells, faults = read_cells(path, COLUMNS)
    bad = {fault.line for fault in faults}
    rows: dict[str, tuple[str, str]] = {}
    for line, row in enumerate(cells[1:], start=2):
        if line in bad:
            continue
        form, key, _ = row
        if not plain_name(form) or not key:
            faults.append(Fault(str(path), line, "a form in letters and a key", f"{form!r} {key!r}"))
        elif plain_name(form) in rows:
            faults.append(Fault(str(path), line, "each form once", f"{form!r} again"))
        else:
            rows[plain_name(form)] = (form, key)
    return list(rows.values()), faults


def with_own(path: Path | None) -> Aliases:
    """The aliases of this package, with those of a table of one's own.

    Raises:
        InputError: the table is not there or not of its form; all faults at once.
    """
    if path is None:
        return shipped_aliases()
    if not path.is_file():
        raise InputError(f"{path}: expected a table of aliases, found none; name another file")
    own, faults = read_aliases(path)
    if faults:
        raise InputError("\n".join(map(str, faults)))
    return Aliases(_shipped_rows(), own=tuple(own))


@cache
def shipped_aliases() -> Aliases:
    """The aliases that this package knows of.

    Raises:
        LexiconError: the table is not of its form.
    """
    return Aliases(_shipped_rows())


@cache
def _shipped_rows() -> tuple[tuple[str, str], ...]:
    rows, faults = read_aliases(Path(str(files("mithaq"))) / "gazetteer" / "aliases.tsv")
    if faults:
        raise LexiconError("\n".join(map(str, faults)))
    return tuple(rows)
