"""What can go wrong in the press, each with the place in its words."""


class PressError(Exception):
    """Says that the press was asked for something it cannot do."""


class UnknownName(PressError):
    """Says that no facet, plate, part or index bears this name."""


class UntrackedRead(PressError):
    """Says that a page asked the database behind the Reader's back; names the plate."""


class Refused(PressError):
    """Says that an address cannot be had; path: which."""

    def __init__(self, words: str, path: str = "") -> None:
        super().__init__(words)
        self.path = path


class PathTaken(Refused):
    """Says that two sheets would share an address, or differ by letters' case alone."""


class LeadsInACircle(Refused):
    """Says that an address would lead back to itself."""


class BadPath(Refused):
    """Says that an address cannot be a sheet's."""


class NameClash(PressError):
    """Says that two names have one hash: their traces would fight."""


class StoreFailed(PressError):
    """Says that the store could not take, give or remove one sheet, and what helps."""

    def __init__(self, words: str, path: str = "") -> None:
        super().__init__(words)
        self.path = path


class StoreDown(StoreFailed):
    """Says that the store takes nothing at all: it is full, read-only or unreachable."""


class StoreOvertaken(StoreFailed):
    """Says that something else came to lie at the address while this was on its way."""


class PartFailed(PressError):
    """Says that a part cannot be pressed and never was; whoever wants it fails with it."""


class PartBusy(PressError):
    """Says that a part is not to be had at this moment; whoever wants it tries again."""


class ImpurePage(PressError):
    """Says that a page asked the clock or chance; names the plate and the function."""
