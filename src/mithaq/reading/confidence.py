"""How sure an event is: the share of such events that were right on labelled texts.

The shares are data, `languages/*/confidence.toml`, measured by tools/calibrate.py: one for each rule, drawn towards
that of its kind where a rule was seen seldom; a factor for parties known only as the home of the source; and how
much of the doubt is left when another rule tells the same.
"""

from __future__ import annotations

from typing import Any

from mithaq.reading.act import Act

_LEAST, _MOST = 0.05, 0.99
_UNMEASURED = 0.5


class Confidence:
    """Tells how sure the acts of one language are."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.rules: dict[str, float] = settings.get("rule", {})
        self.kinds: dict[str, float] = settings.get("kind", {})
        self.home_only: float = settings.get("home_only", 1.0)
        self.doubt_left: float = settings.get("doubt_left", 1.0)

    def of(self, act: Act) -> float:
        """The confidence of an act, from 0 to 1."""
        prior = self.kinds.get(act.kind, _UNMEASURED)
        share = max(self.rules.get(rule, prior) for rule in act.rules)
        if not act.sure:
            share *= self.home_only
        share = 1 - (1 - share) * self.doubt_left ** (len(act.rules) - 1)
        return round(min(_MOST, max(_LEAST, share)), 2)
