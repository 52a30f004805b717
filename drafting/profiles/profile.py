"""The schema's former place; its names now stand in ``drafting.profiles.sections``."""

from drafting.profiles.sections import Header, Profile, sections

__all__ = ["Header", "Profile", "sections"]
