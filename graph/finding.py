"""Finding things by their words, their names and their ids."""

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import NoReturn

from graph.answers import Hit, Mention, Recorded
from graph.errors import BadRequest, NotFound, Renamed
from graph.store import Store, rows
from graph.vocabulary import ACTS, Act, act_of

__all__ = [
    "KINDS",
    "LABELS",
    "act",
    "complete",
    "follow",
    "kept",
    "kinds",
    "named",
    "not_found",
    "record",
    "require",
    "search",
    "similar",
]

LABELS = {
    "actor": "Actor",
    "weapon": "WeaponSystem",
    "claim": "Claim",
    "statement": "Statement",
    "document": "Document",
    "dossier": "Dossier",
}
"""Label of each kind of thing that has ids."""
KINDS = tuple(LABELS)
"""Kinds of things that have ids."""
_AMONG = (500, 20_000, 1_000_000)
"""How many of the best matches are looked through, for as long as too few are of a label."""
_LUCENE = frozenset('+-&|!(){}[]^"~*?:\\/')
_NOT_KEPT = (
    " a an and are as at be but by for if in into is it no not of on or such that the their then "
    "there these they this to was will with "
)
"""Words that the index leaves out (Lucene's for English): nothing would be found by them."""


def act(word: str) -> Act:
    """Return the act that `word` names, or raise `BadRequest` with the nearest and the list."""
    found = act_of(word)
    if found is None:
        pasts = [each.past for each in ACTS.values()]
        near = get_close_matches(word, pasts, n=1)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise BadRequest(f"{word!r} is no act.{hint} Acts are: {', '.join(pasts)}.")
    return found


async def search(
    store: Store, words: str, *, type_: str | None = None, limit: int = 25
) -> list[Hit]:
    """Return what holds all of `words`, or words beginning with them; accents do not matter.

    `words` are plain words: the query language underneath is escaped. Raises `BadRequest`
    when nothing is left of them.
    """
    terms = kept(words)
    if not terms:
        raise BadRequest(f"There are no words to look for in {words!r}: write some letters.")
    query = " AND ".join(f"({term} OR {term}*)" for term in terms)
    return await _matches(store, query, type_, limit)


async def similar(
    store: Store, words: str, *, type_: str | None = None, limit: int = 25
) -> list[Hit]:
    """Return what holds some of `words`, or words a letter or two off, best match first.

    They look alike and may mean something else. Not all matches are looked through, however few
    are of a label. Empty when nothing is left of `words`.
    """
    # Of a short word, one with other letters is most often another word.
    likes = [
        term + ("" if len(term) < 3 else "~1" if len(term) < 6 else "~") for term in kept(words)
    ]
    query = " OR ".join(likes)
    return await _matches(store, query, type_, limit, _AMONG[:2]) if likes else []


def kept(words: str) -> list[str]:
    """Return the words that are looked for when `words` are, in lower case.

    Those that the index leaves out (`the`, `of`) are dropped, unless there are no others. Empty
    when there is no letter in them.
    """
    terms = _terms(words)
    return [each for each in terms if f" {each} " not in _NOT_KEPT] or terms


async def named(store: Store, type_: str, name: str) -> str:
    """Return the id of the actor or weapon that `name` means: an id, a name or an alias.

    Raises `NotFound` with near ids, and `BadRequest` when several have that name.
    """
    phrase = _phrase(name)
    words = f"name:{phrase} OR aliases:{phrase}"
    found = await rows(store, Hit, "search.named", name=name, words=words, type=LABELS[type_])
    best = [each for each in found if each.score == found[0].score]
    if not best:
        return await not_found(store, type_, name)
    if len(best) > 1:
        ids = ", ".join(each.id for each in best)
        raise BadRequest(f"{name!r} may be any of {ids}: write the id.")
    return best[0].id


async def complete(store: Store, type_: str, beginning: str) -> list[Hit]:
    """Return the first 50 ids of that kind that begin so, with their names."""
    if type_ == "dossier":
        begun = [each for each in await _dossiers(store) if each.id.startswith(beginning)]
        return [Hit(id=it.id, type=it.type, text=it.name, score=1.0) for it in begun[:50]]
    name = "search.beginning"
    return await rows(store, Hit, name, label=LABELS[type_], beginning=beginning)


async def kinds(store: Store, ids: Collection[str]) -> dict[str, Mention]:
    """Return what each of `ids` is the id of; what is no id is left out."""
    found = await rows(store, Mention, "search.kinds", ids=sorted(ids)) if ids else []
    return {each.id: each for each in found}


async def require(store: Store, type_: str, id_: str | None) -> None:
    """Raise `NotFound`, with the nearest ids, unless `id_` is None or in the graph.

    Raises `Renamed` when it stands under another id.
    """
    if id_ is None:
        return
    if type_ == "dossier":
        there = bool(await _dossiers(store, id_))
    else:
        there = bool((await follow(store, type_, id_)).type)
    if not there:
        await not_found(store, type_, id_)


async def record(store: Store, type_: str, id_: str) -> Recorded:
    """Return what has `id_`, when that left the record, and the id that it has now.

    A chain of renamings is followed to its end: to what stands or, where nothing does, to what
    left the record last. A ring of them leads nowhere.
    """
    label, seen = LABELS[type_], {id_}
    found = await _recorded(store, label, id_)
    now = found.now
    while now and now not in seen:
        seen.add(now)
        further = (await _recorded(store, label, now)).now
        if further is None:
            return found.model_copy(update={"now": now})
        now = further
    return found.model_copy(update={"now": None})


async def follow(store: Store, type_: str, id_: str) -> Recorded:
    """Return `record`; raise `Renamed` when what had `id_` has another now."""
    found = await record(store, type_, id_)
    if found.now:
        raise Renamed(type_, id_, found.now)
    return found


async def not_found(store: Store, type_: str, id_: str) -> NoReturn:
    """Raise `NotFound` with the ids nearest to `id_`, or `Renamed` when it has another now."""
    if type_ != "dossier":
        await follow(store, type_, id_)

    def likeness(other: str) -> float:
        return SequenceMatcher(None, id_.lower(), other).ratio()

    near = sorted(await _alike(store, type_, id_), key=likeness, reverse=True)[:3]
    raise NotFound(type_, id_, tuple(near))


async def _recorded(store: Store, label: str, id_: str) -> Recorded:
    name = "search.record"
    return (await rows(store, Recorded, name, id=id_, words=_phrase(id_), label=label))[0]


def _phrase(text: str) -> str:
    """Return a query for `text` word by word, without all that has a meaning inside quotes."""
    plain = text.replace("\\", " ").replace('"', " ")
    return f'"{plain}"'


async def _alike(store: Store, type_: str, id_: str) -> list[str]:
    """Return ids of that kind with a word like one of `id_`; of dossiers, which are few, all."""
    if type_ == "dossier":
        return [each.id for each in await _dossiers(store)]
    query = " OR ".join(f"{term}~" for term in _terms(id_))
    if not query:
        return []
    found = await _matches(store, query, LABELS[type_], 50)
    return [each.id for each in found]


async def _matches(
    store: Store, words: str, type_: str | None, limit: int, most: Sequence[int] = _AMONG
) -> list[Hit]:
    """Return the best matches; where others fill the best of all, look among more."""
    found: list[Hit] = []
    for among in most:
        name = "search.words"
        found = await rows(store, Hit, name, words=words, type=type_, limit=limit, among=among)
        if len(found) >= limit:
            break
    return found


async def _dossiers(store: Store, id_: str | None = None) -> list[Mention]:
    # They are no entities, and in no index of words.
    return await rows(store, Mention, "dossiers.list", dossier=id_)


def _terms(words: str) -> list[str]:
    """Return plain words, with everything taken out that the query language reads."""
    plain = "".join(" " if each in _LUCENE else each for each in words)
    # Lower case, because AND, OR and NOT mean something in capitals.
    return [term.lower() for term in plain.split()][:20]
