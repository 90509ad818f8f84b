"""Cypher from strangers: what is read of it before any server sees it.

`tokens` cuts the text, `words` looks for words that command, `reading` lets through what
its grammar of reading clauses knows and nothing else, `parameters` looks at the values.
`rules` holds what is refused, why, and how much is allowed.
"""
