"""Who works here and for whom: editions, desks, users, roles, acts."""
