"""The words of a report: its languages, its vocabularies ready to be asked, numbers and sentences."""
