"""Where NumPy keeps what its own tests use."""
