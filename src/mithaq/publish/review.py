"""The review of a year or period: asks the register, and lays out the answer as a tree of sections."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Literal

from mithaq.errors import UsageError
from mithaq.gazetteer import Aliases
from mithaq.insight import Period, is_of_security, look_back
from mithaq.insight.measures import Basis, counts
from mithaq.insight.year import year_of
from mithaq.lexicon.tables import shipped_languages
from mithaq.publish.layout import Layout
from mithaq.publish.selection import select
from mithaq.publish.setting import require_lang, set_page, told_by
from mithaq.publish.tree import Review
from mithaq.publish.words import alpha2
from mithaq.publish.worldmap import require_worldview
from mithaq.records import Document
from mithaq.register import Engagement, Register
from mithaq.register.names import name_words
from mithaq.register.offices import cells_of, find_agency

Topic = Literal["security", "all"]
TOPICS: tuple[Topic, ...] = ("security", "all")


def compose(
    register: Register,
    *,
    period: Period,
    home: str,
    lang: str | None = None,
    topic: Topic = "security",
    aliases: Aliases | None = None,
    basis: Basis = Basis.ALL,
    worldview: str | None = None,
) -> Review:
    """The review of a country, a body or an agency.

    Args:
        register: an open one.
        period: what is reviewed.
        home: a country's alpha-3 code, a body's acronym as `INTERPOL`, or an agency as the register names it.
        lang: a language of `words.languages()`; None takes that of most documents.
        topic: `security` leaves out what has nothing to do with it, `all` leaves out nothing.
        aliases: what else persons are called; None takes what this package knows.
        basis: which engagements are taken: all, those of two or more independent texts, those accepted by a reviewer.
        worldview: alpha-3 of the country whose official maps are followed; None draws what is disputed as nobody's.

    Raises:
        UsageError: no such language, country, body or agency, or the register holds nothing of it in that period.
    """
    if topic not in TOPICS:
        raise UsageError(f"--topic: expected one of {', '.join(TOPICS)}, found {topic!r}")
    require_lang(lang)
    require_worldview(worldview)
    known = register.engagements()
    code, agency = _find_home(home, known, register.where)
    of_home = [e for e in known if _is_party(e, code, agency)]
    documents = told_by(register, of_home)
    of_topic = [e for e in of_home if topic == "all" or is_of_security(e)]
    chosen = [e for e in of_topic if counts(e, basis)]
    found = look_back(chosen, documents.values(), period=period, home=code)
    if not found.engagements:
        if look_back(of_topic, documents.values(), period=period, home=code).engagements:
            raise UsageError(
                f"{register.where}: no engagements of {home} in {period.edtf} are {basis}; --basis all takes the others"
            )
        raise UsageError(_nothing(register.where, home, period, topic, of_home, chosen, documents))
    before = look_back(chosen, documents.values(), period=period.before(), home=code)
    selected = select(found)
    setting = set_page(
        documents,
        lang=lang,
        home=code,
        year=period.year,
        told=[*selected[0], *selected[1]],
        known=known,
        aliases=aliases,
    )
    earlier = before if before.held else None
    return Layout(found, earlier, selected, setting, topic, agency, basis, worldview).lay_out()


def _find_home(home: str, known: list[Engagement], where: str) -> tuple[str, str | None]:
    """The code of the home country or body, and the agency's name where it is one."""
    code = home.strip().upper()
    if len(code) == 3 and alpha2(code) and code in cells_of("countries", "alpha2"):
        return code, None
    if code in cells_of("bodies", "name_en") or any(p.body == code for e in known for p in e.parties):
        return code, None
    wanted = _agency_keys(home, None)
    codes = Counter(
        party.code
        for engagement in known
        for party in engagement.parties
        if party.organisation and party.code and wanted & _agency_keys(party.organisation, party.code)
    )
    if not codes:
        raise UsageError(
            f"--home: expected a country's three letters, such as MAR, a body, such as INTERPOL, or an agency that "
            f"{where} names, found {home!r}"
        )
    return min(codes, key=lambda found: (-codes[found], found)), home.strip()


@lru_cache(maxsize=16384)
def _agency_keys(told: str, code: str | None) -> frozenset[tuple[str, ...]]:
    """What tells an agency apart: its words, and its id in the tables where they know it, by any name or acronym."""
    found = {name_words(told)}
    for lang in shipped_languages():
        known = find_agency(told, code, lang)
        if known and "/" in known.id:
            found.add((known.id,))
    acronyms = cells_of("agencies", "acronym")
    found |= {(agency,) for agency, acronym in acronyms.items() if acronym and acronym == told.strip()}
    return frozenset(found - {()})


def _is_party(engagement: Engagement, code: str, agency: str | None) -> bool:
    parties = [party for party in engagement.parties if party.code == code]
    if not agency:
        return bool(parties)
    wanted = _agency_keys(agency, code)
    return any(p.organisation and wanted & _agency_keys(p.organisation, code) for p in parties)


def _nothing(
    where: str,
    home: str,
    period: Period,
    topic: Topic,
    of_home: list[Engagement],
    chosen: list[Engagement],
    documents: dict[str, Document],
) -> str:
    """What to say to someone who asked for a review of nothing: what there is."""
    in_period = [
        e
        for e in of_home
        if (told := year_of(e, documents)) and period.first.year <= told <= period.last.year
    ]
    if topic == "security" and in_period and not any(e in chosen for e in in_period):
        return f"{where}: no engagements of {home} in {period.edtf} are of security; --topic all takes the others"
    years = sorted({told for e in of_home if (told := year_of(e, documents)) is not None})
    held = f"it has {', '.join(map(str, years))}" if years else f"it has nothing on {home}"
    return f"{where}: no engagements of {home} in {period.edtf}; {held}"
