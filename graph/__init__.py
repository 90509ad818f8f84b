"""The domain: what the graph holds, how facts come in, and how to ask it things."""
