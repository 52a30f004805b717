from __future__ import annotations

from pathlib import Path

from app.settings import DEFAULT_DOCUMENT, read_settings


def test_an_option_outranks_the_environment_and_that_the_default(tmp_path: Path) -> None:
    environment = {
        "GONGBIAO_DATA": str(tmp_path / "env"),
        "GONGBIAO_GENERATOR": "none",
        "GONGBIAO_EMBEDDER": "e",
        "GONGBIAO_DOCUMENT": "zj-trial",
    }
    given = read_settings(tmp_path / "option", embedder="bundled", generator="gguf:x", environment=environment)
    assert (given.data, given.embedder, given.generator) == (tmp_path / "option", "bundled", "gguf:x")
    from_environment = read_settings(environment=environment)
    assert (from_environment.data, from_environment.embedder) == (tmp_path / "env", "e")
    assert (from_environment.generator, from_environment.document) == ("none", "zj-trial")


def test_defaults_where_nothing_is_set() -> None:
    settings = read_settings(environment={"GONGBIAO_DATA": "", "GONGBIAO_GENERATOR": ""})
    assert (settings.embedder, settings.generator, settings.document) == ("bundled", "bundled", DEFAULT_DOCUMENT)
    assert settings.data.is_absolute() and settings.data.name == "gongbiao"
    assert settings.models == settings.data / "models"
