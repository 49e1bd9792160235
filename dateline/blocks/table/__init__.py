"""Tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block
from wagtail.contrib.table_block.blocks import TableBlock

from dateline.blocks.kind import Kind, SamplePlace
from dateline.lib.text import typography

NUMBER = re.compile(r"[+\u2212\u2013-]?[\d\s\u00a0\u202f.,']*\d\s?[%\u2030]?")
EMPTY = frozenset({"", "-", "\u2013", "\u2014"})


@dataclass(frozen=True, slots=True)
class Table:
    """A table; head: first row; row_heads: the first cell of each row is a heading.

    numeric: for each column whether it holds nothing but numbers.
    """

    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    caption: str = ""
    row_heads: bool = False
    numeric: tuple[bool, ...] = ()
    kind: str = field(default="table", init=False)


class TableKind(Kind):
    """A table with a caption."""

    name = "table"
    records = (Table,)

    def definition(self) -> Block:
        return TableBlock(label=_("Table"))

    def typeset(self, value: dict[str, Any] | None, language: str) -> Any:
        if not value:
            return value
        caption = value.get("table_caption")
        data = [[_set(cell, language) for cell in row] for row in value.get("data") or ()]
        set_caption = {"table_caption": typography(caption, language)} if caption else {}
        return {**value, "data": data, **set_caption}

    def parse(self, value: dict[str, Any] | None) -> Iterable[Table]:
        data = [tuple(str(cell or "") for cell in row) for row in (value or {}).get("data") or ()]
        if not value or not data:
            return
        choice = value.get("table_header_choice")
        headed = bool(value.get("first_row_is_table_header") or choice in ("row", "both"))
        yield Table(
            rows=tuple(data[1:] if headed else data),
            head=data[0] if headed else (),
            caption=value.get("table_caption") or "",
            row_heads=bool(value.get("first_col_is_header") or choice in ("column", "both")),
            numeric=tuple(
                _is_numeric(column[headed:]) for column in zip_longest(*data, fillvalue="")
            ),
        )

    def sample(self, place: SamplePlace) -> Any:
        caption, *rows = SAMPLES[place.language]
        return {
            "data": [list(row) for row in rows],
            "cell": [],
            "mergeCells": [],
            "first_row_is_table_header": True,
            "first_col_is_header": True,
            "table_header_choice": "both",
            "table_caption": caption,
        }


def _set(cell: Any, language: str) -> Any:
    """Return one cell with its words typeset."""
    return typography(cell, language) if isinstance(cell, str) else cell


def _is_numeric(cells: Sequence[str]) -> bool:
    """Return whether a column holds numbers alone, at least one."""
    filled = [cell.strip() for cell in cells if cell.strip() not in EMPTY]
    return bool(filled) and all(NUMBER.fullmatch(cell) for cell in filled)


SAMPLES: dict[str, tuple[Any, ...]] = {
    "en": ("Ships piloted", ("Month of the year", "In", "Out"), ("May to June", "212", "208")),
    "uk": (
        "Проведені судна",
        ("Місяць року", "Увійшло", "Вийшло"),
        ("травень і червень", "212", "208"),
    ),
}
KIND = TableKind()
