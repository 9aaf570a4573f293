"""Where documents are read: in killable child processes of this machine, or of many (Dask)."""
