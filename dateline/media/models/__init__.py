"""The records of the media room."""

from .attachments import Attachment, PublicCopy
from .pictures import Picture, Rendition, Variant

__all__ = ["Attachment", "Picture", "PublicCopy", "Rendition", "Variant"]
