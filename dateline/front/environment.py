"""The sandbox in which readers' templates run: one environment a language, locale and zone.

Nothing in it knows the time of day, the request, the database or chance: a page is its
records, its template and its catalogue, and nothing else.
"""

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from babel.numbers import format_decimal
from jinja2 import BaseLoader, StrictUndefined, Template, TemplateNotFound, meta
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from dateline import blocks
from dateline.front import dates, day_strip, json_ld, records, template_files, vocabulary
from dateline.front.absolute_addresses import absolute, absolute_html
from dateline.front.assets import asset_address
from dateline.front.catalogues import translations
from dateline.front.scripts import script
from dateline.lib import language_names, text, when

# Parts that come ready from the press are named in a comment, so that their styles come too.
ALSO = re.compile(r"\{# with: ([\w/. ]+) #\}")
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
OF_PAGES = frozenset(
    found for name in records.__all__ if isinstance(found := getattr(records, name), type)
)
CLOCKS = frozenset({"now", "utcnow", "today"})


class Flush(BaseLoader):
    """A loader of templates without their indentation, which no reader needs to be sent."""

    def get_source(
        self, environment: Any, template: str
    ) -> tuple[str, str | None, Callable[[], bool]]:
        """Return a template's text with every line begun at the margin."""
        try:
            source = template_files.source_of(template)
        except FileNotFoundError as why:
            raise TemplateNotFound(template, str(why)) from why
        return INDENT.sub("", source), str(template_files.file_of(template)), lambda: True


class Shared(Template):
    """A template whose macros are made once: all of an environment's have the same globals."""

    def _get_default_module(self, ctx: Any = None) -> Any:
        """Return the macros without asking, at each import, whether the globals are others."""
        return super()._get_default_module()


class Words:
    """The translations of what templates say: `_`, with every text looked up once."""

    def __init__(self, gettext: Callable[[str], str]) -> None:
        self._gettext = gettext
        self._known: dict[str, tuple[Markup, Markup]] = {}

    def __call__(self, text: str, **values: Any) -> Markup:
        """Return a text in the edition's language, with escaped values in its places."""
        if text not in self._known:
            told = Markup(self._gettext(text))  # noqa: S704  our own catalogue
            self._known[text] = told, told if "%(" in told else told % {}
        told, plain = self._known[text]
        return told % values if values else plain


class Once:
    """A template's rendering of values that many pages share, made once for all of them: `once`.

    Values are frozen, and told apart by identity: whoever shows the same record as before gets
    the text that was made of it. The records are held, so that no other can take their place.
    """

    def __init__(self, environment: "Sandbox", most: int = 64) -> None:
        self._environment = environment
        self._most = most
        self._held: dict[tuple[Any, ...], tuple[Markup, dict[str, Any]]] = {}

    def __call__(self, name: str, **values: Any) -> Markup:
        """Return a template's text, made of these values alone."""
        key = (name, *map(id, values.values()))
        found = self._held.get(key)
        if found is None:
            if len(self._held) >= self._most:
                self._held.clear()
            text = self._environment.get_template(name).render(values)
            found = self._held[key] = Markup(text), values  # noqa: S704  escaped in the template
        return found[0]


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with a short way to the fields of records, to macros and to words.

    A record is frozen and holds values only, so the sandbox's questions about an attribute
    have one answer; asking them took 40 per cent of a page's rendering. A macro of ours asks
    them inside, and needs no context.
    """

    template_class = Shared

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.records = OF_PAGES | blocks.records()

    def call(self, context: Any, obj: Any, *values: Any, **named: Any) -> Any:
        """Call a macro or `_` at once, anything else as the sandbox allows."""
        if type(obj) is Macro or type(obj) is Words:
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
            return obj(*values, **named)
        return super().call(context, obj, *values, **named)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return a record's field at once, anything else as the sandbox allows."""
        if type(obj) in self.records and attribute[:1] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Refuse the clock, which even a record's time would tell."""
        return attr not in CLOCKS and bool(super().is_safe_attribute(obj, attr, value))


@lru_cache(maxsize=32)
def environment(language: str, locale: str, zone: str) -> Sandbox:
    """Return the environment of an edition."""
    made = _bare()
    words = translations(locale)
    made.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    made.globals["_"] = Words(words.gettext)
    made.globals["once"] = Once(made)
    made.filters |= dates.filters(locale, zone) | {
        "html": Markup,
        "number": partial(_number, locale=locale),
        "absolute": absolute,
        "absolute_html": absolute_html,
        "wordmark": _wordmark,
        "lang": _lang,
        "raised": _raised,
        "mid_sentence": partial(text.mid_sentence, tag=language),
        "language_name": partial(language_names.name, locale=locale),
    }
    made.globals |= _globals(locale, zone, words.gettext)
    return made


def words_of(made: Sandbox) -> dict[str, Any]:
    """Return what templates may call, by a name that tells what it is to templates."""
    tables = {"function": made.globals, "filter": made.filters, "test": made.tests}
    return {
        f"the {what} {name} of templates": word
        for what, table in tables.items()
        for name, word in table.items()
        if callable(word)
    }


def _bare() -> Sandbox:
    """Return an environment with nothing of an edition in it."""
    made = Sandbox(
        loader=Flush(),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    made.globals.pop("lipsum")
    made.filters.pop("random")
    return made


def _globals(locale: str, zone: str, gettext: Callable[[str], str]) -> dict[str, object]:
    """Return the functions that templates may call."""
    first_weekday = when.locale_of(locale).first_week_day
    return {
        "asset": asset_address,
        "script": script,
        "word": partial(vocabulary.word, gettext=gettext),
        "zone_words": vocabulary.zone_words(zone, locale, gettext),
        "ranks": day_strip.ranks,
        "marks": day_strip.marks,
        "weeks": partial(day_strip.weeks, first_weekday=first_weekday),
        "weekdays": _weekdays(locale, first_weekday),
        "article_linked": json_ld.article_linked,
        "newsroom_linked": json_ld.newsroom_linked,
    }


@lru_cache(maxsize=128)
def closure(template: str) -> tuple[str, ...]:
    """Return the template and all that it extends, includes or imports, by name.

    Raises TemplateNotFound, naming the one that is not there.
    """
    made = _bare()
    found: set[str] = set()
    waiting = [template]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        source = template_files.source_of(name)
        waiting += [ref for ref in meta.find_referenced_templates(made.parse(source)) if ref]
        waiting += [name for names in ALSO.findall(source) for name in names.split()]
    return tuple(sorted(found))


def _number(value: int | float, locale: str) -> str:
    """Return a number as the language groups it."""
    return format_decimal(value, locale=when.locale_of(locale))


def _lang(language: str) -> Markup:
    """Return the attribute of words in another language than the page's; nothing for ""."""
    return Markup(' lang="{}"').format(language) if language else Markup()


def _wordmark(brand: str) -> Markup:
    """Return the brand with its first full stop set in the colour of the house."""
    before, dot, after = brand.partition(".")
    return Markup("{}<i>{}</i>{}").format(before, dot, after) if dot else Markup.escape(brand)


def _raised(words: str) -> str:
    """Return words as a line of its own begins: with a capital."""
    return words[:1].upper() + words[1:]


def _weekdays(locale: str, first: int) -> tuple[tuple[str, str], ...]:
    """Return short and whole names of the days of the week, in the locale's order."""
    short = when.weekday_names(locale)
    whole = when.weekday_names(locale, width="wide")
    return tuple((short[(first + n) % 7], whole[(first + n) % 7]) for n in range(7))
