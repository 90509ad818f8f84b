"""Days as EDTF writes them: the usual forms are read without the library, and as it reads them."""

from datetime import date
from time import struct_time
from typing import Any, cast

import pytest
from edtf import parse_edtf

from graph.dates import Span, span

USUAL = [
    *("2024-02-29", "2023-02", "2024", "0001-01-01", "9999", "2024-12"),
    *("2024-09-02?", "2024-09~", "2024%", "[..2024-05-09]", "[..2024-02]", "[..1999]"),
    *("2023-10/2023-12", "2023-10-30/2023-11-02", "2023/2024-02"),
]


@pytest.mark.parametrize("text", USUAL)
def test_the_usual_forms_mean_what_the_library_says(text: str) -> None:
    def day(value: object) -> date | None:
        return date(*value[:3]) if isinstance(value, struct_time) else None

    parsed = cast("Any", parse_edtf(text))

    assert span(text) == Span(day(parsed.lower_strict()), day(parsed.upper_strict()))


@pytest.mark.parametrize(
    "text",
    ["2024-02-30", "2023-02-29", "2024-13", "0000", "2024-01/2023-01", "[..2024-02-30]", "/2024"],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|ends before it begins"):
        span(text)


def test_unusual_forms_are_left_to_the_library() -> None:
    assert span("[2024-09-08,2024-09-10]") == Span(date(2024, 9, 8), date(2024, 9, 10))
    assert span("2024-21") == Span(date(2024, 3, 1), date(2024, 5, 31))
