"""Decide from Accept-Encoding which of a sheet's encodings a client takes."""

from functools import lru_cache


@lru_cache(maxsize=1024)
def takes(accept: str) -> frozenset[str]:
    """Return which of gzip and br a client takes: q above 0, and not below that of identity.

    * stands for what is not named.
    """
    weights = dict(_weights(accept))
    plain, others = weights.get("identity", 0.0), weights.get("*", 0.0)
    asked = {name: weights.get(name, others) for name in ("gzip", "br")}
    return frozenset(name for name, weight in asked.items() if weight > 0 and weight >= plain)


def _weights(accept: str) -> list[tuple[str, float]]:
    """Read names and their q; what cannot be read weighs nothing."""
    read = []
    for part in accept.lower().split(","):
        name, _, parameter = part.partition(";")
        key, _, value = parameter.strip().partition("=")
        weight = _number(value) if key.strip() == "q" else 1.0
        read.append((name.strip().replace("x-gzip", "gzip"), weight))
    return read


def _number(text: str) -> float:
    """Return a weight between 0 and 1; 0 where it is none."""
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0
