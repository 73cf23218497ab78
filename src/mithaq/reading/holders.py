"""Who held the office that a text tells without a name: a field of its own, never `person`."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import UNSET, UnsetType

from mithaq.edtf import is_edtf
from mithaq.errors import InputError
from mithaq.gazetteer.occupancies import Offices, agency_ids, official_names, read_occupancies, shipped
from mithaq.lexicon.occupancies import is_date
from mithaq.lexicon.tables import Fault
from mithaq.reading.mentions import Mention
from mithaq.reading.text import Text

_WORD = re.compile(r"\w+")
_NEAR = 20  # characters in which the word beside a mention is looked for


class Holders:
    """Completes offices from the table of this package and from one of the user.

    Args:
        path: the user's table, as `mithaq offices import` writes it; its persons stand by name.

    Raises:
        InputError: the table does not hold to its form: one line a fault.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.own: Offices | None = None
        if path:
            if not path.is_file():
                raise InputError(f"{path}: expected a table of offices, found no file; name another")
            rows, faults = read_occupancies(path)
            faults += [
                Fault(str(path), line, "a year, month or day, such as 2019-05", repr(date))
                for line, row in enumerate(rows, start=2)
                for date in (row.since, row.until)
                if date and not is_date(date)
            ]
            if faults:
                raise InputError("\n".join(map(str, faults)))
            self.own = Offices(rows)

    def of(self, when: str | None, code: str, mention: Mention, text: Text) -> str | UnsetType:
        """The name of the one who held a mention's office on a day, in Latin script, or UNSET.

        Args:
            when: EDTF, the time of the event.
            code: the party.
            mention: an office told with a country, a body or an agency, and no person.
            text: the text, where "former" beside the office tells that its holder is not meant.
        """
        if not when or not is_edtf(when) or not mention.is_office or mention.posted:
            return UNSET
        if len(mention.office_ids) != 1 or len(mention.agencies) > 1 or self._is_of_another(mention, text):
            return UNSET
        of = mention.agencies[0] if mention.agencies else code
        if of not in agency_ids() and of != code or "/" in of and of.split("/")[0] != code:
            return UNSET
        office = mention.office_ids[0]
        name = official_names().get(shipped().holder(office, of, when) or "")
        if name is None and self.own:
            name = self.own.holder(office, of, when)
        return name or UNSET

    def _is_of_another(self, mention: Mention, text: Text) -> bool:
        start, end = text.slice(mention.start, mention.end)
        before = _WORD.findall(text.source[max(0, start - _NEAR) : start])[-1:]
        after = _WORD.findall(text.source[end : end + _NEAR])[:1]
        words = [*before, *_WORD.findall(text.source[start:end]), *after]
        others = text.lexicon.settings.get("holders", {}).get("others", ())
        return any(word.casefold() in others for word in words)
