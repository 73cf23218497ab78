"""Names of persons in the script of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from mithaq.gazetteer.aliases import Aliases, shipped_aliases
from mithaq.insight import FullNames
from mithaq.lexicon.namekeys import plain_name
from mithaq.publish.words import Words, is_rtl
from mithaq.register import Engagement
from mithaq.register.offices import cells_of, find_official, forms_of


class Persons:
    """Shows persons by the form that texts or tables have of their name in the script of the page; else as told.

    Args:
        words: of the page's language.
        full: names in full for short ones.
        engagements: whose `forms` tell how names are written in other scripts.
    """

    def __init__(
        self, words: Words, full: FullNames, engagements: Iterable[Engagement], aliases: Aliases | None = None
    ) -> None:
        self.words = words
        self.full = full
        self._aliases = aliases or shipped_aliases()
        self._forms: dict[str, Counter[str]] = {}
        for engagement in engagements:
            for name, forms in engagement.forms.items():
                fitting = [form for form in (name, name, *forms) if is_rtl(form) == words.is_rtl]
                for one in (name, *forms):
                    self._forms.setdefault(plain_name(one), Counter()).update(fitting)
        self._shown: dict[tuple[str, str], str] = {}

    def name(self, code: str | None, told: str) -> str:
        """The name of a person, in full, safe to stand in a sentence."""
        key = (code or "", told)
        if key not in self._shown:
            self._shown[key] = self._in_script(self.full.get(key, told), code)
        return self.words.isolate(self._shown[key])

    def _in_script(self, name: str, code: str | None) -> str:
        if is_rtl(name) == self.words.is_rtl:
            return name
        known = find_official(name)
        listed = _officials(self.words.lang).get(known, "") if known else ""
        if not listed and known and not self.words.is_rtl:
            listed = cells_of("officials", "name_en").get(known, "")
        met = self._forms.get(plain_name(name), Counter())
        best = min(met, key=lambda form: (-len(form.split()), -met[form], form), default="")
        by_name = self._aliases.key(name)
        forms = self._aliases.forms(by_name) if by_name else []
        called = [form for form in forms if is_rtl(form) == self.words.is_rtl]
        found = best if len(best.split()) > 1 else listed or best or next(iter(called), "")
        return self.full.get((code or "", found), found) if found else name


@cache
def _officials(lang: str) -> dict[str, str]:
    """The common form of each official's name in a language: the shortest of two words and more, written apart."""
    found: dict[str, list[str]] = {}
    for form, official, _ in forms_of(lang, "officials"):
        found.setdefault(official, []).append(form)
    return {official: _choose(forms) for official, forms in found.items()}


def _choose(forms: list[str]) -> str:
    short = min(forms, key=lambda form: (len(form.split()) < 2, len(form), form))
    alike = [form for form in forms if form.replace(" ", "") == short.replace(" ", "")]
    return max(alike, key=lambda form: len(form.split()))
