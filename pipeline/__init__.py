"""ogp-etl: government self-assessment reports as tidy, traceable tables."""
