"""Draw on one sheet of paper: shapes with soft edges, and words in the readers' own serif.

Coordinates run from (0, 0) to (1800, 1200) whatever the size of the file; angles are degrees,
clockwise from three o'clock.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import TypedDict, Unpack

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]
Words = dict[str, str]

WIDTH, HEIGHT = 1800, 1200
FINE = 2
"""How much larger than the file the sheet is drawn; shrinking it makes the edges soft."""

PAPER, TINT, TINT_2, RULE = "#fdfcf9", "#f4f1ea", "#e9e4d9", "#dcd7cc"
INK, INK_2, INK_3 = "#17181c", "#45474d", "#85817a"
BLUE, BLUE_2, BLUE_3, BLUE_4 = "#0d4a80", "#5f8fb8", "#b3cbdf", "#dfe9f1"
NIGHT, DUSK = "#0d2238", "#27486a"
RED, RED_2 = "#b3151f", "#e3b4ae"
OCHRE, OCHRE_2, OCHRE_3 = "#b9782a", "#e2bb7c", "#f3e2c3"
GREEN, GREEN_2 = "#3f6f5a", "#bcd0c4"

FONTS = {
    "latin": "stix-two-text-latin-wght-normal.woff2",
    "cyrillic": "stix-two-text-cyrillic-wght-normal.woff2",
}


@lru_cache(maxsize=64)
def font(script: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return the readers' serif for one script, in pixels of the drawn sheet."""
    body = (files("dateline.front") / "static" / "fonts" / FONTS[script]).read_bytes()
    made = ImageFont.truetype(io.BytesIO(body), size)
    made.set_variation_by_axes([weight])
    return made


def script_of(sign: str) -> str:
    """Return which font file has the sign."""
    return "cyrillic" if "\u0400" <= sign <= "\u04ff" or sign == "№" else "latin"


def runs(text: str) -> list[tuple[str, str]]:
    """Return the text cut into (script, words); digits and spaces are Latin."""
    return [(script, "".join(signs)) for script, signs in groupby(text, key=script_of)]


def wave(count: int, *, low: float, high: float, y: float, phase: float = 0.0) -> list[Point]:
    """Return points across the sheet that rise and fall around y, the same at every call."""
    step = WIDTH / (count - 1)
    middle, reach = (low + high) / 2, (high - low) / 2
    return [
        (
            place * step,
            y + middle + reach * math.sin(place * 1.7 + phase) * math.cos(place * 0.63 + phase * 2),
        )
        for place in range(count)
    ]


def smooth(points: Sequence[Point], *, closed: bool = False, steps: int = 12) -> list[Point]:
    """Return a Catmull-Rom curve through the points."""
    ring = list(points)
    before = [ring[-1], *ring, ring[0], ring[1]] if closed else [ring[0], *ring, ring[-1]]
    curve: list[Point] = []
    for one, two, three, four in zip(before, before[1:], before[2:], before[3:], strict=False):
        for step in range(steps):
            curve.append(_between(one, two, three, four, step / steps))
    return curve if closed else [*curve, ring[-1]]


def _between(one: Point, two: Point, three: Point, four: Point, t: float) -> Point:
    x, y = (
        0.5
        * (
            2 * two[axis]
            + (three[axis] - one[axis]) * t
            + (2 * one[axis] - 5 * two[axis] + 4 * three[axis] - four[axis]) * t * t
            + (3 * two[axis] - one[axis] - 3 * three[axis] + four[axis]) * t**3
        )
        for axis in (0, 1)
    )
    return (x, y)


class Look(TypedDict, total=False):
    """The look of drawn words; anchor: l, m or r, the side on which the words are hung."""

    size: int
    fill: str
    weight: int
    anchor: str


class Paper:
    """One sheet being drawn."""

    def __init__(self, ground: str = PAPER) -> None:
        self.image = Image.new("RGB", (WIDTH * FINE, HEIGHT * FINE), ground)
        self.pen = ImageDraw.Draw(self.image)

    def _at(self, points: Iterable[Point]) -> list[Point]:
        return [(x * FINE, y * FINE) for x, y in points]

    def area(self, points: Iterable[Point], fill: str) -> None:
        """Fill a shape."""
        self.pen.polygon(self._at(points), fill=fill)

    def line(self, points: Iterable[Point], fill: str = INK, width: float = 3) -> None:
        """Draw a line through points, with round ends."""
        at = self._at(points)
        broad = max(1, round(width * FINE))
        self.pen.line(at, fill=fill, width=broad, joint="curve")
        if broad > 3:
            for x, y in (at[0], at[-1]):
                half = broad / 2
                self.pen.ellipse([x - half, y - half, x + half, y + half], fill=fill)

    def dashes(self, points: Sequence[Point], fill: str, width: float = 3, gap: float = 14) -> None:
        """Draw a line as dashes, gap long and gap apart."""
        walked, dash = 0.0, [points[0]]
        for one, two in zip(points, points[1:], strict=False):
            walked += math.dist(one, two)
            on = int(walked // gap) % 2 == 0
            if on:
                dash.append(two)
            elif len(dash) > 1:
                self.line(dash, fill, width)
            if not on:
                dash = [two]
        if len(dash) > 1:
            self.line(dash, fill, width)

    def box(self, x: float, y: float, wide: float, high: float, fill: str) -> None:
        """Fill an upright rectangle."""
        self.pen.rectangle(
            [x * FINE, y * FINE, (x + wide) * FINE - 1, (y + high) * FINE - 1], fill=fill
        )

    def frame(
        self, x: float, y: float, wide: float, high: float, fill: str = INK, width: float = 3
    ) -> None:
        """Draw the outline of an upright rectangle."""
        corners = [(x, y), (x + wide, y), (x + wide, y + high), (x, y + high), (x, y)]
        self.line(corners, fill, width)

    def disc(self, x: float, y: float, radius: float, fill: str) -> None:
        """Fill a circle."""
        self.pen.ellipse(
            [(x - radius) * FINE, (y - radius) * FINE, (x + radius) * FINE, (y + radius) * FINE],
            fill=fill,
        )

    def ring(self, x: float, y: float, radius: float, fill: str = INK, width: float = 3) -> None:
        """Draw a circle."""
        self.arc(x, y, radius, (0, 360), fill, width)

    def arc(
        self,
        x: float,
        y: float,
        radius: float,
        angles: tuple[float, float],
        fill: str = INK,
        width: float = 3,
    ) -> None:
        """Draw a part of a circle."""
        bounds = [
            (x - radius) * FINE,
            (y - radius) * FINE,
            (x + radius) * FINE,
            (y + radius) * FINE,
        ]
        self.pen.arc(bounds, *angles, fill=fill, width=max(1, round(width * FINE)))

    def fade(self, top: str, bottom: str, y: float = 0, high: float = HEIGHT) -> None:
        """Fill a band with one colour that turns into another."""
        first, last = (
            Image.new("RGB", (1, 1), colour).getpixel((0, 0)) for colour in (top, bottom)
        )
        for row in range(round(high * FINE)):
            part = row / (high * FINE)
            colour = tuple(
                round(a + (b - a) * part)
                for a, b in zip(first, last, strict=True)  # type: ignore[arg-type]
            )
            self.pen.line(
                [(0, y * FINE + row), (WIDTH * FINE, y * FINE + row)], fill=colour, width=1
            )

    def hatch(
        self, points: Sequence[Point], fill: str, *, gap: float = 16, width: float = 2
    ) -> None:
        """Hatch a shape with slanting lines."""
        mask = Image.new("1", self.image.size, 0)
        ImageDraw.Draw(mask).polygon(self._at(points), fill=1)
        layer = self.image.copy()
        pen = ImageDraw.Draw(layer)
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        top, bottom = min(y for _, y in points), max(y for _, y in points)
        x = left - (bottom - top)
        while x < right:
            pen.line(
                self._at([(x, bottom), (x + bottom - top, top)]),
                fill=fill,
                width=round(width * FINE),
            )
            x += gap
        self.image.paste(layer, (0, 0), mask)

    def words(self, x: float, y: float, text: str, **look: Unpack[Look]) -> None:
        """Write one or more lines; (x, y) is the first baseline."""
        size = look.get("size", 50)
        for number, line in enumerate(text.split("\n")):
            self._word_line(x, y + number * size * 1.15, line, look)

    def _word_line(self, x: float, y: float, text: str, look: Look) -> None:
        size, weight = look.get("size", 50) * FINE, look.get("weight", 500)
        parts = [(font(script, size, weight), words) for script, words in runs(text)]
        long = sum(face.getlength(words) for face, words in parts)
        at = x * FINE - {"l": 0, "m": long / 2, "r": long}[look.get("anchor", "l")]
        fill = look.get("fill", INK)
        for face, words in parts:
            self.pen.text((at, y * FINE), words, font=face, fill=fill, anchor="ls")
            at += face.getlength(words)

    def png(self) -> bytes:
        """Return the finished picture as a PNG file."""
        out = io.BytesIO()
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        small.save(out, format="PNG", compress_level=4)
        return out.getvalue()
