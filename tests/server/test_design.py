"""The design behind the readers' server: every page gets the very bytes it names."""

from pathlib import Path

import pytest

from dateline.front import assets, generations
from tests import designs
from tests.server.processes import answers, running
from tests.server.processes import ask as ask_over_http
from tests.server.sheetwork import a_server, a_store, ask, header

FOR_EVER = "public, max-age=31536000, immutable"


@pytest.fixture
def readers(tmp_path):
    a_store(tmp_path)
    return a_server(tmp_path)


@pytest.fixture
def upgraded(tmp_path):
    """Keep one design in the site's folder, then change to another; yields the first's icon."""
    icon = assets.asset_address(designs.ICON)
    generations.put_design_files(tmp_path / "var" / "static")
    with designs.changing() as use:
        use(designs.another(tmp_path / "other"))
        yield icon


def sent(answer):
    """Return the bytes that a reader gets."""
    return Path(answer.file).read_bytes() if answer.file else answer.body


def test_pages_of_both_designs_get_their_own_files_for_ever(readers, upgraded):
    later = assets.asset_address(designs.ICON)

    answer, now = ask(readers, upgraded), ask(readers, later)

    assert assets.fingerprint(sent(answer)) in upgraded
    assert sent(now) == designs.OTHER_ICON
    assert upgraded != later
    for each in (answer, now):
        assert each.status == 200
        assert header(each, "cache-control") == FOR_EVER
        assert header(each, "content-type") == "image/svg+xml"
        assert header(each, "x-content-type-options") == "nosniff"


@pytest.mark.parametrize("kept", [True, False])
def test_a_file_of_the_design_has_a_validator(readers, tmp_path, *, kept):
    if kept:
        generations.put_design_files(tmp_path / "var" / "static")
    mark = header(ask(readers, assets.asset_address(designs.FONT)), "etag")

    again = ask(readers, assets.asset_address(designs.FONT), if_none_match=mark)

    assert (again.status, again.body, again.file) == (304, b"", "")
    assert header(again, "cache-control") == FOR_EVER


def test_what_nobody_has_kept_is_todays_for_a_short_time(readers):
    now = assets.asset_address(designs.FONT)
    before = f"{now.rpartition('.')[0].rpartition('.')[0]}.0123abcd.woff2"

    answer, current = ask(readers, before), ask(readers, now)

    assert (answer.status, sent(answer)) == (200, sent(current))
    assert header(answer, "cache-control") == "public, max-age=300"
    assert header(current, "cache-control") == FOR_EVER
    assert ask(readers, "/static/fonts/none.0123abcd.woff2").status == 404


def test_a_package_replaced_beneath_a_server_is_not_sent_under_the_old_name(readers, tmp_path):
    package = designs.another(tmp_path / "package")
    with designs.changing() as use:
        use(package)
        address = assets.asset_address(designs.ICON)
        before = ask(readers, address)
        (package / designs.ICON).write_bytes(b"<svg/>")

        answer = ask(readers, address)

    assert (before.body, header(before, "cache-control")) == (designs.OTHER_ICON, FOR_EVER)
    assert (sent(answer), header(answer, "cache-control")) == (b"<svg/>", "public, max-age=300")


def test_a_machine_that_serves_readers_alone_keeps_its_design_through_an_upgrade(tmp_path):
    site, icon = tmp_path / "site", assets.asset_address(designs.ICON)
    site.mkdir()
    (site / "dateline.toml").write_text('[[edition]]\ncode = "en"\nlocale = "en-GB"\n')
    a_store(site)
    with running(site, "--readers-only") as (port, _process):
        answers(port)
        before = ask_over_http(port, icon)

    later = designs.a_later_version(tmp_path / "later")
    with running(site, "--readers-only", **later) as (port, _process):
        answers(port)
        after = ask_over_http(port, icon)
        mark = assets.fingerprint(designs.OTHER_ICON)
        now = ask_over_http(port, f"/static/icon.{mark}.svg")

    assert before[0] == after[0] == now[0] == 200
    assert before[2] == after[2] != now[2] == designs.OTHER_ICON
    assert after[1]["cache-control"] == now[1]["cache-control"] == FOR_EVER
    assert "Traceback" not in (site / "run.log").read_text()
