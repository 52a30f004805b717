"""The Streamlit pages: they show, they decide nothing."""
