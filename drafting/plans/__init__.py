"""Evidence plans: what each requirement asks, what the enterprise has, and what it must still prove."""
