"""How long the press, the servers and the import desk take. Limits are ten times what is usual."""

import http.client
import resource
import subprocess
import time
from urllib.parse import urlsplit

import pytest

from dateline.intake.reading import read
from tests.browser import kinds, site
from tests.paths import SHARED

pytestmark = pytest.mark.bench
ROUNDS = 2000


def test_pressing_the_whole_demo_anew(demo_site):
    before = _spent()

    subprocess.run(
        site.dateline("press", "--all"),
        env=site.environment(demo_site.folder),
        capture_output=True,
        check=True,
    )

    spent = _spent() - before
    sheets = len(list(demo_site.sheets.rglob("*.gz")))
    print(f"{sheets} sheets in {spent:.1f} s of CPU, start included: {sheets / spent:.0f} a second")
    assert sheets / spent > 20


@pytest.mark.parametrize("kind", kinds.BUDGETED)
def test_serving_one_page_again_and_again(demo_site, kind):
    address = urlsplit(demo_site.page(kind))
    line = http.client.HTTPConnection(address.hostname, address.port)

    began = time.perf_counter()
    for _ in range(ROUNDS):
        line.request("GET", address.path, headers={"Accept-Encoding": "gzip"})
        answer = line.getresponse()
        answer.read()
        assert answer.status == 200

    rate = ROUNDS / (time.perf_counter() - began)
    print(f"{kind}: {rate:.0f} answers a second over one connection")
    assert rate > 300


def test_reading_a_page_in(leave_out):
    if SHARED is None:
        leave_out("the seed page is absent: the reading of a page was not measured")
    else:
        body = (SHARED / "seed/page.txt").read_bytes()
        read(body, name="page.txt")

        began = time.process_time()
        read(body, name="page.txt")

        spent = time.process_time() - began
        print(f"one page read in {spent * 1000:.0f} ms of CPU")
        assert spent < 1


def _spent():
    """Return the CPU seconds of the processes that we waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime
