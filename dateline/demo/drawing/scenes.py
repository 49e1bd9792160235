"""Scenes drawn in flat colours: the quay, the market, the light, the stage."""

from __future__ import annotations

import math

from .paper import (
    BLUE,
    BLUE_2,
    BLUE_3,
    BLUE_4,
    DUSK,
    HEIGHT,
    INK,
    INK_2,
    INK_3,
    NIGHT,
    OCHRE,
    OCHRE_2,
    OCHRE_3,
    PAPER,
    RED,
    RED_2,
    RULE,
    TINT,
    WIDTH,
    Paper,
    Words,
    smooth,
    wave,
)


def crane(paper: Paper, x: float, ground: float, lift: float, colour: str = NIGHT) -> None:
    """Draw one harbour crane; lift: how far its arm is raised, in degrees."""
    top = ground - 470
    for leg in (-70, 70):
        paper.line([(x + leg, ground), (x + leg * 0.55, top + 120)], colour, 12)
    paper.line([(x - 62, ground - 170), (x + 62, ground - 170)], colour, 9)
    paper.line([(x - 66, ground - 110), (x + 56, ground - 300)], colour, 5)
    paper.line([(x + 66, ground - 110), (x - 56, ground - 300)], colour, 5)
    paper.box(x - 64, top + 56, 128, 70, colour)
    angle = math.radians(lift)
    end = (x + 330 * math.cos(angle), top + 70 - 330 * math.sin(angle))
    paper.line([(x - 100, top + 80), (x, top + 70), end], colour, 12)
    paper.line([(x, top - 60), end], colour, 4)
    paper.line([(x, top + 60), (x, top - 60), (x - 100, top + 80)], colour, 6)
    paper.line([end, (end[0], end[1] + 110)], colour, 3)


def water(paper: Paper, y: float, colour: str, count: int = 9) -> None:
    """Draw rows of short strokes, wider apart towards the front."""
    for row in range(count):
        at = y + row * row * 3.4 + row * 12
        for place in range(7):
            start = (place * 290 + row * 137) % WIDTH
            paper.line([(start, at), (start + 60 + row * 14, at)], colour, 2 + row * 0.35)


def silos(paper: Paper, x: float, ground: float, lost: tuple[int, ...] = (3, 4)) -> None:
    """Draw the nine silos of the quay; the lost ones are stumps."""
    for number in range(9):
        left = x + number * 92
        high = 90 + (number * 37) % 30 if number in lost else 340
        colour = INK if number in lost else "#1a3350"
        paper.box(left, ground - high, 84, high, colour)
        if number in lost:
            paper.area(
                [
                    (left, ground - high),
                    (left + 26, ground - high - 34),
                    (left + 48, ground - high + 6),
                    (left + 84, ground - high - 18),
                    (left + 84, ground - high + 20),
                ],
                colour,
            )
        else:
            paper.area(
                [
                    (left, ground - high),
                    (left + 42, ground - high - 34),
                    (left + 84, ground - high),
                ],
                colour,
            )
            paper.line([(left + 16, ground - high + 20), (left + 16, ground - 16)], DUSK, 4)


def quay_evening(paper: Paper, _say: Words) -> None:
    """Draw Grain Quay at dusk with the cranes' arms lowered."""
    paper.fade("#35587c", "#e9b98b", 0, 740)
    paper.disc(1386, 690, 74, "#f6dcb6")
    paper.fade("#284a6c", NIGHT, 740, 460)
    for number in range(4):
        paper.area(
            smooth(
                [
                    (-40, 700),
                    *wave(9, low=-14, high=14, y=650 - number * 6, phase=number),
                    (1840, 700),
                ]
            ),
            "#56708c",
        )
    silos(paper, 50, 744)
    for number, x in enumerate((990, 1250, 1510)):
        crane(paper, x, 744, -6 - number)
    paper.box(0, 736, WIDTH, 18, NIGHT)
    for row in range(10):
        wide = 120 - row * 6
        paper.box(1386 - wide / 2 + (row % 3 - 1) * 12, 790 + row * 38, wide, 7, "#e0b48a")
    water(paper, 800, "#3f6286")
    for place in range(26):
        x = 880 + place * 34
        paper.disc(x, 716 - (place % 3) * 3, 7, NIGHT)
        paper.box(x - 7, 722 - (place % 3) * 3, 14, 22, NIGHT)


def cranes(paper: Paper, _say: Words) -> None:
    """Draw the city from a crane's height, early."""
    paper.fade("#cfdde9", "#f6efe2", 0, 760)
    paper.area(smooth([(-40, 1240), *wave(11, low=-30, high=40, y=560), (1840, 1240)]), "#b9c9d6")
    for place in range(26):
        x, high = place * 72 - 20, 70 + (place * 53) % 120
        paper.box(x, 700 - high, 66, high + 120, "#8ea6ba" if place % 2 else "#9cb1c3")
        paper.area([(x - 4, 700 - high), (x + 33, 664 - high), (x + 70, 700 - high)], "#7d96ab")
    paper.box(0, 780, WIDTH, 420, BLUE_3)
    water(paper, 820, "#dbe6ee")
    for x, lift, high in ((320, 38, 1000), (980, 24, 1060), (1520, 46, 960)):
        crane(paper, x, high, lift, BLUE)
    paper.line([(560, 420), (560, 420 + 210)], BLUE, 3)
    paper.line(smooth([(1180, 210), (1204, 190), (1226, 206), (1250, 188), (1276, 206)]), INK, 5)
    paper.line(smooth([(1320, 270), (1338, 256), (1354, 268), (1372, 254), (1392, 268)]), INK, 4)


def fishmarket(paper: Paper, _say: Words) -> None:
    """Draw boxes of fish in rows on ice, and the bell above them."""
    paper.box(0, 0, WIDTH, HEIGHT, BLUE_4)
    for row in range(3):
        for place in range(4):
            x, y = 90 + place * 420, 300 + row * 296
            paper.box(x, y, 370, 240, BLUE if (row + place) % 2 else DUSK)
            paper.box(x + 16, y + 16, 338, 208, PAPER)
            _ice(paper, x, y)
            for fish in range(3):
                _fish(paper, x + 190, y + 62 + fish * 60, row + place + fish)
    paper.line([(900, -10), (900, 60)], INK, 10)
    bell = smooth([(900, 50), (952, 70), (966, 140), (996, 196)])
    paper.area([*bell, (804, 196), (834, 140), (848, 70)], OCHRE)
    paper.box(790, 192, 220, 22, OCHRE)
    paper.disc(900, 228, 22, INK)
    paper.line([(900, 240), (900, 276)], RED, 8)


def _ice(paper: Paper, x: float, y: float) -> None:
    for place in range(26):
        left, top = x + 26 + (place * 97) % 310, y + 24 + (place * 61) % 180
        paper.area([(left, top), (left + 14, top + 4), (left + 8, top + 14)], BLUE_3)


def _fish(paper: Paper, x: float, y: float, kind: int) -> None:
    colour = (BLUE_2, RED_2, INK_3, OCHRE_2)[kind % 4]
    body = smooth(
        [
            (x - 120, y),
            (x - 60, y - 24),
            (x + 30, y - 22),
            (x + 96, y),
            (x + 30, y + 22),
            (x - 60, y + 24),
        ],
        closed=True,
    )
    paper.area(body, colour)
    paper.area([(x + 84, y), (x + 130, y - 24), (x + 118, y), (x + 130, y + 24)], colour)
    paper.disc(x - 88, y - 6, 6, INK)
    paper.arc(x - 74, y, 20, (-70, 70), PAPER, 4)
    paper.line([(x - 30, y), (x + 70, y)], PAPER, 2.4)


def lighthouse(paper: Paper, _say: Words) -> None:
    """Draw the North Mole light at night, its beam to the south-west."""
    paper.fade(NIGHT, "#345a80", 0, 860)
    for place in range(60):
        paper.disc((place * 317) % WIDTH, (place * 151) % 560, 2 + place % 3, "#9fb6cc")
    paper.area([(1230, 330), (-60, 420), (-60, 760)], "#2c4d70")
    paper.area([(1230, 330), (-60, 500), (-60, 660)], "#4a6a8b")
    paper.area([(1230, 330), (1860, 250), (1860, 380)], "#2c4d70")
    paper.fade("#274c70", NIGHT, 860, 340)
    water(paper, 890, "#42678c")
    paper.area(
        smooth([(860, 930), (1000, 872), (1240, 850), (1500, 868), (1840, 850)])
        + [(1840, 1000), (860, 1000)],
        INK,
    )
    for place in range(11):
        paper.box(900 + place * 88, 880 + (place % 2) * 14, 76, 60, "#22262d")
    paper.area([(1160, 860), (1192, 400), (1268, 400), (1300, 860)], TINT)
    for top, bottom in ((480, 570), (660, 760)):
        a, b = (1230 - 38 - (top - 400) * 0.07), (1230 - 38 - (bottom - 400) * 0.07)
        paper.area([(a, top), (2460 - a, top), (2460 - b, bottom), (b, bottom)], RED)
    paper.box(1172, 384, 116, 20, INK)
    paper.box(1196, 296, 68, 90, "#ffe9b8")
    paper.frame(1196, 296, 68, 90, INK, 6)
    paper.area([(1182, 298), (1230, 246), (1278, 298)], RED)
    paper.disc(1230, 340, 24, PAPER)
    paper.box(1214, 800, 32, 60, INK)
    paper.box(1220, 600, 20, 34, INK_2)
    hull = [(300, 900), (520, 900), (490, 946), (330, 946)]
    paper.area(hull, INK)
    paper.line([(400, 900), (400, 770)], INK, 7)
    paper.area([(408, 780), (408, 886), (490, 886)], RULE)


def stage(paper: Paper, _say: Words) -> None:
    """Draw eleven figures in coats on a bare stage, waiting."""
    paper.box(0, 0, WIDTH, HEIGHT, "#1b1f27")
    paper.area([(520, 0), (760, 0), (1700, 1010), (180, 1010)], "#2c3646")
    paper.area([(590, 0), (700, 0), (1380, 1010), (420, 1010)], "#43536a")
    paper.area([(0, 930), (1800, 930), (1800, 1200), (0, 1200)], "#0f1217")
    paper.area([(260, 930), (1600, 930), (1720, 1080), (120, 1080)], "#8b7c62")
    for x, colour in ((0, RED), (1640, RED)):
        for fold in range(4):
            left = x + fold * 40
            paper.area(
                [(left, 0), (left + 34, 0), (left + 40, 1200), (left - 6, 1200)],
                colour if fold % 2 else "#8c1019",
            )
    coats = [BLUE, INK_2, OCHRE, DUSK, "#5c6670", RED, BLUE_2, "#3f4650", OCHRE_2, NIGHT, INK_3]
    for number, coat in enumerate(coats):
        x, tall = 330 + number * 114, 330 + (number * 71) % 90
        if number == 8:
            tall = 220
        _figure(paper, x, 990 + (number % 3) * 18, tall, coat)
    rope = [
        (690, 1046),
        (760, 1030),
        (850, 1056),
        (930, 1034),
        (1010, 1056),
        (930, 1070),
        (820, 1066),
    ]
    paper.line(smooth(rope), OCHRE_3, 9)


def _figure(paper: Paper, x: float, ground: float, tall: float, coat: str) -> None:
    head = tall * 0.1
    paper.area(
        [
            (x - tall * 0.1, ground - tall * 0.78),
            (x + tall * 0.1, ground - tall * 0.78),
            (x + tall * 0.15, ground - tall * 0.16),
            (x - tall * 0.15, ground - tall * 0.16),
        ],
        coat,
    )
    for leg in (-1, 1):
        paper.line(
            [(x + leg * tall * 0.06, ground - tall * 0.18), (x + leg * tall * 0.06, ground)],
            INK,
            tall * 0.05,
        )
    paper.disc(x, ground - tall * 0.88, head, "#d9bfa3")
    paper.area(
        [
            (x - head * 1.3, ground - tall * 0.93),
            (x + head * 1.3, ground - tall * 0.93),
            (x + head * 0.8, ground - tall * 1.01),
            (x - head * 0.8, ground - tall * 1.01),
        ],
        INK,
    )


def old_harbour(paper: Paper, _say: Words) -> None:
    """Draw the port of a century ago as a glass plate shows it: masts, carts, a thumb."""
    paper.box(0, 0, WIDTH, HEIGHT, "#2b2620")
    paper.box(60, 60, 1680, 1080, "#d8c9a8")
    paper.box(60, 60, 1680, 560, "#e6dabd")
    sepia, dark = "#6b5a40", "#40341f"
    paper.area(
        smooth([(60, 560), (400, 520), (800, 556), (1200, 516), (1740, 560)])
        + [(1740, 640), (60, 640)],
        "#b8a67f",
    )
    for number, x in enumerate((220, 420, 660, 900, 1150, 1400)):
        tall = 420 + (number * 67) % 140
        paper.line([(x, 780), (x, 780 - tall)], dark, 9)
        for yard in (0.35, 0.6, 0.82):
            half = 110 * (1.1 - yard)
            paper.line([(x - half, 780 - tall * yard), (x + half, 780 - tall * yard)], dark, 5)
        paper.line([(x, 780 - tall), (x - 120, 780)], sepia, 2)
        paper.line([(x, 780 - tall), (x + 120, 780)], sepia, 2)
        paper.area([(x - 130, 770), (x + 150, 770), (x + 110, 850), (x - 100, 850)], sepia)
    paper.box(60, 846, 1680, 294, "#a8946b")
    paper.box(60, 846, 1680, 10, dark)
    _cart(paper, 620, 1020, dark)
    for place, x in enumerate((300, 360, 1120, 1190, 1250)):
        paper.box(x, 920 + place % 2 * 10, 30, 90, dark)
        paper.disc(x + 15, 904 + place % 2 * 10, 17, dark)
    thumb = smooth([(1740, 760), (1600, 770), (1500, 850), (1490, 960), (1580, 1060), (1740, 1080)])
    paper.area([*thumb, (1740, 760)], "#8a7856")
    for radius in (40, 66, 92, 118):
        paper.arc(1610, 925, radius, (110, 250), "#a8946b", 5)
    paper.frame(60, 60, 1680, 1080, "#1d1913", 10)


def _cart(paper: Paper, x: float, ground: float, ink: str) -> None:
    paper.box(x, ground - 110, 220, 70, ink)
    for wheel in (40, 180):
        paper.ring(x + wheel, ground - 20, 38, ink, 9)
    paper.area(
        smooth(
            [
                (x + 290, ground - 120),
                (x + 400, ground - 126),
                (x + 420, ground - 70),
                (x + 290, ground - 60),
            ],
            closed=True,
        ),
        ink,
    )
    for leg in (300, 330, 390, 414):
        paper.line([(x + leg, ground - 70), (x + leg, ground + 16)], ink, 12)
    paper.line([(x + 400, ground - 110), (x + 446, ground - 176)], ink, 26)
    paper.area(
        [
            (x + 430, ground - 196),
            (x + 476, ground - 176),
            (x + 470, ground - 96),
            (x + 440, ground - 100),
        ],
        "#c9b78e",
    )
    paper.line([(x + 220, ground - 90), (x + 300, ground - 96)], ink, 6)
