"""Citations over HTTP: each form as what it is, on the day on which it is asked for."""

from datetime import UTC, datetime

import httpx2
import pytest

from viz.citing import FORMS


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "path",
    [
        "statements/john-kirby-2024-02-22",
        "claims/iran-delivered-fath-360-to-russia",
        "documents/reuters-2024-02-21",
    ],
)
def test_every_form_is_served_as_what_it_is(service: httpx2.Client, path: str, form: str) -> None:
    answer = service.get(f"/v1/{path}/citation?format={form}&as_of=2024-09-10")
    missing = service.get(f"/v1/{path}-not/citation?format={form}")

    kind = {
        "footnote": "text/plain; charset=utf-8",
        "markdown": "text/markdown; charset=utf-8",
        "bibtex": "application/x-bibtex; charset=utf-8",
        "ris": "application/x-research-info-systems; charset=utf-8",
        "csl": "application/vnd.citationstyles.csl+json; charset=utf-8",
    }[form]
    assert (answer.status_code, answer.headers["content-type"]) == (200, kind)
    page = f"{service.base_url}/{path}?as_of=2024-09-10"
    assert page in answer.text
    assert f"{datetime.now(UTC):%Y}" in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    ending = {"bibtex": ".bib", "ris": ".ris"}.get(form)
    name = path.partition("/")[2]
    shown = f'inline; filename="{name}{ending}"' if ending else None
    assert answer.headers.get("content-disposition") == shown
    assert "etag" not in answer.headers  # it says on which day it was read
    assert missing.status_code == 404
    assert missing.headers["content-type"] == "application/problem+json"


def test_an_unknown_form_is_refused_with_those_that_there_are(service: httpx2.Client) -> None:
    answer = service.get("/v1/statements/john-kirby-2024-02-22/citation?format=word")

    assert answer.status_code == 422
    assert all(form in answer.json()["detail"] for form in FORMS)
