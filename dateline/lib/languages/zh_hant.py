"""Chinese in traditional characters, which has no parent in CLDR: words run on here, too."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(code="zh_Hant", runs_on=True)
