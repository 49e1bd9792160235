"""The records of the newsfeed."""

from .bulletins import Bulletin
from .live import LiveBlog, Post, Strip

__all__ = ["Bulletin", "LiveBlog", "Post", "Strip"]
