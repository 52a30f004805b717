"""How quick the pages are and whether people at once see only their own, measured in a real browser."""
