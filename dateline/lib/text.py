"""Set plain and rich text as a newspaper sets it, and take the words out of markup."""

import re
from html import unescape

from dateline.lib.languages import Pair, language

APOSTROPHE = "’"
SINGLE = ("‘", "’")
QUOTING = re.compile("[\"'“”‘’‚„«»‹›「」『』]")
BEFORE_OPENING = frozenset("([{«“„‘‚‹「『（【–—-/¡¿")
LONE_HYPHEN = re.compile(r"(?:(?<=[ \u00a0])|^)-{1,3}(?=[ \u00a0])")
NUMBER_RANGE = re.compile(r"(?<=\d)--(?=\d)")
SPACES = re.compile(r"[ \t\f\v\u2028\u2029]+")
INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
TAG = re.compile(r"<[^>]*>")
TAG_NAME = re.compile(r"</?\s*([a-zA-Z0-9]+)")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HIDDEN = re.compile(r"<(script|style|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
BLOCK_TAGS = (
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table td th tr ul"
)
BLOCKS = frozenset(BLOCK_TAGS.split())
VERBATIM = frozenset({"code", "pre", "script", "style", "kbd", "samp"})


def typography(text: str, language: str = "en") -> str:
    """Set one line of plain text: quotation marks, dashes, apostrophes, spaces.

    language: any tag; its marks are its module's or CLDR's.
    Doing it twice changes nothing more. Marks that are already curly stay and are counted.
    """
    return _Setter(language).run(SPACES.sub(" ", INVISIBLE.sub("", text)).strip(" \n\r"))


def typography_html(html: str, language: str = "en") -> str:
    """Set the words between the tags of rich text; tags, attributes and code stay."""
    setter, verbatim, written, at = _Setter(language), 0, [], 0
    for tag in TAG.finditer(html):
        between = html[at : tag.start()]
        written.append(between if verbatim else setter.run(between))
        written.append(tag.group())
        at = tag.end()
        name, closing = _tag_name(tag.group()), tag.group().startswith("</")
        if name in VERBATIM:
            verbatim = max(0, verbatim + (-1 if closing else 1))
        if name in BLOCKS:
            setter = _Setter(language)  # quotation marks do not reach over paragraphs
    rest = html[at:]
    written.append(rest if verbatim else setter.run(rest))
    return "".join(written)


def plain(html: str) -> str:
    """Return the words of rich text: one line a block, entities read, spaces single."""
    bare = HIDDEN.sub(" ", COMMENT.sub("", html))
    bare = TAG.sub(lambda tag: "\n" if _tag_name(tag.group()) in BLOCKS else "", bare)
    lines = (" ".join(unescape(line).split()) for line in bare.splitlines())
    return "\n".join(line for line in lines if line)


def shorten(text: str, limit: int) -> str:
    """Return at most so many code points of one line, cut after a word and marked "…"."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit]
    if not line[limit - 1].isspace() and " " in head:
        head = head.rpartition(" ")[0]
    return (head[: limit - 1].rstrip(" ,;:.–—-") + "…") if limit > 1 else "…"


def mid_sentence(title: str, tag: str) -> str:
    """Return a title as it stands inside a sentence: without the capital of its article."""
    first = title.partition(" ")[0]
    if first.lower() in language(tag).articles:
        return title[:1].lower() + title[1:]
    return title


def words(text: str) -> int:
    """Return how many words a text has."""
    return len(re.findall(r"[^\W_]+(?:[’'ʼ-][^\W_]+)*", text))


def _tag_name(tag: str) -> str:
    """Return the lower-case name of a tag, empty for what is none."""
    found = TAG_NAME.match(tag)
    return found[1].lower() if found else ""


class _Setter:
    """A typesetter of successive runs of one paragraph that remembers open quotation marks."""

    def __init__(self, tag: str) -> None:
        """Start a paragraph in a language."""
        self.rules = language(tag)
        self.marks = self.rules.quotation_marks
        self.open: list[Pair] = []
        self.before = ""

    def run(self, text: str) -> str:
        """Set the next run of the paragraph."""
        text = NUMBER_RANGE.sub("–", LONE_HYPHEN.sub(self.rules.dash or "–", text))
        text = self._spaced(text)
        written: list[str] = []
        at = 0
        for found in QUOTING.finditer(text):
            self._skip(text[at : found.start()], written)
            written.append(self._sign(text, found.start()))
            at = found.end()
        self._skip(text[at:], written)
        return "".join(written)

    def _spaced(self, text: str) -> str:
        """Put the language's own spaces in place of those that were typed before a sign."""
        for sign, space in self.rules.before.items():
            text = text.replace(f" {sign}", f"{space}{sign}")
        return text

    def _skip(self, plain: str, written: list[str]) -> None:
        """Take over what holds no quotation mark."""
        if plain:
            written.append(plain)
            self.before = plain[-1]

    def _sign(self, text: str, at: int) -> str:
        """Return what one sign becomes, given what came before and what follows."""
        sign = text[at]
        if sign == '"':
            written = self._double()
        elif sign == "'":
            written = self._single(text, at)
        else:
            written = sign
            self._count(sign)
        self.before = written[-1:] if sign in "\"'" else sign
        return written

    def _opens(self) -> bool:
        """Return whether a mark here opens: nothing, a space or an opening sign before it."""
        if self.rules.runs_on and not self.open:
            return True
        return not self.before or self.before.isspace() or self.before in BEFORE_OPENING

    def _double(self) -> str:
        """Return the mark for a straight double one."""
        if self._opens() or not self.open:
            if not self._opens():
                return self.marks.outer[1]  # its opening mark stands in another line
            pair = self.marks.inner if self.open else self.marks.outer
            self.open.append(pair)
            return pair[0]
        return self.open.pop()[1]

    def _single(self, text: str, at: int) -> str:
        """Return the mark for a straight single one: mostly an apostrophe."""
        follows = text[at + 1 : at + 2]
        single = self.marks.inner
        if self._opens() and follows.isalpha() and _closes_later(text, at):
            self.open.append(single)
            return single[0]
        if self.open and self.open[-1] == single and not follows.isalnum():
            self.open.pop()
            return single[1]
        return APOSTROPHE

    def _count(self, sign: str) -> None:
        """Take note of a mark that is already curly."""
        if self.open and sign == self.open[-1][1].strip("\u00a0"):
            self.open.pop()
        elif self.open and sign in "”»" and self.open[-1] != SINGLE:
            self.open.pop()  # opened straight, closed curly: the seed page has three of these
        elif sign == self.marks.outer[0].strip("\u00a0"):
            self.open.append(self.marks.outer)
        elif sign == self.marks.inner[0].strip("\u00a0") and sign != APOSTROPHE:
            self.open.append(self.marks.inner)


def _closes_later(text: str, at: int) -> bool:
    """Return whether a single mark after this one could close a quotation."""
    return bool(re.search(r"[\w.,!?…]['’](?!\w)", text[at + 1 :]))
