"""What stands on the pages of a PDF: glyphs, rules, fills, and the tables and paragraphs they make."""
