"""Each text of tests/cases is read as its case says."""

from __future__ import annotations

import casebook
import pytest

CASES = casebook.load()
KNOWN_FAILURES = casebook.known_failures()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=case.id,
            marks=[pytest.mark.xfail(strict=True, reason="a known failure")]
            if case.id in KNOWN_FAILURES
            else [],
        )
        for case in CASES
    ],
)
def test_case(case: casebook.Case) -> None:
    assert sorted(casebook.read(case)) == sorted(case.expected), case.document.text


def test_no_case_stands_twice() -> None:
    ids = [case.id for case in CASES]
    assert sorted(ids) == sorted(set(ids))


def test_known_failures_are_cases() -> None:
    assert KNOWN_FAILURES - {case.id for case in CASES} == set()
