"""Engagements as items of a review: the sentence, who tells it, how sure it is, and the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from mithaq import edtf
from mithaq.publish.sentences import Sentences
from mithaq.publish.tree import Item, Quote, Source
from mithaq.publish.words import Words, clean, is_rtl
from mithaq.records import Document
from mithaq.register import Engagement
from mithaq.register import Telling as Told

LONGEST_QUOTE = 600
"""Characters of evidence that are quoted; a reader cannot be asked to read more of it."""

_OUTLETS_SHOWN = 3


class Telling:
    """Makes items of engagements.

    Args:
        documents: by id.
        words: of the page's language.
        sentences: of the engagements.
    """

    def __init__(self, documents: dict[str, Document], words: Words, sentences: Sentences) -> None:
        self.documents = documents
        self.words = words
        self.sentences = sentences

    def items(self, engagements: Iterable[Engagement]) -> list[Item]:
        """Items in the order given, their sentences in turn the one way and the other."""
        return [self._item(engagement, turn) for turn, engagement in enumerate(engagements)]

    def source(self, document: str) -> Source:
        """A document by its outlet, day, title and address."""
        known = self.documents.get(document)
        day = known.published if known and known.published and edtf.is_edtf(known.published) else None
        return Source(
            document=clean(document),
            outlet=self.words.finish(self.sentences.outlet(document)),
            date=self.words.day(edtf.first_day(day)) if day else None,
            title=clean(known.title) if known and known.title else None,
            link=safe_link(known.url) if known else None,
        )

    def _item(self, engagement: Engagement, turn: int) -> Item:
        return Item(
            id=engagement.id,
            sentence=self.sentences.compose(engagement, turn),
            conflicts=self.sentences.conflicts(engagement),
            tag=self.words.say(f"tag-{engagement.stage}") if engagement.stage != "held" else None,
            history=self._history(engagement),
            summary=self.words.finish(self._summary(engagement)),
            sources=[self._telling(telling) for telling in engagement.reports],
        )

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
        if "planned" not in told or len(told) < 2 or message not in self.words:
            return None
        return self.words.say(message)

    def _telling(self, telling: Told) -> Source:
        source = self.source(telling.document)
        source.quotes = [
            Quote(
                text=self.words.say("quote", text=quote),
                direction="rtl" if is_rtl(quote) else "ltr",
                start=span.start,
                end=span.end,
            )
            for span in telling.evidence
            if (quote := _shorten(clean(span.text)))
        ]
        return source


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
