"""Press sheets: what is stale, exactly, by priority."""
