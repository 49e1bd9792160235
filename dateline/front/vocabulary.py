"""The words for the closed keys that records carry, marked here for the catalogues.

Templates ask for `word("label", row.label)`; a key that is not here fails the pressing, so
a raw key never reaches a reader.
"""

from collections.abc import Callable, Mapping

from babel.dates import get_timezone, get_timezone_location

from dateline.lib import when

Translate = Callable[[str], str]


def N_(message: str) -> str:  # noqa: N802  the name gettext's tools look for
    """Mark a message for the catalogues and leave it as it is."""
    return message


WORDS: Mapping[str, Mapping[str, str]] = {
    "label": {
        "advertisement": N_("Advertisement"),
        "breaking": N_("Breaking"),
        "live": N_("Live"),
        "corrected": N_("Corrected"),
        "exclusive": N_("Exclusive"),
        "updated": N_("Updated"),
        "opinion": N_("Opinion"),
        "analysis": N_("Analysis"),
        "interview": N_("Interview"),
    },
    # What a filter or a feed of one label holds.
    "filter": {
        "": N_("All"),
        "advertisement": N_("Advertisements"),
        "breaking": N_("Breaking news"),
        "live": N_("Live coverage"),
        "corrected": N_("Corrections"),
        "exclusive": N_("Exclusives"),
        "updated": N_("Updates"),
        "opinion": N_("Opinions"),
        "analysis": N_("Analyses"),
        "interview": N_("Interviews"),
    },
    "status": {
        "declined": N_("No comment"),
        "confirmed": N_("Confirmed"),
        "denied": N_("Denied"),
        "refuted": N_("Refuted"),
        "differ": N_("Versions differ"),
        "corrected": N_("Corrected"),
        "unstated": N_("Source not stated"),
        "report": N_("Media report"),
        "claim": N_("Claim"),
        "statement": N_("Statement"),
        "assessment": N_("Assessment"),
    },
    "meaning": {
        "declined": N_("The source was asked and declines to comment."),
        "confirmed": N_(
            "A source that does not depend on the first one says the same, or our own reporter "
            "has checked it."
        ),
        "denied": N_("Another side says that it is not so. That proves nothing."),
        "refuted": N_("It has turned out to be wrong, and the proof is given."),
        "differ": N_("Sources contradict each other. Their versions stand side by side."),
        "corrected": N_("We had it wrong and have put it right. The correction says what changed."),
        "unstated": N_("Nobody is named in the original. Read it with caution."),
        "report": N_("A newsroom reports it. We name that newsroom and have not confirmed it."),
        "claim": N_("One side says it, and we have not confirmed it."),
        "statement": N_("Words of an official, a body or a person, not a claim of fact."),
        "assessment": N_("An analyst or an institute judges the situation."),
    },
    # What a source does with its words, and what several sources or a group of people do.
    "verb": {
        "says": N_("says"),
        "finds": N_("finds"),
        "confirms": N_("confirms"),
        "denies": N_("denies"),
        "declines": N_("declines to comment on"),
        "urges": N_("urges"),
    },
    "verbs": {
        "says": N_("say"),
        "finds": N_("find"),
        "confirms": N_("confirm"),
        "denies": N_("deny"),
        "declines": N_("decline to comment on"),
        "urges": N_("urge"),
    },
    "mark": {
        "many": N_("Several statements"),
        "said": N_("A side states or claims"),
        "media": N_("Media report"),
        "study": N_("Assessment"),
        "event": N_("Confirmed"),
        "bare": N_("Source not stated"),
    },
    "note": {
        "date_not_stated": N_("date not stated"),
        "since": N_("since this date"),
        "as_of": N_("as of this date"),
        "about": N_("on or about this date"),
        "by": N_("by this date"),
    },
    "correction": {
        "error": N_("Correction"),
        "clarification": N_("Clarification"),
        "update": N_("Update"),
        "retraction": N_("Retraction"),
    },
    "age": {
        "month": N_("This article is more than a month old."),
        "quarter": N_("This article is more than three months old."),
        "half": N_("This article is more than half a year old."),
        "year": N_("This article is more than a year old."),
    },
}

IN_THE_CITY = N_("%(city)s time")


def word(group: str, key: str, gettext: Translate) -> str:
    """Return the translated word for a key; KeyError names a key that is in no set."""
    return gettext(WORDS[group][key])


def zone_words(zone: str, locale: str, gettext: Translate) -> str:
    """Return how readers call the edition's time: "Kyiv time", else "Lisbon time"."""
    own = when.own_zone_words(zone, locale)
    if own:
        return own
    if zone in {"UTC", "Etc/UTC"}:
        return "UTC"
    city = get_timezone_location(get_timezone(zone), when.locale_of(locale), return_city=True)
    return gettext(IN_THE_CITY) % {"city": city}
