"""See whether the site's own package is fit: its templates, and what its pages name."""

import ast
from collections.abc import Iterator
from pathlib import Path

from dateline.cli.refusal import Refusal
from dateline.extend import Finding
from dateline.settings.package import package_folder
from dateline.settings.site import SiteConfig


def find_faults(site: SiteConfig) -> Iterator[Finding]:
    """Find templates of the package that cannot be read, and ones it names that are not there."""
    folder = package_folder(site)
    if folder is None:
        return
    yield from _templates(folder)
    yield from _named(folder)


def refuse_broken_package(site: SiteConfig) -> None:
    """Raise Refusal, naming the first fault, where the package has any."""
    for found in find_faults(site):
        raise Refusal(f"{found.where}: {found.said}. What is pressed stays as it is")


def _templates(folder: Path) -> Iterator[Finding]:
    """Find templates with faults of writing, or that reach one that is not there."""
    from jinja2 import TemplateSyntaxError

    from dateline.front.environment import closure

    root = folder / "templates"
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if not path.is_file() or _is_newsrooms(name):
            continue
        try:
            closure(name)
        except TemplateSyntaxError as why:
            yield Finding(
                "wrong", f"{why.filename or path}:{why.lineno}", f"{why.message}; mend it"
            )
        except FileNotFoundError as why:
            said = f"reaches a template that is not there: {why.filename or why}; write it"
            yield Finding("wrong", str(path), said)


def _is_newsrooms(name: str) -> bool:
    """Return whether a template is Django's: those lie in a folder named as an app."""
    from django.apps import apps

    return name.partition("/")[0] in {config.label for config in apps.get_app_configs()}


def _named(folder: Path) -> Iterator[Finding]:
    """Find pages made of a template that is not there: `Page("tides.html", …)`."""
    from dateline.front.template_files import file_of

    for path in sorted(folder.rglob("*.py")):
        try:
            tree = ast.parse(path.read_text("utf-8"), str(path))
        except SyntaxError as why:
            yield Finding("wrong", f"{path}:{why.lineno}", f"{why.msg}; mend the module")
            continue
        for node in ast.walk(tree):
            name = _template_of(node)
            if name and not file_of(name).is_file():
                said = f"there is no template {name!r}; write {folder / 'templates' / name}"
                yield Finding("wrong", f"{path}:{getattr(node, 'lineno', 0)}", said)


def _template_of(node: ast.AST) -> str:
    """Return the template that a call of `Page` names; "" for anything else."""
    if not isinstance(node, ast.Call) or not node.args:
        return ""
    called, first = node.func, node.args[0]
    name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
    if name != "Page" or not isinstance(first, ast.Constant):
        return ""
    return first.value if isinstance(first.value, str) else ""
