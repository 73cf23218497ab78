"""Pages made from a register, in the words of a language."""

from __future__ import annotations

from mithaq.publish.formats import ENDINGS, choose_format, render
from mithaq.publish.profile import compose_profile
from mithaq.publish.review import compose
from mithaq.publish.words import languages

__all__ = ["ENDINGS", "choose_format", "compose", "compose_profile", "languages", "render"]
