"""Answer with the design's files: fonts, pictures and scripts that pages name by their content."""

from dateline.front import assets, generations
from dateline.server import answers
from dateline.server.answers import Answer, Request
from dateline.server.headers import SHORTLY, media_type
from dateline.server.serving import Serving


def answer(request: Request, serving: Serving) -> Answer | None:
    """Answer with exactly the bytes that an address names; None where the design has no such file.

    They come from the site's folder, else from the package, whose file may be another by now.
    Where nobody has them any more, today's file of that name stands in, for a short time.
    """
    kept = generations.design_file(serving.static, request.path)
    if kept:
        sent = answers.file(str(kept[0]), kept[1], request, serving)
        if sent:
            return sent
    body = assets.read_asset(request.path)
    if body is not None:
        return answers.content(body, media_type(request.path), request, serving)
    other = assets.other_generation(request.path)
    return other and answers.file(str(other[0]), other[1], request, serving, SHORTLY)
