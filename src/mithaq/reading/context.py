"""Stage 7, context: who is meant, whether it took place, when and where, and about what."""

from __future__ import annotations

from mithaq.lexicon import Lexicon
from mithaq.lexicon.grammar import Letters
from mithaq.reading.act import MARGINS, PRESENT, Act
from mithaq.reading.frames import Draft
from mithaq.reading.mentions import Mention, Spot
from mithaq.reading.roles import Memory, Roles, codes_of, has_asked, tell_apart
from mithaq.reading.stage import Stages
from mithaq.reading.text import Sentence, Text
from mithaq.reading.when import When
from mithaq.reading.where import NOWHERE, Site, Where

_SOCIAL = ("visit", "meeting", "gathering", "training", "award")  # kinds that teams and clubs know too

_CALL_TOLD = 24  # items after talks within which they may be told to have been by telephone or video


class Context:
    """Turns drafts to acts."""

    def __init__(self, lexicon: Lexicon, letters: Letters) -> None:
        self.bodies = lexicon.gazetteer.get("bodies", {})
        self.roles = Roles(lexicon, letters)
        self.stages = Stages(letters)
        self.when = When(letters)
        self.where = Where(lexicon, letters)
        self.international = set(letters.of("gather.strong|international.mark"))
        self.instrument = set(letters.of("instrument.*"))
        self.sport = set(letters.of("sport"))
        self.own_place = set(letters.of("own.place"))
        self.call_mark = set(letters.of("call.mark|call.noun"))
        self.present = set(letters.of("present|accompany|attend.verb|sign.verb"))
        self.by = set(letters.of("by"))
        self.back = set(letters.of("return.word"))
        self.private = set(letters.of("private"))
        self.goods = set(letters.of("aid.noun|goods.noun"))
        self.relief = set(letters.of("aid.noun"))
        self.arrest = set(letters.of("arrest.*|suspect.noun"))
        self.demand = set(letters.of("demand"))
        self.ends = self.stages.barrier | self.stages.doing
        self.topic = letters.of("topic")
        self.purpose = letters.of("purpose")

    def act(
        self,
        text: Text,
        sentence: Sentence,
        draft: Draft,
        memory: Memory,
        *,
        published: str | None,
        lead: bool,
    ) -> Act | None:
        """The act that a draft tells, or None where it tells none: one party only, or denied."""
        kind = draft.kind
        first, last = draft.span
        sporting = memory.sporting or not self.sport.isdisjoint(
            sentence.letters[max(0, first - 2) : last + 4]
        )
        roles = {name: list(mentions) for name, mentions in draft.roles.items()}
        if draft.asks and not has_asked(draft.asks, roles):
            return None
        if draft.antecedent:
            self.roles.fill(sentence, draft, roles, memory)
        parties = self.roles.parties(kind, roles, memory)
        codes = {code for code, _, _ in parties}
        if len(codes) == 1:
            parties = [
                (mention.other, role, mention)
                if mention and mention.other and role != parties[0][1]
                else (code, role, mention)
                for code, role, mention in parties
            ]
            codes = {code for code, _, _ in parties}
        if sporting and kind in _SOCIAL and not codes & self.bodies.keys():
            return None
        if kind == "meeting" and len(codes) == 1:
            parties += self.roles.hosts_of(sentence, roles, codes, memory)
            codes = {code for code, _, _ in parties}
        if kind in ("visit", "meeting") and any(mention and not mention.titled for _, _, mention in parties):
            return None
        if len(codes) < (0 if MARGINS in draft.rule else 1 if kind == "gathering" else 2):
            return None
        if kind == "gathering" and len(codes) == 1 and not self._is_international(sentence, draft, codes):
            abroad = self.where.of(sentence, draft, kind, parties, None).country
            if abroad is None or abroad in codes or any(map(codes_of, roles.get("organiser", ()))):
                return None
        if kind in ("visit", "meeting") and {"host", "guest"} & set(roles):
            parties = tell_apart(parties)
            if len({code for code, _, _ in parties}) < 2:
                return None
        if kind == "visit" and not self.private.isdisjoint(sentence.letters[first : last + 8]):
            return None
        if kind == "visit" and draft.antecedent and self._is_of_goods(sentence, draft.trigger):
            return None
        if kind == "visit" and not self.back.isdisjoint(sentence.letters[draft.trigger : last]):
            return None  # a way home
        if (
            kind == "operation"
            and self._near(sentence, draft, self.relief)
            and not self._near(sentence, draft, self.arrest)
        ):
            return None  # an airlift
        if kind == "operation" and not self.demand.isdisjoint(sentence.letters[: draft.trigger]):
            return None  # only asked for
        if kind in ("training", "operation") and self._near(sentence, draft, self.instrument):
            return None  # an agreement on training is no training yet
        stage = self.stages.of(text, sentence, draft, lead=lead)
        if stage is None:
            return None
        if draft.stage and stage != "cancelled":
            stage = draft.stage
        if kind == "meeting" and self._near(sentence, draft, self.call_mark, _CALL_TOLD):
            kind = "call"
            parties = [(code, "participant", mention) for code, _, mention in parties]
        when, dated = self.when.of(
            sentence, draft, memory, published, frozenset(codes), planned=stage == "planned", lead=lead
        )
        if stage == "cancelled" and not dated:
            when = None
        if stage == "held" and when and published and when.rstrip("~") > published[: len(when.rstrip("~"))]:
            stage = "planned"
        dateline = memory.dateline if lead else None
        site = self.where.of(sentence, draft, kind, parties, dateline) if kind != "call" else NOWHERE
        if (
            kind == "meeting"
            and not {"host", "guest"} & set(roles)
            and "a" in roles
            and self._near(sentence, draft, self.own_place)
        ):
            hosts = {code for mention in roles["a"] for code in codes_of(mention)}
            parties = [(code, "host" if code in hosts else "guest", mention) for code, _, mention in parties]
            if not site.country and len(hosts) == 1:
                site = Site(min(hosts), None, False)
        first = min(sentence.items[draft.span[0]].start, sentence.items[draft.trigger].start)
        return Act(
            kind,
            draft.action,
            stage,
            parties,
            when,
            dated,
            site.country,
            site.city,
            self._values(text, sentence, self.topic),
            self._values(text, sentence, self.purpose),
            " ".join(text.words(draft.instrument)) if draft.instrument else None,
            first,
            sentence.items[draft.span[1] - 1].end,
            sentence.number,
            sentence.heading,
            all(mention.sure for _, _, mention in parties if isinstance(mention, Mention)),
            (draft.rule,),
            site_told=site.told,
        )

    def _is_of_goods(self, sentence: Sentence, trigger: int) -> bool:
        """Whether what arrived are goods: "three planes of aid arrived at the airport"."""
        return not self.goods.isdisjoint(sentence.letters[max(0, trigger - 16) : trigger + 4])

    def attended(self, sentence: Sentence, act: Act) -> Act:
        """The act with those whom a sentence says were present, where they are of its parties.

        "From the American side" says whose officials the next ones are.
        """
        if act.sentence > sentence.number:
            return act
        roles = {code: role for code, role, _ in act.parties}
        side: str | None = None
        begun = False
        added = []
        for place, (letter, item) in enumerate(zip(sentence.letters, sentence.items, strict=True)):
            known = item.known
            begun = begun or letter in self.present or isinstance(known, Mention) and known.side
            if isinstance(known, Spot) and sentence.letters[max(0, place - 1)] in self.by:
                side, begun = known.countries[0], True
            if (
                not begun
                or not isinstance(known, Mention)
                or item.start < act.end
                and act.sentence == sentence.number
            ):
                continue
            if known.side or not known.persons:
                side = known.codes[0] if known.sure and len(known.codes) == 1 else side
            if not known.persons:
                continue
            code = (
                known.codes[0]
                if known.codes and known.sure
                else side or (known.codes[0] if known.codes else None)
            )
            if code in roles:
                added.append((code, roles[code], known._replace(rule=known.rule + PRESENT)))
        return act._replace(parties=[*act.parties, *added]) if added else act

    def _is_international(self, sentence: Sentence, draft: Draft, codes: set[str]) -> bool:
        """Whether a gathering of which one party is named is told as one of several: by its word, or by a body."""
        return bool(codes & self.bodies.keys()) or self._near(sentence, draft, self.international)

    def _near(self, sentence: Sentence, draft: Draft, wanted: set[str], after: int = 2) -> bool:
        """Whether a frame's stretch of the sentence, or what stands just after it, has one of some letters."""
        first, last = draft.span
        for place in range(first, min(last + after, len(sentence.letters))):
            if sentence.letters[place] in wanted:
                return True
            if place >= last and sentence.letters[place] in self.ends:
                return False
        return False

    def _values(self, text: Text, sentence: Sentence, letter: str) -> list[str]:
        if letter not in sentence.letters:
            return []
        found = {
            text.value(item)
            for at, item in zip(sentence.letters, sentence.items, strict=True)
            if at == letter
        }
        return sorted(found)
