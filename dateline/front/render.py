"""Render pages of values into bytes: what settings name as PRESS_RENDERER."""

from collections.abc import Mapping
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, cast

from django.db import DatabaseError

from dateline.front import styles
from dateline.front.environment import closure, environment
from dateline.front.records import Chrome, Edition
from dateline.front.template_files import name_of

if TYPE_CHECKING:
    from dateline.press import Page


class TemplateFailed(Exception):
    """A page that could not be rendered; the words name the template and its line."""


def render(page: "Page") -> bytes:
    """Render a page or part of values with its edition's words, zone and language.

    The values hold `chrome` (pages) or `edition` (parts, feeds, sitemaps). Raises KeyError
    when neither is there, TemplateFailed, which names template and line, when it asks for what no
    record has, for the time, the request or the database.
    """
    values = page.values
    edition = edition_of(values)
    made = environment(edition.language, edition.locale, edition.zone)
    sheet = styles.style(closure(page.template)) if "chrome" in values else None
    try:
        text = made.get_template(page.template).render(values, edition=edition, sheet=sheet)
    except DatabaseError:
        raise
    except Exception as why:
        place = _place(why) or page.template
        raise TemplateFailed(f"{place}: {type(why).__name__}: {why}") from why
    return text.encode()


def _place(why: Exception) -> str:
    """Return template and line where rendering broke, "" where it is in none."""
    named = [(name_of(Path(one.filename)), one.lineno) for one in extract_tb(why.__traceback__)]
    return next((f"{name}:{line}" for name, line in reversed(named) if name), "")


def edition_of(values: Mapping[str, object]) -> Edition:
    """Return the edition that a page's values belong to."""
    chrome = values.get("chrome")
    found = chrome.edition if isinstance(chrome, Chrome) else values["edition"]
    return cast("Edition", found)
