"""Tell an editor what was taken off the site: how many addresses, and which."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext
from wagtail.admin import messages

from dateline import press
from dateline.press.worker.takedowns import Takedown, together

MOST_LISTED = 200


@contextlib.contextmanager
def report_takedowns(request: HttpRequest) -> Iterator[None]:
    """Tell whoever sent the request what the block takes off the site, once it is done."""
    with press.witnessed() as heard:
        yield
    done = together(heard)
    if done.removed or done.pressed:
        messages.info(request, sentence(done))
    if done.purged:
        messages.info(request, purged_addresses(done))
    if done.waiting:
        messages.error(request, warning(done))
    if done.kept:
        messages.error(request, unpurged_addresses(done))


def sentence(done: Takedown) -> SafeString:
    """Return how many addresses are gone and how many were pressed anew, with their list."""
    said = [
        ngettext("%d address is gone.", "%d addresses are gone.", len(done.removed))
        % len(done.removed),
        ngettext(
            "%d address was pressed without it.",
            "%d addresses were pressed without it.",
            len(done.pressed),
        )
        % len(done.pressed),
    ]
    return _folded(" ".join(said), [*done.removed, *done.pressed])


def warning(done: Takedown) -> SafeString:
    """Return which addresses may still show it."""
    said = ngettext(
        "%d address may still show it: look at the press.",
        "%d addresses may still show it: look at the press.",
        len(done.waiting),
    )
    return _folded(said % len(done.waiting), done.waiting)


def purged_addresses(done: Takedown) -> SafeString:
    """Return how many addresses the caches before the site have forgotten."""
    said = ngettext(
        "Caches before the site have forgotten %d address.",
        "Caches before the site have forgotten %d addresses.",
        len(done.purged),
    )
    return _folded(said % len(done.purged), done.purged)


def unpurged_addresses(done: Takedown) -> SafeString:
    """Return which addresses caches before the site may still hold."""
    said = ngettext(
        "Caches before the site may still hold %d address; it is tried again.",
        "Caches before the site may still hold %d addresses; it is tried again.",
        len(done.kept),
    )
    return _folded(said % len(done.kept), done.kept)


def _folded(said: str, paths: list[str]) -> SafeString:
    """Return a sentence that opens into a list of addresses."""
    listed = format_html_join("", "<li>{}</li>", ((path,) for path in paths[:MOST_LISTED]))
    more = len(paths) - MOST_LISTED
    if more > 0:
        listed += format_html("<li>{}</li>", gettext("and %d more") % more)
    return format_html("<details><summary>{}</summary><ul>{}</ul></details>", said, listed)
