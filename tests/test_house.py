"""The house rules that no linter knows: sizes, names, words, and what must not be in a file."""

import re

import pytest

from tests import house
from tests.paths import ROOT, SHARED

CAPS = {"*.py": 400, "*.html": 120, "*.css": 250, "*.js": 150}
FORBIDDEN = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "manager",
    "service",
    "handler",
    "processor",
    "data",
    "info",
}
# Names that Django, Wagtail, Python or the web gave to something we override or must provide.
GIVEN_NAMES = {
    "from_serializable_data",
    "get_context_data",
    "handle_data",
    "service-worker",
    "serviceworker",
}
SHINGLE = 40
# Verbs with which descriptions of classes used to begin.
VERBS = set(
    "Act Add Allow Answer Approve Ask Carry Change Check Choose Collect Count Delete Describe Do "
    "Draw File Fill Find Format Gather Give Go Hold Is Keep Lead Let Lift List Lock Make Name "
    "Offer Open Point Press Preview Publish Put Read Refuse Render Return Save Say Send Serve Set "
    "Show Stop Take Tell Translate Turn Unlock Walk Withdraw Write Yield".split()
)
NO_VERBS = set("A After All An Any At By Every For How If In It Its Never No On Once One".split())
NO_VERBS |= set("Only That The These This Those What When Where Whether Which Who Why".split())
SMALL_WORDS = set("a an and as b by for in it of on one or the to".split())
# Rooms of more than fifteen files: the number that each may not pass.
LARGE_ROOMS = {
    "lib/languages": 40,  # a language is one module
    "front/plates": 21,  # a kind of page is one module
    "front/reads": 22,  # what is read of a kind of record is one module
    "cli": 26,  # a command is one module, beside what commands share
    "front": 24,  # beside its rooms of plates, reads and records
    "server": 20,  # many small ones: an answer, a header, a port, a process
}


@pytest.mark.parametrize("pattern", CAPS)
def test_no_file_is_longer_than_its_cap(pattern):
    long = {
        house.name(path): len(house.text(path).splitlines())
        for path in house.files(pattern)
        if len(house.text(path).splitlines()) > CAPS[pattern]
    }

    assert long == {}


def test_no_decision_record_is_longer_than_ninety_lines():
    records = [path for path in house.files("*.md") if path.parent.name == "decisions"]

    assert records
    assert [house.name(path) for path in records if len(house.text(path).splitlines()) > 90] == []


def test_no_function_is_longer_than_forty_lines():
    assert _longer_than(40, house.code() + house.tests()) == []


def test_no_test_is_longer_than_thirty_lines():
    assert _longer_than(30, house.tests(), prefix="test_") == []


def _longer_than(cap, paths, prefix=""):
    return [
        f"{house.name(path)}:{function.lineno} {function.name}"
        for path in paths
        for function in house.functions(path)
        if function.name.startswith(prefix) and function.end_lineno - function.lineno + 1 > cap
    ]


def test_tests_are_named_as_sentences():
    short = [
        f"{house.name(path)} {function.name}"
        for path in house.tests()
        for function in house.functions(path)
        if function.name.startswith("test_") and len(house.words(function.name)) < 4
    ]

    assert short == []


def test_no_file_has_an_empty_name():
    """A name that would fit anything says nothing: utils, helpers, manager."""
    suffixes = {".py", ".html", ".css", ".js"}
    named = [
        house.name(path)
        for path in house.files()
        if path.suffix in suffixes and _is_empty(path.stem)
    ]

    assert named == []


def test_no_class_or_function_has_an_empty_name():
    named = [
        f"{house.name(path)}:{node.lineno} {node.name}"
        for path in house.code() + house.tests()
        for node in house.classes(path) + house.functions(path)
        if _is_empty(node.name)
    ]

    assert named == []


def _is_empty(name):
    if name in GIVEN_NAMES or name.startswith("test_"):  # a test's name is a sentence
        return False
    return bool(FORBIDDEN & set(house.words(name)))


def test_no_class_name_stands_twice_but_for_a_model_and_its_record():
    """One word a thing. `Meta` is Django's own; a record is what pages show of a model."""
    places = {}
    for path in house.code():
        for node in house.classes(path):
            if node.name != "Meta":
                places.setdefault(node.name, []).append(house.name(path))

    assert {name: found for name, found in places.items() if not _is_one_thing(found)} == {}


def _is_one_thing(paths):
    models = [path for path in paths if "/models/" in path]
    records = [path for path in paths if re.match(r"dateline/(front/records|blocks)/", path)]
    return len(paths) == 1 or (len(models) == len(records) == 1 and len(paths) == 2)


def test_no_class_is_described_by_a_verb():
    """A class is a thing: "One row of the change log", not "Shows" and not "Show"."""
    verbs = [
        f"{house.name(path)}:{node.lineno} {_first_word(node)} …"
        for path in house.code()
        for node in house.classes(path)
        if _first_word(node) in VERBS | {_third_person(verb) for verb in VERBS}
    ]

    assert verbs == []


def test_every_function_is_described_by_an_order():
    """A function's first word is an imperative: "Return", not "Returns", "This" or "After"."""
    others = [
        f"{house.name(path)}:{node.lineno} {word} …"
        for path in house.code()
        for node in house.functions(path)
        if (word := _first_word(node)) and not _is_imperative(word)
    ]

    assert others == []


def _first_word(node):
    words = (house.ast.get_docstring(node) or "").split()
    return words[0].strip(".,:;") if words else ""


def _third_person(verb):
    return verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")


def _is_imperative(word):
    third = word.endswith("s") and not word.endswith("ss")
    return word[0].isupper() and not third and word not in NO_VERBS


def test_no_docstring_of_a_class_only_repeats_its_name():
    echoes = [
        f"{house.name(path)}:{node.lineno} {node.name}"
        for path in house.code()
        for node in house.classes(path)
        if (said := house.ast.get_docstring(node))
        and _stems(re.findall(r"[a-z]+", said.lower())) <= _stems(house.words(node.name))
    ]

    assert echoes == []


def _stems(words):
    """Return words without their endings and without articles and prepositions."""
    return {re.sub(r"(ies|y|s)$", "", word) for word in words} - SMALL_WORDS


def test_no_docstring_begins_with_what_and_is_taken_up_by_that():
    """Write "Delete the rows that nobody asks for", not "What nobody asks for, that goes"."""
    inverted = [
        f"{house.name(path)}: {said.splitlines()[0]}"
        for path in house.code() + house.tests()
        for node in [house.tree(path), *house.classes(path), *house.functions(path)]
        if re.match(r"What [^.]*, that ", said := house.ast.get_docstring(node) or "")
    ]

    assert inverted == []


def test_past_fifteen_files_a_room_has_rooms_of_its_own():
    files = {}
    for path in house.code():
        if path.stem not in ("__init__", "__main__"):
            folder = path.parent.relative_to(ROOT / "dateline").as_posix()
            files[folder] = files.get(folder, 0) + 1

    crowded = {room: count for room, count in files.items() if count > LARGE_ROOMS.get(room, 15)}

    assert crowded == {}


def test_every_room_is_listed_where_code_lives():
    listed = (ROOT / "docs/where-code-lives.md").read_text("utf-8")
    top = {path.relative_to(ROOT / "dateline").parts[0] for path in house.code()}
    rooms = {part.removesuffix(".py") for part in top} - {"__init__", "__main__"}

    assert [room for room in sorted(rooms) if f"`{room}`" not in listed] == []


def test_lib_needs_nothing_but_python_django_utils_and_babel():
    strange = []

    for path in house.files("dateline/lib/*.py"):
        for line in house.text(path).splitlines():
            if re.match(
                r"\s*(from|import) (wagtail|django(?!\.utils)|lxml|nh3|dateline(?!\.lib))", line
            ):
                strange.append(f"{house.name(path)}: {line.strip()}")

    assert strange == []


def test_models_actions_plates_and_formats_say_what_they_are():
    silent = [
        f"{house.name(path)}:{node.lineno} {node.name}"
        for path in house.code()
        for node in _who_must_speak(path)
        if not house.ast.get_docstring(node)
    ]

    assert silent == []


def _who_must_speak(path):
    """List the models, public actions, plates and formats of one module."""
    parts = path.relative_to(ROOT / "dateline").with_suffix("").parts
    if "models" in parts:
        return [node for node in house.tree(path).body if isinstance(node, house.ast.ClassDef)]
    if "actions" in parts or "formats" in parts:
        public = [node for node in house.functions(path) if not node.name.startswith("_")]
        return [node for node in public if node in house.tree(path).body]
    return [node for node in house.classes(path) if _is_plate(node)]


def _is_plate(node):
    callees = [getattr(decorator, "func", None) for decorator in node.decorator_list]
    return any(getattr(callee, "id", "") == "plate" for callee in callees)


def test_nothing_is_put_off_and_no_test_is_left_out():
    signs = ["TO" + "DO", "FIX" + "ME", "mark.sk" + "ip", "pytest.sk" + "ip", "xf" + "ail"]
    signs += ["importor" + "skip", "unittest.sk" + "ip"]

    assert _lines_with("|".join(map(re.escape, signs)), house.code() + house.tests()) == []


def test_no_file_names_a_registry_or_a_path_of_one_machine():
    hosts = ["pypi." + "org", "python" + "hosted", "npm" + "js.org", "deb." + "debian"]
    machine = r"(?<![\w}/.])/(root|work)/\w|(?<![\w}/.])/home/\w+/"
    settings = r"--(extra-)?index-" + r"url [^-]|\"resol" + r"ved\": "

    generated = [*ROOT.glob("requirements/*.txt"), *ROOT.glob("tests/tools/package-lock.json")]
    pattern = "|".join([*map(re.escape, hosts), machine, settings])

    assert _lines_with(pattern, [*house.files(), *generated]) == []


def _lines_with(pattern, paths):
    return [
        f"{house.name(path)}:{number} {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(house.text(path).splitlines(), 1)
        if re.search(pattern, line)
    ]


def test_no_sentence_of_the_seed_page_stands_in_the_project(leave_out):
    if SHARED is None:
        leave_out("the seed page is absent: its sentences were not looked for in the project")
    else:
        seed = _shingles((SHARED / "seed/page.txt").read_text("utf-8"))
        quoting = [path for path in house.files() if seed & _shingles(house.text(path))]

        assert [house.name(path) for path in quoting] == []


def _shingles(text):
    run = " ".join(text.split())
    return {run[start : start + SHINGLE] for start in range(len(run) - SHINGLE + 1)}


def test_stylesheets_know_no_left_and_no_right():
    physical = r"\b(margin|padding|border|inset)-(left|right)\b|\btext-align:\s*(left|right)\b"
    physical += r"|^\s*(left|right)\s*:|\bfloat:\s*(left|right)\b"

    assert _lines_with(physical, house.files("*.css")) == []


def test_templates_carry_no_inline_style_or_script():
    inline = r"\sstyle=[\"']|\son(click|load|change|submit|input)="

    assert _lines_with(inline, house.files("*.html")) == []
