"""Diagrams of how things are built and what happened in them."""

from __future__ import annotations

import math

from .paper import (
    BLUE,
    BLUE_2,
    BLUE_3,
    BLUE_4,
    GREEN,
    GREEN_2,
    INK,
    INK_2,
    INK_3,
    OCHRE,
    OCHRE_2,
    OCHRE_3,
    PAPER,
    RED,
    RED_2,
    RULE,
    TINT,
    TINT_2,
    Paper,
    Point,
    Words,
    smooth,
)


def mark(paper: Paper, x: float, y: float, number: int, fill: str = INK) -> None:
    """Draw a numbered disc that a caption or a label speaks of."""
    paper.disc(x, y, 34, fill)
    paper.words(x, y + 17, str(number), size=48, weight=700, fill=PAPER, anchor="m")


def silo(paper: Paper, left: float, name: str) -> None:
    """Draw one silo cut open, half full."""
    paper.area([(left, 330), (left + 230, 250), (left + 460, 330)], TINT_2)
    paper.line([(left, 330), (left + 230, 250), (left + 460, 330)], INK, 6)
    paper.box(left, 330, 460, 630, PAPER)
    slope = ((4, 560), (120, 520), (230, 480), (340, 530), (456, 570))
    funnel = ((456, 800), (250, 930), (210, 930), (4, 800))
    grain = smooth([(left + x, y) for x, y in slope]) + [(left + x, y) for x, y in funnel]
    paper.area(grain, OCHRE_3)
    paper.hatch(grain, OCHRE_2, gap=22)
    paper.frame(left, 330, 460, 630, INK, 6)
    paper.line([(left, 800), (left + 210, 930)], INK, 5)
    paper.line([(left + 460, 800), (left + 250, 930)], INK, 5)
    paper.words(left + 230, 730, name, size=150, weight=700, fill=OCHRE, anchor="m")


def elevator(paper: Paper) -> None:
    """Draw the bucket elevator with the hot bearing at its foot."""
    paper.box(180, 170, 100, 830, PAPER)
    paper.frame(180, 170, 100, 830, INK, 5)
    for place in range(9):
        y = 250 + place * 80
        paper.area([(200, y), (258, y), (246, y + 30), (212, y + 30)], INK_3)
    for radius, colour in ((92, RED_2), (58, RED)):
        paper.disc(230, 985, radius, colour)
    paper.ring(230, 985, 26, PAPER, 8)


def fan(paper: Paper) -> None:
    """Draw the fan that stood still, crossed out."""
    paper.box(1500, 120, 150, 180, BLUE_4)
    paper.frame(1500, 120, 150, 180, INK, 5)
    for blade in range(4):
        angle = blade * math.pi / 2 + 0.5
        tip = (1575 + 56 * math.cos(angle), 210 + 56 * math.sin(angle))
        paper.line([(1575, 210), tip], BLUE, 14)
    paper.line([(1500, 120), (1650, 300)], RED, 10)
    paper.line([(1650, 120), (1500, 300)], RED, 10)


def silo_section(paper: Paper, say: Words) -> None:
    """Draw silos 4 and 5 cut open: elevator, gallery, fan, and where it was hot."""
    paper.box(0, 960, 1800, 240, TINT_2)
    silo(paper, 330, "4")
    silo(paper, 990, "5")
    paper.box(180, 170, 1290, 84, RED_2)
    paper.frame(180, 170, 1290, 84, INK, 5)
    for place in range(16):
        paper.disc(230 + place * 80, 236, 7, INK_2)
    paper.line([(210, 236), (1440, 236)], INK_2, 4)
    elevator(paper)
    fan(paper)
    mark(paper, 370, 1010, 1, RED)
    mark(paper, 820, 120, 2)
    mark(paper, 1712, 210, 3)
    for place, key in enumerate(("bearing", "gallery", "fan")):
        left, colour = 440 + place * 440, INK if place else RED
        paper.words(left, 1090, str(place + 1), size=56, weight=700, fill=colour)
        paper.words(left + 46, 1090, say[key], size=46)


def dust_pentagon(paper: Paper, say: Words) -> None:
    """Draw the five things a dust fire needs, with a flame in the middle."""
    middle_x, middle_y, reach = 900.0, 640.0, 400.0
    corners = [
        (
            middle_x + reach * math.cos(math.radians(-90 + 72 * place)),
            middle_y + reach * math.sin(math.radians(-90 + 72 * place)),
        )
        for place in range(5)
    ]
    paper.area(corners, OCHRE_3)
    paper.line([*corners, corners[0]], OCHRE, 8)
    flame = [
        (900, 440),
        (980, 560),
        (1010, 690),
        (960, 800),
        (900, 830),
        (830, 800),
        (790, 700),
        (830, 600),
        (860, 620),
        (870, 520),
    ]
    paper.area(smooth(flame, closed=True), RED)
    inner = [(905, 600), (950, 690), (940, 770), (900, 800), (860, 770), (855, 700), (880, 680)]
    paper.area(smooth(inner, closed=True), OCHRE_2)
    sides: list[tuple[str, float, float, str]] = [
        ("fuel", 900, 170, "m"), ("air", 1320, 520, "l"), ("spark", 1180, 1060, "l"),
        ("cloud", 620, 1060, "r"), ("room", 480, 520, "r"),
    ]  # fmt: skip
    for (x, y), (key, at_x, at_y, anchor) in zip(corners, sides, strict=True):
        paper.disc(x, y, 30, INK)
        paper.words(at_x, at_y, say[key], size=64, weight=700, anchor=anchor)


def dam_section(paper: Paper, say: Words) -> None:
    """Draw the dam cut through: the water, its two deep gates, and what came out of one."""
    paper.box(0, 0, 1800, 1200, PAPER)
    ground = smooth(
        [(-40, 980), (300, 960), (640, 1000), (900, 1010), (1240, 1000), (1500, 1030), (1840, 1010)]
    )
    paper.box(0, 640, 900, 380, BLUE_3)
    paper.line([(0, 640), (830, 640)], BLUE, 6)
    paper.dashes([(0, 250), (790, 250)], BLUE_2, 5, 22)
    paper.area([*ground, (1840, 1240), (-40, 1240)], TINT_2)
    wall: list[Point] = [(790, 200), (890, 200), (930, 330), (1240, 1010), (760, 1010)]
    paper.area(wall, TINT)
    paper.hatch(wall, RULE, gap=30, width=3)
    paper.line([*wall, wall[0]], INK, 6)
    for y, colour, number in ((720, BLUE_3, 1), (890, RED, 2)):
        end = 1110 if number == 1 else 1186
        paper.line([(772, y), (end, y)], INK, 44)
        paper.line([(772, y), (end, y)], colour, 34)
        paper.box(758, y - 52, 26, 104, INK)
        mark(paper, 690, y, number, RED if number == 2 else INK)
    jet = smooth([(1190, 890), (1290, 900), (1380, 950), (1420, 1010)])
    for offset in (-14, -5, 5, 14):
        paper.line([(x, y + offset) for x, y in jet], BLUE_2, 6)
    paper.area(
        [(1380, 1010), *smooth([(1400, 985), (1560, 990), (1840, 980)]), (1840, 1030)], BLUE_3
    )
    paper.words(60, 226, say["full"], size=46, fill=BLUE)
    paper.words(60, 612, say["now"], size=56, fill=BLUE, weight=700)
    paper.words(1060, 250, say["gate1"], size=48)
    paper.words(1060, 340, say["gate2"], size=48, fill=RED, weight=700)
    paper.words(1060, 402, say["loss"], size=46, fill=RED)
    paper.words(1500, 1140, say["river"], size=46, fill=INK_2, anchor="m")
    paper.words(300, 1140, say["lake"], size=46, fill=INK_2, anchor="m")


def alarm_clock(paper: Paper, say: Words) -> None:
    """Draw the hour before the call as a dial: the warning, two silences, smoke, the call."""
    paper.box(0, 0, 1800, 1200, TINT)
    x, y, reach = 620.0, 600.0, 470.0
    paper.disc(x, y, reach + 30, INK)
    paper.disc(x, y, reach, PAPER)

    def hand(minute: float, radius: float) -> Point:
        angle = math.radians(minute * 6 - 90)
        return (x + radius * math.cos(angle), y + radius * math.sin(angle))

    silence = [hand(minute / 2, reach - 60) for minute in range(70, 149)]
    paper.area([(x, y), *silence], RED_2)
    for minute in range(60):
        long = 56 if minute % 5 == 0 else 24
        paper.line(
            [hand(minute, reach - 20), hand(minute, reach - 20 - long)],
            INK,
            8 if minute % 5 == 0 else 4,
        )
    for minute, colour, broad in (
        (35, RED, 12),
        (37, INK_2, 7),
        (52, INK_2, 7),
        (71, INK_2, 7),
        (74, BLUE, 14),
    ):
        paper.line([(x, y), hand(minute, reach - 90)], colour, broad)
        paper.disc(*hand(minute, reach - 90), 18, colour)
    paper.disc(x, y, 26, INK)
    _alarm_rows(paper, say)


def _alarm_rows(paper: Paper, say: Words) -> None:
    """Write the hours of the alarm beside its dial."""
    rows = [
        ("04:35", "warning", RED),
        ("04:37", "silenced", INK),
        ("04:52", "again", INK),
        ("05:11", "smoke", INK),
        ("05:14", "call", BLUE),
    ]
    for number, (hour, key, colour) in enumerate(rows):
        top = 320 + number * 150
        paper.words(1190, top, hour, size=74, weight=700, fill=colour)
        paper.words(1190, top + 54, say[key], size=46, fill=INK_2)


def ferry_section(paper: Paper, say: Words) -> None:
    """Draw the new ferry from the side, with its batteries and the charging arm."""
    paper.box(0, 0, 1800, 820, PAPER)
    paper.box(0, 820, 1800, 380, BLUE_4)
    hull = [(210, 690), (1540, 690), (1640, 660), (1560, 900), (330, 900), (250, 860)]
    paper.area(hull, BLUE)
    paper.box(330, 560, 1120, 132, PAPER)
    paper.frame(330, 560, 1120, 132, BLUE, 7)
    for place in range(13):
        paper.box(366 + place * 82, 596, 54, 54, BLUE_3)
    paper.area([(520, 560), (560, 440), (1150, 440), (1210, 560)], PAPER)
    paper.line([(520, 560), (560, 440), (1150, 440), (1210, 560)], BLUE, 7)
    paper.box(590, 470, 520, 56, BLUE_3)
    paper.line([(840, 440), (840, 330)], BLUE, 12)
    paper.line([(800, 360), (880, 360)], BLUE, 6)
    for place in range(6):
        left = 560 + place * 130
        paper.box(left, 790, 104, 70, GREEN_2)
        paper.frame(left, 790, 104, 70, GREEN, 6)
        paper.box(left + 38, 776, 28, 14, GREEN)
    paper.line([(0, 830), (1800, 830)], BLUE_2, 5)
    paper.line([(1800, 520), (1690, 520), (1600, 640), (1540, 640)], INK, 12)
    paper.disc(1690, 520, 18, INK)
    paper.box(1730, 500, 70, 420, INK_3)
    paper.words(900, 1000, say["batteries"], size=54, fill=GREEN, weight=700, anchor="m")
    paper.line([(900, 870), (900, 940)], GREEN, 4)
    paper.words(1640, 440, say["arm"], size=50, anchor="r", weight=600)
    paper.words(110, 130, say["title"], size=62, weight=700)
    paper.words(110, 200, say["note"], size=46, fill=INK_2)
    for place in range(7):
        left = 120 + place * 250
        paper.line(
            smooth([(left, 1090), (left + 50, 1076), (left + 100, 1090), (left + 150, 1078)]),
            BLUE_3,
            4,
        )


def pitch_diagram(paper: Paper, say: Words) -> None:
    """Draw how the first of the two late goals was made."""
    paper.box(0, 0, 1800, 1200, GREEN)
    for stripe in range(0, 10, 2):
        paper.box(stripe * 180, 0, 180, 1200, "#376351")
    line = "#dfe9e3"
    paper.frame(80, 90, 1640, 960, line, 6)
    paper.line([(560, 90), (560, 1050)], line, 6)
    paper.ring(560, 570, 170, line, 6)
    paper.frame(1370, 270, 350, 600, line, 6)
    paper.frame(1590, 420, 130, 300, line, 6)
    paper.box(1722, 490, 40, 160, line)
    paper.arc(1480, 570, 150, (140, 220), line, 6)
    for x, y in ((1180, 370), (1340, 520), (1420, 690), (1650, 560), (1120, 640)):
        paper.ring(x, y, 30, PAPER, 9)
    runs = [("#ffffff", (760, 860), (1100, 930)), ("#ffffff", (1100, 930), (1470, 880))]
    for colour, start, end in runs:
        paper.dashes(
            smooth([start, ((start[0] + end[0]) / 2, start[1] - 40), end], steps=40), colour, 6, 18
        )
    shot = [(1500, 850), (1600, 760), (1725, 600)]
    paper.line(smooth(shot), OCHRE_2, 11)
    paper.area([(1738, 580), (1728, 640), (1690, 606)], OCHRE_2)
    for number, (x, y) in enumerate(((740, 870), (1100, 930), (1490, 870)), start=1):
        mark(paper, x, y, number, BLUE if number < 3 else RED)
    paper.words(
        110,
        1140,
        f"1 {say['one']}    2 {say['two']}    3 {say['three']}",
        size=52,
        fill=PAPER,
        weight=600,
    )
