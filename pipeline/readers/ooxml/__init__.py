"""Office Open XML, as far as reading a Word document's words, tables and colours needs it."""
