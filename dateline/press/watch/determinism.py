"""Find what asks the clock or chance in the code that makes pages: see `troubles`.

Nobody can stand before `datetime.now` itself, so `press lint` and the tests read the code of
plates, parts, facets and orders: what it names, and what the functions that it names name.
"""

from __future__ import annotations

import dis
import os
import random
import secrets
import sys
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from types import CodeType, FunctionType, ModuleType
from typing import Any

from django.utils import timezone

from dateline.press import clock

TIMES = "time time_ns monotonic monotonic_ns perf_counter perf_counter_ns localtime gmtime ctime"
ASKING: frozenset[Any] = frozenset(
    [
        *(getattr(time, name) for name in TIMES.split()),
        *(getattr(secrets, name) for name in ("token_bytes", "token_hex", "token_urlsafe")),
        *(timezone.now, timezone.localdate, clock.now, clock.ticks),
        *(uuid.uuid1, uuid.uuid4, os.urandom),
    ]
)
CLOCKS = frozenset({"now", "utcnow", "today"})


def troubles(made_by: Mapping[str, Any]) -> list[str]:
    """Return a sentence for each thing, by name, whose code asks clock or chance."""
    clean: dict[int, FunctionType] = {}
    found = ((name, trouble(one, clean)) for name, one in made_by.items())
    return [f"“{name}” {why}: a page is its records and nothing else" for name, why in found if why]


def trouble(made_by: Any, clean: dict[int, FunctionType] | None = None) -> str:
    """Return what asks clock or chance, in which function; "" where nothing does.

    Followed is what the function names, in its own package; not what it is given.
    clean: functions that were read before and found to ask nothing; learns these.
    """
    package = (getattr(made_by, "__module__", None) or "").partition(".")[0]
    known = {} if clean is None else clean
    seen = dict(known)
    itself = made_by.func if isinstance(made_by, partial) else made_by
    why = f"asks {itself.__qualname__}" if _is_asking(itself) else ""
    why = why or next(_asks(made_by, package, seen), "")
    if not why:
        known.update(seen)
    return why


def _asks(thing: Any, package: str, seen: dict[int, FunctionType]) -> Iterator[str]:
    for function in _functions(thing):
        if id(function) in seen:
            continue
        seen[id(function)] = function
        for named in _named(function):
            if _is_asking(named):
                name = getattr(named, "__qualname__", str(named))
                yield f"asks {name} in {function.__module__}.{function.__qualname__}"
            elif (getattr(named, "__module__", None) or "").partition(".")[0] == package:
                yield from _asks(named, package, seen)


def _functions(thing: Any) -> list[FunctionType]:
    """Return the functions that a thing is made of; none of what is the press's or a model's."""
    thing = thing.func if isinstance(thing, partial) else getattr(thing, "__wrapped__", thing)
    thing = getattr(thing, "__func__", thing)
    if (getattr(thing, "__module__", None) or "").startswith("dateline.press"):
        return []
    if isinstance(thing, FunctionType):
        return [thing]
    if isinstance(thing, type) and not hasattr(thing, "_meta"):
        inside = (getattr(one, "__func__", one) for one in vars(thing).values())
        inside = (one.fget if isinstance(one, property) else one for one in inside)
        return [one for one in inside if isinstance(one, FunctionType)]
    return []


def _named(function: FunctionType) -> Iterator[Any]:
    """Give the modules' and classes' members that a function's code names, nested code included."""
    cells = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    here = {}
    for name, cell in cells:
        try:
            here[name] = cell.cell_contents
        except ValueError:
            continue
    codes = [function.__code__]
    while codes:
        code = codes.pop(0)
        yield from _read(code, function.__globals__, here)
        codes += [one for one in code.co_consts if isinstance(one, CodeType)]


def _read(code: CodeType, names: dict[str, Any], here: dict[str, Any]) -> Iterator[Any]:
    """Give what one code object names, followed from attribute to attribute.

    here: what its local names stand for; it learns those that are imported on the way.
    """
    at: Any = None
    for step in dis.get_instructions(code):
        kind, name = step.opname, step.argval
        if kind in ("LOAD_GLOBAL", "LOAD_NAME"):
            at = names.get(name)
        elif kind == "IMPORT_NAME":
            at = sys.modules.get(name)
        elif kind in ("LOAD_ATTR", "LOAD_METHOD", "IMPORT_FROM"):
            at = getattr(at, name, None) if isinstance(at, ModuleType | type) else None
        elif kind in ("STORE_FAST", "STORE_DEREF"):
            here[name] = at
        elif kind.startswith(("LOAD_FAST", "LOAD_DEREF")):
            at = here.get(name)
        else:
            at = None if kind not in ("CACHE", "PRECALL", "PUSH_NULL") else at
        if callable(at):
            yield at


def _is_asking(named: Callable[..., Any]) -> bool:
    """Return whether to call it is to ask the clock or chance."""
    owner = getattr(named, "__self__", None)
    if isinstance(owner, random.Random):
        return True
    if isinstance(owner, type) and issubclass(owner, date):
        return named.__name__ in CLOCKS
    try:
        return named in ASKING
    except TypeError:
        return False
