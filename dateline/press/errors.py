"""What can go wrong in the press, each with the place in its words."""


class PressError(Exception):
    """A request to the press that it cannot fulfil."""


class UnknownName(PressError):
    """A name that no facet, plate, part or index bears."""


class UntrackedRead(PressError):
    """A question to the database that passed the Reader by; names the plate."""


class Refused(PressError):
    """An address that cannot be had. path: the address."""

    def __init__(self, words: str, path: str = "") -> None:
        super().__init__(words)
        self.path = path


class PathTaken(Refused):
    """An address that two sheets would share, or that differs by letters' case alone."""


class LeadsInACircle(Refused):
    """An address that would lead back to itself."""


class BadPath(Refused):
    """An address that cannot be a sheet's."""


class NameClash(PressError):
    """Two names with one hash: their traces would fight."""


class StoreFailed(PressError):
    """A sheet that the store could not take, give or remove, with what helps."""

    def __init__(self, words: str, path: str = "") -> None:
        super().__init__(words)
        self.path = path


class StoreDown(StoreFailed):
    """A store that takes nothing at all: it is full, read-only or unreachable."""


class StoreOvertaken(StoreFailed):
    """An address at which something else came to lie while a sheet was on its way."""


class PartFailed(PressError):
    """A part that cannot be pressed and never was; whoever wants the part fails with it."""


class PartBusy(PressError):
    """A part that is not to be had at this moment; whoever wants the part tries again."""


class ImpurePage(PressError):
    """A question of a page to the clock or to chance; names the plate and the function."""
