"""Write a small package that works, for a newsroom to begin with."""

import re
from pathlib import Path

SKELETON = Path(__file__).resolve().parent / "skeleton"
SUFFIX = ".in"
SITE = re.compile(r"^\[site\]\s*$", re.MULTILINE)


def write(folder: Path, name: str) -> list[Path]:
    """Write a package of that name into a site's folder; return the files that were made.

    Raises FileExistsError, naming the first file that is there already; nothing is written then.
    """
    made = {_place(path, folder, name): _text(path, name) for path in sorted(_sources())}
    there = [path for path in made if path.exists()]
    if there:
        raise FileExistsError(there[0])
    for path, text in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(made)


def name_in(settings: Path, name: str) -> None:
    """Write site.package into a dateline.toml, below its [site] or in one of its own."""
    text, line = settings.read_text(encoding="utf-8"), f'package = "{name}"'
    changed, found = SITE.subn(f"[site]\n{line}", text, count=1)
    settings.write_text(changed if found else f"[site]\n{line}\n\n{text}", encoding="utf-8")


def _sources() -> list[Path]:
    return [path for path in SKELETON.rglob(f"*{SUFFIX}") if path.is_file()]


def _place(source: Path, folder: Path, name: str) -> Path:
    """Return where a file of the skeleton goes: what lies in package/ into the package."""
    inside = source.relative_to(SKELETON).as_posix().removesuffix(SUFFIX)
    first, slash, rest = inside.partition("/")
    inside = f"{name}/{rest}" if slash and first == "package" else inside
    return folder / inside.replace("@name@", name)


def _text(source: Path, name: str) -> str:
    text = source.read_text(encoding="utf-8")
    return text.replace("@name@", name).replace("@title@", name.replace("_", " ").title())
