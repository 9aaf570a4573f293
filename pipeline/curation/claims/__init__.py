"""The numbers that the narrative states, beside what the tables count."""
