"""Addresses and HTML that hold outside the site: in feeds, previews and linked data."""

import re
from functools import lru_cache

from markupsafe import Markup

from dateline.lib.urls import is_web, join

ADDRESS = re.compile(r"""(\s(?:href|src|cite)=["'])(/(?!/)[^"']*)""")


@lru_cache(maxsize=4096)
def absolute(address: str, base: str) -> str:
    """Return an address with the site's base; one of another site stays as it is."""
    return join(base, address) if address[:1] == "/" or not is_web(address) else address


def absolute_html(html: str, base: str) -> Markup:
    """Return HTML whose links lead to the site from anywhere."""

    def whole(found: re.Match[str]) -> str:
        return found.group(1) + join(base, found.group(2))

    return Markup(ADDRESS.sub(whole, str(html)))  # noqa: S704  the same HTML, addresses apart
