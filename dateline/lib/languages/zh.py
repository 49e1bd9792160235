"""Chinese: words run on without spaces. Marks and dates are CLDR's for each script."""

from dateline.lib.languages.model import Language

LANGUAGE = Language(code="zh", runs_on=True)
