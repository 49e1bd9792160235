"""The records of the media room."""

from .attachments import Attachment
from .pictures import Picture, Rendition, Variant

__all__ = ["Attachment", "Picture", "Rendition", "Variant"]
