"""Rectangles, and how much room words take: labels are placed before a browser sees them."""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Box", "overlaps", "text_width", "wrapped"]

LONGEST = 400
NARROW, WIDE = "fijlrtI.,;:'|!()[]-/ ·", "mwMW@%—…"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the canvas; x grows to the right, y downwards, in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """X of its right side."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Y of its lower side."""
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def moved(self, right: float, down: float) -> "Box":
        """Return the same rectangle elsewhere."""
        return Box(self.left + right, self.top + down, self.width, self.height)

    def struck(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Whether a straight line from `start` to `end` crosses it."""
        first, last = 0.0, 1.0
        for here, there, low, high in (
            (start[0], end[0], self.left, self.right),
            (start[1], end[1], self.top, self.bottom),
        ):
            if here == there:
                if not low < here < high:
                    return False
                continue
            near, far = sorted(((low - here) / (there - here), (high - here) / (there - here)))
            first, last = max(first, near), min(last, far)
        return first < last


def overlaps(boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Return the positions in `boxes` of every two that share area."""
    return [
        (i, j)
        for i, box in enumerate(boxes)
        for j in range(i + 1, len(boxes))
        if box.meets(boxes[j])
    ]


def text_width(text: str, size: float) -> float:
    """Return about how wide `text` is in a sans-serif of `size` pixels; rather too wide."""
    return size * sum(_em(char) for char in text)


def wrapped(text: str, size: float, width: float, lines: int) -> tuple[str, ...]:
    """Break `text` into at most `lines` lines of `width` pixels, the last cut with an ellipsis."""
    found: list[str] = []
    for word in text.split():
        if found and text_width(f"{found[-1]} {word}", size) <= width:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(_cut(word, size, width))
    if len(found) > lines:
        found = [*found[: lines - 1], _cut(" ".join(found[lines - 1 :]), size, width)]
    return tuple(found)


def _cut(text: str, size: float, width: float) -> str:
    if text_width(text, size) <= width:
        return text
    text = text[:LONGEST]
    while text and text_width(text + "…", size) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def _em(char: str) -> float:
    if char in NARROW:
        return 0.34
    if char in WIDE or ord(char) > 0x2E7F:
        return 1.0
    return 0.7 if char.isupper() else 0.58
