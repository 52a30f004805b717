"""Opens office files: the archive without trust, its parts as XML, and how they refer to each other."""
