"""Put together the one inlined style sheet of a page, and the policy that allows it.

A page gets reset, tokens and base, then `css/parts/x.css` for each `parts/x.html` that its
template reaches, then the style of each kind of block, then `css/pages/x.css` for `x.html`, then
print. Sources stand in cascade
layers; the page gets them flattened in the same order, because Chrome 87, Safari 14.1 and
Firefox 78 know no layers and would drop every rule. So a later layer must never need them
to win: one class a selector.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from dateline.front import folders, scripts
from dateline.front.assets import asset_address
from dateline.front.folders import ORIGINAL
from dateline.front.template_files import style_of
from dateline.press.rendering.reader import still

FOLDER = Path(__file__).resolve().parent / "css"
FIRST = ("reset.css", "tokens.css", "base.css")
LAST = ("site.css", "print.css")
"""A package may have a site.css: rules for every page, after all others but those of print."""

LAYER = re.compile(r"^\s*@layer\s+[\w-]+\s*\{(.*)\}\s*$", re.DOTALL)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ASSET = re.compile(r"url\(asset:([\w./-]+)\)")
SPACE = re.compile(r"\s+")
TIGHT = re.compile(r"\s*([{};,>])\s*")
DECLARED = re.compile(r"([{;])([\w-]+): ")


class Style(NamedTuple):
    """A style element, marked as the same on every page, and the policy that lets it in."""

    element: Markup
    policy: str


def sheets(templates: tuple[str, ...]) -> tuple[Path, ...]:
    """Return the style sheets that these templates need, in the order of the layers."""
    stems = sorted({name.removeprefix(ORIGINAL).removesuffix(".html") for name in templates})
    parts = [f"{stem}.css" for stem in stems if stem.startswith("parts/")]
    pages = [f"pages/{stem}.css" for stem in stems if "/" not in stem]
    of_blocks = [path for path in map(style_of, sorted(templates)) if path]
    paths = (_found(FIRST), _found(parts), of_blocks, _found(pages), _found(LAST))
    return tuple(path for some in paths for path in some if path.exists())


def _found(names: Iterable[str]) -> list[Path]:
    """Return the style sheets of these names that there are, the site's package's first."""
    return [path for path in (folders.find_file("css", FOLDER, name) for name in names) if path]


@lru_cache(maxsize=128)
def style(templates: tuple[str, ...]) -> Style:
    """Return the style of a page that is made of these templates."""
    text = "".join(flat(path.read_text(encoding="utf-8")) for path in sheets(templates))
    digest = hashlib.sha256(text.encode()).digest()
    allowed = policy(base64.b64encode(digest).decode(), scripts.hashes(templates))
    return Style(still(f"<style>{text}</style>"), allowed)


def policy(style_hash: str, script_hashes: tuple[str, ...] = ()) -> str:
    """Return the content security policy of a page: its one style, its scripts if any.

    A page with scripts may fetch parts of its own site.
    """
    running = (f"script-src {' '.join(script_hashes)}", "connect-src 'self'")
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{style_hash}'",
            *(running if script_hashes else ()),
            "font-src 'self'",
            "img-src 'self'",
            "media-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
        )
    )


def flat(source: str) -> str:
    """Return a style sheet without its layer, comments and spare spaces."""
    text = COMMENT.sub("", source)
    inside = LAYER.match(text)
    text = SPACE.sub(" ", inside.group(1) if inside else text)
    text = DECLARED.sub(r"\1\2:", TIGHT.sub(r"\1", text)).replace(";}", "}").strip()
    return ASSET.sub(lambda found: f"url({asset_address(found.group(1))})", text)
