"""The Check-ins page, and the dialog in which a check-in is logged or changed."""

from .log_dialog import LogDialog
from .page import CheckInsPage

__all__ = ["CheckInsPage", "LogDialog"]
