"""Where the tests find what lies beside the project."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_beside = ROOT.parent / "shared"
SHARED: Path | None = _beside if _beside.is_dir() else None
