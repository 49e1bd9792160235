import json
import os

import pytest

from tests.cli.commands import dateline, refused
from tests.paths import SHARED

PAGE = """Harbour crane moves after nine years

22 November 2026

The crane on the north quay moved on Sunday, the harbour office said.
"""


def test_a_page_is_read_in_any_folder_without_a_site(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE)

    done = dateline("import", "page.txt", "--json", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["source"]["characters"] == len(PAGE)
    assert [each.name for each in tmp_path.iterdir()] == ["page.txt"]


def test_a_page_is_read_from_standard_input(tmp_path):
    done = dateline("import", "-", "--json", cwd=tmp_path, stdin=PAGE.encode())

    assert json.loads(done.stdout)["source"]["name"] == "-"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "empty"),
        (os.urandom(100_000), "binary"),
        (b"x" * 10_485_760, "larger than 5 MB"),
    ],
    ids=["empty", "binary", "huge"],
)
def test_what_is_no_page_is_one_line(tmp_path, body, said):
    (tmp_path / "page").write_bytes(body)

    assert said in refused(dateline("import", "page", "--json", cwd=tmp_path))
    assert said in refused(dateline("import", "-", "--json", cwd=tmp_path, stdin=body))


def test_a_page_that_is_not_there_is_one_line(tmp_path):
    line = refused(dateline("import", "none.txt", "--json", cwd=tmp_path))

    assert "none.txt: No such file or directory; name a file, or - for standard input" in line


def test_json_and_publish_together_are_wrong_usage(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE)

    line = refused(dateline("import", "page.txt", "--json", "--publish", cwd=tmp_path), status=2)

    assert "--json saves nothing" in line


def test_an_import_into_an_unknown_edition_saves_nothing(site):
    (site / "page.txt").write_text(PAGE)
    before = (site / "var" / "db.sqlite3").read_bytes()

    line = refused(dateline("import", "page.txt", "--edition", "fr", cwd=site))

    assert "no edition 'fr'" in line
    assert "the site has: en, uk" in line
    assert (site / "var" / "db.sqlite3").read_bytes() == before


def test_the_seed_page_is_read_whole(tmp_path, leave_out):
    if SHARED is None:
        leave_out("the seed page, which lies beside the project")
        return

    done = dateline("import", SHARED / "seed" / "page.txt", "--json", cwd=tmp_path)

    draft = json.loads(done.stdout)
    assert (len(draft["entries"]), len(draft["newsfeed"]), len(draft["quotes"])) == (22, 40, 9)
