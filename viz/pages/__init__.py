"""The explorer: pages that are read, cited and printed. Records in, HTML out."""

from viz.pages.frame import Frame, Link, render

__all__ = ["Frame", "Link", "render"]
