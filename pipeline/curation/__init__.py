"""What a document means: Document × layout → Report, pure."""
