"""The pages tell what the code does: every command, option, error, kind and dependency, and examples that run."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer

from mithaq import cli, errors, ontology

ROOT = Path(__file__).parents[1]
PAGES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
}
COMMANDS = PAGES["docs/commands.md"]
ARTICLE = "استقبل وزير الداخلية المغربي، أمس بالرباط، وزير الداخلية الإسباني."


def commands() -> dict[str, list[str]]:
    """Every command with its options, as typer knows them."""
    found: dict[str, list[str]] = {}

    def walk(command: object, name: str) -> None:
        options = [
            option for parameter in command.params for option in parameter.opts if option.startswith("--")
        ]  # type: ignore[attr-defined]
        inner = getattr(command, "commands", {})
        if not inner or getattr(command, "invoke_without_command", False) and name != "mithaq":
            found[name] = [option for option in options if option != "--help"]
        for each, below in inner.items():
            walk(below, f"{name} {each}")

    walk(typer.main.get_command(cli.application()), "mithaq")
    return found


def section(name: str) -> str:
    """The part of docs/commands.md under the heading of a command."""
    found = re.search(rf"^## {re.escape(name)}(?= |$).*?(?=^## |\Z)", COMMANDS, re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no heading '## {name}'"
    return found[0]


@pytest.mark.parametrize(("name", "options"), commands().items())
def test_commands_and_options_are_told(name: str, options: list[str]) -> None:
    shared = COMMANDS[COMMANDS.index("## Documents") : COMMANDS.index("## mithaq read")]
    told = section(name) + (shared if name in ("mithaq read", "mithaq add", "mithaq explain") else "")
    assert [option for option in options if f"`{option}" not in told and f" {option} " not in told] == []


def test_no_command_is_told_that_is_not_there() -> None:
    names = {" ".join(line.split()[1:]) for line in COMMANDS.splitlines() if line.startswith("## mithaq ")}
    known = {name for name in commands() if any(told.startswith(name) for told in names)}
    assert known == set(commands())
    assert len(names) == len(known)


def test_global_options_are_told() -> None:
    assert "`--debug`" in COMMANDS
    assert "`--version`" in COMMANDS


def test_errors_are_told() -> None:
    for name, value in vars(errors).items():
        if isinstance(value, type) and issubclass(value, Exception):
            assert f"| `{name}` |" in COMMANDS


def test_ontology_is_told() -> None:
    page = PAGES["docs/ontology.md"]
    words = [
        *ontology.KINDS,
        *ontology.STAGES,
        *ontology.TOPICS,
        *ontology.PURPOSES,
        *ontology.FIGURES,
        "general",
    ]
    words += [action for actions in ontology.ACTIONS.values() for action in actions]
    assert [word for word in words if f"`{word}`" not in page] == []
    for kind, roles in ontology.ROLES.items():
        row = next(
            line
            for line in page.splitlines()
            if line.startswith("| ")
            and f"`{kind}`" in line
            and "CONSULT" not in line
            and any(f"`{role}`" in line for role in roles)
        )
        assert [role for role in roles if f"`{role}`" not in row] == []


def test_dependencies_are_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    needed = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["dev"]
    names = {re.split(r"[<>=\[]", name)[0] for name in needed + project["build-system"]["requires"]}
    told = set(re.findall(r"^\| ([\w.-]+) \|", PAGES["docs/dependencies.md"], re.MULTILINE)) - {"package"}
    assert told == names


def test_dependencies_are_pinned_without_hosts() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for line in (ROOT / name).read_text("utf-8").splitlines():
            assert re.fullmatch(r"#.*|-r requirements\.txt|[\w.-]+==[\w.]+", line), line


def test_contributing_opens_with_words() -> None:
    headings = [line for line in PAGES["CONTRIBUTING.md"].splitlines() if line.startswith("#")]
    assert headings[1] == "## Add a word without programming"


def test_links_lead_somewhere() -> None:
    broken = [
        f"{name}: {target}"
        for name, page in PAGES.items()
        for target in re.findall(r"\]\(([^)#]+)\)", page)
        if not target.startswith("https://") and not (ROOT / name).parent.joinpath(target).exists()
    ]
    assert broken == []


def test_every_module_folder_is_in_the_architecture() -> None:
    page = PAGES["docs/architecture.md"]
    folders = {
        path.name
        for path in (ROOT / "src" / "mithaq").iterdir()
        if path.is_dir() and not path.name.startswith(("_", "."))
    }
    assert [name for name in sorted(folders) if f"    {name}/" not in page] == []


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGES[page], re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("code", blocks("README.md", "python"))
def test_python_examples_run(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(ast.parse(code), "README.md", "exec"), {})  # noqa: S102  our own page
    assert capsys.readouterr().out


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the README speaks of."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "article.txt").write_text(ARTICLE, "utf-8")
    (folder / "examples").symlink_to(ROOT / "examples")
    return folder


def test_the_readme_shows_what_is_printed(desk: Path) -> None:
    page = PAGES["README.md"]
    assert f'echo "{ARTICLE}" > article.txt' in page
    shown = re.search(r"^    article\.txt: 1 event\n(?:    .*\n)+", page, re.MULTILINE)
    assert shown
    done = subprocess.run(
        [sys.executable, "-c", "from mithaq.cli import main; main()", "read", "article.txt"]
        + ["--home", "MAR", "--published", "2024-09-20"],
        cwd=desk,
        capture_output=True,
        check=True,
    )
    printed = done.stdout.decode().translate({0x2068: None, 0x2069: None}).splitlines()
    without_confidence = re.compile(r"  \d\.\d\d$")
    assert [without_confidence.sub("", line.removeprefix("    ")) for line in shown[0].splitlines()] == [
        without_confidence.sub("", line) for line in printed if line
    ]


def test_commands_of_the_readme_run(desk: Path) -> None:
    lines = [
        line
        for block in blocks("README.md", "sh")
        for line in block.splitlines()
        if line.startswith("mithaq ")
    ]
    assert len(lines) >= 5
    for line in lines:
        done = subprocess.run(
            [sys.executable, "-c", "from mithaq.cli import main; main()", *shlex.split(line)[1:]],
            cwd=desk,
            capture_output=True,
            check=False,
            env={**os.environ, "CI": "1"},
        )
        assert (done.returncode, done.stderr.decode()) == (0, ""), line
        assert done.stdout
