"""The annual review: one page that needs no other file, every sentence with its sources."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from mithaq import edtf
from mithaq.errors import UsageError
from mithaq.insight import Year, full_names, look_back
from mithaq.insight.year import month_of, year_of
from mithaq.publish.names import Names
from mithaq.publish.sentences import Sentences
from mithaq.publish.timeline import FAMILIES, count_families, draw_lying, draw_upright
from mithaq.publish.words import Words, alpha2, clean, is_rtl
from mithaq.records import Document
from mithaq.register import Engagement, Register, Telling

ASSEMBLIES = ("gathering", "mandate", "election")
ENCOUNTERS = ("visit", "meeting", "call")
COOPERATION = ("operation", "training", "aid", "award")
LONGEST_QUOTE = 600
"""Characters of evidence that are quoted; a reader cannot be asked to read more of it."""

_COLUMNS = {
    "meetings": "meetings",
    "calls": "calls",
    "made": "visits_made",
    "received": "visits_received",
    "agreements": "agreements",
    "others": "others",
}
"""Columns of the table of partners, and the field of each; one that is empty all the way down is left out."""

_OUTLETS_SHOWN = 3
_PERSONS_SHOWN = 6


def review(register: Register, year: int, home: str, lang: str = "ar") -> str:
    """The year of a home country as an HTML page.

    Args:
        register: an open one.
        year: the year under review.
        home: alpha-3.
        lang: a language of `words.languages()`.

    Raises:
        UsageError: no such language or country, or the register holds nothing of it in that year.
    """
    if not alpha2(home):
        raise UsageError(f"--home: expected a country's three letters, such as MAR, found {home!r}")
    words = Words(lang, home)
    documents = {document.id: document for document in register.documents()}
    engagements = register.engagements(party=home)
    found = look_back(engagements, documents.values(), year=year, home=home)
    if not found.engagements:
        years = sorted({told for e in engagements if (told := year_of(e, documents)) is not None})
        held = f"it has {', '.join(map(str, years))}" if years else f"it has nothing on {home}"
        raise UsageError(f"{register.where}: no engagements of {home} in {year}; {held}")
    return _Page(found, documents, words).render()


class _Page:
    def __init__(self, year: Year, documents: dict[str, Document], words: Words) -> None:
        self.year = year
        self.documents = documents
        self.words = words
        self.names = Names(words)
        everyone = full_names((*year.engagements, *year.ahead))
        told = [*year.engagements, *year.ahead]
        self.sentences = Sentences(words, self.names, year.home, year.year, everyone, documents, told)

    def render(self) -> str:
        template = _environment().get_template("review.html.jinja")
        return template.render(
            say=self.words.say,
            count=self.words.count,
            lang=str(self.words.locale).replace("_", "-"),
            direction="rtl" if self.words.is_rtl else "ltr",
            year=str(self.year.year),
            home=self.names.country(self.year.home),
            lead=self._lead(),
            figures=self._figures(),
            upright=draw_upright(self.year.months, from_right=self.words.is_rtl),
            lying=draw_lying(self.year.months, from_right=self.words.is_rtl),
            families=self._families(),
            chart=self._chart(),
            fonts=_fonts(),
            table=[(month.month, count_families(month)) for month in self.year.months],
            month=self.words.month,
            elsewhere=self._elsewhere(),
            assemblies=self._items(e for e in self.year.engagements if e.kind in ASSEMBLIES),
            encounters=self._encounters(),
            agreements=self._items(e for e in self.year.engagements if e.kind == "agreement"),
            cooperation=self._items(e for e in self.year.engagements if e.kind in COOPERATION),
            threats=self._threats(),
            most_threats=max((threat.engagements for threat in self.year.threats), default=1),
            purposes=[
                (self.words.say(f"purpose-{purpose}"), n)
                for purpose, n in sorted(self.year.purposes.items(), key=lambda entry: -entry[1])
            ],
            results=self._results(),
            conflicts=[
                (self._reference(engagement), self.sentences.conflicts(engagement))
                for engagement in self.year.engagements
                if engagement.conflicts
            ],
            persons=self._persons(),
            columns={
                name: field
                for name, field in _COLUMNS.items()
                if any(getattr(partner, field) for partner in self.year.partners)
            },
            partners=[
                (self.names.party(partner.code, is_body=partner.is_body), partner)
                for partner in self.year.partners
            ],
            ahead=self._items(self.year.ahead),
            sources=self._sources(),
        )

    def _lead(self) -> list[str]:
        say, count, year = self.words.say, self.words.count, self.year
        home, held = self.names.country(year.home), sum(year.held.values())
        told: dict[str, Any] = {"year": str(year.year), "home": home, "n": held}
        lead = [self._lead_of_kinds(told) if held else say("lead-none", **told)]
        partners = [
            count(noun, n, oblique=True)
            for noun, n in (("countries", year.countries), ("bodies", year.bodies))
            if n
        ]
        if partners:
            lead.append(say("lead-partners", partners=self.words.join(partners)))
        documents = len(year.documents)
        lead.append(
            say(
                "lead-sources-disputed" if year.conflicts else "lead-sources",
                n=documents,
                documents=count("documents", documents, oblique=True),
                outlets=count("outlets", year.outlets),
                disputed=say("count-disputed", n=year.conflicts, **self.words.numerals(year.conflicts)),
            )
        )
        totals = [sum(month.kinds.values()) for month in year.months]
        if max(totals) > 1 and totals.count(max(totals)) == 1 and sum(map(bool, totals)) > 1:
            lead.append(say("lead-month", month=self.words.month(totals.index(max(totals)) + 1)))
        if len(year.partners) > 1 and year.partners[0].total > year.partners[1].total:
            first = year.partners[0]
            name = self.names.party(first.code, is_body=first.is_body)
            lead.append(say("lead-partner", partner=name, engagements=count("engagements", first.total)))
        return lead

    def _lead_of_kinds(self, told: dict[str, Any]) -> str:
        held = self.year.held
        parts = [
            self.words.count(noun, n)
            for noun, n in (
                ("meetings", held.get("meeting", 0)),
                ("visits", held.get("visit", 0)),
                ("agreements", self.year.agreements),
                ("gatherings", held.get("gathering", 0)),
            )
            if n
        ]
        message = "lead-count-of" if parts and told["n"] > 1 else "lead-count"
        engagements = self.words.count("engagements", told["n"], oblique=True)
        return self.words.say(message, **told, engagements=engagements, list=self.words.join(parts))

    def _figures(self) -> list[tuple[str, int]]:
        held, year = self.year.held, self.year
        figures = (
            ("meetings", held.get("meeting", 0)),
            ("made", year.visits_made),
            ("received", year.visits_received),
            ("gatherings", held.get("gathering", 0)),
            ("agreements", year.agreements),
            ("operations", held.get("operation", 0)),
            ("countries", year.countries),
            ("documents", len(year.documents)),
        )
        return [(self.words.say(f"figure-{name}", n=n), n) for name, n in figures if n]

    def _families(self) -> list[str]:
        """The families of kinds that the year has, in the order in which they are stacked."""
        counts = [count_families(month) for month in self.year.months]
        return [family for family in FAMILIES if any(count[family] for count in counts)]

    def _chart(self) -> str:
        """What the chart shows, for those who cannot see it."""
        months = [(month.month, sum(month.kinds.values())) for month in self.year.months]
        told = [
            self.words.say("timeline-month", month=self.words.month(month), n=n) for month, n in months if n
        ]
        return " ".join([self.words.say("timeline-about") + ".", self.words.join(told)])

    def _elsewhere(self) -> str | None:
        """A sentence on the engagements held that the chart cannot show."""
        n = sum(self.year.held.values()) - sum(sum(month.kinds.values()) for month in self.year.months)
        return self.words.say("timeline-elsewhere", n=n, **self.words.numerals(n)) if n else None

    def _encounters(self) -> list[dict[str, Any]]:
        """Visits, meetings and calls by month, those of no known month last."""
        found = [e for e in self.year.engagements if e.kind in ENCOUNTERS]
        months = [
            {"title": self.words.month(month), "items": self._items(e for e in found if month_of(e) == month)}
            for month in range(1, 13)
        ]
        last = {
            "title": self.words.say("encounters-elsewhere"),
            "items": self._items(e for e in found if not month_of(e)),
        }
        return [month for month in (*months, last) if month["items"]]

    def _items(self, engagements: Any) -> list[dict[str, Any]]:
        return [self._item(engagement, turn) for turn, engagement in enumerate(engagements)]

    def _item(self, engagement: Engagement, turn: int) -> dict[str, Any]:
        return {
            "id": engagement.id,
            "sentence": self.sentences.compose(engagement, turn),
            "conflicts": self.sentences.conflicts(engagement),
            "tag": self.words.say(f"tag-{engagement.stage}") if engagement.stage != "held" else None,
            "history": self._history(engagement),
            "summary": self._summary(engagement),
            "tellings": [self._telling(telling) for telling in engagement.reports],
        }

    def _summary(self, engagement: Engagement) -> str:
        """Who tells it, how sure it is, and how exact its date, in one discreet line."""
        words, say = self.words, self.words.say
        outlets = list(dict.fromkeys(self.sentences.outlet(document) for document in engagement.documents))
        shown = words.join(outlets[:_OUTLETS_SHOWN])
        if len(outlets) > _OUTLETS_SHOWN:
            shown = f"{shown} +{len(outlets) - _OUTLETS_SHOWN}"
        sources = len(engagement.documents)
        told = [
            say("sources-told", outlets=shown, sources=words.count("sources", sources))
            if sources > 1
            else say("sources-summary", outlets=shown)
        ]
        if engagement.witnesses < sources:
            told.append(say("sources-texts", texts=words.count("texts", engagement.witnesses)))
        told.append(say("sources-confidence", confidence=words.percent(engagement.confidence)))
        if not engagement.when:
            told.append(say("sources-undated"))
        elif edtf.precision(engagement.when) == "day" and edtf.is_approximate(engagement.when):
            told.append(say("sources-approximate"))
        return " · ".join(told)

    def _history(self, engagement: Engagement) -> str | None:
        """A sentence on the stages before the last, where documents tell them."""
        told = {telling.stage for telling in engagement.reports}
        message = f"stages-{engagement.stage}"
        return (
            self.words.say(message) if "planned" in told and len(told) > 1 and message in self.words else None
        )

    def _telling(self, telling: Telling) -> dict[str, Any]:
        return {
            **self._source(telling.document),
            "quotes": [
                {"text": quote, "direction": "rtl" if is_rtl(quote) else "ltr"}
                for span in telling.evidence
                if (quote := _shorten(clean(span.text)))
            ],
        }

    def _source(self, document: str) -> dict[str, Any]:
        known = self.documents.get(document)
        day = known.published if known and known.published and edtf.is_edtf(known.published) else None
        return {
            "outlet": self.sentences.outlet(document),
            "date": self.words.day(edtf.first_day(day)) if day else None,
            "title": clean(known.title) if known and known.title else None,
            "link": safe_link(known.url) if known else None,
            "id": clean(document),
        }

    def _threats(self) -> list[tuple[str, int, str]]:
        bodies = {party.body for e in self.year.engagements for party in e.parties if party.body}
        return [
            (
                self.words.say(f"topic-{threat.topic}"),
                threat.engagements,
                self.words.join(self.names.party(code, is_body=code in bodies) for code in threat.partners),
            )
            for threat in self.year.threats
        ]

    def _results(self) -> list[dict[str, Any]]:
        return [
            {
                "outcome": self._reference(result.outcome),
                "occasion": self._reference(result.occasion) if result.occasion else None,
            }
            for result in self.year.results
        ]

    def _reference(self, engagement: Engagement) -> dict[str, Any]:
        """An engagement in a few words, for a list that points to its sentence."""
        return {
            "id": engagement.id,
            "label": self.sentences.label(engagement),
            "when": self.sentences.when(engagement),
        }

    def _persons(self) -> str | None:
        told = [
            self.words.say(
                "person-count",
                person=self.words.isolate(person.name),
                engagements=self.words.count("engagements", person.engagements),
            )
            for person in self.year.persons[:_PERSONS_SHOWN]
            if person.engagements > 1
        ]
        return self.words.say("persons-about", list=self.words.join(told)) if told else None

    def _sources(self) -> list[dict[str, Any]]:
        return [self._source(document) for document in self.year.documents]


def safe_link(url: str | None) -> str | None:
    """The address of a page, or None for anything that is no plain web address."""
    if not url:
        return None
    try:
        parts = urlsplit(clean(url))
    except ValueError:
        return None
    return clean(url) if parts.scheme in ("http", "https") and parts.hostname else None


def _shorten(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


@cache
def _fonts() -> dict[str, str]:
    """The fonts of the page by file name, in base64: it looks the same wherever it is opened."""
    folder = Path(str(files("mithaq.publish"))) / "fonts"
    return {
        path.stem: b64encode(path.read_bytes()).decode("ascii") for path in sorted(folder.glob("*.woff2"))
    }


@cache
def _environment() -> Environment:
    templates = Path(str(files("mithaq.publish"))) / "templates"
    return Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
