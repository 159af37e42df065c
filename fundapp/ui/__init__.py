"""The Streamlit side: the frame around every page, the gate, the language, and the parts that pages share."""
