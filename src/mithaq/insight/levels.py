"""How high the officials of an engagement stand: the rank of an office as a text names it, in any language read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from mithaq.lexicon.pack import Lexicon, load
from mithaq.lexicon.sounds import script_of
from mithaq.lexicon.tables import shipped_languages, shipped_rows
from mithaq.records import Party
from mithaq.register.offices import cells_of


def level(parties: Iterable[Party], code: str) -> int | None:
    """The rank of the highest official of a country or body: 1 a head of state; None where no office is known."""
    ranks = [rank for p in parties if p.code == code and p.office and (rank := rank_of(p.office)) is not None]
    return min(ranks, default=None)


@cache
def rank_of(office: str) -> int | None:
    """The rank of an office as a text names it: that of the longest name of an office in it, then of the first."""
    found: list[tuple[int, int, str]] = []
    for lang in _languages_of(script_of(office)):
        lexicon = _lexicon(lang)
        codes = "".join(map(lexicon.analyse, lexicon.token_pattern.findall(office)))
        spans = lexicon.phrases(codes)[1]
        spans += [
            (at, at + 1, one) for at, code in enumerate(codes) if (one := lexicon.known[code]) is not None
        ]
        for start, end, pattern in spans:
            found += [
                (start - end, start, sense.value)
                for sense in lexicon.senses[pattern]
                if sense.value in _ranks()
            ]
    return _ranks()[min(found)[2]] if found else None


@cache
def _lexicon(lang: str) -> Lexicon:
    """The pack of a language, loaded once: that takes longer than to look up a hundred offices."""
    return load(lang)


@cache
def _languages_of(script: str | None) -> list[str]:
    """The languages whose words for offices are in a script."""
    return [
        lang
        for lang in shipped_languages()
        if script_of("".join(cells[0] for cells in shipped_rows(f"languages/{lang}/offices.tsv")[1:2]))
        == script
    ]


@cache
def _ranks() -> dict[str, int]:
    return {office: int(rank) for office, rank in cells_of("offices", "rank").items()}
