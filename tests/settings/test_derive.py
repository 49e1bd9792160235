import logging
import sys

import pytest

from dateline.settings.derive import derive
from dateline.settings.errors import SettingsError
from dateline.settings.logs import OneLine
from dateline.settings.reading import read_site


def derived(tmp_path, **environment):
    environment.setdefault("DATELINE_SITE_SECRET_KEY", "x" * 50)
    return derive(read_site(tmp_path, environment=environment, file=None))


def test_cookies_are_the_newsrooms_alone(tmp_path):
    settings = derived(tmp_path)

    for cookie in ("SESSION", "CSRF"):
        assert settings[f"{cookie}_COOKIE_PATH"] == "/newsroom/"
        assert settings[f"{cookie}_COOKIE_HTTPONLY"] is True
        assert settings[f"{cookie}_COOKIE_SAMESITE"] == "Lax"
    assert settings["SESSION_COOKIE_NAME"] != settings["CSRF_COOKIE_NAME"]


def test_cookies_travel_over_tls_alone_where_the_newsroom_has_it(tmp_path):
    settings = derived(tmp_path, DATELINE_SERVER_NEWSROOM_ADDRESS="https://desk.example")

    assert settings["SESSION_COOKIE_SECURE"] is True
    assert settings["CSRF_TRUSTED_ORIGINS"] == ["https://desk.example"]
    assert settings["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")


def test_a_public_newsroom_answers_to_its_own_hosts_only(tmp_path):
    settings = derived(
        tmp_path,
        DATELINE_SITE_PUBLIC="true",
        DATELINE_SERVER_HOST="0.0.0.0",
        DATELINE_SERVER_HOSTS="desk2.example",
    )

    assert settings["ALLOWED_HOSTS"] == ["127.0.0.1", "[::1]", "desk2.example", "localhost"]


def test_sqlite_begins_every_writing_transaction_as_one(tmp_path):
    database = derived(tmp_path)["DATABASES"]["default"]

    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 30
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]
    assert "synchronous=FULL" in database["OPTIONS"]["init_command"]


def test_postgresql_comes_from_the_address(tmp_path):
    address = "postgresql://dateline:s%3Acret@db.example:5433/news?sslmode=require"
    database = derived(tmp_path, DATELINE_DATABASE_URL=address)["DATABASES"]["default"]

    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["NAME"], database["USER"], database["PASSWORD"]) == (
        "news",
        "dateline",
        "s:cret",
    )
    assert database["OPTIONS"] == {"sslmode": "require"}


def test_another_engine_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="must begin with postgresql:// or sqlite:///, not mys"):
        derived(tmp_path, DATELINE_DATABASE_URL="mysql://x/y")


def test_no_setting_calls_an_outside_host(tmp_path):
    settings = derived(tmp_path)

    assert settings["WAGTAIL_GRAVATAR_PROVIDER_URL"] is None
    assert settings["WAGTAIL_ENABLE_UPDATE_CHECK"] is False
    assert settings["WAGTAIL_ENABLE_WHATS_NEW_BANNER"] is False


def test_every_edition_has_a_content_locale_among_the_languages(tmp_path):
    settings = derived(tmp_path)

    content = [("en-gb", "English"), ("uk-ua", "Українська")]
    assert settings["WAGTAIL_CONTENT_LANGUAGES"] == content
    assert set(content) < set(settings["LANGUAGES"])
    assert settings["LANGUAGE_CODE"] == "en"


def test_an_exception_is_one_line_of_the_log():
    try:
        raise ValueError("no\nsuch slug")
    except ValueError:
        record = logging.LogRecord(
            "dateline.x", logging.ERROR, __file__, 1, "while %s", ("publishing",), sys.exc_info()
        )

    line = OneLine().format(record)

    assert "\n" not in line
    assert "error dateline.x: while publishing (ValueError: no such slug at " in line
