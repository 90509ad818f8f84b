"""The legend: the same heads and shapes as on the canvas, as outlines for its little SVGs."""

__all__ = ["DASHED", "OUTLINES", "SAMPLES"]

SAMPLES = {
    "arrow": "M44 2 54 7 44 12Z",
    "vee": "M44 2 54 7 44 12 47 7Z",
    "circle": "M44 7a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z",
    "bar": "M49 1h4v12h-4Z",
    "crow": "M54 2 44 7 54 12 50 7Z",
    "box": "M45 3h8v8h-8Z",
    "diamond": "M44 7 49 2 54 7 49 12Z",
    "hexagon": "M3 7 6 1h7l3 6-3 6H6Z",
    "square": "M4 2h11v11H4Z",
    "dot": "M4 7a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z",
    "triangle": "M9.5 1 16 13H3Z",
    "rhomb": "M9.5 0 16.5 7 9.5 14 2.5 7Z",
    "claim": "M0 2h19v11H0Z",
    "statement": "M5 2h9a5.5 5.5 0 0 1 0 11h-9a5.5 5.5 0 0 1 0-11Z",
    "star": "M9.5 0 11.8 5 17 5.3 13 8.7 14.4 14 9.5 11 4.6 14 6 8.7 2 5.3 7.2 5Z",
    "down": "M9.5 13 16 1H3Z",
    "ellipse": "M2 7a7.5 4.5 0 1 0 15 0a7.5 4.5 0 1 0-15 0Z",
}
"""Outlines of heads and shapes by name, on a sample of 56 (heads) or 19 (shapes) by 14."""

OUTLINES = {
    "State": "hexagon",
    "Institution": "square",
    "Official": "dot",
    "Outlet": "triangle",
    "UnnamedSource": "rhomb",
    "Claim": "claim",
    "Statement": "statement",
    "Document": "claim",
    "WeaponSystem": "star",
    "Assessment": "down",
    "Label": "square",
    "Other": "ellipse",
}
DASHED = {"UnnamedSource": "2 2", "Document": "3 2"}
