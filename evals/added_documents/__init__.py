"""Questions about documents that somebody adds to the founding ones: asked of a data folder that has taken them in."""
