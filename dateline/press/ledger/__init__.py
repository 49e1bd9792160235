"""The press's tables in SQL: numbers of reads, sheets, jobs, timers, windows and figures."""
