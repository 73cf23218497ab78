"""Lays out a review: which sections it has, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.insight import Step, Year
from mithaq.insight.measures import Basis
from mithaq.insight.year import step_of
from mithaq.publish import tree
from mithaq.publish.charts import Charts
from mithaq.publish.dates import tell
from mithaq.publish.items import Telling
from mithaq.publish.lead import Lead
from mithaq.publish.selection import ASSEMBLIES, COOPERATION, ENCOUNTERS
from mithaq.publish.setting import Setting
from mithaq.register import Engagement

_COLUMNS = {
    "meetings": "meetings",
    "calls": "calls",
    "made": "visits_made",
    "received": "visits_received",
    "agreements": "agreements",
    "others": "others",
}
"""Columns of the table of partners, and the field of each; one that is empty all the way down is left out."""

_PERSONS_SHOWN = 6


class Layout:
    """The sections of one review.

    Args:
        year: what the register holds of the period.
        before: what it holds of the period before; None if nothing.
        selected: the engagements of the period, and those announced for later, that are told one by one.
        setting: what the page needs: words, names, sentences, documents.
        topic: `security` or `all`.
        agency: the agency that is reviewed, if it is one.
        basis: which engagements were taken.
        worldview: the country whose official maps are followed, if any.
    """

    def __init__(
        self,
        year: Year,
        before: Year | None,
        selected: tuple[list[Engagement], list[Engagement]],
        setting: Setting,
        topic: str,
        agency: str | None,
        basis: Basis,
        worldview: str | None,
    ) -> None:
        self.year = year
        self.words = setting.words
        self.names = setting.names
        self.persons = setting.persons
        self.sentences = sentences = setting.sentences
        self.topic = topic
        self.agency = agency
        self.telling = Telling(setting.documents, setting.words, sentences)
        self.told, self.ahead = selected
        self.disputed = {e.id: None for e in year.engagements if sentences.conflicts(e)}
        self._bodies = {party.body for e in year.engagements for party in e.parties if party.body}
        self.basis = basis
        self.charts = Charts(year, before, setting, worldview)
        self.home, self.home_in_words = self._home()

    def lay_out(self) -> tree.Review:
        """The review."""
        say, period, year = self.words.say, self.year.period, self.year.period.year
        scope = {"scope": "year" if year else "period", "topic": self.topic}
        told = tell(period.edtf, self.words)
        named = {"year": str(year), "period": told, "name": self.home, **scope}
        sections = [
            self._section("figures", [tree.Cards(cards=self.charts.cards())], is_listed=False),
            self._section("timeline", self.charts.timeline(), is_listed=False),
            self._section("before", self.charts.comparison(), is_listed=False),
            self._section("assemblies", self._items_of(*ASSEMBLIES)),
            self._section("encounters", self._encounters()),
            self._section("agreements", self._items_of("agreement")),
            self._section("cooperation", self._items_of(*COOPERATION)),
            self._section("partners", self._partners()),
            self._section("regions", self.charts.regions()),
            self._section("services", self.charts.services()),
            self._section("threats", self.charts.threats()),
            self._section("purposes", self._purposes()),
            self._section("results", self._results()),
            self._section("conflicts", self._conflicts()),
            self._section("ahead", self._items(self.ahead, self.year.ahead)),
            self._section("method", self._method()),
            self._section("sources", self._sources()),
        ]
        return tree.Review(
            lang=str(self.words.locale).replace("_", "-"),
            direction="rtl" if self.words.is_rtl else "ltr",
            period=period.edtf,
            home=self.home,
            topic=self.topic,
            title=self.words.finish(say("title", **named)),
            kicker=self.words.finish(say("kicker", **named)),
            subtitle=self.words.finish(say("subtitle", **named)),
            lead=Lead(self.year, self.words, self.names, self.home_in_words, list(self.disputed)).sentences(),
            sections=[section for section in sections if section],
            footer=say("made-by"),
            labels=tree.Labels(contents=say("contents"), link=say("link"), sources=say("sources")),
        )

    def _home(self) -> tuple[str, str]:
        """The name of the home party by itself, and as it stands in a sentence."""
        code = self.year.home
        is_body = code in self._bodies
        name = self.names.party(code, is_body=is_body)
        if self.agency:
            title = self.sentences.sides.titles.agency(self.agency, code, frozenset({self.words.lang}))
            held = self.words.isolate(self.agency) if title is None else title.text
            grammar = self.words.grammar
            shown = (title and title.gender and grammar.definite(held, title.gender, is_plural=False)) or held
            both = (self.words.say("party-of", who=text, country=name) for text in (held, shown))
            alone, inside = (self.words.finish(text) for text in both)
            return alone, inside if shown == held else self.words.say("party-of", who=shown, country=name)
        return name, self.names.party_in_words(code, is_body=is_body)

    def _section(self, name: str, blocks: list[tree.Block], *, is_listed: bool = True) -> tree.Section | None:
        """A section with its title and note; None where it would be empty."""
        if not blocks:
            return None
        scope = "year" if self.year.period.year else "period"
        title = self.words.say(
            f"section-{name}", after=self._end(), before=self.charts.earlier(), scope=scope
        )
        note = f"{name}-about"
        if note in self.words:
            blocks = [tree.Text(text=self.words.say(note), of=[], is_note=True), *blocks]
        return tree.Section(id=name, title=self.words.finish(title), blocks=blocks, is_listed=is_listed)

    def _end(self) -> str:
        """The end of the period as it stands behind "after"."""
        year = self.year.period.year
        return str(year) if year else self.words.day(self.year.period.last)

    def _encounters(self) -> list[tree.Block]:
        """Visits, meetings and calls by month, those of no known month last."""
        steps = [month.step for month in self.year.months]
        told, every = (self._by_step(one, steps) for one in (self.told, self.year.engagements))
        found = [
            tree.Items(
                title=self.charts.step(step) if step else self.words.say("encounters-elsewhere"),
                items=self.telling.items(of_step),
                more=self._more(of_step, every[step]),
            )
            for step, of_step in told.items()
            if of_step
        ]
        return [*found]

    def _by_step(
        self, engagements: Iterable[Engagement], steps: list[Step]
    ) -> dict[Step | None, list[Engagement]]:
        groups: dict[Step | None, list[Engagement]] = {step: [] for step in (*steps, None)}
        for engagement in engagements:
            if engagement.kind in ENCOUNTERS:
                groups[step_of(engagement, steps)].append(engagement)
        return groups

    def _items_of(self, *kinds: str) -> list[tree.Block]:
        told, every = ([e for e in one if e.kind in kinds] for one in (self.told, self.year.engagements))
        return self._items(told, every)

    def _items(self, told: list[Engagement], every: list[Engagement]) -> list[tree.Block]:
        items = self.telling.items(told)
        return [tree.Items(title=None, items=items, more=self._more(told, every))] if items else []

    def _more(self, told: list[Engagement], every: list[Engagement]) -> str | None:
        """A sentence on how many more there are than are told; None if none."""
        if len(told) == len(every):
            return None
        shown, known = self.words.number(len(told)), self.words.number(len(every))
        return self.words.finish(self.words.say("items-more", shown=shown, all=known))

    def _partners(self) -> list[tree.Block]:
        partners = self.year.partners
        if not partners:
            return []
        say = self.words.say
        columns = {
            name: field
            for name, field in _COLUMNS.items()
            if any(partner.of.get(field) for partner in partners)
        }
        rows = [
            [
                tree.Cell(text=self.names.party(partner.code, is_body=partner.is_body)),
                *(self.charts.number(partner.of.get(field, [])) for field in columns.values()),
                self.charts.number(partner.total),
            ]
            for partner in partners
        ]
        heads = [say("column-partner"), *(say(f"column-{name}") for name in columns), say("total")]
        table: list[tree.Block] = [tree.Table(columns=heads, rows=rows)]
        return [*self.charts.world(), *table, *self._persons()]

    def _persons(self) -> list[tree.Block]:
        shown = [person for person in self.year.persons[:_PERSONS_SHOWN] if len(person.of) > 1]
        if not shown:
            return []
        told = [
            self.words.say(
                "person-count",
                person=self.persons.name(person.code, person.name),
                engagements=self.words.count("engagements", len(person.of)),
            )
            for person in shown
        ]
        sentence = self.words.say("persons-about", list=self.words.join(told))
        return [
            tree.Text(
                text=self.words.finish(sentence),
                of=list(dict.fromkeys(e for person in shown for e in person.of)),
            )
        ]

    def _purposes(self) -> list[tree.Block]:
        ranked = sorted(self.year.purposes.items(), key=lambda entry: -len(entry[1]))
        rows = [
            [
                tree.Cell(text=self.charts.capital(self.words.say(f"purpose-{purpose}"))),
                self.charts.number(of),
            ]
            for purpose, of in ranked
        ]
        heads = [self.words.say(f"column-{name}") for name in ("purpose", "engagements")]
        return [tree.Table(columns=heads, rows=rows, meters=[1])] if rows else []

    def _results(self) -> list[tree.Block]:
        lines, ids = [], {engagement.id for engagement in self.told}
        for result in self.year.results:
            if result.outcome.id not in ids:
                continue
            parts: list[tree.Reference | str] = [self._reference(result.outcome)]
            if result.occasion and result.occasion.id in ids:
                parts += [self.words.say("results-occasion"), self._reference(result.occasion)]
            lines.append(tree.Line(parts=parts))
        return self._lines(lines, len(self.year.results))

    def _conflicts(self) -> list[tree.Block]:
        lines = [
            tree.Line(parts=[self._reference(engagement)], conflicts=self.sentences.conflicts(engagement))
            for engagement in self.told
            if engagement.id in self.disputed
        ]
        return self._lines(lines, len(self.disputed))

    def _lines(self, lines: list[tree.Line], known: int) -> list[tree.Block]:
        if not lines:
            return []
        found: list[tree.Block] = [tree.Lines(lines=lines)]
        if len(lines) < known:
            numbers = {"shown": self.words.number(len(lines)), "all": self.words.number(known)}
            found.append(tree.Text(text=self.words.say("items-more", **numbers), of=[], is_note=True))
        return found

    def _reference(self, engagement: Engagement) -> tree.Reference:
        """An engagement in a few words, for a list that points to its sentence."""
        return tree.Reference(
            id=engagement.id,
            label=self.sentences.label(engagement),
            when=self.sentences.when(engagement),
        )

    def _method(self) -> list[tree.Block]:
        told = ["method", f"method-{self.topic}", f"method-basis-{self.basis}"]
        told += ["method-agency"] if self.agency else []
        told += ["method-selection"] if len(self.told) < len(self.year.engagements) else []
        return [tree.Text(text=self.words.say(message), of=[]) for message in told]

    def _sources(self) -> list[tree.Block]:
        """The documents of what is told, with how many others there are."""
        told = {document for engagement in (*self.told, *self.ahead) for document in engagement.documents}
        shown = [document for document in self.year.documents if document in told]
        found: list[tree.Block] = [tree.Sources(sources=[self.telling.source(name) for name in shown])]
        if len(shown) < len(self.year.documents):
            numbers = {"shown": len(shown), "all": len(self.year.documents)}
            text = self.words.say("sources-more", **{key: self.words.number(n) for key, n in numbers.items()})
            found.insert(0, tree.Text(text=text, of=[], is_note=True))
        return found
