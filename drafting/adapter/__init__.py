"""What the bundled model has learned: an adapter file, its card, and where they are found."""
