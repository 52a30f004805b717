"""A client's project folder: everything of one client in one place, and nothing of it anywhere else."""
