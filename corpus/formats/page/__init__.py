"""A printed page: words at their places on it → lines, tables and paragraphs in the order in which they are read.

What is drawn is not read: only the words, the rules that mark a table's edges, and how much of the page is a picture.
"""
