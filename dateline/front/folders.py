"""Where the files of readers' pages lie: in the site's own package first, then here.

The package is told once, when a process starts; imports no Django, for the readers' server
needs to know it too.
"""

from pathlib import Path

ORIGINAL = "dateline/"
"""Before a template's name: ours, though the package has one of that name."""
_package: list[Path] = []


def use_package(package: Path | None) -> None:
    """Have files be looked for in a package's folder first; None for a site without one."""
    _package[:] = [package] if package else []


def package_folder() -> Path | None:
    """Return the folder of the site's own package, None where it has none."""
    return _package[0] if _package else None


def folders_of_kind(kind: str, ours: Path) -> tuple[Path, ...]:
    """Return the folders of one kind of file in the order in which they are searched.

    kind: as it is called in a package: "templates", "css", "js", "static", "locale".
    """
    return (*(folder / kind for folder in _package), ours)


def package_file(kind: str, name: str) -> Path | None:
    """Return the file of that name that the package has, None where it has none."""
    found = (folder / kind / name for folder in _package)
    return next((path for path in found if path.is_file()), None)


def find_file(kind: str, ours: Path, name: str) -> Path | None:
    """Return the first file of that name, None where there is none."""
    found = (folder / name for folder in folders_of_kind(kind, ours))
    return next((path for path in found if path.is_file()), None)


def files_of_kind(kind: str, ours: Path) -> dict[str, Path]:
    """Return all files of one kind by their names; what the package has stands before ours."""
    return {
        path.relative_to(folder).as_posix(): path
        for folder in reversed(folders_of_kind(kind, ours))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
