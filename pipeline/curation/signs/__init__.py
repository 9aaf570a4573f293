"""What a colour, a word, a tick or a symbol says of the state of a row, by the report's own legend first."""
