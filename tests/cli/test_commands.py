"""The other commands that read: explain, evaluate, lexicon check, bench; and what holds for all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import mithaq as package

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
TEXT = "استقبل وزير الداخلية المغربي، أمس بالرباط، وزير الداخلية الإسباني."
Run = Callable[..., tuple[int, str, str]]


def test_version(mithaq: Run) -> None:
    assert mithaq("--version") == (0, f"mithaq {package.__version__}\n", "")


def test_help_names_every_command(mithaq: Run) -> None:
    code, out, _ = mithaq("--help")
    assert code == 0
    for name in ("read", "explain", "add", "engagements", "review", "evaluate", "bench", "lexicon"):
        assert f"  {name} " in out


def test_explain_shows_rules_and_words(mithaq: Run) -> None:
    code, out, err = mithaq("explain", "-", "--published", "2024-09-20", "--home", "MAR", stdin=TEXT)
    assert (code, err) == (0, "")
    assert "ar.date." in out
    assert "made  2024-09-19~" in out
    assert "from  أمس" in out


def test_explain_refuses_bad_input(mithaq: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\x00")
    code, _, err = mithaq("explain", path)
    assert code == 2
    assert err.startswith(f"mithaq: {path}: expected ")


def test_evaluate_prints_figures_and_errors(mithaq: Run) -> None:
    code, out, err = mithaq("evaluate", EXAMPLES / "ar.gold.jsonl", EXAMPLES / "ar.jsonl")
    assert (code, err) == (0, "")
    assert "kind and parties" in out
    assert "confidence" in out
    code, out, err = mithaq(
        "evaluate", EXAMPLES / "ar.gold.jsonl", EXAMPLES / "ar.jsonl", "--json", "--lang", "ar"
    )
    assert json.loads(out)["docs"] == len((EXAMPLES / "ar.jsonl").read_text("utf-8").splitlines())
    code, out, err = mithaq("evaluate", EXAMPLES / "ar.gold.jsonl", EXAMPLES / "ar.jsonl", "--show", "0")
    assert "missed" not in out


@pytest.mark.parametrize(
    ("gold", "says"),
    [
        ("", "expected labelled documents, found none"),
        ("{}", "gold.jsonl:1: expected"),
        ('{"id": "a", "events": [{"kind": "visit"}]}', "gold.jsonl:1: expected"),
        ('{"id": "a", "events": [{"kind": "visit", "parties": 5}]}', "gold.jsonl:1: expected"),
        ('{"id": "a", "events": []}', "found none of their ids"),
        ('{"id": "a", "events": []}\n{"id": "a", "events": []}', "gold.jsonl:2: expected an id of its own"),
        (
            '{"id": "a", "events": [{"kind": "visit", "countries": ["MAR"], "when": "soon"}]}',
            "gold.jsonl:1: expected a date",
        ),
    ],
)
def test_bad_gold_is_told(mithaq: Run, tmp_path: Path, gold: str, says: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(gold, "utf-8")
    code, _, err = mithaq("evaluate", path, EXAMPLES / "ar.jsonl")
    assert code == 2
    assert says in err
    assert "Traceback" not in err


def test_gold_may_have_a_mark(mithaq: Run, tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "utf-16"):
        path = tmp_path / f"{encoding}.jsonl"
        path.write_text('{"id": "ar-031", "events": []}\n', encoding)
        assert mithaq("evaluate", path, EXAMPLES / "ar.jsonl")[0] == 0


def test_evaluate_tells_why_documents_cannot_be_read(mithaq: Run, tmp_path: Path) -> None:
    gold = EXAMPLES / "ar.gold.jsonl"
    code, _, err = mithaq("evaluate", gold, tmp_path / "none.jsonl")
    assert code == 2
    assert "no such file" in err
    assert "found none of their ids" in err
    code, _, err = mithaq("evaluate", gold, EXAMPLES / "ar.jsonl", "--lang", "fr")
    assert code == 2
    assert "in 'fr', found none" in err


def test_lexicon_check(mithaq: Run, tmp_path: Path) -> None:
    assert mithaq("lexicon", "check") == (0, "word data: no faults\n", "")
    code, _, err = mithaq("lexicon", "check", tmp_path)
    assert code == 2
    assert "languages/" in err


def test_bench_measures(mithaq: Run) -> None:
    code, out, err = mithaq("bench", "--megabytes", "0.01")
    assert (code, err) == (0, "")
    assert all(f"diplomatic news, {lang}" in out for lang in ("ar", "en", "fr", "es"))
    assert "mixed news" in out
    assert "start of" in out
    assert "documents of 1 kB to a new register" in out


def test_bench_without_examples_is_told(mithaq: Run, tmp_path: Path) -> None:
    code, _, err = mithaq("bench", "--examples", tmp_path)
    assert code == 2
    assert "ar.jsonl" in err


def test_debug_shows_where(mithaq: Run) -> None:
    for arguments in (("--debug", "read", "-", "--home", "x"), ("read", "--debug", "-", "--home", "x")):
        code, _, err = mithaq(*arguments, stdin=TEXT)
        assert code == 1
        assert "Traceback" in err
        assert "UsageError" in err


def test_an_unexpected_error_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from mithaq import cli, reading

    def fail(*_: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    monkeypatch.setattr(reading.Reader, "read_document", fail)
    assert cli.run(["read", str(EXAMPLES / "ar.jsonl")]) == 1
    err = capsys.readouterr().err
    assert err.splitlines() == [
        "mithaq: unexpected ZeroDivisionError: a fault of ours (in document 'ar-001'); add --debug to see where"
    ]
