"""Run the Nu HTML checker as a server on this machine, and ask it."""

import json
import subprocess
from contextlib import contextmanager
from urllib.request import Request, urlopen

import pytest

from tests.paths import ROOT
from tests.patience import PATIENCE, until
from tests.ports import free_ports

from .debian import program

JAR = ROOT / "tests/tools/node_modules/vnu-jar/build/dist/vnu.jar"
MAIN = "nu.validator.servlet.Main"


@contextmanager
def serving():
    """Start the checker and yield a function from a document to its list of faults."""
    if not JAR.is_file():
        pytest.fail("vnu-jar is missing: run `make test`, which installs the test tools", False)
    java = program("java", package="default-jre-headless")
    port = free_ports()
    bind = "-Dnu.validator.servlet.bind-address=127.0.0.1"
    command = [java, "-Xmx384m", bind, "-cp", str(JAR), MAIN, str(port)]
    checker = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(checker, port)
        yield lambda document: faults(port, document)
    finally:
        checker.terminate()
        checker.wait(10)


def faults(port, document):
    """Return the errors of one HTML document as lines; empty when there are none."""
    request = Request(
        f"http://127.0.0.1:{port}/?out=json",
        data=document,
        headers={"Content-Type": "text/html; charset=utf-8"},
    )
    with urlopen(request, timeout=PATIENCE) as answer:
        messages = json.load(answer)["messages"]
    return [
        f"line {message.get('lastLine', '?')}: {message['message']} … {message.get('extract', '')}"
        for message in messages
        if message["type"] != "info"
    ]


def _wait(checker, port):
    def answered():
        if checker.poll() is not None:
            pytest.fail("The Nu HTML checker did not start", False)
        faults(port, b"<!doctype html><html lang=en><title>t</title>")
        return True

    until(answered)
