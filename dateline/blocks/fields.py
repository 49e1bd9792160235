"""The field of a body: its blocks are the registry's, and no migration knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from wagtail.blocks import StreamBlock
from wagtail.fields import StreamField

from . import registry


class BodyField(StreamField):
    """A stream of the registered kinds of one sort of body.

    Migrations hold the sort alone, so a new kind makes none. sort: "article" or "standing".
    """

    if TYPE_CHECKING:  # what a record has is no field: a StreamValue, and what makes one

        def __get__(self, record: Any, model: Any = None) -> Any: ...

        def __set__(self, record: Any, value: Any) -> None: ...

    def __init__(self, sort: str, **options: Any) -> None:
        self.sort = sort
        self._made: tuple[tuple[Any, ...], StreamBlock] | None = None
        super().__init__([], **options)

    @property
    def stream_block(self) -> StreamBlock:
        """Return the block of the whole body; another once other kinds are registered."""
        kinds = registry.kinds(self.sort)
        if self._made is None or self._made[0] != kinds:
            block = StreamBlock([(kind.name, kind.definition()) for kind in kinds])
            counts = {kind.name: {"max_num": kind.most} for kind in kinds if kind.most}
            block.set_meta_options({"block_counts": counts, **self.block_opts})
            self._made = kinds, block
        return self._made[1]

    def deconstruct(self) -> Any:
        """Return the field without its blocks."""
        name, path, _args, options = models.Field.deconstruct(self)
        return name, path, [self.sort], options
