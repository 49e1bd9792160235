"""The blocks of which bodies are made: one folder a kind, and the registry that knows them all.

To add a kind, make its folder and add a line here; see docs/where-code-lives.md.
"""

from .kind import ARTICLE, STANDING, Kind, Lookup, Named, SamplePlace
from .registry import (
    BadKind,
    as_json,
    folders,
    kind,
    kinds,
    parse_body,
    records,
    records_named,
    records_shown,
    register,
    unregister,
)

OURS = (
    "dateline.blocks.paragraph",
    "dateline.blocks.heading",
    "dateline.blocks.quote",
    "dateline.blocks.picture",
    "dateline.blocks.gallery",
    "dateline.blocks.document",
    "dateline.blocks.embed",
    "dateline.blocks.table",
    "dateline.blocks.fact_box",
    "dateline.blocks.background",
    "dateline.blocks.read_also",
    "dateline.blocks.number",
)

for _module in OURS:
    register(_module)

__all__ = [
    "ARTICLE",
    "STANDING",
    "BadKind",
    "Kind",
    "Lookup",
    "Named",
    "SamplePlace",
    "as_json",
    "folders",
    "unregister",
    "kind",
    "kinds",
    "records_named",
    "parse_body",
    "records",
    "register",
    "records_shown",
]
