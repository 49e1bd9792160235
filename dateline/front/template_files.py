"""Find the templates: the readers' face's own, and those that lie with each kind of block.

`blocks/quote/page.html` lies in the folder of the kind `quote`. `blocks/page.html` and
`blocks/feed.html` lie nowhere: they are written here, and gather the macros of all kinds.
"""

import re
from pathlib import Path

from dateline import blocks
from dateline.front import folders
from dateline.front.folders import ORIGINAL

TEMPLATES = Path(__file__).resolve().parent / "templates"
OF_BLOCK = re.compile(r"blocks/(\w+)/([\w.]+)")
GATHERED = re.compile(r"blocks/(page|feed)\.html")


def file_of(name: str) -> Path:
    """Return where a template lies: in the site's own package first, then with us.

    A name that begins with "dateline/" is ours in any case. FileNotFoundError names a kind of
    block that nobody registered.
    """
    own = folders.package_file("templates", name)
    return own or _ours(name.removeprefix(ORIGINAL))


def _ours(name: str) -> Path:
    found = OF_BLOCK.fullmatch(name)
    if found is None:
        return TEMPLATES / name
    kind = blocks.kind(found[1])
    if kind is None:
        raise FileNotFoundError(f"{name}: no kind of block is called {found[1]!r}")
    return kind.folder / found[2]


def source_of(name: str) -> str:
    """Return the text of a template."""
    gathered = GATHERED.fullmatch(name.removeprefix(ORIGINAL))
    return _gathering(gathered[1]) if gathered else file_of(name).read_text(encoding="utf-8")


def name_of(file: Path) -> str:
    """Return the name of the template that lies there, whole where it is the site's own package's.

    "" for a file that is no template.
    """
    package = folders.package_folder()
    if package and file.is_relative_to(package / "templates"):
        return str(file)
    if file.is_relative_to(TEMPLATES):
        return file.relative_to(TEMPLATES).as_posix()
    for kind, folder in blocks.folders().items():
        if file.parent == folder and file.suffix == ".html":
            return f"blocks/{kind}/{file.name}"
    return ""


def style_of(name: str) -> Path | None:
    """Return the style sheet beside a block's page template; None for other templates."""
    found = OF_BLOCK.fullmatch(name.removeprefix(ORIGINAL))
    kind = blocks.kind(found[1]) if found and found[2] == "page.html" else None
    own = folders.package_file("css", f"blocks/{kind.name}.css") if kind else None
    return own or (kind.folder / "style.css" if kind else None)


def _gathering(macro: str) -> str:
    """Return a template whose macro `block` prints any block: a page's way, or a feed's."""
    names = [kind.name for kind in blocks.kinds()]
    imports = [
        f'{{% from "blocks/{name}/{macro}.html" import {macro} as print_{name} %}}'
        for name in names
    ]
    table = ", ".join(f'"{name}": print_{name}' for name in names)
    return "\n".join(
        [
            *imports,
            f"{{% set PRINTERS = {{{table}}} %}}",
            "{% macro block(one) %}{{ PRINTERS[one.kind](one) }}{% endmacro %}",
        ]
    )
