"""Polish."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(
    code="pl",
    phrases={"about": "około {}", "perhaps": "być może {}", "from": "od {}", "by": "do {}"},
    zones={"Europe/Kyiv": "czasu kijowskiego", "Europe/Warsaw": "czasu warszawskiego"},
    latin_and="i",
)
