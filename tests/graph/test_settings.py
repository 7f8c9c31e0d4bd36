"""The environment becomes settings, or a message that names the variable."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.settings import Settings


def test_nothing_given_means_the_defaults() -> None:
    assert Settings.from_env({}) == Settings()
    assert Settings.from_env({"NEO4J_URI": " ", "ZHISHI_HEAP": ""}) == Settings()
    assert Settings().data.is_absolute()


def test_everything_given_is_read() -> None:
    settings = Settings.from_env(
        {
            "ZHISHI_DATA": "~/知识 graph",
            "NEO4J_URI": "neo4j://graph.invalid",
            "NEO4J_USERNAME": "li",
            "NEO4J_PASSWORD": "secret-word",
            "NEO4J_DATABASE": "people",
            "ZHISHI_HEAP": "2G",
            "ZHISHI_QUERY_TIMEOUT": "7.5",
            "ZHISHI_LANG": "en",
            "UNRELATED": "x",
        }
    )
    assert settings == Settings(
        data=Path.home() / "知识 graph",
        neo4j_uri="neo4j://graph.invalid",
        neo4j_username="li",
        neo4j_password="secret-word",
        neo4j_database="people",
        heap="2g",
        query_timeout=7.5,
        language="en",
    )
    assert "secret-word" not in repr(settings)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ZHISHI_HEAP", "lots"),
        ("ZHISHI_HEAP", "0m"),
        ("ZHISHI_HEAP", "2"),
        ("ZHISHI_QUERY_TIMEOUT", "soon"),
        ("ZHISHI_QUERY_TIMEOUT", "0"),
        ("ZHISHI_QUERY_TIMEOUT", "nan"),
        ("ZHISHI_QUERY_TIMEOUT", "inf"),
        ("ZHISHI_LANG", "fr"),
    ],
)
def test_a_value_of_the_wrong_kind_is_quoted_with_its_variable(variable: str, value: str) -> None:
    with pytest.raises(UsageError, match=rf"{variable}: '{value}'") as refused:
        Settings.from_env({variable: value})
    assert refused.value.hint
    assert refused.value.exit_code == 2
