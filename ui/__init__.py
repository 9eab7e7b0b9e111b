"""What a person sees: Streamlit pages, thin over ``bot``."""
