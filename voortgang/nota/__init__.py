"""The nota as docx, html and pdf: each format has a folder, and its `write` makes the file."""
