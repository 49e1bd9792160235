"""Know what each language calls itself and which way it runs: a module's word, else CLDR's.

Nothing here imports Django, for the settings are read by processes that must not.
"""

from dateline.lib import tags
from dateline.lib.languages import language as known
from dateline.lib.languages import own_name as own_name


def direction_of(language: str) -> str:
    """Return "rtl" or "ltr", the way a language's script runs."""
    return known(language).direction or tags.direction(language)
