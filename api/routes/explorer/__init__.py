"""Pages that people read: each asks what `/v1` answers, and hands it to `viz.pages`."""

from fastapi import APIRouter

from api.routes.explorer import claims, console, home, questions, statements

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
for _each in (home, claims, console, statements, questions):
    router.include_router(_each.router)
