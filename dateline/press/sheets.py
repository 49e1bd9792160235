"""Sheets in the ledger: which addresses exist, whose they are, where old ones lead."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from . import arrivals, jobs, sql, stamps
from .errors import PathTaken
from .registry import Recipe, Sheet, registry
from .stores import checked

PART = "part:"


class Wanted(NamedTuple):
    """Is a sheet that an item (or the site) says should exist."""

    sheet: Sheet
    recipe: Recipe
    owner: int | None


class Kept(NamedTuple):
    """Is a sheet as the ledger has it."""

    id: int
    path: str
    plate: str
    arg: str
    owner: int | None
    state: str


def follow_site() -> int:
    """Make the sheets of the site itself; those no longer wanted are pressed to nothing."""
    recipes = registry.plates_of(None)
    wanted = [Wanted(sheet, recipe, None) for recipe in recipes for sheet in recipe.plate.sheets()]
    stay = {one.sheet.path for one in wanted}
    marked = 0
    for held in _kept("plate", [recipe.name for recipe in recipes]):
        if held.path not in stay and held.state in ("new", "live"):
            marked += _leave(held)
    return marked + _bring_in(wanted, urgent=False)


def wanted(kind: str, ident: int, number: int, loaded: dict[str, dict[int, Any]]) -> list[Wanted]:
    """Return the sheets that follow from an item; none when it is not public."""
    found: list[Wanted] = []
    for recipe in registry.plates_of(kind):
        row = loaded[recipe.rows].get(ident)
        if row is not None:
            found += [
                Wanted(one, recipe, number if one.own else None) for one in recipe.plate.sheets(row)
            ]
    return found


def follow(owners: list[int], wanted: list[Wanted], *, urgent: bool) -> int:
    """Make and mark the sheets that follow from these items; return how many were marked."""
    marked = _let_go(owners, wanted)
    return marked + _bring_in(wanted, urgent=urgent)


def _bring_in(wanted: list[Wanted], *, urgent: bool) -> int:
    by_path: dict[str, Wanted] = {}
    for one in wanted:
        other = by_path.setdefault(checked(one.sheet.path), one)
        if (other.sheet.arg, other.recipe.name) != (one.sheet.arg, one.recipe.name):
            raise PathTaken(
                f"{one.sheet.path} is wanted by “{one.recipe.name}” for {one.sheet.arg}"
                f" and by “{other.recipe.name}” for {other.sheet.arg}"
            )
    known = {one.path: one for one in _at(by_path)}
    marked = _insert([one for path, one in by_path.items() if path not in known])
    for path, one in by_path.items():
        held = known.get(path)
        if held is None:
            continue
        if _differs(one, held):
            marked += _overtake(one, held)
        elif held.state == "new" or (urgent and one.owner is not None):
            marked += jobs.mark([held.id], importance=_first(one), reason="new")
    return marked


def _first(one: Wanted) -> int | None:
    return 0 if one.owner is not None else None


def _differs(one: Wanted, held: Kept) -> bool:
    same = (held.plate, held.arg) == (one.recipe.name, one.sheet.arg)
    return not same or held.owner != one.owner or held.state in ("leaving", "gone", "redirect")


def _overtake(one: Wanted, held: Kept) -> int:
    same = (held.plate, held.arg) == (one.recipe.name, one.sheet.arg)
    if not same and held.state in ("new", "live"):
        raise PathTaken(
            f"{one.sheet.path} is “{held.plate}” for {held.arg} already;"
            f" “{one.recipe.name}” for {one.sheet.arg} needs another address"
        )
    sql.do(
        "UPDATE press_sheet SET plate = %s, arg = %s, owner = %s, importance = %s, state = 'new',"
        " hash = 0, target = '' WHERE id = %s",
        [one.recipe.name, one.sheet.arg, one.owner, one.recipe.importance, held.id],
    )
    return jobs.mark([held.id], importance=0, reason="back")


def _insert(new: list[Wanted]) -> int:
    """Write and mark new sheets; return how many. Raises PathTaken, and writes nothing then.

    Few are first of all, for what links to them waits; of many only items' own pages are.
    """
    folds: dict[int, str] = {}
    for one in new:
        _refuse_clash(one.sheet.path, folds.setdefault(folded(one.sheet.path), one.sheet.path))
    for fold, path in sql.fetch_in("SELECT fold, path FROM press_sheet WHERE fold IN ({})", folds):
        _refuse_clash(folds[fold], path)
    sql.do_many(
        _INSERT,
        [_row(one.sheet.path, one.recipe, one.sheet.arg, one.owner) for one in new],
    )
    made = {held.path: held.id for held in _at(folds.values())}
    marked = 0
    few = len(new) <= arrivals.MOST
    for first in (0, None):
        numbers = [made[one.sheet.path] for one in new if (0 if few else _first(one)) == first]
        marked += jobs.mark(numbers, importance=first, reason="new")
    return marked


def _refuse_clash(path: str, other: str) -> None:
    if path != other:
        raise PathTaken(
            f"{path} and {other} would be one file where letters' case, accents' spelling"
            " or “.html” make no difference"
        )


_INSERT = (
    "INSERT INTO press_sheet (path, fold, plate, arg, owner, importance, heat, epoch, hash,"
    " file_hash, bytes, state, target, pressed_seq, deps, html, reason)"
    " VALUES (%s, %s, %s, %s, %s, %s, 0, 0, 0, 0, 0, 'new', '', 0, %s, '', '')"
    " ON CONFLICT (fold) DO UPDATE SET importance = excluded.importance"
)


def _row(path: str, recipe: Recipe, arg: str, owner: int | None) -> tuple[Any, ...]:
    return path, folded(path), recipe.name, arg, owner, recipe.importance, b""


def insert_part(name: str, arg: str) -> int:
    """Write a new part into the ledger; return its number, or that of the one already there."""
    path = part_path(name, arg)
    values = [path, folded(path), PART + name, arg, None, 1, b""]
    return int(sql.fetch(f"{_INSERT} RETURNING id", values)[0][0])


def folded(path: str) -> int:
    """Return the number that two addresses share which a file system may take for one.

    A part has no file, and shares its number with nothing.
    """
    fold = path
    if not path.startswith(PART):
        fold = unicodedata.normalize("NFC", path).casefold()
        if fold.endswith(".html"):
            fold = fold.removesuffix(".html") + "/"
        fold = "/" if fold == "/index/" else fold
    return stamps.of_bytes(fold.encode())


def _let_go(owners: Iterable[int], wanted: list[Wanted]) -> int:
    """Redirect own sheets whose address moved, mark those whose item is gone."""
    stay = {(one.sheet.path, one.owner) for one in wanted}
    where = {
        (one.owner, one.recipe.name, one.sheet.arg, _ending(one.sheet.path)): one.sheet.path
        for one in wanted
    }
    marked = 0
    for held in _kept("owner", list(owners)):
        if (held.path, held.owner) in stay or held.state in ("redirect", "gone", "leaving"):
            continue
        new = where.get((held.owner, held.plate, held.arg, _ending(held.path)), "")
        if new and held.state in ("new", "live"):
            marked += redirect(held.id, held.path, new)
        else:
            marked += _leave(held)
    return marked


def _ending(path: str) -> str:
    """Return what tells apart the addresses that one plate gives one thing: "/", ".json"."""
    return "/" if path.endswith("/") else "".join(PurePosixPath(path).suffixes[-1:])


def _leave(held: Kept) -> int:
    """Have a sheet removed that nothing asks for any more."""
    sql.do("UPDATE press_sheet SET state = 'leaving' WHERE id = %s", [held.id])
    return jobs.mark([held.id], importance=0, reason="gone")


def redirect(sheet: int, old: str, new: str) -> int:
    """Lead an old address to a new one; whatever led to the old one leads to the new.

    Returns how many sheets were marked. They come after the new page, however urgent it was.
    """
    sql.do(
        "UPDATE press_sheet SET state = 'redirect', target = %s, hash = 0 WHERE id = %s",
        [new, sheet],
    )
    chained = sql.fetch(
        "SELECT id FROM press_sheet WHERE state = 'redirect' AND target = %s"
        " AND target > ''",  # which lets both databases use the index of what leads elsewhere
        [old],
    )
    sql.do_in(
        "UPDATE press_sheet SET target = %s WHERE id IN ({})", [row[0] for row in chained], new
    )
    moved = sorted({sheet, *(row[0] for row in chained)})
    marked = jobs.mark(moved, importance=1, reason="moved")
    sql.do_in("UPDATE press_job SET importance = 1 WHERE sheet IN ({}) AND importance = 0", moved)
    return marked


def _at(paths: Iterable[str]) -> list[Kept]:
    """Return the sheets at these addresses; what only shares a file's name with one is not."""
    wanted = set(paths)
    return [one for one in _kept("fold", map(folded, sorted(wanted))) if one.path in wanted]


def numbers_at(paths: Iterable[str]) -> list[int]:
    """Return the numbers of the sheets at these addresses."""
    return [one.id for one in _at(paths)]


def _kept(column: str, values: Iterable[Any]) -> list[Kept]:
    rows = sql.fetch_in(
        "SELECT id, path, plate, arg, owner, state FROM press_sheet WHERE " + column + " IN ({})",
        values,
    )
    return [Kept(*row) for row in rows]


def part_path(name: str, arg: str) -> str:
    """Return the path under which the ledger keeps a part."""
    return f"{PART}{name}:{arg}"
