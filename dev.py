"""The tasks of a checkout: install, app, test, check, adapter, clean. Standard library only, any system.

Run it with the Python that the environment is to be made of::

    python3 dev.py install              # .venv/ with everything; quicker with --no-model: only quotations
    python3 dev.py app                  # opens at once, compiles the model's library meanwhile
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
MODEL_LOG = ENVIRONMENT / "model-install.log"
OLDEST_PYTHON = (3, 11)
PARTS = {"core": ".", "dev": ".[dev]", "train": ".[dev,train]"}  # each holds those before it
LEFTOVERS = ("build", "dist", "gongbiao.egg-info", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis")
STATIC_CHECKS = ("ruff check .", "ruff format --check .", "mypy", "lint-imports --no-cache")
MODEL_FAILED = f"the local model could not be installed, see {MODEL_LOG}. All else works; again: python dev.py install"
COMPILER_REMEDY = (
    "Debian or Ubuntu: apt install g++; macOS: xcode-select --install; "
    "Windows: the Build Tools for Visual Studio with the C++ workload"
)
REQUESTS_TO_END = [one for one in signal.Signals if one.name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")]


class TaskError(Exception):
    """A task cannot be done. The message says what, why and the remedy, in one line."""


def say(message: str) -> None:
    """Prints a line for the person at the terminal, at once."""
    print(f"gongbiao: {message}", file=sys.stderr, flush=True)


def program(name: str) -> str:
    """Returns the path of a program of the environment (``python``, ``gongbiao`` …)."""
    return str(ENVIRONMENT / "Scripts" / f"{name}.exe" if os.name == "nt" else ENVIRONMENT / "bin" / name)


def run(*command: str) -> int:
    """Runs a command in the checkout and returns its exit status."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def check_python() -> None:
    """Raises TaskError where the Python that runs this is too old."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        too_old = f"Python {sys.version.split()[0]} is too old: {wanted} or newer is needed"
        raise TaskError(f"{too_old}. Run this file with a newer one, such as: python{wanted} dev.py install")


def check_port(port: int) -> None:
    """Raises TaskError where another program has the port, before anything is begun."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except (OSError, OverflowError) as error:
        raise TaskError(f"port {port}: it is in use. Choose another with --port") from error


def compiler() -> str | None:
    """Returns the C++ compiler that the model's library would be built with, or None."""
    names = [*os.environ.get("CXX", "").split()[:1], "c++", "g++", "clang++", "cl"]
    found = next(filter(None, map(shutil.which, names)), None)
    # Visual Studio keeps its compiler off the path; cmake finds it by this program.
    locator = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "Microsoft Visual Studio" / "Installer" / "vswhere.exe"
    return found or (str(locator) if os.name == "nt" and locator.exists() else None)


def fingerprint() -> str:
    """Returns a hash of all that decides what gets installed."""
    files = [(ROOT / name).read_bytes() for name in ("pyproject.toml", "constraints.txt")]
    return hashlib.sha256(b"".join([repr((sys.version_info[:2], str(ROOT))).encode(), *files])).hexdigest()


def stamped(part: str) -> bool:
    """Tells whether ``part`` (one of ``PARTS``, or ``model``) is installed as the project's files say today."""
    stamp = ENVIRONMENT / f"installed-{part}"
    return stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint()


def stamp(part: str) -> None:
    """Notes that ``part`` is installed."""
    (ENVIRONMENT / f"installed-{part}").write_text(fingerprint(), encoding="ascii")


def pip(*arguments: str) -> list[str]:
    """Returns a command that installs with the project's constraints."""
    flags = ("--disable-pip-version-check", "--no-input", "-c", "constraints.txt")
    return [program("python"), "-m", "pip", "install", *flags, *arguments]


def install_core(part: str = "dev") -> None:
    """Makes the environment with one of ``PARTS``: the product, what tests it, what trains it; raises TaskError."""
    if any(map(stamped, list(PARTS)[list(PARTS).index(part) :])):
        return
    if not Path(program("python")).exists():
        say("making .venv")
        if run(sys.executable, "-m", "venv", str(ENVIRONMENT)) != 0:
            shutil.rmtree(ENVIRONMENT, ignore_errors=True)
            raise TaskError(".venv cannot be made, see above. On Debian or Ubuntu: apt install python3-venv first")
    say("installing the libraries (a minute or two the first time)")
    if run(*pip("--quiet", "-e", PARTS[part])) != 0:
        raise TaskError("the libraries could not be installed: pip failed, see above. Mend that and run this again")
    stamp(part)


def model_requirements() -> list[str]:
    """Returns what the extra ``model`` asks for; the project itself is left alone, since it may be running."""
    import tomllib  # here, since a Python too old to have it still has to get a clear message

    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["project"]["optional-dependencies"]["model"])


def model_wanted() -> bool:
    """Tells whether the local model is still to be installed and can be; says what is missing."""
    if not stamped("model") and compiler() is None:
        say(f"no C++ compiler: going on without the local model; to have it ({COMPILER_REMEDY}): python dev.py install")
        return False
    return not stamped("model")


@contextlib.contextmanager
def model_install() -> Iterator[subprocess.Popen[bytes]]:
    """Compiles the local model, without its image and audio part, with a log; no compiler outlives the block."""
    setting = os.environ | {"CMAKE_ARGS": f"-DLLAVA_BUILD=OFF {os.environ.get('CMAKE_ARGS', '')}".strip()}
    nice = ["nice", "-n", "10"] if shutil.which("nice") else []
    command = [*nice, *pip("--verbose", *model_requirements())]
    with MODEL_LOG.open("wb") as log:
        child = subprocess.Popen(command, cwd=ROOT, env=setting, stdout=log, stderr=log, start_new_session=True)
        try:
            yield child
        finally:
            if child.poll() is None:
                stop_family(child)
                say("the local model's installation was stopped; to finish it: python dev.py install")


def begin(name: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Starts a program of the environment in a group of its own."""
    return subprocess.Popen([program(name), *arguments], cwd=ROOT, start_new_session=True)


def stop_family(child: subprocess.Popen[bytes]) -> None:
    """Stops a child that has a group of its own, with what is below it, and waits for its end."""
    if child.poll() is None and sys.platform == "win32":
        run("taskkill", "/F", "/T", "/PID", str(child.pid))
    elif child.poll() is None:
        os.killpg(child.pid, signal.SIGTERM)
    child.wait()


def install_model() -> None:
    """Installs the local model and waits for it, telling how long it has been; raises TaskError where that fails."""
    say(f"compiling the local model's library (4 to 10 minutes on two cores; log: {MODEL_LOG})")
    began = time.monotonic()
    with model_install() as child:
        while child.poll() is None:
            try:
                child.wait(timeout=30)
            except subprocess.TimeoutExpired:
                say(f"still compiling, {(time.monotonic() - began) / 60:.1f} min so far")
    if child.returncode != 0:
        raise TaskError(MODEL_FAILED)
    stamp("model")


def task_install(options: argparse.Namespace) -> int:
    """Makes ``.venv/`` with everything and starts nothing."""
    install_core()
    if not options.no_model and model_wanted():
        install_model()
    if os.environ.get("CI") == "true" and not options.no_model and not stamped("model"):
        raise TaskError("the local model is not installed, and CI=true asks for it. Install a C++ compiler")
    say(f"ready: {program('gongbiao')}")
    return 0


def task_app(options: argparse.Namespace) -> int:
    """Opens the app as soon as it can answer; the model's library compiles meanwhile."""
    check_port(options.port)
    install_core("core")
    with contextlib.ExitStack() as stack:
        model = None
        if not options.no_model and model_wanted():
            model = stack.enter_context(model_install())
            say(f"the local model's library compiles in the background (log: {MODEL_LOG}); quotations work at once")
        if run(program("gongbiao"), "build") != 0:
            raise TaskError("the data could not be built, see above. The app was not started")
        page = begin("gongbiao", "app", "--port", str(options.port))
        stack.callback(stop_family, page)
        if model is not None:
            tell_when_ready(model, page)
        return page.wait()


def tell_when_ready(model: subprocess.Popen[bytes], page: subprocess.Popen[bytes]) -> None:
    """Waits for the model's installation or the page's end, whichever is first, and says what came of the model."""
    while page.poll() is None and model.poll() is None:
        time.sleep(0.5)
    if model.returncode == 0:
        stamp("model")
        say("writing is ready: the local model is installed, the next question uses it")
    elif model.returncode is not None:
        say(MODEL_FAILED)


def task_test(options: argparse.Namespace) -> int:
    """Runs the tests; what follows on the command line goes to pytest."""
    install_core()
    return run(program("python"), "-m", "pytest", *options.rest)


def task_check(options: argparse.Namespace) -> int:
    """Runs every static check, then, if they all pass, the tests."""
    install_core()
    failed = []
    for check in STATIC_CHECKS:
        say(f"checking: {check}")
        if run(program(check.split()[0]), *check.split()[1:]) != 0:
            failed.append(check)
    if failed:
        raise TaskError(f"not clean: {', '.join(failed)}, see above. The tests were not run")
    return task_test(options)


def task_adapter(options: argparse.Namespace) -> int:
    """Trains the local model's adapter; what follows on the command line goes to the training."""
    install_core("train")
    if model_wanted():
        install_model()
    with contextlib.ExitStack() as stack:
        training = begin("python", "-m", "training.train", *options.rest)
        stack.callback(stop_family, training)  # a request to end reaches it, and it writes a checkpoint first
        return training.wait()


def task_clean(options: argparse.Namespace) -> int:
    """Removes what tools left behind; the environment only with ``--all``."""
    for name in (*LEFTOVERS, *([".venv"] if options.all else [])):
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


def parser() -> argparse.ArgumentParser:
    """Returns the command line's grammar."""
    line = argparse.ArgumentParser(prog="dev.py", description="Tasks of the Gongbiao checkout.")
    tasks = line.add_subparsers(dest="task", required=True)
    for do in (task_install, task_app, task_test, task_check, task_adapter, task_clean):
        task = tasks.add_parser(do.__name__.removeprefix("task_"), help=(do.__doc__ or "").splitlines()[0])
        task.set_defaults(do=do)
        if do in (task_install, task_app):
            task.add_argument("--no-model", action="store_true", help="leave the local model out")
    tasks.choices["app"].add_argument("--port", type=int, default=8501, help="the port to listen on")
    tasks.choices["clean"].add_argument("--all", action="store_true", help="the environment too")
    return line


def interrupt(*_: object) -> None:
    """Turns the first request to end into the interruption that closes children on its way out."""
    for number in REQUESTS_TO_END:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one task and returns its exit status."""
    options, rest = parser().parse_known_args(arguments)
    if rest and options.do not in (task_test, task_check, task_adapter):
        parser().error(f"unknown arguments: {' '.join(rest)}")
    options.rest = rest
    for number in REQUESTS_TO_END:
        if number == signal.SIGINT or signal.getsignal(number) != signal.SIG_IGN:  # as under nohup
            signal.signal(number, interrupt)
    try:
        check_python()
        return int(options.do(options))
    except TaskError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
