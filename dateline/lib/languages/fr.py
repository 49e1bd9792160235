"""French: no-break spaces inside its marks and before high signs."""

from dateline.lib.languages.model import Language, Marks

NARROW = "\N{NARROW NO-BREAK SPACE}"
SPACE = "\N{NO-BREAK SPACE}"

LANGUAGE = Language(
    code="fr",
    marks=Marks((f"«{SPACE}", f"{SPACE}»"), ("“", "”")),
    before={";": NARROW, "!": NARROW, "?": NARROW, ":": SPACE, "»": SPACE, "%": NARROW},
    phrases={
        "about": "vers le {}",
        "about_long": "vers {}",
        "perhaps": "peut-être {}",
        "from": "à partir de {}",
        "by": "jusqu’à {}",
    },
    zones={"Europe/Kyiv": "heure de Kyiv", "Europe/Paris": "heure de Paris"},
    latin_and="et",
    articles=("un", "une", "le", "la", "les"),
)
