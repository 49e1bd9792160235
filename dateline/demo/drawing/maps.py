"""Maps of Kelmar, its bay and its islands."""

from __future__ import annotations

import math

from .paper import (
    BLUE,
    BLUE_2,
    BLUE_3,
    BLUE_4,
    HEIGHT,
    INK,
    INK_2,
    INK_3,
    OCHRE_3,
    PAPER,
    RED,
    RULE,
    TINT,
    TINT_2,
    WIDTH,
    Paper,
    Point,
    Words,
    smooth,
)

COAST: list[Point] = [
    (-40, 620), (120, 640), (260, 600), (400, 640), (520, 610), (640, 660), (700, 760),
    (760, 800), (860, 790), (900, 700), (980, 640), (1100, 620), (1240, 650), (1340, 600),
    (1480, 620), (1620, 560), (1840, 590),
]  # fmt: skip
RIVER: list[Point] = [
    (820, 800), (800, 690), (840, 590), (790, 470), (830, 350), (780, 220), (820, 90), (800, -30),
]  # fmt: skip
DISTRICTS: dict[str, list[Point]] = {
    "terraces": [(120, 90), (700, 70), (720, 300), (560, 380), (150, 350)],
    "lime": [(860, 70), (1320, 90), (1330, 330), (1080, 400), (870, 330)],
    "old": [(560, 395), (725, 315), (770, 470), (800, 600), (690, 640), (560, 600)],
    "saltworks": [(150, 370), (545, 395), (545, 600), (400, 630), (260, 590), (130, 625)],
    "quay": [(870, 350), (1075, 415), (1090, 610), (980, 630), (890, 690), (840, 600)],
    "fish": [
        (1095, 410), (1330, 345), (1500, 420), (1480, 605), (1340, 590), (1240, 640), (1105, 610),
    ],
}  # fmt: skip
PLACES: dict[str, Point] = {
    "terraces": (420, 225), "lime": (1090, 215), "old": (660, 490),
    "saltworks": (335, 495), "quay": (970, 510), "fish": (1290, 490),
}  # fmt: skip


def ripples(paper: Paper, ground: list[Point], colour: str = BLUE_3) -> None:
    """Draw the lines that follow a coast out to sea, each fainter than the last."""
    for number in range(1, 5):
        off = [(x, y + number * 26 + number * number * 3) for x, y in ground]
        paper.line(smooth(off), colour, 3.4 - number * 0.6)


def compass(paper: Paper, x: float, y: float) -> None:
    """Draw a needle that points north."""
    paper.area([(x, y - 70), (x + 20, y), (x, y - 14), (x - 20, y)], INK)
    paper.line([(x, y), (x, y + 50)], INK_3, 3)
    paper.words(x, y - 84, "N", size=40, anchor="m")


def town(paper: Paper, fills: dict[str, str] | None = None) -> None:
    """Draw the ground plan: sea, land, river, and the six districts in their colours."""
    paper.box(0, 0, WIDTH, HEIGHT, BLUE_4)
    coast = smooth(COAST)
    ripples(paper, COAST)
    paper.area([(-40, -40), *coast, (1840, -40)], TINT)
    for key, shape in DISTRICTS.items():
        paper.area(shape, (fills or {}).get(key, TINT_2))
    river = smooth(RIVER)
    paper.line(river, BLUE_4, 46)
    paper.line(coast, INK_2, 4)
    for dx in (-26, 26):
        paper.line([(x + dx, y) for x, y in river if y < 770], INK_3, 2)


def mole(paper: Paper) -> None:
    """Draw the North Mole and its light."""
    arm = smooth([(1240, 650), (1300, 760), (1270, 880), (1160, 950)])
    paper.line(arm, INK_2, 16)
    paper.disc(1160, 950, 16, RED)
    paper.ring(1160, 950, 30, RED, 4)


def harbour_map(paper: Paper, say: Words) -> None:
    """Draw where the fire was, and what was emptied and shut."""
    town(paper)
    mole(paper)
    paper.hatch(DISTRICTS["quay"], RED, gap=20, width=2.4)
    for place in range(9):
        x, y = 905 + place * 21, 655 - place * 6
        paper.disc(x, y, 10, RED if place in (3, 4) else INK)
    x, y = 980, 634
    for radius, width in ((40, 6), (62, 4), (88, 2.5)):
        paper.ring(x, y, radius, RED, width)
    for key in ("terraces", "lime", "saltworks", "fish"):
        paper.words(*PLACES[key], say[key], size=42, fill=INK_2, anchor="m")
    paper.words(655, 450, say["old"], size=42, fill=INK_2, anchor="m")
    paper.line([(980, 725), (980, 860)], RED, 4)
    paper.words(760, 925, say["quay"], size=60, fill=RED, weight=700, anchor="m")
    paper.words(760, 985, say["emptied"], size=42, fill=RED, anchor="m")
    paper.words(1215, 960, say["light"], size=42, fill=INK_2)
    paper.words(1720, 1110, say["bay"], size=64, fill=BLUE, anchor="r")
    compass(paper, 120, 1090)


def shaded(paper: Paper, say: Words, values: dict[str, int], steps: tuple[str, ...]) -> None:
    """Draw the six districts shaded by a value from 0 to len(steps) - 1."""
    town(paper, {key: steps[value] for key, value in values.items()})
    for key, (x, y) in PLACES.items():
        dark = steps[values[key]] in (BLUE, BLUE_2)
        fill = PAPER if dark else INK
        size = 40
        more = say[key].count("\n") * 46
        paper.words(x, y - more / 2, say[key], size=size, fill=fill, weight=600, anchor="m")
        paper.words(x, y + 52 + more / 2, say[f"{key}_value"], size=44, fill=fill, anchor="m")


def ration_map(paper: Paper, say: Words) -> None:
    """Draw at what hour each district's water begins."""
    values = {"fish": 3, "old": 2, "quay": 2, "saltworks": 1, "lime": 1, "terraces": 1}
    shaded(paper, say, values, (BLUE_4, BLUE_3, BLUE_2, BLUE))
    paper.words(110, 1010, say["title"], size=58, weight=700)
    paper.words(110, 1085, say["note"], size=44, fill=INK_2)
    compass(paper, 1660, 1070)


def rent_map(paper: Paper, say: Words) -> None:
    """Draw by how much rents rose in each district."""
    values = {"lime": 3, "old": 2, "quay": 1, "fish": 1, "saltworks": 0, "terraces": 0}
    shaded(paper, say, values, (PAPER, BLUE_3, BLUE_2, BLUE))
    paper.words(110, 1010, say["title"], size=58, weight=700)
    paper.words(110, 1085, say["note"], size=44, fill=INK_2)


ISLES: dict[str, list[Point]] = {
    "great": [
        (1180, 760), (1290, 700), (1420, 730), (1500, 830), (1450, 940), (1310, 960), (1200, 890),
    ],
    "little": [(1560, 580), (1630, 560), (1690, 620), (1660, 690), (1580, 680)],
    "sorrel": [(760, 640), (850, 610), (960, 640), (980, 690), (860, 710), (770, 690)],
}  # fmt: skip
MAINLAND: list[Point] = [
    (-40, 560), (60, 520), (170, 540), (260, 470), (330, 380), (300, 280), (380, 200), (520, 170),
    (620, 90), (760, 60), (900, -40),
]  # fmt: skip


def bay(paper: Paper) -> None:
    """Draw the bay between the town and the Tern Isles, with the bank that dries."""
    paper.box(0, 0, WIDTH, HEIGHT, BLUE_4)
    for number in range(1, 4):
        off = [(x + number * 34, y + number * 34) for x, y in MAINLAND]
        paper.line(smooth(off), BLUE_3, 4 - number)
    paper.area([(-40, -40), *reversed(smooth(MAINLAND))], TINT)
    paper.line(smooth(MAINLAND), INK_2, 4)
    for key, shape in ISLES.items():
        outline = smooth(shape, closed=True)
        paper.area(outline, OCHRE_3 if key == "sorrel" else TINT)
        if key == "sorrel":
            paper.dashes([*outline, outline[0]], INK_3, 3, 16)
        else:
            paper.line([*outline, outline[0]], INK_2, 4)
    paper.disc(300, 420, 16, INK)
    compass(paper, 1680, 1090)


def bay_words(paper: Paper, say: Words) -> None:
    """Name the town, the isles and the bank."""
    paper.words(270, 440, say["town"], size=56, weight=700, anchor="r")
    paper.words(1340, 830, say["great"], size=46, weight=600, anchor="m")
    paper.words(1625, 500, say["little"], size=42, anchor="m")
    paper.words(868, 760, say["bank"], size=42, fill=INK_2, anchor="m")


def ferry_route(paper: Paper, say: Words) -> None:
    """Draw the way of the ferry past the bank."""
    bay(paper)
    way = smooth(
        [(316, 428), (520, 470), (760, 540), (980, 560), (1120, 640), (1215, 760)], steps=30
    )
    paper.dashes(way, BLUE, 7, 22)
    x, y = 740, 515
    paper.area([(x - 80, y), (x + 90, y), (x + 60, y + 36), (x - 62, y + 36)], BLUE)
    paper.box(x - 44, y - 34, 84, 34, PAPER)
    paper.frame(x - 44, y - 34, 84, 34, BLUE, 4)
    paper.line([(x + 18, y - 36), (x + 18, y - 66)], BLUE, 9)
    bay_words(paper, say)
    paper.words(760, 420, say["way"], size=48, fill=BLUE, weight=600, anchor="m")


def tern_isles(paper: Paper, say: Words) -> None:
    """Draw the isles alone, with the shop, the school and the landing."""
    paper.box(0, 0, WIDTH, HEIGHT, BLUE_4)
    big = [((x - 1180) * 3.2 + 250, (y - 700) * 3.0 + 260) for x, y in ISLES["great"]]
    outline = smooth(big, closed=True)
    for number in range(4, 0, -1):
        far = 1 + number * 0.06
        ring = [(760 + (x - 760) * far, 640 + (y - 640) * far) for x, y in outline]
        paper.line([*ring, ring[0]], BLUE_3, 3.4 - number * 0.6)
    paper.area(outline, TINT)
    paper.line([*outline, outline[0]], INK_2, 5)
    paper.line(smooth([(300, 470), (520, 540), (760, 640), (980, 610), (1180, 690)]), RULE, 14)
    paper.line(smooth([(760, 640), (740, 820), (820, 980)]), RULE, 14)
    for key, x, y in (
        ("landing", 300, 470),
        ("shop", 760, 640),
        ("school", 1010, 612),
        ("light", 820, 985),
    ):
        paper.disc(x, y, 20, RED if key == "shop" else INK)
        colour, side = (RED, "r") if key == "shop" else (INK, "l")
        off = -36 if side == "r" else 36
        paper.words(x + off, y - 26, say[key], size=52, weight=600, fill=colour, anchor=side)
    little = [((x - 1560) * 2 + 1450, (y - 560) * 2 + 130) for x, y in ISLES["little"]]
    shore = smooth(little, closed=True)
    paper.area(shore, TINT)
    paper.line([*shore, shore[0]], INK_2, 4)
    paper.words(1580, 230, say["little"], size=44, anchor="m")
    compass(paper, 130, 1060)


def bay_swim(paper: Paper, say: Words) -> None:
    """Draw the way of the swimmer, bent by the tide."""
    bay(paper)
    way = smooth(
        [
            (1185, 780),
            (1080, 700),
            (1020, 590),
            (940, 540),
            (800, 560),
            (640, 500),
            (480, 450),
            (316, 424),
        ],
        steps=24,
    )
    paper.line(way, RED, 7)
    for place in range(0, len(way), 24):
        paper.disc(*way[place], 12, RED)
    for number in range(4):
        x, y = 900 + number * 60, 420 - number * 30
        paper.line([(x, y), (x + 60, y + 70)], BLUE_2, 4)
        paper.area([(x + 72, y + 84), (x + 40, y + 66), (x + 64, y + 46)], BLUE_2)
    bay_words(paper, say)
    paper.words(1110, 270, say["tide"], size=46, fill=BLUE, weight=600)
    paper.words(420, 640, say["time"], size=60, fill=RED, weight=700, anchor="m")


def anchorage(paper: Paper, _say: Words) -> None:
    """Draw the ships that wait, each swung the same way by the tide."""
    paper.box(0, 0, WIDTH, HEIGHT, BLUE_4)
    coast: list[Point] = [
        (-40, 190),
        (180, 220),
        (420, 170),
        (700, 230),
        (960, 180),
        (1240, 240),
        (1500, 190),
        (1840, 230),
    ]
    ripples(paper, coast)
    paper.area([(-40, -40), *smooth(coast), (1840, -40)], TINT)
    paper.line(smooth(coast), INK_2, 4)
    for place in range(9):
        paper.disc(800 + place * 26, 170 + math.sin(place) * 3, 11, RED if place in (3, 4) else INK)
    spots = [
        (260, 460), (560, 560), (860, 450), (1160, 560), (1480, 450), (380, 740), (700, 800),
        (1020, 720), (1350, 790), (560, 1000), (1180, 1010),
    ]  # fmt: skip
    for number, (x, y) in enumerate(spots):
        _ship(paper, x, y, RED if number == 10 else BLUE)


def _ship(paper: Paper, x: float, y: float, colour: str) -> None:
    """Draw one ship from above, at anchor."""
    lean = math.radians(18)

    def turned(points: list[Point]) -> list[Point]:
        return [
            (
                x + px * math.cos(lean) - py * math.sin(lean),
                y + px * math.sin(lean) + py * math.cos(lean),
            )
            for px, py in points
        ]

    paper.line(turned([(110, 0), (165, 0)]), INK_3, 2.5)
    paper.area(turned([(-96, -20), (70, -20), (112, 0), (70, 20), (-96, 20)]), colour)
    paper.area(turned([(-88, -12), (-60, -12), (-60, 12), (-88, 12)]), PAPER)
    for hold in range(4):
        left = -44 + hold * 29
        paper.area(turned([(left, -11), (left + 22, -11), (left + 22, 11), (left, 11)]), BLUE_3)
