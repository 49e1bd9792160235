"""Charts of what the newsroom counts."""

from __future__ import annotations

import math
from collections.abc import Callable

from .paper import (
    BLUE,
    BLUE_2,
    BLUE_4,
    INK,
    INK_2,
    INK_3,
    OCHRE,
    OCHRE_2,
    PAPER,
    RED,
    RULE,
    TINT_2,
    Paper,
    Point,
    Words,
    smooth,
)


def head(paper: Paper, say: Words) -> None:
    """Write a chart's title and the line below it."""
    paper.words(110, 130, say["title"], size=62, weight=700)
    paper.words(110, 200, say["note"], size=44, fill=INK_2)


# Per cent of full, month by month.
# fmt: off
RESERVOIR = (
    88, 91, 90, 84, 80, 77, 76, 79, 78, 72, 69, 66, 67, 64,
    60, 58, 57, 61, 52, 49, 44, 39, 33, 31, 28.4, 27.9,
)
# fmt: on


def reservoir_chart(paper: Paper, say: Words) -> None:
    """Draw the level of the reservoir over two years, with the day of the release."""
    head(paper, say)
    left, right, top, bottom = 210, 1690, 290, 1040

    def at(place: float, level: float) -> tuple[float, float]:
        return (
            left + (right - left) * place / (len(RESERVOIR) - 1),
            bottom - (bottom - top) * level / 100,
        )

    for level in (0, 20, 40, 60, 80, 100):
        y = at(0, level)[1]
        paper.line([(left, y), (right, y)], RED if level == 20 else RULE, 3)
        paper.words(left - 24, y + 16, f"{level}", size=44, fill=INK_2, anchor="r")
    curve = smooth([at(place, level) for place, level in enumerate(RESERVOIR)])
    paper.area([*curve, (right, bottom), (left, bottom)], BLUE_4)
    paper.line([(left, at(0, 20)[1]), (right, at(0, 20)[1])], RED, 3)
    paper.line(curve, BLUE, 8)
    _tell_reservoir(paper, say, at)


def _tell_reservoir(paper: Paper, say: Words, at: Callable[[float, float], Point]) -> None:
    """Write the words of the reservoir's chart at their places."""
    (left, floor), right = at(0, 20), at(len(RESERVOIR) - 1, 0)[0]
    x, y = at(17.5, 57)
    paper.line([(x, y - 24), (x, y - 150)], INK, 3)
    paper.words(x, y - 172, say["release"], size=44, anchor="m", weight=600)
    x, y = at(len(RESERVOIR) - 1, RESERVOIR[-1])
    paper.disc(x, y, 16, BLUE)
    paper.words(
        x + 20,
        y - 84,
        "27.9" if "." in say["point"] else "27,9",
        size=76,
        weight=700,
        fill=BLUE,
        anchor="r",
    )
    paper.words(left + 30, floor + 56, say["floor"], size=44, fill=RED, weight=600)
    paper.words(left, 1120, say["from"], size=44, fill=INK_2)
    paper.words(right, 1120, say["to"], size=44, fill=INK_2, anchor="r")


def budget_bars(paper: Paper, say: Words) -> None:
    """Draw where the city's money goes: a bar a purpose."""
    head(paper, say)
    rows = [
        ("schools", 512),
        ("roads", 352),
        ("care", 318),
        ("fire", 109),
        ("water", 96),
        ("wall", 64),
        ("culture", 58),
    ]
    for number, (key, value) in enumerate(rows):
        y = 280 + number * 122
        colour = BLUE if key == "schools" else RED if key == "water" else BLUE_2
        paper.words(560, y + 58, say[key], size=48, anchor="r")
        paper.box(590, y + 6, value * 2, 76, colour)
        paper.words(610 + value * 2, y + 62, str(value), size=50, weight=700)
    paper.line([(590, 270), (590, 1130)], INK, 4)


def tonnage_chart(paper: Paper, say: Words) -> None:
    """Draw what the port handled in eleven years, grain apart from the rest."""
    head(paper, say)
    years = [
        (3.1, 1.2),
        (2.9, 1.3),
        (3.0, 1.4),
        (3.3, 1.3),
        (3.2, 1.6),
        (3.4, 1.7),
        (3.3, 1.8),
        (3.6, 1.8),
        (3.8, 1.9),
        (3.9, 2.0),
        (4.1, 2.1),
    ]
    bottom, scale = 1040, 105
    for number, (other, grain) in enumerate(years):
        x = 200 + number * 136
        last = number == len(years) - 1
        paper.box(x, bottom - other * scale, 96, other * scale, BLUE if last else BLUE_2)
        paper.box(
            x, bottom - (other + grain) * scale, 96, grain * scale, OCHRE if last else OCHRE_2
        )
    paper.line([(160, bottom), (1700, bottom)], INK, 4)
    paper.words(
        1608,
        bottom - 6.2 * scale - 30,
        "6.2" if "." in say["point"] else "6,2",
        size=64,
        weight=700,
        anchor="m",
    )
    paper.box(200, 1090, 44, 44, OCHRE)
    paper.words(262, 1128, say["grain"], size=46)
    paper.box(620, 1090, 44, 44, BLUE)
    paper.words(682, 1128, say["other"], size=46)
    paper.words(1700, 1128, say["years"], size=44, fill=INK_2, anchor="r")


def water_balance(paper: Paper, say: Words) -> None:
    """Draw the causes of the shortage as one bar, low reckoning and high."""
    head(paper, say)
    causes = [
        ("rain", 31, 38, BLUE),
        ("pipes", 11, 13, BLUE_2),
        ("release", 9, 9, RED),
        ("leak", 2, 4, OCHRE),
        ("use", 1, 3, INK_3),
    ]
    scale, left = 20.5, 210
    for row, (place, title) in enumerate(((1, "low"), (2, "high"))):
        x, y = float(left), 300 + row * 250
        paper.words(left, y - 18, say[title], size=46, fill=INK_2)
        for cause in causes:
            wide = float(cause[place]) * scale
            paper.box(x, y, wide - 4, 130, str(cause[3]))
            if wide > 150:
                paper.words(
                    x + wide / 2,
                    y + 86,
                    str(cause[place]),
                    size=60,
                    weight=700,
                    fill=PAPER,
                    anchor="m",
                )
            x += wide
    x = left + 62 * scale
    paper.line([(x, 270), (x, 720)], INK, 5)
    paper.words(x, 775, say["missing"], size=48, weight=700, anchor="m")
    for number, cause in enumerate(causes):
        x, y = (left + (number % 2) * 760, 860 + (number // 2) * 100)
        paper.box(x, y, 48, 48, str(cause[3]))
        paper.words(x + 70, y + 41, say[cause[0]], size=48)


def council_seats(paper: Paper, say: Words) -> None:
    """Draw the council's forty-one seats in their half circle, 21 for and 20 against."""
    seats = []
    for radius, count in ((360, 9), (500, 14), (640, 18)):
        for number in range(count):
            angle = math.pi + math.pi * (number + 0.5) / count
            seats.append((angle, 900 + radius * math.cos(angle), 960 + radius * math.sin(angle)))
    seats.sort()
    for number, (_angle, x, y) in enumerate(seats):
        paper.disc(x, y, 44, BLUE if number < 21 else TINT_2)
        if number >= 21:
            paper.ring(x, y, 44, INK_3, 4)
        if number == 20:
            paper.ring(x, y, 58, RED, 8)
    paper.words(830, 930, "21", size=170, weight=700, fill=BLUE, anchor="r")
    paper.words(970, 930, "20", size=170, weight=700, fill=INK_2)
    paper.line([(900, 790), (900, 940)], INK, 5)
    paper.words(830, 1000, say["for"], size=52, fill=BLUE, anchor="r")
    paper.words(970, 1000, say["against"], size=52, fill=INK_2)
    paper.words(900, 150, say["title"], size=62, weight=700, anchor="m")
    paper.words(900, 1120, say["note"], size=46, fill=RED, anchor="m")


def tide_curve(paper: Paper, say: Words) -> None:
    """Draw one day of the tide, with the notes that fishermen write on it."""
    paper.box(0, 0, 1800, 1200, PAPER)
    head(paper, say)
    points = [
        (
            160 + hour * 62,
            680
            - 230 * math.sin((hour - 2) * math.tau / 12.4)
            - 40 * math.sin(hour * math.tau / 24),
        )
        for hour in range(25)
    ]
    curve = smooth(points)
    paper.area([*curve, (points[-1][0], 1040), (160, 1040)], BLUE_4)
    for hour in range(0, 25, 6):
        x = 160 + hour * 62
        paper.line([(x, 300), (x, 1040)], RULE, 3)
        paper.words(x, 1110, f"{hour:02}", size=46, fill=INK_2, anchor="m")
    paper.line(curve, BLUE, 9)
    for hour in (5, 11, 18):
        paper.disc(*points[hour], 16, RED)
    paper.line([(160, 1040), (1660, 1040)], INK, 4)
    paper.words(points[5][0] + 60, 380, say["high"], size=48, fill=RED, weight=600)
    paper.words(points[11][0] - 10, 960, say["low"], size=48, fill=RED, weight=600, anchor="m")
