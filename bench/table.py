"""Set figures out as a table for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]


def markdown(rows: Sequence[Row]) -> str:
    """Return rows as a table in Markdown, its columns wide enough to be read as they are."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    cells = [[_said(row.get(name)) for name in columns] for row in rows]
    widths = [max(len(line[n]) for line in [columns, *cells]) for n in range(len(columns))]
    rule = ["-" * width for width in widths]
    return "\n".join(_line(line, widths) for line in [columns, rule, *cells])


def _line(line: Sequence[str], widths: Sequence[int]) -> str:
    return f"| {' | '.join(text.ljust(width) for text, width in zip(line, widths, strict=True))} |"


def _said(value: Any) -> str:
    if value is None:
        return ""
    return (
        f"{value:,.1f}"
        if isinstance(value, float)
        else f"{value:,}"
        if isinstance(value, int)
        else str(value)
    )


def as_json(found: Mapping[str, Any]) -> str:
    """Return all figures of a run."""
    return json.dumps(found, indent=2, ensure_ascii=False, default=str)


def ratios(small: Sequence[Row], large: Sequence[Row], key: str = "edit") -> list[dict[str, Any]]:
    """Return how many times a figure of the large newsroom is that of the small one."""
    known = {row[key]: row for row in small}
    made = []
    for row in large:
        other = known.get(row[key], {})
        made.append({key: row[key], **{n: _ratio(row[n], other.get(n)) for n in row if n != key}})
    return made


def _ratio(now: Any, before: Any) -> float | None:
    numbers = isinstance(now, int | float) and isinstance(before, int | float)
    return round(now / before, 2) if numbers and before else None
