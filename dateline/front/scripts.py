"""Put a page's few lines of JavaScript into it, and the policy that lets them in.

A template that reaches `parts/x.html` may carry `js/x.js`, inlined: a few hundred bytes are
not worth a request, and a mirror or a saved page keeps them. Nothing needs them to be read.
"""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from dateline.front import folders
from dateline.front.folders import ORIGINAL

FOLDER = Path(__file__).resolve().parent / "js"
COMMENT = re.compile(r"^\s*//.*\n|\s//.*$", re.MULTILINE)
INDENT = re.compile(r"^\s+", re.MULTILINE)


def files(templates: tuple[str, ...]) -> tuple[Path, ...]:
    """Return the scripts that pages of these templates may carry."""
    names = sorted({name.removeprefix(ORIGINAL).removeprefix("parts/") for name in templates})
    stems = (name.removesuffix(".html") for name in names)
    found = (folders.find_file("js", FOLDER, f"{stem}.js") for stem in stems)
    return tuple(path for path in found if path)


@lru_cache(maxsize=16)
def script(name: str) -> Markup:
    """Return a script as it stands in a page: without comments and indentation."""
    path = folders.find_file("js", FOLDER, f"{name}.js") or FOLDER / f"{name}.js"
    source = path.read_text(encoding="utf-8")
    return Markup(INDENT.sub("", COMMENT.sub("", source)).strip())  # noqa: S704  our own files


def hashes(templates: tuple[str, ...]) -> tuple[str, ...]:
    """Return the hashes by which a policy allows the scripts of these templates."""
    texts = (str(script(path.stem)).encode() for path in files(templates))
    digests = (hashlib.sha256(text).digest() for text in texts)
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
