"""Which addresses of the small town show what: sets for the tables of edits."""

from __future__ import annotations

from tests.front.town import address

COLUMN = address(3, "our-harbour", day="2026/03/03")
FERRIES = address(1, "ferries-run-again")
CRANE = address(2, "a-crane-fell")
HOME = {"/", "/en/"}
FEEDS = {"/en/feed.rss", "/en/opinion/feed.rss"}
# Pages that carry the lines of the newsfeed with the column's among them.
LINES = {"/404/", "/en/404/", "/en/latest/", "/en/latest/feed.rss", "/en/2026/03/03/"}
LINES |= {"/en/latest/2026-03-03/", "/en/latest/opinion/"}
COUNTS = {"/en/2026/", "/en/2026/03/"}
# Pages that have a link to the latest news beside the text, and show nothing of the column.
BESIDE = {FERRIES, CRANE, "/en/city/", "/en/person/ann-dock/", "/en/programme/morning/"}
BESIDE |= {"/en/source/harbour-board/", "/en/tag/harbour/"}
RAIL = "/_f/en/rail.html"  # the latest news alone, which pages fetch
FIRE = {"/en/story/fire/", "/en/story/fire/newest/"}
FIRE_UK = {"/uk/story/fire-uk/", "/uk/story/fire-uk/newest/"}
FIRE_SHOWN = {*HOME, "/uk/", FERRIES, *FIRE, *FIRE_UK}
FIRE_SOURCES = {f"/en/story/fire/source/{one}/" for one in ("harbour-board", "the-courier")}
FLOOD = {"/en/story/flood/", "/en/story/flood/newest/"}
FLOOD_SOURCES = {"/en/story/flood/source/harbour-board/", "/en/source/harbour-board/"}
FLOOD |= FLOOD_SOURCES
BRIDGE_DAY = {"/en/latest/2026-03-02/", "/en/2026/03/02/", "/en/sitemap/2026-03-02.xml"}
GONE = {*HOME, RAIL, COLUMN, *LINES, *COUNTS, *FEEDS}
GONE |= {"/en/latest/2026-03-04/", "/en/latest/exclusive/"}  # neighbours and filters
GONE |= {"/en/opinion/", "/en/sitemap.xml", "/en/sitemap/2026-03-03.xml"}
FIRE_SAID = {*FIRE_SHOWN, *FIRE_SOURCES}
BOARD = "/en/source/harbour-board/"
COURIER = "/en/source/the-courier/"
ANN, ANN_UK = "/en/person/ann-dock/", "/uk/person/ann-dok/"
MORNING = "/en/programme/morning/"
ABOUT = {"/en/about/", "/en/feeds/", "/en/corrections/"}
ARCHIVE = {"/en/2026/", "/en/2026/03/", "/en/2026/03/03/", "/en/2026/03/04/"}
# Every page of the English edition that has its masthead, navigation and footer.
FRAMED = {*HOME, COLUMN, *LINES, *BESIDE, *ARCHIVE, *ABOUT, *FIRE, *FIRE_SOURCES, *FLOOD}
FRAMED |= {"/en/latest/2026-03-04/", "/en/latest/exclusive/"}
FRAMED |= {"/en/opinion/", "/en/source/the-courier/"}
FRAMED -= {"/en/latest/feed.rss"}
ALL_FEEDS = {"/en/feed.rss", "/en/latest/feed.rss", "/en/city/feed.rss", "/en/opinion/feed.rss"}
