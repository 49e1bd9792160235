"""The checkers themselves: each must find the fault it is there for."""

import pytest

GOOD = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Good</title>
<meta name="viewport" content="width=device-width"></head>
<body><main><h1>Good page</h1><p>Words.</p></main></body></html>"""
BAD = GOOD.replace("<p>Words.</p>", '<p><img src="data:,"><h4>Too deep</h4>')


@pytest.fixture
def shown(browser, tmp_path):
    def show(document):
        (tmp_path / "page.html").write_text(document, "utf-8")
        page = browser.new_page(bypass_csp=True)
        page.goto((tmp_path / "page.html").as_uri())
        return page

    return show


def test_axe_finds_nothing_on_a_good_page(shown, violations):
    assert violations(shown(GOOD)) == []


def test_axe_finds_a_picture_without_words(shown, violations):
    assert any(line.startswith("image-alt") for line in violations(shown(BAD)))


@pytest.mark.xdist_group("nu")
def test_the_html_checker_passes_a_good_page(check_html):
    assert check_html(GOOD.encode()) == []


@pytest.mark.xdist_group("nu")
def test_the_html_checker_finds_a_picture_without_words(check_html):
    assert any("alt" in line for line in check_html(BAD.encode()))
