"""A Word document's XML as the page that it amounts to."""
