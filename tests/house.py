"""Read the project's own files for the tests of its house rules."""

import ast
import re
import subprocess
from functools import cache

from tests.paths import ROOT

WRITTEN_BY_TOOLS = re.compile(r"/migrations/|^requirements/.*\.txt$|package-lock\.json$")


@cache
def files(pattern="*"):
    """List the project's files that match, as paths from its root; no generated ones."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    present = [ROOT / line for line in listed if not WRITTEN_BY_TOOLS.search(line)]
    return [path for path in present if path.match(pattern) and path.is_file()]


@cache
def text(path):
    """Read a file; empty for one that is no text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def tree(path):
    """Parse a Python module."""
    return ast.parse(text(path), str(path))


def code():
    """List the modules of the package."""
    return [path for path in files("*.py") if path.is_relative_to(ROOT / "dateline")]


def tests():
    """List the modules of the tests."""
    return [path for path in files("*.py") if path.is_relative_to(ROOT / "tests")]


def functions(path):
    """List the functions and methods of a module, at any depth."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef
    return [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


def classes(path):
    """List the classes of a module, at any depth."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)]


def name(path):
    """Return a path as people write it."""
    return path.relative_to(ROOT).as_posix()


def words(identifier):
    """Split a name into its words: underscores, hyphens and capitals part them."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", identifier)
    return [word.lower() for word in re.split(r"[_.\-]+", parted) if word]
