"""What goes wrong with a server of models."""

from __future__ import annotations


class ServerProblem(Exception):
    """A server did not do what it was asked; each layer turns it into its own error.

    Attributes:
        why: The problem.
        remedy: What the reader can do about it.
        status: The HTTP status, where the server sent one.
        retry_after_s: Seconds after which the server wants to be asked again; None where it does not say so.
    """

    def __init__(self, why: str, remedy: str, status: int | None = None, retry_after_s: float | None = None) -> None:
        super().__init__(f"{why}. {remedy}.")
        self.why = why
        self.remedy = remedy
        self.status = status
        self.retry_after_s = retry_after_s
