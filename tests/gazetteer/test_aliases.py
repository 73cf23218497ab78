"""Other names of persons: the table of this package and one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.errors import InputError
from mithaq.gazetteer import shipped_aliases, with_own
from mithaq.register.names import same_person


def table(folder: Path, *rows: str) -> Path:
    path = folder / "mine.tsv"
    path.write_text("form\tkey\tnote\n" + "".join(f"{row}\n" for row in rows), "utf-8")
    return path


def test_forms_are_found_however_they_are_accented() -> None:
    aliases = shipped_aliases()
    assert aliases.key("MEVLUT ÇAVUŞOĞLU") == aliases.key("مولود جاويش اوغلو") == "mevlut-cavusoglu"
    assert aliases.key("Mevlüt") is None


def test_ones_own_table_joins_and_parts(tmp_path: Path) -> None:
    aliases = with_own(table(tmp_path, "The Lion\tx\t", "Karim Mourad\tx\t", "كريم مراد\ty\ta namesake"))
    assert same_person("The Lion", "Karim Mourad", aliases) is True
    assert same_person("The Lion", "Mourad Karim", aliases) is True
    assert same_person("Karim Mourad", "كريم مراد", aliases) is False
    assert same_person("Karim Mourad", "كريم مراد") is True


def test_ones_own_rows_go_before_those_of_the_package(tmp_path: Path) -> None:
    aliases = with_own(table(tmp_path, "MBS\tmajid-ben-salah\t"))
    assert aliases.key("MBS") == "majid-ben-salah"
    assert aliases.key("MBZ") == "mohamed-bin-zayed"


def test_all_faults_of_a_table_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as told:
        with_own(table(tmp_path, "Blinken\t\t", "Lavrov\ta\t", "LAVROV\tb\t", "12\tc\t"))
    assert [line.rsplit(":", 2)[1] for line in str(told.value).splitlines()] == ["2", "4", "5"]


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="table of aliases"):
        with_own(tmp_path / "none.tsv")
