"""Which version of NumPy this one follows."""

version = full_version = short_version = "2.4.6"
git_revision = "unknown"
release = True
