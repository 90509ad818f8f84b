"""Weapon systems: what they are called, and what was stated of them."""

from fastapi import APIRouter, Response

from api import examples
from api.deps import StoreDep
from api.pages import answer
from graph import queries
from graph.answers import WeaponDetail

router = APIRouter(prefix="/v1/weapons", tags=["weapons"])


@router.get("/{weapon}", response_model=WeaponDetail, responses=examples.of("weapon"))
async def read_weapon(store: StoreDep, weapon: str) -> Response:
    """One weapon system: its variants and components, ranges and makers as stated.

    `/v1/claims?weapon=` has the claims about it.
    """
    return answer(await queries.weapon_detail(store, weapon))
