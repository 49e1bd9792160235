"""Write each event of the log as one clear line."""

import logging
import traceback
from datetime import UTC, datetime


class OneLine(logging.Formatter):
    """A log line: time, level, room and message; an exception by its kind and place."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line, whatever the message holds."""
        at = datetime.fromtimestamp(record.created, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        line = f"{at} {record.levelname.lower()} {record.name}: {record.getMessage()}"
        if record.exc_info and record.exc_info[1] is not None:
            line += f" ({_cause(record.exc_info[1])})"
        return " ".join(line.split())


def _cause(error: BaseException) -> str:
    """Return an exception's kind, message and the line that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {error}{place}"


def logging_of(level: str) -> dict[str, object]:
    """Return Django's LOGGING: one handler to standard error, whole tracebacks on debug only."""
    form = {"()": "dateline.settings.logs.OneLine"}
    if level == "debug":
        form = {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": form},
        "handlers": {"error": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["error"], "level": "WARNING"},
        "loggers": {
            "dateline": {"level": level.upper()},
            "django": {"handlers": [], "level": "WARNING"},
            "django.request": {"level": "ERROR"},
        },
    }
