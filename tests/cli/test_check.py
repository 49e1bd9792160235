import json

import pytest

from tests.cli.commands import dateline, refused
from tests.server.sheetwork import put


def findings(site, **more):
    done = dateline("--site", site, "check", "--json", **more)
    return done.returncode, {
        (one["level"], one["where"], one["said"]) for one in json.loads(done.stdout)["found"]
    }


def test_a_new_site_is_fit_and_its_open_points_are_named(site):
    done = dateline("--site", site, "check")

    assert done.returncode == 0, done.stdout
    for address in ("/en/imprint/", "/uk/imprint/", "/en/contact/", "/uk/contact/"):
        assert f"note: {address}: is not filled yet" in done.stdout
    assert "search engines are told to stay away" in done.stdout
    assert f"Nothing is wrong with {site}" in done.stdout


def test_a_public_site_must_say_where_it_is_and_have_its_imprint(site):
    status, found = findings(site, DATELINE_SITE_PUBLIC="true")

    wrong = {said for level, _where, said in found if level == "wrong"}
    assert status == 1
    assert any("set site.address" in said for said in wrong)
    assert any("the newsroom has no TLS" in said for said in wrong)
    assert any("is not filled yet" in said for said in wrong)


def test_dead_links_and_leaks_in_pressed_pages_are_found(site):
    sheets = site / "var" / "sheets"
    put(sheets, "en.html", '<a href="/en/none/">x</a><a href="/en/story/crane/#e-1">y</a>')
    put(sheets, "en/story/crane.html", '<a href="/en/none/">x</a><img src="/media/no.webp">')
    put(sheets, "uk.html", "<h1>client/title.list_title</h1>")
    (sheets / "uk" / "broken.html.gz").parent.mkdir()
    (sheets / "uk" / "broken.html.gz").write_bytes(b"not gzip")

    status, found = findings(site)

    assert status == 1
    twice = "links to /en/none/, where there is nothing; so do 1 more"
    assert ("wrong", "/en/story/crane/", twice) in found
    assert ("wrong", "/en/story/crane/", "links to /media/no.webp, where there is nothing") in found
    assert any(
        "prints what was not written" in said for _l, where, said in found if where == "/uk/"
    )
    assert any("is no gzip file" in said for _level, _where, said in found)


def test_living_links_are_no_findings(site):
    sheets = site / "var" / "sheets"
    put(
        sheets,
        "en.html",
        '<a href="/en/feed.rss">x</a> <a href="/en/old/">y</a> <a href="/a/k3">z</a>',
    )
    put(sheets, "en/feed.rss", "<rss/>")
    put(sheets, "en/old.html", "<title>Moved</title>")
    (sheets / "en" / "old.redirect").write_text("301 /en/\n")

    assert "links to" not in dateline("--site", site, "check").stdout


@pytest.mark.parametrize("name", ["private/secret.key", "db.sqlite3"])
def test_a_private_file_that_others_may_read_is_found(site, name):
    (site / "var" / name).chmod(0o644)

    done = dateline("--site", site, "check")

    assert f"{name}: others may read it" in done.stdout
    assert "1 thing is wrong with" in refused(done)


def test_a_language_without_words_is_found(site):
    text = (site / "dateline.toml").read_text()
    (site / "dateline.toml").write_text(text + '\n[[edition]]\ncode = "pl"\nlocale = "pl-PL"\n')

    status, found = findings(site)

    assert status == 1
    assert any(
        "messages are not translated" in said for _l, at, said in found if at == "locale/pl-PL"
    )
