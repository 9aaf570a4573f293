"""Where everything lies: locations, snapshots and their commit, the ledger of submissions."""
