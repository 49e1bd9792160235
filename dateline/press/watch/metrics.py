"""The press's figures as Prometheus reads them: text, one line a value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .status import status

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
Values = Iterable[tuple[dict[str, str], float]]


def text() -> str:
    """Return all figures in the text format, version 0.0.4."""
    told = status()
    blocks = [_block(name, says, values) for name, says, values in _rows(told)]
    return "".join(blocks)


def _rows(told: dict[str, Any]) -> Iterable[tuple[str, str, Values]]:
    """Return name, meaning and values of each figure."""
    drift, timer = told["drift"], told["oldest_timer"]
    queue, waits = told["queue"], told["to_disk_ms"]
    yield "up", "Whether a worker was at work within a minute.", [({}, float(told["runs"]))]
    stored = float(not told["store_down"])
    yield "store_up", "Whether the store took the last sheet.", [({}, stored)]
    yield "drift", "Sheets found stale by the samples of a day.", [({}, drift["drift"])]
    yield "sampled", "Sheets compared by the samples of a day.", [({}, drift["seen"])]
    yield "sheets", "Sheets by state.", _by("state", told["sheets"])
    yield "edges", "Reads of all sheets together.", [({}, told["edges"])]
    yield "queue_jobs", "Jobs that wait, by class.", _by("class", queue, "jobs")
    yield "queue_age_seconds", "Age of the oldest, by class.", _by("class", queue, "oldest_seconds")
    yield "parked", "Sheets given up.", [({}, len(told["parked"]))]
    yield (
        "to_disk_seconds",
        "From mark to disk, by class.",
        [
            ({"class": one, "quantile": quantile}, row[key] / 1000)
            for one, row in waits.items()
            for quantile, key in (("0.5", "p50"), ("0.99", "p99"))
        ],
    )
    yield "same_bytes_ratio", "Pressings that changed nothing.", [({}, told["same_bytes"])]
    yield (
        "fan_out_sheets",
        "Sheets that show what most show.",
        [({"read": row["read"]}, row["sheets"]) for row in told["largest_fan_outs"]],
    )
    yield "sweeps", "Sweeps not at their end.", [({}, told["sweeps"])]
    yield "timers", "Timers set.", [({}, told["timers"])]
    late = timer["late_seconds"] if timer else 0
    yield "timer_late_seconds", "How late the oldest timer is.", [({}, late)]
    owed = told["purges"] or {"waiting": 0, "oldest_seconds": 0}
    yield "purges_waiting", "Addresses that caches are still to forget.", [({}, owed["waiting"])]
    yield "purge_age_seconds", "Age of the oldest of them.", [({}, owed["oldest_seconds"])]
    yield "changes_total", "Rows of the change log.", [({}, told["changes"])]
    found = len(told["audit"].get("found", []))
    yield "bypassed", "Records the last audit found written past the press.", [({}, found)]


def _by(label: str, rows: dict[str, Any], key: str = "") -> Values:
    return [({label: one}, row[key] if key else row) for one, row in rows.items()]


def _block(name: str, says: str, values: Values) -> str:
    kind = "counter" if name.endswith("_total") else "gauge"
    full = f"dateline_press_{name}"
    lines = [f"{full}{_labels(labels)} {value:g}" for labels, value in values]
    return "\n".join([f"# HELP {full} {says}", f"# TYPE {full} {kind}", *lines, ""])


def _labels(labels: dict[str, str]) -> str:
    """Return labels as written: backslash, quote and line end escaped."""
    if not labels:
        return ""
    escaped = {
        name: value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
        for name, value in labels.items()
    }
    return "{" + ",".join(f'{name}="{value}"' for name, value in escaped.items()) + "}"
