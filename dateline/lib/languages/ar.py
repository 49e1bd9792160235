"""Arabic: the marks of its newspapers, where CLDR has curled ones turned round."""

from dateline.lib.languages.model import Language, marks_of

LANGUAGE = Language(
    code="ar",
    marks=marks_of("«»“”"),
    phrases={
        "about": "نحو {}",
        "about_long": "نحو {}",
        "perhaps": "ربما {}",
        "from": "منذ {}",
        "by": "حتى {}",
    },
    zones={"Europe/Kyiv": "بتوقيت كييف"},
    latin_and="w",
)
