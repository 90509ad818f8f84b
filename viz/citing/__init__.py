"""Citations of statements, claims and documents: records in, text out."""

import json
from typing import Literal

from viz.citing.bibtex import bibtex
from viz.citing.citable import Author, Citable, Source
from viz.citing.csl import csl
from viz.citing.making import of_claim, of_document, of_statement
from viz.citing.marked import json_ld, json_ld_text, meta
from viz.citing.ris import ris
from viz.citing.written import footnote, markdown

__all__ = [
    "FORMS",
    "Author",
    "Citable",
    "Form",
    "Source",
    "bibtex",
    "csl",
    "footnote",
    "json_ld",
    "json_ld_text",
    "markdown",
    "meta",
    "of_claim",
    "of_document",
    "of_statement",
    "ris",
    "written",
]

Form = Literal["footnote", "markdown", "bibtex", "ris", "csl"]
FORMS: dict[Form, str] = {
    "footnote": "Footnote",
    "markdown": "Markdown",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "csl": "CSL-JSON",
}
"""Every form of a citation, with its name for a reader."""


def written(citable: Citable, form: Form) -> str:
    """Return the text of a citation; CSL-JSON is a list of one item, as programs import it."""
    match form:
        case "footnote":
            return footnote(citable)
        case "markdown":
            return markdown(citable)
        case "bibtex":
            return bibtex(citable)
        case "ris":
            return ris(citable)
        case "csl":
            return json.dumps([csl(citable)], ensure_ascii=False, indent=1)
