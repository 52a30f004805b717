"""The command ``gongbiao``: its subcommands put together, errors turned into one line and a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise

import typer
from typer.exceptions import Abort, Exit, TyperException

from app import (
    asking_commands,
    chat_command,
    checking_commands,
    comparing_commands,
    export_commands,
    library_commands,
    mapping_commands,
    overview_commands,
    planning_commands,
    reading_commands,
    running_commands,
    tier_commands,
)
from app.console import LAYER_ERRORS, MISUSED, fail

app = typer.Typer(
    name="gongbiao",
    help="工标：智能制造标准导航。逐条引用，逐字可查。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _module in (
    running_commands,
    library_commands,
    reading_commands,
    asking_commands,
    chat_command,
    mapping_commands,
    planning_commands,
    comparing_commands,
    tier_commands,
    overview_commands,
    export_commands,
    checking_commands,
):
    for _name, _command in _module.COMMANDS.items():
        app.command(_name)(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status: 0 done, 1 failed, 2 wrong usage, 3 done in part."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        status = app(args=list(arguments), standalone_mode=False, prog_name="gongbiao")
    except Exit as leave:
        return int(leave.exit_code)
    except TyperException as wrong:
        message = wrong.format_message().strip()  # blank where the help was shown instead
        return fail(TypeError(f"command: {message} Run `gongbiao --help`."), status=MISUSED) if message else MISUSED
    except Abort:
        return fail(RuntimeError("command: it was interrupted. Run it again; what was done is kept."))
    except LAYER_ERRORS as error:
        people = "--json" not in arguments
        return fail(error, details=people, chinese=people and sys.stderr.isatty() and not _in_english(arguments))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return int(status) if isinstance(status, int) else 0


def _in_english(arguments: Sequence[str]) -> bool:
    return "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)


if __name__ == "__main__":
    main()
