"""An upgrade to another design: pages of both versions, each with the files it names."""

import gzip
import re

from dateline.front import assets
from tests import designs
from tests.cli.commands import dateline
from tests.server.processes import answers, ask, running

NAMED = re.compile(r"/static/[\w./-]+\.[0-9a-f]{8}\.(?:svg|woff2)")


def page(port):
    """Return the front page as a reader gets it."""
    status, _headers, body = ask(port, "/en/", Accept_Encoding="gzip")
    assert status == 200
    return gzip.decompress(body).decode()


def design_of(port, text):
    """Return the bytes of each file that a page names, each as its name says and for ever."""
    found = {}
    for address in set(NAMED.findall(text)):
        status, headers, body = ask(port, address)
        assert (status, assets.fingerprint(body)) == (200, address.split(".")[-2]), address
        assert "immutable" in headers["cache-control"]
        found[address] = body
    return found


def run(site, *words, **version):
    done = dateline("--site", site, *words, **version)
    assert done.returncode == 0, done.stderr
    return done


def test_pages_of_both_versions_are_whole_while_an_upgrade_is_swept(site, tmp_path):
    run(site, "press")
    later = designs.a_later_version(tmp_path / "later")
    run(site, "upgrade", "--no-backup", **later)

    with running(site, "--readers-only", **later) as (port, _process):
        answers(port)
        before = page(port)
        old = design_of(port, before)
        run(site, "press", **later)
        after = page(port)
        new = design_of(port, after)
        still = design_of(port, before)

    assert len(old) > 3
    assert old == still
    assert designs.OTHER_ICON in new.values()
    assert designs.OTHER_ICON not in old.values()
    assert len(old.keys() & new.keys()) == len(new) - 1
    assert (site / "run.log").read_text().count("\n") <= 3


def test_a_folder_that_takes_no_design_is_one_line_and_readers_are_served(site):
    (site / "var" / "static").rename(site / "var" / "elsewhere")
    (site / "var" / "static").write_text("in the way")

    done = run(site, "press")

    assert done.stderr.count("does not take the design's files") == 1
    with running(site, "--readers-only") as (port, _process):
        answers(port)
        assert len(design_of(port, page(port))) > 3
    assert (site / "run.log").read_text().count("does not take the design's files") == 1
    assert "Traceback" not in (site / "run.log").read_text()
