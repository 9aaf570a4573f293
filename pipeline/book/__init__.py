"""The book: curated tables as static HTML pages that need no server, no network and no script of anyone else."""
