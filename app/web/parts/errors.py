"""What could not be done, in one sentence with its remedy."""

from __future__ import annotations

from html import escape

import streamlit as st

from app.messages import in_chinese
from app.web.language import language_now


def draw_error(error: Exception) -> None:
    """Say in a sentence what could not be done and what helps."""
    told = in_chinese(str(error)) if language_now() == "zh" else str(error)
    st.html(f'<div class="gb-error" role="alert">{escape(told)}</div>')
