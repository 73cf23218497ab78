"""The profile of a partner as one page: history, intensity, who meets whom, what was signed and is due, what is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from mithaq import edtf
from mithaq.errors import UsageError
from mithaq.gazetteer import Aliases
from mithaq.insight import Period, Year, look_back
from mithaq.insight.agreements import Agreement
from mithaq.insight.measures import Basis
from mithaq.insight.profile import Profile, profile
from mithaq.insight.year import day_of
from mithaq.publish import tree
from mithaq.publish.charts import Charts
from mithaq.publish.dates import tell
from mithaq.publish.items import Telling
from mithaq.publish.lead import count_kinds
from mithaq.publish.setting import Setting, require_lang, set_page, told_by
from mithaq.records import Document
from mithaq.register import Engagement, Register

_HISTORY, _PAIRS, _AGREEMENTS, _TOPICS, _CONFLICTS, _AHEAD = 6, 5, 6, 6, 3, 3
"""How many of each a page has room for."""

_NONE = "–"


def compose_profile(
    register: Register,
    *,
    home: str,
    partner: str,
    lang: str | None = None,
    basis: Basis = Basis.ALL,
    aliases: Aliases | None = None,
) -> tree.Review:
    """The profile of a partner of a country or body.

    Args:
        register: an open one.
        home: a country's alpha-3 code or a body's acronym.
        partner: another.
        lang: a language of `words.languages()`; None takes that of most documents.
        basis: which engagements are taken.
        aliases: what else persons are called; None takes what this package knows.

    Raises:
        UsageError: no such language, or the register holds nothing of the two on that basis.
    """
    require_lang(lang)
    known = register.engagements(party=partner)
    found = profile(known, home=home, partner=partner, basis=basis)
    if found is None:
        if profile(known, home=home, partner=partner) is None:
            raise UsageError(f"{register.where}: no engagement of {home} and {partner}")
        raise UsageError(
            f"{register.where}: no engagement of {home} and {partner} is {basis}; --basis all takes the others"
        )
    documents = told_by(register, found.engagements)
    year = look_back(found.engagements, documents.values(), period=_span(found, documents), home=home)
    setting = set_page(
        documents, lang=lang, home=home, year=None, told=found.engagements, known=known, aliases=aliases
    )
    return _Page(found, year, setting, basis).lay_out()


def _span(found: Profile, documents: dict[str, Document]) -> Period:
    """From the first day on which anything was held, or else told, to the last."""
    held = [e for e in found.engagements if e.stage == "held"] or found.engagements
    first = [day for e in held if (day := day_of(e, documents)) and day != dt.date.min]
    ends = [edtf.last_day(e.when) for e in held if e.when and edtf.is_edtf(e.when)]
    last = [*first, *(day for day in ends if day != dt.date.max)]
    if not first:
        return Period(dt.date.min, dt.date.max)
    return Period(min(first), max(last))


class _Page:
    def __init__(self, found: Profile, year: Year, setting: Setting, basis: Basis) -> None:
        self.found = found
        self.year = year
        self.words, self.names = setting.words, setting.names
        self.sentences, self.persons, self.langs = setting.sentences, setting.persons, setting.langs
        self.telling = Telling(setting.documents, setting.words, setting.sentences)
        self.charts = Charts(year, None, setting, None)
        self.basis = basis
        self.by_id = {engagement.id: engagement for engagement in found.engagements}
        self.disputed = [e for e in found.engagements if setting.sentences.conflicts(e)]
        told = [day for d in setting.documents.values() if (day := d.published)]
        self.told_until = max(told, default="")
        self.ahead = [e for e in found.engagements if e.stage == "planned" and self._is_ahead(e)]

    def lay_out(self) -> tree.Review:
        """The page."""
        say, words = self.words.say, self.words
        home, partner = (self._party(code) for code in (self.found.home, self.found.partner))
        span = tell(self.year.period.edtf, words)
        history = self._history()
        sections = [
            self._section(
                "figures", [tree.Cards(cards=self.charts.cards(with_countries=False))], "section-figures"
            ),
            self._section("timeline", self.charts.timeline(), "section-timeline"),
            self._section("next", self._items(self.ahead[:_AHEAD], len(self.ahead)), "section-next"),
            self._section("agreements", self._agreements(), "section-signed"),
            self._section("pairs", self._pairs(home, partner), "section-pairs"),
            self._section("threats", self._threats(), "section-threats"),
            self._section("history", self._items(history, len(self.found.engagements)), "section-history"),
            self._section("conflicts", self._conflicts(), "section-conflicts"),
            self._section("method", self._method(), "section-method"),
            self._section("sources", self._sources(history), "section-sources"),
        ]
        return tree.Review(
            lang=str(words.locale).replace("_", "-"),
            direction="rtl" if words.is_rtl else "ltr",
            period=self.year.period.edtf,
            home=home,
            topic="all",
            title=partner,
            kicker=words.finish(say("profile-kicker", home=home)),
            subtitle=words.finish(say("profile-subtitle", both=words.join([home, partner]), period=span)),
            lead=self._lead(),
            sections=[section for section in sections if section],
            footer=say("made-by"),
            labels=tree.Labels(contents=say("contents"), link=say("link"), sources=say("sources")),
            is_brief=True,
        )

    def _section(self, name: str, blocks: list[tree.Block], title: str) -> tree.Section | None:
        if not blocks:
            return None
        told = self.words.finish(self.words.say(title, scope="period"))
        return tree.Section(id=name, title=told, blocks=blocks, is_listed=False)

    def _lead(self) -> list[tree.Text]:
        """How much there was, how often, how balanced, how high; and the last of it."""
        words, say, year = self.words, self.words.say, self.year
        of = [e for ids in year.held.values() for e in ids]
        if not of:
            return [self._text(say("profile-lead-none"), [e.id for e in year.engagements])]
        parts = [words.count(noun, n) for noun, n in count_kinds(year) if n]
        counted = words.count("engagements", len(of), oblique=True)
        message = "profile-lead-of" if parts and len(of) > 1 else "profile-lead"
        told = [self._text(say(message, engagements=counted, n=len(of), list=words.join(parts)), of)]
        if year.period.years >= 1:
            rate = words.number(round(len(of) / year.period.years, 1))
            told.append(self._text(say("profile-intensity", rate=rate), of))
        dated = [e for e in year.engagements if e.stage == "held" and self.sentences.when(e)]
        if dated:
            last = dated[-1]
            label, when = self.sentences.label(last), self.sentences.when(last)
            told.append(self._text(say("profile-last", label=label, when=when), [last.id]))
        return [*told, *self.charts.balance_of_two()]

    def _agreements(self) -> list[tree.Block]:
        """What was signed and is due; the latest first, those with something due or to expire before all others."""
        known = sorted(
            self.found.agreements, key=lambda one: one.since or one.steps[0].when or "", reverse=True
        )
        known.sort(key=lambda one: not (one.due or one.expires))
        rows = [
            [
                tree.Cell(text=self._instrument(one), of=[step.engagement for step in one.steps]),
                tree.Cell(text=self.words.say(f"state-{one.state.replace(' ', '-')}")),
                tree.Cell(text=self._when(one.since)),
                tree.Cell(text=self.words.join(map(self._when, one.due)) or _NONE),
                tree.Cell(text=self._when(one.expires)),
            ]
            for one in known[:_AGREEMENTS]
        ]
        heads = [
            self.words.say(f"column-{name}") for name in ("agreement", "state", "since", "due", "expires")
        ]
        if not rows:
            return []
        for place in (4, 3):  # nothing is due, or to expire
            if all(row[place].text == _NONE for row in rows):
                heads, rows = (
                    heads[:place] + heads[place + 1 :],
                    [row[:place] + row[place + 1 :] for row in rows],
                )
        return [tree.Table(columns=heads, rows=rows), *self._more(len(rows), len(known))]

    def _instrument(self, agreement: Agreement) -> str:
        engagement = self.by_id[agreement.steps[0].engagement]
        titles = self.sentences.sides.titles
        told = titles.instrument(agreement.instrument, self.langs(engagement))
        return self.words.finish(self.charts.capital(told or self.words.say("agreement-instrument")))

    def _when(self, when: str | None) -> str:
        if not when or not edtf.is_edtf(when):
            return _NONE
        return self.words.finish(tell(when, self.words))

    def _pairs(self, home: str, partner: str) -> list[tree.Block]:
        pairs = self.found.pairs
        rows = [
            [
                tree.Cell(text=self.words.finish(self.persons.name(self.found.home, pair.home))),
                tree.Cell(text=self.words.finish(self.persons.name(self.found.partner, pair.partner))),
                self.charts.number(pair.of),
            ]
            for pair in pairs[:_PAIRS]
        ]
        heads = [home, partner, self.words.say("column-engagements")]
        return [tree.Table(columns=heads, rows=rows), *self._more(len(rows), len(pairs))] if rows else []

    def _threats(self) -> list[tree.Block]:
        rows = [
            [
                tree.Cell(text=self.charts.capital(self.words.say(f"topic-{threat.topic}"))),
                self.charts.number(threat.of),
            ]
            for threat in self.year.threats[:_TOPICS]
        ]
        heads = [self.words.say(f"column-{name}") for name in ("topic", "engagements")]
        return [tree.Table(columns=heads, rows=rows, meters=[1])] if rows else []

    def _history(self) -> list[Engagement]:
        """The latest held, and those on which sources differ, by date."""
        held = [e for e in self.found.engagements if e.stage != "planned" or not self._is_ahead(e)]
        kept = {e.id for e in [*held[-_HISTORY:], *self.disputed[-_CONFLICTS:]]}
        ahead = {e.id for e in self.ahead[:_AHEAD]}
        return [e for e in self.found.engagements if e.id in kept - ahead]

    def _is_ahead(self, engagement: Engagement) -> bool:
        """True if what is planned was still to come when the last of the documents was published."""
        when = engagement.when
        return not when or not edtf.is_edtf(when) or edtf.last_day(when).isoformat() >= self.told_until

    def _items(self, told: Iterable[Engagement], known: int) -> list[tree.Block]:
        items = self.telling.items(told)
        for item in items:
            item.conflicts = []  # they have a section of their own on the same sheet
        if not items:
            return []
        more = self._more(len(items), known)
        return [tree.Items(title=None, items=items, more=more[0].text if more else None)]

    def _more(self, shown: int, known: int) -> list[tree.Text]:
        if shown >= known:
            return []
        numbers = {"shown": self.words.number(shown), "all": self.words.number(known)}
        return [tree.Text(text=self.words.say("items-more", **numbers), of=[], is_note=True)]

    def _conflicts(self) -> list[tree.Block]:
        lines = [
            tree.Line(
                parts=[tree.Reference(id=e.id, label=self.sentences.label(e), when=self.sentences.when(e))],
                conflicts=self.sentences.conflicts(e),
            )
            for e in self.disputed[-_CONFLICTS:]
        ]
        return [tree.Lines(lines=lines), *self._more(len(lines), len(self.disputed))] if lines else []

    def _method(self) -> list[tree.Block]:
        told = " ".join(self.words.say(name) for name in ("profile-method", f"method-basis-{self.basis}"))
        return [tree.Text(text=told, of=[], is_note=True)]

    def _sources(self, history: list[Engagement]) -> list[tree.Block]:
        told = {name for e in [*history, *self.ahead[:_AHEAD]] for name in e.documents}
        return [
            tree.Sources(sources=[self.telling.source(name) for name in self.year.documents if name in told])
        ]

    def _text(self, sentence: str, of: list[str]) -> tree.Text:
        return tree.Text(text=self.words.finish(sentence), of=list(dict.fromkeys(of)))

    def _party(self, code: str) -> str:
        is_body = any(party.body == code for e in self.found.engagements for party in e.parties)
        return self.names.party(code, is_body=is_body)
