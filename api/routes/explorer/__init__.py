"""Pages that people read: each asks what `/v1` answers, and hands it to `viz.pages`."""

from fastapi import APIRouter

from api.routes.explorer import (
    about,
    actors,
    brief,
    claims,
    console,
    documents,
    home,
    new,
    questions,
    search,
    statements,
    weapons,
)

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_PAGES = (
    *(home, claims, brief, actors, statements, documents, weapons),
    *(search, questions, console, new, about),
)
for _each in _PAGES:
    router.include_router(_each.router)
