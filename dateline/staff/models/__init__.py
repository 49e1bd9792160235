"""The records of the staff room."""

from .acts import Act
from .desks import Desk
from .editions import Edition
from .names import NameRow
from .users import User

__all__ = ["Act", "Desk", "Edition", "NameRow", "User"]
