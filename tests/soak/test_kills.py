"""Kill the press at any moment: nothing may be lost, and no half sheet be seen."""

import gzip
import random
import signal
import subprocess
import time

import pytest

from tests.browser import site

pytestmark = pytest.mark.soak
KILLS = 50


def test_nothing_is_stale_after_fifty_kills(own_site):
    dice = random.Random(2024)

    for _ in range(KILLS):
        pressing = _start(own_site, "press", "--all")
        time.sleep(dice.uniform(0.3, 4))
        pressing.send_signal(signal.SIGKILL)
        pressing.wait()

    assert _start(own_site, "press").wait() == 0
    assert _start(own_site, "press", "check").wait() == 0
    for sheet in (own_site / "var/sheets").rglob("*.gz"):
        assert gzip.decompress(sheet.read_bytes())


def _start(folder, *arguments):
    return subprocess.Popen(
        site.dateline(*arguments),
        env=site.environment(folder),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
