# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs Muster and HiGHS as processes of their own, and measures them."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
MUSTER = HOME / ".build/release/muster"
PEER = Path(__file__).with_name("peer.py")


# Whoever ends a benchmark ends the process that it waits for, too.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


@dataclass
class Run:
    """What a process said and used: seconds of wall and user CPU time, bytes of memory at its peak."""

    status: int
    output: str
    errors: str
    wall: float
    user: float
    peak: int


def run(command, limit=None, output=None):
    """Runs a command to its end, or kills it after `limit` seconds. Its output goes to the file `output` if given."""
    with tempfile.TemporaryFile() as errors, open(output, "wb") if output else tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=errors)
        killer = threading.Timer(limit, process.kill) if limit else None
        if killer:
            killer.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        finally:
            if killer:
                killer.cancel()
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        text = ""
        if not output:
            out.seek(0)
            text = out.read().decode()
        unit = 1 if sys.platform == "darwin" else 1024
        return Run(process.returncode, text, errors.read().decode(), wall, usage.ru_utime, usage.ru_maxrss * unit)


def build():
    """Builds the program in release mode where it is not up to date."""
    subprocess.run([HOME / "muster", "--version"], check=True, stdout=subprocess.DEVNULL)


def muster(*arguments, output=None, limit=None):
    """Runs Muster, which must succeed; None where it takes longer than the limit."""
    result = run([MUSTER, *arguments], limit, output)
    if limit and result.wall >= limit:
        return None
    if result.status != 0:
        sys.exit(f"muster {' '.join(map(str, arguments))} ended with status {result.status}:\n{result.errors}")
    return result


def highs(model, division="whole", limit=600, repeat=1):
    """What peer.py says of a model file; without an objective where HiGHS found no optimum in time."""
    # Reading the file is not timed, but is not to go on for ever either.
    result = run([sys.executable, PEER, model, division, str(limit), str(repeat)], limit=2 * limit * repeat + 600)
    if result.status != 0:
        sys.exit(f"HiGHS on {model} ended with status {result.status}:\n{result.errors}{result.output}")
    # HiGHS introduces itself first, whatever its options.
    answer = json.loads(result.output.splitlines()[-1])
    answer["peak"] = result.peak
    return answer
