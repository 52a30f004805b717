"""Hostile and random documents through the whole reading chain: nothing may break, hang or be lost."""
