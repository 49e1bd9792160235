"""The closed sets of keys that records carry and templates turn into words.

A key outside its set fails at render (StrictUndefined for words), so a raw key never reaches
a reader. The words are in `dateline.front.vocabulary`.
"""

from datetime import timedelta

# In lists one label at most, the first of these that fits (design.md, section 4).
LABELS = (
    "advertisement",
    "breaking",
    "live",
    "corrected",
    "exclusive",
    "updated",
    "opinion",
    "analysis",
    "interview",
)

# The status of a statement, the first that fits: declines, confirmed, denied, refuted, differ
# (standing disputed), corrected, unstated (no attribution at all), report (an outlet speaks or
# there is only a via), else the statement's genre: claim, statement, assessment.
STATUSES = (
    "declined",
    "confirmed",
    "denied",
    "refuted",
    "differ",
    "corrected",
    "unstated",
    "report",
    "claim",
    "statement",
    "assessment",
)

# What a source does with its words; finds: says, of an assessment.
VERBS = ("says", "finds", "confirms", "denies", "declines", "urges")

# The mark of an entry on its line: bullseye (several statements), ring, diamond, square, dot,
# small grey ring.
MARKS = ("many", "said", "media", "study", "event", "bare")

# Small words about an entry's date, in this order.
NOTES = (
    "date_not_stated",
    "since",
    "as_of",
    "about",
    "by",
)

# How old an article must be for each step of its age notice; whole years follow "year".
AGE_STEPS = (
    ("month", timedelta(days=30)),
    ("quarter", timedelta(days=92)),
    ("half", timedelta(days=183)),
    ("year", timedelta(days=365)),
)
