"""Sheets that records ask for: made, marked, moved, and let go, with what their redirects say."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from dateline.press import sql
from dateline.press.errors import PathTaken
from dateline.press.ledger import jobs, redirects
from dateline.press.ledger.sheets import INSERT, PAGES, SheetRow, sheets_at, sheets_by
from dateline.press.numbering.paths import folded
from dateline.press.registry import Recipe, Sheet, registry
from dateline.press.stores import checked


class WantedSheet(NamedTuple):
    """A sheet that an item (or the site) says should exist."""

    sheet: Sheet
    recipe: Recipe
    owner: int | None


def follow_site() -> int:
    """Make the sheets of the site itself; those no longer wanted are pressed to nothing."""
    recipes = registry.plates_of(None)
    wanted = [
        WantedSheet(sheet, recipe, None) for recipe in recipes for sheet in recipe.plate.sheets()
    ]
    stay = {one.sheet.path for one in wanted}
    marked = 0
    for held in sheets_by("plate", [recipe.name for recipe in recipes]):
        if held.path not in stay and held.state in ("new", "live"):
            marked += _leave(held)
    return marked + _bring_in(wanted, urgent=False)


def wanted(
    kind: str, ident: int, number: int, loaded: dict[str, dict[int, Any]]
) -> list[WantedSheet]:
    """Return the sheets that follow from an item; none when it is not public."""
    found: list[WantedSheet] = []
    for recipe in registry.plates_of(kind):
        row = loaded[recipe.rows].get(ident)
        if row is not None:
            found += [
                WantedSheet(one, recipe, number if one.own else None)
                for one in recipe.plate.sheets(row)
            ]
    return found


def follow(owners: list[int], wanted: list[WantedSheet], *, urgent: bool) -> int:
    """Make and mark the sheets that follow from these items; return how many were marked."""
    marked = _let_go(owners, wanted)
    return marked + _bring_in(wanted, urgent=urgent)


def _bring_in(wanted: list[WantedSheet], *, urgent: bool) -> int:
    by_path: dict[str, WantedSheet] = {}
    for one in wanted:
        other = by_path.setdefault(checked(one.sheet.path), one)
        if (other.sheet.arg, other.recipe.name) != (one.sheet.arg, one.recipe.name):
            raise PathTaken(
                f"{one.sheet.path} is wanted by “{one.recipe.name}” for {one.sheet.arg}"
                f" and by “{other.recipe.name}” for {other.sheet.arg}",
                one.sheet.path,
            )
    known = {one.path: one for one in sheets_at(by_path)}
    marked = _insert([one for path, one in by_path.items() if path not in known])
    for path, held in known.items():
        marked += _bring_back(by_path[path], held, urgent=urgent)
    turned = [one for path, one in by_path.items() if _turns(one, known.get(path))]
    for one in turned:
        redirects.end(one.sheet.path)
    return marked + redirects.press_through(one.sheet.path for one in turned)


def _bring_back(one: WantedSheet, held: SheetRow, *, urgent: bool) -> int:
    """Make a sheet that the ledger knows what it should be."""
    if one.sheet.to:
        return _lead(one, held)
    if _differs(one, held):
        return _overtake(one, held)
    if held.state == "new" or (urgent and one.owner is not None):
        return jobs.mark([held.id], importance=_first(one), reason="new")
    return 0


def _turns(one: WantedSheet, held: SheetRow | None) -> bool:
    """Return whether an address leads on as it did not before, or leads no more."""
    led = held.target if held and held.state == "redirect" else ""
    return one.sheet.to != led


def _first(one: WantedSheet) -> int | None:
    return 0 if one.owner is not None and not one.sheet.to else None


def _differs(one: WantedSheet, held: SheetRow) -> bool:
    same = (held.plate, held.arg) == (one.recipe.name, one.sheet.arg)
    return not same or held.owner != one.owner or held.state in ("leaving", "gone", "redirect")


def _overtake(one: WantedSheet, held: SheetRow) -> int:
    """Put a page where another was, or where an address was left behind."""
    path = one.sheet.path
    same = (held.plate, held.arg) == (one.recipe.name, one.sheet.arg)
    if held.leads:
        raise PathTaken(
            f"{path} leads to {held.target} by “{held.plate}”: delete that, or give"
            f" “{one.recipe.name}” for {one.sheet.arg} another address",
            path,
        )
    if not same and held.state in ("new", "live"):
        raise PathTaken(
            f"{path} is “{held.plate}” for {held.arg} already;"
            f" “{one.recipe.name}” for {one.sheet.arg} needs another address",
            path,
        )
    sql.do(
        "UPDATE press_sheet SET plate = %s, arg = %s, owner = %s, importance = %s, state = 'new',"
        " hash = 0, target = '' WHERE id = %s",
        [one.recipe.name, one.sheet.arg, one.owner, one.recipe.importance, held.id],
    )
    return jobs.mark([held.id], importance=0, reason="back")


def _lead(one: WantedSheet, held: SheetRow) -> int:
    """Lead an address elsewhere at which something was; a page that stands there keeps it."""
    path, to = one.sheet.path, one.sheet.to
    mine = held.leads and (held.plate, held.owner) == (one.recipe.name, one.owner)
    if mine and held.target == to:
        return 0
    if held.state == "redirect" and not mine:
        raise PathTaken(
            f"{path} leads to {held.target} already: delete that, or choose another"
            f" address than {path} to lead to {to}",
            path,
        )
    if held.state in PAGES and not registry.leads(held.plate):
        raise PathTaken(
            f"{path} is “{held.plate}” for {held.arg}, a page of the site: give that another"
            f" address first, or choose another than {path} to lead to {to}",
            path,
        )
    sql.do(
        "UPDATE press_sheet SET plate = %s, arg = %s, owner = %s, importance = %s,"
        " state = 'redirect', hash = 0, target = %s WHERE id = %s",
        [one.recipe.name, one.sheet.arg, one.owner, one.recipe.importance, to, held.id],
    )
    return jobs.mark([held.id], reason="leads")


def _insert(new: list[WantedSheet]) -> int:
    """Write and mark new sheets; return how many. Raises PathTaken, and writes nothing then.

    Few are first of all, for what links to them waits; of many only items' own pages are.
    """
    folds: dict[int, str] = {}
    for one in new:
        _refuse_clash(one.sheet.path, folds.setdefault(folded(one.sheet.path), one.sheet.path))
    for fold, path in sql.fetch_in("SELECT fold, path FROM press_sheet WHERE fold IN ({})", folds):
        _refuse_clash(folds[fold], path)
    sql.do_many(INSERT, [_row(one) for one in new])
    made = {held.path: held.id for held in sheets_at(folds.values())}
    marked = 0
    few = sum(not one.sheet.to for one in new) <= jobs.MOST_FIRST
    for first in (0, None):
        some = [one for one in new if (0 if few and not one.sheet.to else _first(one)) == first]
        numbers = [made[one.sheet.path] for one in some]
        marked += jobs.mark(numbers, importance=first, reason="new")
    return marked


def _refuse_clash(path: str, other: str) -> None:
    if path != other:
        raise PathTaken(
            f"{path} and {other} would be one file where letters' case, accents' spelling"
            " or “.html” make no difference",
            path,
        )


def _row(one: WantedSheet) -> tuple[Any, ...]:
    path, arg, _own, to = one.sheet
    state = "redirect" if to else "new"
    name, importance = one.recipe.name, one.recipe.importance
    return path, folded(path), name, arg, one.owner, importance, state, to, b""


def _let_go(owners: Iterable[int], wanted: list[WantedSheet]) -> int:
    """Redirect own sheets whose address moved, mark those whose item is gone."""
    stay = {(one.sheet.path, one.owner) for one in wanted}
    where = {
        (one.owner, one.recipe.name, one.sheet.arg, _ending(one.sheet.path)): one.sheet.path
        for one in wanted
    }
    marked, moved = 0, {}
    for held in sheets_by("owner", list(owners)):
        if (held.path, held.owner) in stay or held.state in ("gone", "leaving"):
            continue
        if held.state == "redirect":
            marked += _lead_no_more(held) if held.leads else 0
            continue
        new = where.get((held.owner, held.plate, held.arg, _ending(held.path)), "")
        if new and held.state in ("new", "live"):
            marked += redirect(held.id, held.path, new)
            moved[new] = held.path
        else:
            marked += _leave(held)
    return marked + _move_along(moved, wanted)


def _move_along(moved: dict[str, str], wanted: list[WantedSheet]) -> int:
    """Redirect what is nobody's own and lay below a page that moved. moved: new -> old."""
    stay = {one.sheet.path for one in wanted}
    lay: dict[str, WantedSheet] = {}
    for one in wanted if moved else ():
        path = one.sheet.path
        above = next((way for way in _ways_to(path) if way in moved), "")
        if above and one.owner is None:
            lay[moved[above] + path.removeprefix(above)] = one
    marked = 0
    for held in sheets_at(lay.keys() - stay):
        one = lay[held.path]
        same = (held.plate, held.owner) == (one.recipe.name, None)
        if same and held.state in ("new", "live"):
            marked += redirect(held.id, held.path, one.sheet.path)
    return marked


def _ways_to(path: str) -> list[str]:
    """Return the pages below which an address lies, the nearest first."""
    steps = path.rstrip("/").split("/")[:-1]
    return ["/".join(steps[:n]) + "/" for n in range(len(steps), 0, -1)]


def _ending(path: str) -> str:
    """Return what tells apart the addresses that one plate gives one thing: "/", ".json"."""
    return "/" if path.endswith("/") else "".join(PurePosixPath(path).suffixes[-1:])


def _leave(held: SheetRow) -> int:
    """Have a sheet removed that nothing asks for any more."""
    sql.do("UPDATE press_sheet SET state = 'leaving' WHERE id = %s", [held.id])
    return jobs.mark([held.id], importance=0, reason="gone")


def _lead_no_more(held: SheetRow) -> int:
    """Have an address forgotten that a record led elsewhere: 404, for no page was ever there."""
    sql.do(
        "UPDATE press_sheet SET state = 'leaving', owner = NULL, target = '' WHERE id = %s",
        [held.id],
    )
    return jobs.mark([held.id], reason="gone") + redirects.press_through([held.path])


def redirect(sheet: int, old: str, new: str) -> int:
    """Lead an old address to a new one; whatever led to the old one leads to the new.

    Returns how many sheets were marked. They come after the new page, however urgent it was.
    """
    sql.do(
        "UPDATE press_sheet SET state = 'redirect', target = %s, hash = 0 WHERE id = %s",
        [new, sheet],
    )
    moved = sorted({sheet, *redirects.leading([old])})
    marked = jobs.mark(moved, importance=1, reason="moved")
    sql.do_in("UPDATE press_job SET importance = 1 WHERE sheet IN ({}) AND importance = 0", moved)
    return marked
