"""A real Varnish before a site, with the configuration that `dateline deploy varnish` prints."""

import subprocess
from contextlib import contextmanager

from tests.browser.debian import program
from tests.cli.commands import dateline
from tests.patience import until
from tests.ports import free_ports
from tests.server.processes import ask


@contextmanager
def varnish(site, *options, host="localhost", port=None):
    """Run Varnish before a site until the block ends; yields its port."""
    found = program("varnishd", package="varnish")
    port = port or free_ports()
    done = dateline("--site", site, "deploy", "varnish", *options)
    assert done.returncode == 0, done.stderr
    (site / "site.vcl").write_text(done.stdout)
    words = f"-F -j none -a 127.0.0.1:{port} -f {site}/site.vcl -n {site}/varnish-{port}"
    with (site / "varnish.log").open("w") as log:
        process = subprocess.Popen([found, *words.split()], stdout=log, stderr=log)
        try:
            until(lambda: ask(port, "/robots.txt", Host=host)[0] == 200)
            yield port
        finally:
            process.terminate()
            process.wait(10)


def hit(headers):
    """Tell whether an answer came from what Varnish had: it then names two transactions."""
    return len(headers["x-varnish"].split()) == 2
