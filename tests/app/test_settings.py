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


def test_keys_and_prefixes_are_read_and_keys_are_not_shown(tmp_path: Path) -> None:
    environment = {
        "GONGBIAO_EMBEDDER_KEY": "sk-embedder",
        "GONGBIAO_EMBEDDER_QUERY_PREFIX": "query: ",
        "GONGBIAO_EMBEDDER_PASSAGE_PREFIX": "",
        "GONGBIAO_GENERATOR_KEY": "sk-generator",
    }
    settings = read_settings(tmp_path, environment=environment)
    options = settings.embedder_options
    assert (options.key, options.query_prefix, options.passage_prefix) == ("sk-embedder", "query: ", None)
    assert settings.generator_key == "sk-generator"
    assert "sk-" not in repr(settings) + str(settings)
    assert read_settings(tmp_path, environment={}).embedder_options.key == ""
