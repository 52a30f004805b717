"""dev.py: clear words where something is missing, nothing done twice, nothing left behind."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

import dev
from tests.house.source_tree import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the files that decide what is installed, and an environment that says it has them."""
    for name in ("dev.py", "pyproject.toml", "constraints.txt"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").mkdir()
    return tmp_path


def task(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(checkout / "dev.py"), *arguments]
    setting = {name: value for name, value in os.environ.items() if name not in ("CI", "CXX")} | environment
    return subprocess.run(command, cwd="/", env=setting, capture_output=True, text=True, check=False)


def installed(checkout: Path, *parts: str) -> None:
    print_it = f"import sys; sys.path.insert(0, {str(checkout)!r}); import dev; print(dev.fingerprint())"
    fingerprint = subprocess.run([sys.executable, "-c", print_it], capture_output=True, text=True, check=True).stdout
    for part in parts:
        (checkout / ".venv" / f"installed-{part}").write_text(fingerprint.strip(), encoding="ascii")


def test_what_is_installed_is_not_installed_again(checkout: Path) -> None:
    installed(checkout, "dev", "model")
    done = task(checkout, "install", PATH="")
    assert done.returncode == 0
    assert re.fullmatch(r"gongbiao: ready: \S+gongbiao(\.exe)?\n", done.stderr)


def test_the_app_asks_for_less_than_the_tests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    monkeypatch.setattr(dev, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(dev, "program", lambda name: str(tmp_path / "bin" / name))

    def run(*command: str) -> int:
        asked.append(command[-1])
        return 0

    monkeypatch.setattr(dev, "run", run)
    for part in ("core", "core", "dev", "dev", "core"):
        dev.install_core(part)
    assert asked == [".", ".[dev]"]


def test_without_a_compiler_it_goes_on_and_says_so(checkout: Path) -> None:
    installed(checkout, "dev")
    done = task(checkout, "install", PATH="")
    assert done.returncode == 0
    assert "no C++ compiler" in done.stderr and "apt install g++" in done.stderr and "xcode-select" in done.stderr


def test_continuous_integration_does_not_go_on_without_the_model(checkout: Path) -> None:
    installed(checkout, "dev")
    done = task(checkout, "install", PATH="", CI="true")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("error: the local model is not installed")


def test_a_changed_constraint_asks_for_a_new_install(checkout: Path) -> None:
    installed(checkout, "dev")
    before = (checkout / ".venv" / "installed-dev").read_text(encoding="ascii")
    with (checkout / "constraints.txt").open("a", encoding="utf-8") as file:
        file.write("numpy==1\n")
    installed(checkout, "dev")
    assert (checkout / ".venv" / "installed-dev").read_text(encoding="ascii") != before


def test_an_old_python_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 1))
    with pytest.raises(dev.TaskError, match=r"too old: 99\.1 or newer is needed.*dev\.py install"):
        dev.check_python()


def test_an_unknown_argument_is_wrong_usage(checkout: Path) -> None:
    assert task(checkout, "install", "--quick").returncode == 2


def test_cleaning_keeps_the_environment_unless_told(checkout: Path) -> None:
    (checkout / "build").mkdir()
    assert task(checkout, "clean").returncode == 0
    assert not (checkout / "build").exists() and (checkout / ".venv").exists()
    assert task(checkout, "clean", "--all").returncode == 0
    assert not (checkout / ".venv").exists()


def test_the_makefile_only_calls_the_tasks() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipes = [line.strip() for line in makefile.splitlines() if line.startswith("\t")]
    targets = re.findall(r"^(\w+):$", makefile, re.MULTILINE)
    ports = {"app": " $(if $(PORT),--port $(PORT))"}
    assert recipes == [f"$(PYTHON) dev.py {target}{ports.get(target, '')}" for target in targets]
    assert set(targets) == {name.removeprefix("task_") for name in dir(dev) if name.startswith("task_")}


def program(path: Path, script: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def port() -> str:
    """A port that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return str(probe.getsockname()[1])


@pytest.fixture
def with_programs(checkout: Path) -> Path:
    """A checkout whose environment holds small scripts in place of Python, which runs pip, and of the product."""
    installed(checkout, "core")
    program(checkout / ".venv" / "bin" / "python", 'echo "$CMAKE_ARGS $*"; sleep 0.1')
    program(checkout / ".venv" / "bin" / "gongbiao", 'echo "$*"; test "$1" = build || sleep 0.9')
    return checkout


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
def test_the_app_opens_while_the_model_installs(with_programs: Path, port: str) -> None:
    done = task(with_programs, "app", "--port", port, CXX="sh")
    assert done.returncode == 0
    assert done.stdout.splitlines() == ["build", f"app --port {port}"]
    assert done.stderr.index("compiles in the background") < done.stderr.index("writing is ready")
    log = (with_programs / ".venv" / "model-install.log").read_text(encoding="utf-8")
    assert "-DLLAVA_BUILD=OFF" in log and "llama-cpp-python" in log and "constraints.txt" in log
    assert "writing is ready" not in task(with_programs, "app", "--port", port, CXX="sh").stderr


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
def test_a_model_that_cannot_be_installed_does_not_close_the_app(with_programs: Path, port: str) -> None:
    program(with_programs / ".venv" / "bin" / "python", "exit 1")
    done = task(with_programs, "app", "--port", port, CXX="sh")
    assert done.returncode == 0
    assert "could not be installed" in done.stderr and "model-install.log" in done.stderr
    assert task(with_programs, "install", CXX="sh").returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
def test_an_app_that_closes_stops_the_compile(with_programs: Path, port: str) -> None:
    mark = with_programs / "compiled"
    program(with_programs / ".venv" / "bin" / "python", f"sh -c 'sleep 1.8; touch {mark}' & wait")
    done = task(with_programs, "app", "--port", port, CXX="sh")
    assert "was stopped" in done.stderr
    time.sleep(1.2)
    assert not mark.exists()


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
def test_an_app_is_not_opened_on_data_that_could_not_be_built(with_programs: Path, port: str) -> None:
    program(with_programs / ".venv" / "bin" / "gongbiao", 'echo "$*"; exit 1')
    done = task(with_programs, "app", "--no-model", "--port", port)
    assert (done.returncode, done.stdout) == (1, "build\n")
    assert "the data could not be built" in done.stderr


def test_a_port_in_use_is_said_before_anything_is_begun(with_programs: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        taken = str(holder.getsockname()[1])
        done = task(with_programs, "app", "--port", taken, CXX="sh")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"error: port {taken}: it is in use. Choose another with --port\n"
    assert not (with_programs / ".venv" / "model-install.log").exists()


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
@pytest.mark.parametrize("request_to_end", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_request_to_end_reaches_the_app_and_the_compile(
    with_programs: Path, port: str, request_to_end: signal.Signals
) -> None:
    up, told, compiled = (with_programs / name for name in ("up", "told", "compiled"))
    program(with_programs / ".venv" / "bin" / "python", f"sleep 9; touch {compiled}")
    app = f"trap 'touch {told}; exit 0' TERM; touch {up}; while :; do sleep 0.05; done"
    program(with_programs / ".venv" / "bin" / "gongbiao", f'test "$1" = build || {{ {app}; }}')
    command = [sys.executable, str(with_programs / "dev.py"), "app", "--port", port]

    def listen() -> None:
        signal.signal(request_to_end, signal.SIG_DFL)  # whoever runs the tests may ignore it (nohup, a background job)

    with subprocess.Popen(
        command, env=os.environ | {"CXX": "sh"}, stderr=subprocess.PIPE, text=True, preexec_fn=listen
    ) as running:
        until = time.monotonic() + 20
        while not up.exists() and time.monotonic() < until:
            time.sleep(0.05)
        running.send_signal(request_to_end)
        try:
            written = running.communicate(timeout=20)[1]
        finally:
            running.kill()
    assert running.returncode == 130 and "was stopped" in written
    assert told.exists() and not compiled.exists()


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")
def test_training_is_given_what_follows_and_its_status_is_told(checkout: Path) -> None:
    installed(checkout, "train", "model")
    program(checkout / ".venv" / "bin" / "python", 'echo "$*"; exit 7')
    done = task(checkout, "adapter", "--epochs", "2", CXX="sh")
    assert (done.returncode, done.stdout) == (7, "-m training.train --epochs 2\n")


def test_what_trains_the_model_is_installed_with_what_tests_it(checkout: Path) -> None:
    installed(checkout, "train")
    done = task(checkout, "install", "--no-model", PATH="")
    assert done.returncode == 0 and "installing" not in done.stderr
