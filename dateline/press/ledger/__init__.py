"""The press's tables in SQL: reads, sheets, jobs, timers, windows, figures, the change log."""
