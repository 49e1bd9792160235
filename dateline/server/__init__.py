"""Serve sheets and the newsroom."""
