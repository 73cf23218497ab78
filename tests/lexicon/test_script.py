"""Scripts: what packs declare of characters and tokens."""

from __future__ import annotations

import re

import pytest

from mithaq.lexicon import load, read_table
from mithaq.lexicon.pack import data_folder

LANGUAGES = data_folder() / "languages"


@pytest.mark.parametrize("lang", sorted(path.parent.name for path in LANGUAGES.glob("*/pack.toml")))
def test_tokens_that_are_tried_first_change_none(lang: str) -> None:
    script = load(lang).script
    forms = [row.form for path in sorted((LANGUAGES / lang).glob("*.tsv")) for row in read_table(path)[0]]
    text = "".join(f"{form} {form}, {form}.\n({form}): {form};" for form in forms)
    plain = f"{script.plain}|{script.token}" if script.plain else script.token
    assert re.findall(plain, text) == re.findall(script.token, text)
