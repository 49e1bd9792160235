"""Sentences that filing publishes, in the language of the edition they are filed for.

They are words of the readers' catalogues, so that the words gate sees them and no edition is
given those of another language. Who knows the catalogues registers them with `speak_by`.
"""

from collections.abc import Callable

Translate = Callable[[str], str]


class MissingWord(LookupError):
    """A word for readers that the catalogue of a language lacks."""


def N_(message: str) -> str:  # noqa: N802  the name gettext's tools look for
    """Mark a message for the catalogues and leave it as it is."""
    return message


SENTENCES = {
    "speaker_not_named": N_("The page does not say who speaks."),
    "unnamed_source": N_("a source that is not named"),
    "no_source": N_("The page names no source."),
    "source_without_name": N_("The page does not name the source."),
    "news": N_("News"),
}
_speakers: list[Callable[[str], Translate]] = []


def speak_by(translations: Callable[[str], Translate]) -> None:
    """Register what returns the translation into a locale's language."""
    _speakers[:] = [translations]


def sentence(key: str, locale: str) -> str:
    """Return a sentence in the language of a locale; raises MissingWord where it has none."""
    if not _speakers:
        raise MissingWord(f"nobody has registered catalogues, so “{key}” cannot be said")
    return _speakers[0](locale)(SENTENCES[key])
