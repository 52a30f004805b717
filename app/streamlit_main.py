"""The script that Streamlit runs."""

from app.web.entry import show

show()
