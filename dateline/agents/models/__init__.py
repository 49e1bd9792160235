"""The records of the agents room."""

from .agents import Agent, AgentAlias, AgentName, AgentRole
from .programmes import Programme, ProgrammeHost, ProgrammeName

__all__ = [
    "Agent",
    "AgentAlias",
    "AgentName",
    "AgentRole",
    "Programme",
    "ProgrammeHost",
    "ProgrammeName",
]
