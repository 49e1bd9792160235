"""Render pages of values into bytes: what settings name as PRESS_RENDERER and PRESS_EPOCH."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, cast

from django.db import DatabaseError

from dateline.front import catalogues, scripts, sources, styles
from dateline.front.environment import TEMPLATES, closure, environment
from dateline.front.records import Chrome, Edition
from dateline.lib import when

if TYPE_CHECKING:
    from dateline.press import Page

HERE = Path(__file__).resolve().parent
# What the words and shapes of every page come from, beside its templates.
CODE = (
    "assets",
    "catalogues",
    "dates",
    "environment",
    "linked",
    "plain",
    "render",
    "scripts",
    "strip",
    "styles",
    "vocabulary",
)


class TemplateFailed(Exception):
    """Says in which template, and at which of its lines, a page could not be rendered."""


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
    frames = [frame for frame in extract_tb(why.__traceback__) if _is_template(frame.filename)]
    last = frames[-1] if frames else None
    return f"{Path(last.filename).relative_to(TEMPLATES)}:{last.lineno}" if last else ""


def _is_template(name: str) -> bool:
    return Path(name).is_relative_to(TEMPLATES)


def edition_of(values: Mapping[str, object]) -> Edition:
    """Return the edition that a page's values belong to."""
    chrome = values.get("chrome")
    found = chrome.edition if isinstance(chrome, Chrome) else values["edition"]
    return cast("Edition", found)


@lru_cache(maxsize=128)
def epoch(plate_name: str) -> str:
    """Return a mark that changes when anything but records could change a plate's pages.

    That is its code and its facets', the templates it names with all that they include, their
    styles, the static files, the catalogues, and the code and packages that render. A name that
    no plate has gets the mark of all templates and styles.
    """
    mark = hashlib.sha256()
    made = sources.reached(_recipes(plate_name))
    for text in made.texts:
        mark.update(text.encode() + b"\0")
    for path in _files(made.templates()):
        mark.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for package in ("jinja2", "babel"):
        mark.update(metadata.version(package).encode())
    return mark.hexdigest()[:16]


def _recipes(name: str) -> list[object]:
    """Return what presses a plate's sheets, and a part of that name."""
    from dateline.press.registry import registry

    recipe = registry.plates.get(name)
    part = registry.parts.get(name)
    return [one for one in (recipe and type(recipe.plate), part) if one]


def _files(templates: tuple[str, ...]) -> list[Path]:
    """List the files, beside their code, that pages of these templates are made by."""
    names = sorted({name for template in templates for name in closure(template)})
    faces = [*(TEMPLATES / name for name in names), *styles.sheets(tuple(names))]
    faces += scripts.files(tuple(names))
    if not templates:
        faces = sorted([*TEMPLATES.rglob("*.html"), *TEMPLATES.rglob("*.xml")])
        faces += sorted([*styles.FOLDER.rglob("*.css"), *scripts.FOLDER.rglob("*.js")])
    files = sorted(path for path in (HERE / "static").rglob("*") if path.is_file())
    words = list(map(catalogues.catalogue_path, catalogues.languages()))
    code = [*(HERE / f"{name}.py" for name in CODE), Path(when.__file__)]
    return [path for path in (*faces, *files, *words, *code) if path.exists()]
