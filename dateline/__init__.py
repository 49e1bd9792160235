"""Dateline: a news publishing platform for independent newsrooms."""
