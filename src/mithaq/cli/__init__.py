"""The command line: one module a command, imported when the command is asked for.

Exit codes: 0 done; 1 an unexpected error; 2 bad input or bad usage, the good input being read all the same;
130 interrupted; 141 whoever read the output has left.
"""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from keyword import iskeyword

import typer

from mithaq import __version__
from mithaq.errors import MithaqError

COMMANDS = (
    "read", "explain", "add", "reread", "search", "why-not", "persons", "review", "partner", "agreements", "assembly",
    "export", "evaluate", "bench",
)  # fmt: skip
GROUPS = {
    "engagements": ("show",),
    "decisions": (
        "list", "accept", "reject", "correct", "join", "split", "add", "link", "same-person", "two-persons", "withdraw",
    ),
    "feeds": ("update",),
    "lexicon": ("check",),
    "offices": ("import",),
}  # fmt: skip
"""Groups of commands. One whose module has a function of its name does that where no command of it is named."""
BAD, FAILED = 2, 1
GONE = 141
"""What shells say of a program that the pipe's end of reading has left: 128 and the number of the signal."""

_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def main() -> None:
    """Run the command that the arguments of the process name, and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError:  # told already: what is left would only be tried again at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run a command.

    Args:
        arguments: what follows `mithaq`; `--debug` may stand anywhere before `--`.

    Returns:
        The exit code. What goes wrong is told on standard error in one line, without a traceback.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    wants_debug = "--debug" in arguments[:end]
    arguments = [word for word in arguments[:end] if word != "--debug"] + arguments[end:]
    try:
        result = application(next(iter(arguments), None))(
            arguments, prog_name="mithaq", standalone_mode=False
        )
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except typer.Abort:
        return FAILED
    except SystemExit as left:
        # typer leaves with 1, the code of a fault of ours, when the reader of the output is gone
        return GONE if isinstance(left.__context__, BrokenPipeError) else int(left.code or 0)
    except BrokenPipeError:
        return GONE
    except Exception as error:
        if wants_debug:
            raise
        return _tell(error)


def application(command: str | None = None) -> typer.Typer:
    """The commands as one application; only the module of `command`, where it names one, is imported."""
    app = typer.Typer(
        name="mithaq",
        help="Reads what is published about security diplomacy and keeps a register of it.",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_options)
    wanted = (command,) if command in COMMANDS else () if command in GROUPS else COMMANDS
    for name in wanted:
        module_name = name.replace("-", "_")
        app.command(name)(getattr(import_module(f"mithaq.cli.{module_name}"), module_name))
    for group, names in GROUPS.items():
        if command == group or command not in COMMANDS:
            module = import_module(f"mithaq.cli.{group}")
            own = getattr(module, group, None)
            inner = typer.Typer(
                help=(own or module).__doc__, no_args_is_help=own is None, rich_markup_mode=None
            )
            inner.callback(invoke_without_command=own is not None)(own or _nothing)
            for name in names:
                inner.command(name)(getattr(module, _function(name)))
            app.add_typer(inner, name=group)
    return app


def _function(command: str) -> str:
    """What the function of a command is called: `import_` of `import`, `list_` of `list`."""
    name = command.replace("-", "_")
    return f"{name}_" if iskeyword(name) or name == "list" else name


def _options(
    version: bool = typer.Option(
        False,
        "--version",
        help="Print the version and stop.",
        is_eager=True,
        callback=lambda wanted: _version(wanted),
    ),
    debug: bool = typer.Option(
        False, "--debug", help="Show the traceback of an error; may follow any command."
    ),
) -> None:
    pass


def _nothing() -> None:
    pass


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mithaq {__version__}")
        raise typer.Exit


def _tell(error: Exception) -> int:
    if isinstance(error, MithaqError):
        print(f"mithaq: {error}", file=sys.stderr)
        return BAD
    if isinstance(error, OSError) and error.errno in _OF_THE_DISK and not error.filename:
        print(
            f"mithaq: the output cannot be written: {(error.strerror or '').lower()}. "
            "Free some space, or write it to another disk",
            file=sys.stderr,
        )
        return BAD
    show = getattr(error, "show", None)
    if show:  # what typer raises on bad usage
        show()
        return int(getattr(error, "exit_code", BAD))
    notes = "".join(f" ({note})" for note in getattr(error, "__notes__", ()))
    print(
        f"mithaq: unexpected {type(error).__name__}: {error}{notes}; add --debug to see where",
        file=sys.stderr,
    )
    return FAILED
