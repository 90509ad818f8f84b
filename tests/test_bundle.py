"""Scripts of the page: modules that become one script, or a fault that names its module."""

from importlib.resources import files

import pytest

from viz.bundle import joined, modules

SCRIPTS = modules(files("viz") / "script")


def test_a_module_stands_after_all_that_it_imports_and_only_once() -> None:
    texts = {
        "start.js": 'import { b } from "./b.js";\nimport { c } from "./deep/c.js";\n\nb(c);\n',
        "b.js": 'import {\n  c,\n} from "./deep/c.js";\n\nexport function b() {\n  return c;\n}\n',
        "deep/c.js": "const own = 1;\nexport const c = own;\n",
    }

    script = joined(texts, "start.js")

    assert script == (
        '"use strict";\n(() => {\n'
        "const own = 1;\nconst c = own;\n\n"
        "function b() {\n  return c;\n}\n\n"
        "b(c);\n})();\n"
    )


@pytest.mark.parametrize(
    ("start", "other", "fault"),
    [
        ('import { x } from "./none.js";\n', "", "start.js: imports from none.js"),
        ('import { x } from "./b.js";\n', "const x = 1;\n", "start.js: imports x from b.js, which"),
        ('import { x } from "./start.js";\n', "", "start.js: needs itself"),
        (
            'import { x } from "./b.js";\n',
            'import { y } from "./start.js";\nexport const x = 1;\n',
            r"start.js: needs itself, by way of b\.js",
        ),
        (
            'import { x } from "./b.js";\nconst own = 2;\n',
            "export const x = 1;\nconst own = 1;\n",
            "start.js: own is declared in b.js, too",
        ),
        ('import { x as z } from "./b.js";\n', "", "start.js: imports x as z from b.js"),
        ('import all from "./b.js";\n', "", "start.js: this form is not known here"),
        ('import { x } from "vis";\n', "", "start.js: imports from vis"),
        (
            'import { x } from "./b.js";\nimport { y } from "./b.js";\n',
            "export const x = 1;\nexport const y = 1;\n",
            "start.js: imports from b.js twice",
        ),
        ("export default 3;\n", "", "start.js: this form is not known here: export default 3"),
        ("export { x };\n", "", "start.js: this form is not known here"),
        ("const { a, b } = c;\n", "", "start.js: declares several names at once"),
    ],
)
def test_what_would_not_hold_in_one_script_is_refused(start: str, other: str, fault: str) -> None:
    with pytest.raises(ValueError, match=f"^{fault}"):
        joined({"start.js": start, "b.js": other}, "start.js")


@pytest.mark.parametrize("path", SCRIPTS)
def test_every_script_is_on_the_page(path: str) -> None:
    first_line = SCRIPTS[path].partition("\n")[0]

    assert first_line.startswith("// ")
    assert first_line in joined(SCRIPTS, "start.js")
