"""Recognise what a template left on the page: an unfilled key, tag or placeholder."""

from __future__ import annotations

import re

_LEAK = re.compile(
    r"""
      \{\{[^{}\n]{0,120}\}\}            # {{ name }}
    | \{%[^%\n]{0,120}%\}               # {% tag %}
    | \$\{[^{}\n]{1,80}\}               # ${name}
    | %\([A-Za-z_]\w{0,40}\)[sdif]      # %(name)s
    | \[object\ Object\]
    | <%=?[^%\n]{1,80}%>
    | (?<![\w/.:@-])[a-z][a-z0-9-]{1,40}/[a-z][a-z0-9-]{0,40}
      \.[a-z0-9]{1,40}_[a-z0-9_]{1,60}(?![\w/])
    """,
    re.VERBOSE,
)
_ALONE = re.compile(
    r"(?:undefined|null|NaN|None|Loading\.{0,3}|Loading…|lorem ipsum|"
    r"[a-z]{2,30}(?:\.[a-z0-9]{2,40}){0,4}\.[a-z0-9]{2,40}(?:_[a-z0-9]{1,40}){1,5}|[A-Z]{2,30}(?:_[A-Z]{2,30}){2,6})"
)


def leak(text: str) -> tuple[int, int] | None:
    """Return the place of a template leak in a block's text, or None."""
    match = _ALONE.fullmatch(text) if len(text) <= 200 else None
    match = match or _LEAK.search(text)
    return match.span() if match else None
