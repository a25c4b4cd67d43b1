"""Measures the office's page against the commands: speed.py PROGRAM [TURNS]. The figures are those of the county."""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from page import Browser, Row, Served

PROGRAM = os.path.abspath(sys.argv[1])
TURNS = int(sys.argv[2]) if len(sys.argv) > 2 else 15
ROOT = "/a/tongjian/2022"


def clock(do, *args):
    start = time.perf_counter()
    do(*args)
    return 1000 * (time.perf_counter() - start)


def command(work, *args):
    subprocess.run([PROGRAM, *args, "--quiet", "--areas-dir", f"{work}/areas", "--area", "tongjian"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


def by_turns(work):
    served = Served(PROGRAM, f"{work}/areas", f"{work}/output")
    b = Browser(served)
    row = Row(b, ROOT, "private-economy")
    times = {name: [] for name in ("check", "findings", "export", "page", "brief", "standard")}
    values = iter(f"{403 + n / 100:.2f}" for n in range(1, 100000))
    looks = {"page": "page.html", "brief": "brief.pdf", "standard": "standard.pdf"}
    for turn in range(TURNS + 2):
        now = {"check": clock(command, work, "check"), "findings": clock(lambda: row.save(value=next(values)))}
        now["export"] = clock(command, work, "export", "--format", "pdf", "--output", f"{work}/exported")

        def look(what):
            row.save(value=next(values))
            b.get(f"{ROOT}/shown/{looks[what]}?what={what}&section=glance")
        for what in looks:
            now[what] = clock(look, what)
        if turn >= 2:  # after the first uses of everything
            for name, ms in now.items():
                times[name].append(ms)
    served.kill()
    return {name: statistics.median(list) for name, list in times.items()}


work = tempfile.mkdtemp()
try:
    os.mkdir(f"{work}/areas")
    shutil.copytree("config/areas/tongjian", f"{work}/areas/tongjian")
    print(by_turns(work))
finally:
    shutil.rmtree(work)
