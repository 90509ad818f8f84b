"""Gold answers: what each question must answer, worked out from the dossiers without Cypher.

One function a question, called as the question; its docstring says which mistake it catches.
"""
