"""The embedders that a name in the settings may stand for."""
