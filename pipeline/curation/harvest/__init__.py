"""The document from its first block to its last: drafts of commitments, milestones and comments out of its grids."""
