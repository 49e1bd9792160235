"""Ask axe-core what a page does wrong."""

from functools import cache

import pytest

from tests.paths import ROOT

SOURCE = ROOT / "tests/tools/node_modules/axe-core/axe.min.js"
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": [
            "wcag2a",
            "wcag2aa",
            "wcag21a",
            "wcag21aa",
            "wcag22aa",
            "best-practice",
        ],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


@cache
def source():
    """Read the checker; one clear line where the test tools are not installed."""
    if not SOURCE.is_file():
        pytest.fail("axe-core is missing: run `make test`, which installs the test tools", False)
    return SOURCE.read_text("utf-8")


def violations(page):
    """Return one line for each fault: the rule, the first places and why.

    page: opened with bypass_csp=True, for the site's own policy refuses strange scripts.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(source())
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
    return [
        f"{fault['id']}: {node['target']} {node['failureSummary']}"
        for fault in found
        for node in fault["nodes"][:3]
    ]
