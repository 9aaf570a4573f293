"""What is said of the report as a whole: country, plan, period, kind, date, title."""
