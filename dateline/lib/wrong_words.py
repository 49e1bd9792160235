"""Say whether a text still says what a correction calls wrong."""

import re

QUOTES = re.compile("[\"'“”‘’‚„«»`´]")
DASHES = re.compile("[-‐‑‒–—―]+")  # noqa: RUF001
EDGES = " .,;:!?…()[]"


def still_says(text: str, was: str, now: str) -> bool:
    """Return whether the wrong words stand in a plain text, but for what is right itself.

    Letters' case, spaces, quotation marks and the kind of dash make no difference; words are
    found whole: "six" does not stand in "sixty".
    """
    wrong, right, said = _bare(was).strip(EDGES), _bare(now).strip(EDGES), _bare(text)
    if not wrong:
        return False
    if wrong in right:
        said = said.replace(right, " ")
    return bool(re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", said))


def _bare(text: str) -> str:
    """Return a text without what typesetting and hands make of it."""
    return " ".join(DASHES.sub("-", QUOTES.sub("", text)).casefold().split())
