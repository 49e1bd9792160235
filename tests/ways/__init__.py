"""Every way in which content changes: generators that prepare, yield, and then act.

`ALL` names them; each takes the town of tests/front/town.py and a signed in administrator.
"""

from tests.ways import at_the_desk, by_itself, of_documents, of_names, of_pictures, of_redirects

ALL = {
    name: way
    for module in (at_the_desk, by_itself, of_documents, of_names, of_pictures, of_redirects)
    for name, way in vars(module).items()
    if getattr(way, "__module__", "") == module.__name__ and not name.startswith("_")
}
