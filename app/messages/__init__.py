"""What the layers' errors say, in Chinese: they are raised in English, and most people read Chinese."""

from app.messages.chinese import in_chinese

__all__ = ["in_chinese"]
