"""The design behind nginx and Caddy: every page gets the very bytes it names."""

import pytest

from dateline.front import assets, generations
from tests import designs
from tests.cli.test_deploy import both, get, up  # noqa: F401


def keep_designs(site):
    """Keep this version's design and an icon of the one before; return the addresses of both."""
    generations.put_design_files(site / "var" / "static")
    before = f"icon.{assets.fingerprint(designs.OTHER_ICON)}.svg"
    (site / "var" / "static" / before).write_bytes(designs.OTHER_ICON)
    return assets.asset_address(designs.ICON), f"/static/{before}"


def test_pages_of_both_designs_get_their_own_files_while_all_else_is_down(both):
    front, site, _port = both
    now, before = keep_designs(site)

    answers = [get(front, now), get(front, before)]

    assert [each[0] for each in answers] == [200, 200]
    assert answers[0][2] == (assets.FOLDER / designs.ICON).read_bytes()
    assert answers[1][2] == designs.OTHER_ICON
    for _status, headers, _body in answers:
        assert headers["cache-control"] == "public, max-age=31536000, immutable"
        assert headers["content-type"] == "image/svg+xml"
        assert headers["x-content-type-options"] == "nosniff"
        assert "content-encoding" not in headers


@pytest.mark.parametrize("name", ["icon.0123abcd.svg", "fonts/OFL-STIX-Two-Text.0123abcd.txt"])
def test_what_nobody_has_kept_is_todays_for_a_short_time_there_too(both, name):
    status, headers, body = get(both[0], f"/static/{name}")

    plain = name.replace(".0123abcd", "")
    assert (status, body) == (200, (assets.FOLDER / plain).read_bytes())
    assert headers["cache-control"] == "public, max-age=300"
    assert headers["x-content-type-options"] == "nosniff"
    assert get(both[0], "/static/fonts/none.0123abcd.woff2")[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/static/",
        "/static/../private/secret.0123abcd.svg",
        "/static/%2e%2e/private/secret.0123abcd.svg",
        "/static/..%2fprivate/secret.0123abcd.svg",
        "/static/fonts/..%2f..%2fprivate/secret.0123abcd.svg",
        "/static//../private/secret.0123abcd.svg",
    ],
)
def test_no_other_file_is_served_below_the_design(both, path):
    generations.put_design_files(both[1] / "var" / "static")
    (both[1] / "var" / "private").mkdir(exist_ok=True)
    (both[1] / "var" / "private" / "secret.0123abcd.svg").write_text("secret")

    status, _headers, body = get(both[0], path, Accept_Encoding="identity")

    assert status in {301, 308, 400, 404}
    assert b"secret" not in body


@pytest.mark.parametrize("path", ["/en/withdrawn.gone", "/en/old.redirect", "/en/2026/.hidden"])
def test_the_presss_own_files_are_nobodys_address_while_all_else_is_down(both, path):
    assert get(both[0], path)[0] == 404
