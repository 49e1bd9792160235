"""How addresses are joined and brought to one spelling."""

import pytest

from dateline.lib import urls


def test_a_path_is_joined_to_the_site_with_one_slash() -> None:
    assert urls.join("https://port.example/", "/en/") == "https://port.example/en/"


@pytest.mark.parametrize(
    "path", ["en/", "//evil.example/", "/../x", "/a/%2e%2e/x", "/a\\b", "/a b"]
)
def test_a_path_that_could_lead_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(urls.BadAddress):
        urls.join("https://port.example", path)


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("HTTPS://Example.ORG:443/A?utm_source=x&b=1&fbclid=2#c", "https://example.org/A?b=1"),
        ("http://example.org", "http://example.org/"),
        ("http://example.org:8080/%7Euser/", "http://example.org:8080/~user/"),
        ("https://київ.example/х", "https://xn--b1alf1j.example/%D1%85"),
        ("https://x.example/a%2Fb%7e?q=%D1%85&a", "https://x.example/a%2Fb~?q=%D1%85&a"),
        ("https://[2001:DB8::1]/", "https://[2001:db8::1]/"),
    ],
)
def test_addresses_of_one_page_get_one_spelling(address: str, same: str) -> None:
    assert urls.normalise(address) == same
    assert urls.normalise(same) == same


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "ftp://x.example/",
        "https://",
        "https://a:b@x.example/",
        "http://x:y/",
    ],
)
def test_what_readers_may_not_be_sent_to_is_refused(address: str) -> None:
    with pytest.raises(urls.BadAddress):
        urls.normalise(address)
    assert not urls.is_web(address)


def test_the_host_is_shown_without_www() -> None:
    assert urls.host_of("https://www.example.org/a") == "example.org"


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/a", "/a/"),
        (" /a/b/ ", "/a/b/"),
        ("/a.html", "/a/"),
        ("/a.php", "/a.php"),
        ("/%D1%94/", "/є/"),
        ("/", "/"),
    ],
)
def test_a_page_lies_under_one_spelling_of_its_address(address, path):
    assert urls.page_path(address) == path
    assert urls.page_path(path) == path


@pytest.mark.parametrize(
    "address", ["", "a/", "//a/", "/a//b/", "/a?b", "/a%3Fb", "/a#b", "/../a/", "/a b/", "/a.php/"]
)
def test_what_is_no_address_of_a_page_is_refused(address):
    with pytest.raises(urls.BadAddress):
        urls.page_path(address)


def test_a_redirect_leads_to_a_page_of_ours_or_openly_to_another_site():
    assert urls.destination("/a") == "/a/"
    assert urls.destination("/a/?b=1#c") == "/a/?b=1#c"
    assert urls.destination("https://example.org/a") == "https://example.org/a"
    for wrong in ("javascript:alert(1)", "//example.org/", "example.org", "/a/\n"):
        with pytest.raises(urls.BadAddress):
            urls.destination(wrong + "b")
