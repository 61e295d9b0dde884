"""Pictures of the records, drawn as inline SVG when the site is built.

Text is text, colours are classes, links are links: a picture follows the reader's colours, prints, and is
read by a screen reader. Each stands in a figure with, or just before, a table or list that says the same.
`svg` holds what all of them share; every other module draws one picture.
"""
