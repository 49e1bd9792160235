"""Speak RSGI, Granian's own interface, for the readers' server."""

import asyncio
from typing import Any

from dateline.server import answers
from dateline.server.answers import Answer, Request
from dateline.server.serving import Serving
from dateline.server.sheets import LONGEST_QUERY, Readers


class Application:
    """An application that answers Granian's calls."""

    def __init__(self, serving: Serving) -> None:
        self.readers = Readers(serving)

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Answer one request."""
        if scope.proto != "http":
            protocol.close(404)
            return
        readers, ask = self.readers, scope.headers.get
        if len(scope.query_string) > LONGEST_QUERY:
            answer = answers.line(414, "This query is too long", readers.serving)
        else:
            request = Request(
                scope.method,
                scope.path,
                ask("host", ""),
                ask("accept-encoding", ""),
                ask("if-none-match", ""),
            )
            if readers.serving.sheets_elsewhere:
                loop = asyncio.get_running_loop()
                answer = await loop.run_in_executor(None, readers.answer, request)
            else:
                answer = readers.answer(request)
        readers.statuses[answer.status] += 1
        send(answer, protocol, head=scope.method == "HEAD")


def send(answer: Answer, protocol: Any, *, head: bool) -> None:
    """Send an answer; to HEAD without its body, but with its length."""
    if head and answer.status != 304:
        length = [] if answer.file else [("content-length", str(len(answer.body)))]
        protocol.response_empty(answer.status, answer.headers + length)
    elif answer.file:
        protocol.response_file(answer.status, answer.headers, answer.file)
    elif answer.body:
        protocol.response_bytes(answer.status, answer.headers, answer.body)
    else:
        protocol.response_empty(answer.status, answer.headers)
