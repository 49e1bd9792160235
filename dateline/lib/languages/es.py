"""Spanish: newspapers write whole months with "de" in intervals, too."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(
    code="es",
    spans={
        "day": ("d – ", "d 'de' MMMM 'de' y"),
        "month": ("d 'de' MMMM – ", "d 'de' MMMM 'de' y"),
        "year": ("d 'de' MMMM 'de' y – ", "d 'de' MMMM 'de' y"),
        "day_bare": ("d – ", "d 'de' MMMM"),
        "month_bare": ("d 'de' MMMM – ", "d 'de' MMMM"),
    },
    phrases={
        "about": "hacia el {}",
        "about_long": "hacia {}",
        "perhaps": "quizá {}",
    },
    zones={"Europe/Kyiv": "hora de Kyiv", "Europe/Madrid": "hora de Madrid"},
    latin_and="y",
    articles=("un", "una", "el", "la", "los", "las"),
)
