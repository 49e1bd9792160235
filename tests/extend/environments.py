"""A Python environment of its own, in which a test may install what it likes."""

import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.cli.commands import environment
from tests.patience import PATIENCE

COMMANDS = {"dateline": "dateline", "pip": "pip"}


def make(folder: Path) -> Path:
    """Make an environment that sees all that this one has; return the folder of its commands."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    inside = next((folder / "lib").glob("python*")) / "site-packages"
    ours = sysconfig.get_paths()["purelib"]
    (inside / "ours.pth").write_text(f"import site; site.addsitedir({ours!r})\n")
    bin_folder = folder / "bin"
    for name, module in COMMANDS.items():
        shim = bin_folder / name
        python = shlex.quote(str(bin_folder / "python"))
        shim.write_text(f'#!/bin/sh\nexec {python} -m {module} "$@"\n')
        shim.chmod(0o755)
    return bin_folder


def run(words: str, *, commands: Path, cwd: Path, stdin: str = "") -> str:
    """Run a line as a shell would in that environment; return what it said. Fails if it fails."""
    variables = environment()
    done = subprocess.run(
        ["/bin/sh", "-c", words],
        env={**variables, "PATH": f"{commands}:{variables['PATH']}"},
        cwd=cwd,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, (words, done.stdout[-2000:], done.stderr[-4000:])
    return done.stdout
