"""Draws the demo's pictures by code: maps, charts, diagrams and scenes, in the house's colours."""
