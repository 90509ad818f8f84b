"""Addresses: a file a noun. A route is a signature, a docstring and one call."""
