"""The examples that the local model learns its tasks from, and the command that teaches it."""
