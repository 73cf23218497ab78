"""The pictures of a review as blocks of its tree, each with what it shows in words and as a table."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.insight import Period, Step, Year
from mithaq.insight.services import Service, service_links
from mithaq.insight.standing import Standing, stand
from mithaq.publish import tree
from mithaq.publish.dates import tell
from mithaq.publish.selection import ASSEMBLIES, COOPERATION
from mithaq.publish.setting import Setting
from mithaq.publish.worldmap import draw_world

FAMILIES = {
    "meetings": ("meeting", "call"),
    "visits": ("visit",),
    "assemblies": ASSEMBLIES,
    "agreements": ("agreement",),
    "cooperation": COOPERATION,
}
"""The families of kinds that share a colour, in the order in which they are stacked."""

_PARTNERS_SHOWN = 6
"""Partners with a column of their own beside the threats."""

_NAMED = 8
"""Names listed in a cell; of others the number is told."""

_LINKS_SHOWN = 14
_PLACES_TOLD = 12
_OFFICES_NEEDED = 3
"""On each side, so many offices must be told before a level is called usual."""

_NONE = "–"


class Charts:
    """Makes the pictures of one review.

    Args:
        year: what the register holds of the period.
        before: what it holds of the period before; None if nothing.
        setting: what the page needs: words, names, titles.
        worldview: the country whose official maps are followed, if any.
    """

    def __init__(
        self,
        year: Year,
        before: Year | None,
        setting: Setting,
        worldview: str | None,
    ) -> None:
        self.year = year
        self.before = before
        self.words = setting.words
        self.names = setting.names
        self.titles = setting.sentences.sides.titles
        self.worldview = worldview
        self.standing: Standing = stand(year, before)
        self._bodies = {
            partner.code for one in (year, before) if one for partner in one.partners if partner.is_body
        } | {party.body for e in year.engagements for party in e.parties if party.body}

    def cards(self, *, with_countries: bool = True) -> list[tree.Card]:
        """The figures of the period."""
        held, year = self.year.held, self.year
        countries = [partner.code for partner in year.partners if not partner.is_body]
        figures = (
            ("meetings", held.get("meeting", [])),
            ("made", year.visits_made),
            ("received", year.visits_received),
            ("gatherings", held.get("gathering", [])),
            ("agreements", year.agreements),
            ("operations", held.get("operation", [])),
            ("countries", countries if with_countries else []),
            ("documents", year.documents),
        )
        return [
            tree.Card(number=len(of), label=self.words.say(f"figure-{name}", n=len(of)), of=list(of))
            for name, of in figures
            if of
        ]

    def timeline(self) -> list[tree.Block]:
        """The chart, with a sentence on the engagements held that it cannot show; nothing where nothing is dated."""
        say = self.words.say
        bins = [
            tree.Bin(
                label=self.step(month.step),
                short=self.step(month.step, is_short=True),
                of={
                    family: [e for kind in kinds for e in month.kinds.get(kind, ())]
                    for family, kinds in FAMILIES.items()
                },
            )
            for month in self.year.months
        ]
        families = {
            family: say(f"family-{family}") for family in FAMILIES if any(each.of[family] for each in bins)
        }
        if not families:
            return []
        shown = {e for each in bins for ids in each.of.values() for e in ids}
        elsewhere = [e for ids in self.year.held.values() for e in ids if e not in shown]
        told = [
            say("picture-number", name=each.label, n=self.words.number(sum(map(len, each.of.values()))))
            for each in bins
            if any(each.of.values())
        ]
        rows = [
            [
                tree.Cell(text=each.label),
                *(self.number(each.of[family]) for family in families),
                self.number([e for ids in each.of.values() for e in ids]),
            ]
            for each in bins
        ]
        step = say("month" if self.year.months[0].step.month else "year")
        chart = tree.Timeline(
            about=self._about(say("timeline-about"), told),
            families=families,
            bins=bins,
            more=say("picture-more"),
            numbers=tree.Table(columns=[step, *families.values(), say("total")], rows=rows),
        )
        n = len(elsewhere)
        if not n:
            return [chart]
        sentence = say("timeline-elsewhere", n=n, **self.words.numerals(n))
        return [tree.Text(text=self.words.finish(sentence), of=elsewhere, is_note=True), chart]

    def step(self, step: Step, *, is_short: bool = False) -> str:
        """A month by its name, with its year where the period has several; a year by its number."""
        if not step.month:
            return str(step.year)
        if is_short:
            name = self.words.short_month(step.month)
            return name if self.year.period.year else f"{name} {step.year % 100:02}"
        name = self.words.month(step.month, None if self.year.period.year else step.year)
        return name[:1].upper() + name[1:]

    def comparison(self) -> list[tree.Block]:
        """The period beside the one before; nothing where the register holds nothing of either."""
        say, before = self.words.say, self.standing.before
        if before is None or not self.year.held:
            return []
        pairs = [
            tree.Pair(
                label=say(f"family-{family}"),
                before=[e for kind in kinds for e in before.get(kind, ())],
                now=[e for kind in kinds for e in self.year.held.get(kind, ())],
            )
            for family, kinds in FAMILIES.items()
        ]
        pairs = [pair for pair in pairs if pair.before or pair.now]
        earlier, now = self.earlier(), self._period(self.year.period)
        told = [
            say("picture-change", name=pair.label, before=len(pair.before), now=len(pair.now))
            for pair in pairs
        ]
        every = tree.Pair(
            label=say("total"),
            before=[e for pair in pairs for e in pair.before],
            now=[e for pair in pairs for e in pair.now],
        )
        rows = [
            [tree.Cell(text=pair.label), self.number(pair.before), self.number(pair.now)]
            for pair in (*pairs, every)
        ]
        return [
            tree.Comparison(
                about=self._about(say("comparison-about", before=earlier, now=now), told),
                before=earlier,
                now=now,
                pairs=pairs,
                more=say("picture-more"),
                numbers=tree.Table(columns=[say("column-kind"), earlier, now], rows=rows),
            )
        ]

    def world(self) -> list[tree.Block]:
        """The map of partner countries, with whose borders it draws; nothing where there are none."""
        countries = [partner for partner in self.year.partners if not partner.is_body]
        if not countries:
            return []
        say, home = self.words.say, self.year.home
        names = {partner.code: self.names.country(partner.code) for partner in countries}
        counts = {partner.code: len(partner.total) for partner in countries}
        ranges = draw_world(counts, home, self.worldview).ranges
        told = [
            say("picture-number", name=names[one.code], n=self.words.number(len(one.total)))
            for one in countries[:_PLACES_TOLD]
        ]
        if home not in self._bodies:
            names[home] = self.names.country(home)
        note = (
            say("map-worldview", country=self.names.country_of(self.worldview))
            if self.worldview
            else say("map-disputed")
        )
        return [
            tree.Map(
                about=self._about(say("map-about"), told),
                home=home,
                worldview=self.worldview,
                ranges=[self._range(low, high) for low, high in ranges],
                places={partner.code: partner.total for partner in countries},
                names=names,
                more=say("picture-more"),
                numbers=tree.Table(columns=[], rows=[]),
            ),
            tree.Text(text=self.words.finish(note), of=[], is_note=True),
        ]

    def regions(self) -> list[tree.Block]:
        """Partner countries by region, what is new since the period before, and how balanced and wide it all is."""
        regions = self.standing.regions
        if not regions:
            return []
        say, earlier = self.words.say, self.earlier()
        heads = [say("column-region"), say("column-countries"), say("column-engagements")]
        if self.before:
            heads += [say(f"column-{name}", before=earlier, scope=self.scope) for name in ("new", "lapsed")]
        rows = []
        for region in regions:
            row = [
                tree.Cell(text=self.names.region(region.name)),
                self.number(region.partners),
                self.number(region.of),
            ]
            if self.before:
                row += [self.listed(region.new), self.listed(region.lapsed)]
            rows.append(row)
        table = tree.Table(columns=heads, rows=rows, meters=[2])
        return [table, *self._balance()]

    def _balance(self) -> list[tree.Text]:
        """Sentences on reciprocity, level, spread and the South, each where there is enough to say it of."""
        standing, year, say = self.standing, self.year, self.words.say
        told: list[tuple[str, list[str]]] = []
        if standing.partner_evenness is not None:
            number = self.words.number
            of = [e for partner in year.partners for e in partner.total]
            if standing.region_evenness is not None:
                numbers = {
                    "partners": number(round(standing.partner_evenness, 2)),
                    "regions": number(round(standing.region_evenness, 2)),
                }
                told.append((say("balance-spread", **numbers), of))
            else:
                told.append(
                    (say("balance-spread-one", partners=number(round(standing.partner_evenness, 2))), of)
                )
        if standing.south is not None and standing.with_countries:
            share = self.words.percent(len(standing.south) / len(standing.with_countries))
            told.append((say("balance-south", share=share), standing.with_countries))
        if not self.before:
            told.append((say("balance-nothing-before", before=self.earlier(), scope=self.scope), []))
        both = [tree.Text(text=self.words.finish(text), of=list(dict.fromkeys(of))) for text, of in told]
        return [*self.balance_of_two(), *both]

    def balance_of_two(self) -> list[tree.Text]:
        """Sentences on the reciprocity of visits and the level of both sides."""
        standing, year, say = self.standing, self.year, self.words.say
        told = []
        visits = [*year.visits_made, *year.visits_received]
        if standing.reciprocity is not None and len(visits) > 1:
            made, received = (self.words.number(len(of)) for of in (year.visits_made, year.visits_received))
            index = self.words.number(round(standing.reciprocity, 2))
            text = say("balance-visits", made=made, received=received, index=index)
            told.append(tree.Text(text=self.words.finish(text), of=visits))
        levels = standing.levels
        if levels.home is not None and levels.partners is not None and levels.least >= _OFFICES_NEEDED:
            home, partners = (say(f"level-{rank}") for rank in (levels.home, levels.partners))
            n = len(levels.of)
            counted = self.words.count("engagements", n, oblique=True)
            message = "balance-level" if home != partners else "balance-level-same"
            text = say(message, home=home, partners=partners, engagements=counted, n=n)
            told.append(tree.Text(text=self.words.finish(text), of=levels.of))
        return told

    def services(self) -> list[tree.Block]:
        """Which services of both sides the engagements name together."""
        links = service_links((e for e in self.year.engagements if e.stage == "held"), self.year.home)
        if len(links) < 2:
            return []
        say, shown = self.words.say, links[:_LINKS_SHOWN]
        sources = {_id(link.home): self.titles.service(link.home.agency) for link in shown}
        targets = {
            _id(link.partner): self._service(link.partner)
            for link in sorted(shown, key=lambda link: (link.partner.code, link.partner.agency))
        }
        drawn = [tree.Link(source=_id(link.home), target=_id(link.partner), of=link.of) for link in shown]
        rows = [
            [
                tree.Cell(text=sources[link.source]),
                tree.Cell(text=targets[link.target]),
                self.number(link.of),
            ]
            for link in drawn
        ]
        told = [
            say(
                "picture-link",
                one=sources[link.source],
                other=targets[link.target],
                n=self.words.number(len(link.of)),
            )
            for link in drawn
        ]
        heads = [say("column-service"), say("column-service-partner"), say("column-engagements")]
        blocks: list[tree.Block] = [
            tree.Network(
                about=self._about(say("services-alt"), told),
                sources={key: self.words.finish(name) for key, name in sources.items()},
                targets={key: self.words.finish(name) for key, name in targets.items()},
                links=drawn,
                more=say("picture-more"),
                numbers=tree.Table(columns=heads, rows=rows),
            )
        ]
        if len(links) > len(shown):
            n = len(links) - len(shown)
            text = say("services-more", n=n, **self.words.numerals(n))
            rarer = list(dict.fromkeys(e for link in links[_LINKS_SHOWN:] for e in link.of))
            blocks.append(tree.Text(text=self.words.finish(text), of=rarer, is_note=True))
        return blocks

    def _service(self, service: Service) -> str:
        country = self.names.country(service.code)
        return self.words.say("service-of", country=country, service=self.titles.service(service.agency))

    def threats(self) -> list[tree.Block]:
        """Topics by partner: a column for each of the most frequent partners, the others by name."""
        if not self.year.threats:
            return []
        say = self.words.say
        totals: dict[str, set[str]] = {}
        for threat in self.year.threats:
            for code, ids in threat.partners.items():
                totals.setdefault(code, set()).update(ids)
        ranked = sorted(totals, key=lambda code: (-len(totals[code]), code))
        shown, others = ranked[:_PARTNERS_SHOWN], ranked[_PARTNERS_SHOWN:]
        rows = []
        for threat in self.year.threats:
            row = [
                tree.Cell(text=self.capital(say(f"topic-{threat.topic}"))),
                self.number(threat.of),
                *(self.number(threat.partners.get(code, [])) for code in shown),
            ]
            if others:
                row.append(self.listed(code for code in threat.partners if code in others))
            rows.append(row)
        heads = [say("column-topic"), say("total"), *map(self._party, shown)]
        heads += [say("column-partners-others")] if others else []
        return [tree.Table(columns=heads, rows=rows, shades=list(range(2, 2 + len(shown))))]

    def capital(self, told: str) -> str:
        """A word of a sentence at the head of a row: without its article, with a capital."""
        grammar = self.words.grammar
        bare = told if grammar.articles.is_joined else grammar.without_article(told)
        return bare[:1].upper() + bare[1:]

    def number(self, of: list[str]) -> tree.Cell:
        """A cell that counts."""
        return tree.Cell(text=self.words.number(len(of)) if of else _NONE, of=of, number=len(of))

    def listed(self, codes: Iterable[str]) -> tree.Cell:
        """A cell that names countries and bodies, and how many there are beyond those named."""
        known = list(codes)
        told = self.words.join(map(self._party, known[:_NAMED]))
        more = f" +{self.words.number(len(known) - _NAMED)}" if len(known) > _NAMED else ""
        return tree.Cell(text=self.words.finish(f"{told}{more}") or _NONE)

    @property
    def scope(self) -> str:
        """`year` or `period`, as messages name what is reviewed."""
        return "year" if self.year.period.year else "period"

    def earlier(self) -> str:
        """The period before in words."""
        return self._period(self.year.period.before())

    def _period(self, period: Period) -> str:
        return str(period.year) if period.year else self.words.finish(tell(period.edtf, self.words))

    def _about(self, what: str, told: list[str]) -> str:
        """What a picture shows, for those who do not see it."""
        return self.words.finish(self.words.say("picture-about", what=what, list=self.words.join(told)))

    def _range(self, low: int, high: int) -> str:
        numbers = {"low": self.words.number(low), "high": self.words.number(high)}
        return numbers["low"] if low == high else self.words.say("number-range", **numbers)

    def _party(self, code: str) -> str:
        return self.names.party(code, is_body=code in self._bodies)


def _id(service: Service) -> str:
    return f"{service.code} {service.agency}"
