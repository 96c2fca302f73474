"""Training of the line model that cleans pasted pages; README.md says how."""
