"""The commands say which language they do not read, once a document and on standard error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
ARABIC = "استقبل وزير الداخلية المغربي، أمس بالرباط، وزير الداخلية الإسباني، وبحث معه سبل تعزيز التعاون الأمني بين البلدين."
PORTUGUESE = (
    "O ministro da Administração Interna recebeu ontem em Lisboa o seu homólogo marroquino, com quem falou da luta "
    "contra o terrorismo e da troca de informações entre as duas polícias."
)
URDU = (
    "وزیر داخلہ نے پیر کے روز اسلام آباد میں اپنے سعودی ہم منصب سے ملاقات کی اور سرحدی سلامتی پر بات چیت کی۔"
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PORTUGUESE, "not read: no word data for Portuguese"),
        (URDU, "not read: no word data for Urdu"),
        ("2024-09-20 a", "not read: its language was not recognised; name it with --lang"),
        (f"{ARABIC}\n{PORTUGUESE}", "read in part: no word data for Portuguese"),
    ],
)
@pytest.mark.parametrize("command", ["read", "explain"])
def test_what_is_not_read_is_told_once(mithaq: Run, command: str, text: str, says: str) -> None:
    code, out, err = mithaq(command, "-", stdin=text)
    assert (code, err) == (0, f"mithaq: stdin: {says}\n")
    assert out.startswith("stdin: ")


def test_no_language_of_lines_that_are_not_read(mithaq: Run, tmp_path: Path) -> None:
    path = tmp_path / "docs.jsonl"
    records = [
        {"id": "pt", "text": PORTUGUESE},
        {"id": "ar", "text": ARABIC},
        {"id": "it", "text": ARABIC, "lang": "it"},
    ]
    path.write_text("\n".join(json.dumps(record) for record in records), "utf-8")
    code, out, err = mithaq("read", path, "--json")
    assert code == 0
    assert [(line["id"], line["lang"]) for line in map(json.loads, out.splitlines())] == [
        ("pt", None), ("ar", "ar"), ("it", None),
    ]  # fmt: skip
    assert err.splitlines() == [
        "mithaq: pt: not read: no word data for Portuguese",
        "mithaq: it: not read: no word data for Italian",
    ]


def test_a_language_can_be_given(mithaq: Run) -> None:
    code, out, err = mithaq("read", "-", "--lang", "ar", stdin=PORTUGUESE)
    assert (code, out.strip(), err) == (0, "stdin: no events", "")


def test_a_register_keeps_what_is_not_read(mithaq: Run, tmp_path: Path) -> None:
    code, out, err = mithaq("add", "-", "--register", tmp_path / "r.sqlite", stdin=PORTUGUESE)
    assert (code, err) == (0, "mithaq: stdin: not read: no word data for Portuguese\n")
    assert "1 added" in out
