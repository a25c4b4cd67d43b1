"""Kills the office's page at system calls: kill.py PROGRAM INJECT STEP.

An office saves figures, undoes, tells a sentence, takes it back, makes a draft and publishes. At each STEP-th system call on files the
program is killed. Started again, it must have lost nothing that it had answered, and have done nothing by half: files and log agree and
can be read, every release is sound, and saving and publishing go on.
"""
import html
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from page import Browser, Row, Served

PROGRAM, INJECT, STEP = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3])
ROOT, KEY = "/a/tongjian/2022", "private-economy"
OWN = {"chapter": "general", "id": "own-a", "held-zh": "", "held-en": ""}
SAID = {"zh": "民营经济增加值为{private-economy.level}。", "en": "The private economy added {private-economy.level}."}


class Office:
    """What an office does, with what it was told of it. A kill ends it with an error of the connection."""

    def __init__(self, work, before=()):
        self.work, self.told = work, []  # what was answered, in order
        self.asked = None  # what was asked for and not answered
        self.served = Served(PROGRAM, f"{work}/areas", f"{work}/output", before)

    def step(self, what, do, *args):
        self.asked = what
        do(*args)
        self.told.append(what)
        self.asked = None

    def work_through(self):
        self.browser = b = Browser(self.served)
        row = Row(b, ROOT, KEY)
        self.step(("value", "403.7"), self.save, row, "403.7")
        self.step(("value", "403.8"), self.save, row, "403.8")
        self.step(("value", "403.7"), self.undo)
        self.step(("sentence", True), lambda: b.post(ROOT + "/sentences", OWN | SAID | {"fresh": "1"}, expect=303))
        held = {"held-zh": SAID["zh"], "held-en": SAID["en"]}
        self.step(("sentence", False), lambda: b.post(ROOT + "/sentences", OWN | held | {"back": "1"}, expect=303))
        self.step(("draft", True), self.publish, "1")
        self.step(("release", "403.7"), self.publish, "")

    def save(self, row, value):
        self.number = re.search(r'name="number" value="(\d+)"', row.save(value=value)).group(1)

    def undo(self):
        self.browser.post(ROOT + "/undo", {"number": self.number}, expect=303)

    def publish(self, draft):
        page = self.browser.get(ROOT + "/publish").decode()
        digest = re.search(r'name="digest" value="([0-9a-f]+)"', page).group(1)
        self.browser.post(ROOT + "/publish", {"digest": digest, "draft": draft}, expect=303)


def said(*args):
    p = subprocess.run([PROGRAM, *args], capture_output=True, text=True)
    assert p.returncode == 0, f"{args}: {p.returncode}: {p.stdout[-1000:]} {p.stderr[-1000:]}"
    return p.stdout


def may_be(office, kind, before):
    """What the data may have: what was answered last, or what was asked for and not answered."""
    last = [what for name, what in office.told if name == kind] or [before]
    return {last[-1]} | ({office.asked[1]} if office.asked and office.asked[0] == kind else set())


def state(work):
    """What the files have, and what the log says they have."""
    with open(f"{work}/areas/tongjian/2022.yaml") as f:
        value = re.search(r"private-economy: \[([0-9.]+)", f.read()).group(1)
    with open(f"{work}/areas/tongjian/2022.text.yaml") as f:
        sentence = "own-a" in f.read()
    entries = json.loads(said("log", "tongjian", "--json", "--areas-dir", f"{work}/areas", "--output", f"{work}/output"))["entries"]
    failed = {e["of"] for e in entries if e["act"] == "failed"}
    edits = [e for e in entries if e["act"] in ("edited", "undone") and e["number"] not in failed]
    return value, sentence, entries, edits


def sound(work, office):
    value, sentence, entries, edits = state(work)
    assert value in may_be(office, "value", "403.6"), f"the value is {value}; answered {office.told}, asked for {office.asked}"
    assert sentence in may_be(office, "sentence", False), f"the sentence is there: {sentence}; answered {office.told}, asked for {office.asked}"
    answered = sum(name in ("value", "sentence") for name, _ in office.told)
    pending = office.asked is not None and office.asked[0] in ("value", "sentence")
    assert answered <= len(edits) <= answered + pending, f"{len(edits)} edits in the log, {answered} answered"
    held = {}
    for e in edits:
        held |= {f["name"]: f["new"] for f in e["files"]}
    for name, sha in held.items():
        assert sha == subprocess.run(["sha256sum", f"{work}/areas/tongjian/{name}"], capture_output=True, text=True, check=True).stdout[:64], \
            f"{name} is not what the log says"
    published = [e for e in entries if e["act"] == "published"]
    for kind, draft in ("draft", True), ("release", False):
        if any(name == kind for name, _ in office.told):
            assert any(bool(e["release"].get("draft")) == draft for e in published), f"the log does not have the {kind}"
    if any(not e["release"].get("draft") for e in published):  # a draft is no release
        said("verify", "--quiet", f"{work}/output")


def one(n):
    """Kills the program at a system call. Gives what was asked for at that time; None if the office was done before."""
    work = tempfile.mkdtemp(dir=WORK)
    try:
        shutil.copytree("config/areas/tongjian", f"{work}/areas/tongjian")
        office = None
        try:
            office = Office(work, [INJECT, str(n), "KILL"])
            office.work_through()
        except (OSError, http.client.HTTPException, AttributeError if office is None else OSError):
            pass
        else:
            office.served.kill()
            return None, None
        if office is None:
            return "start", None
        office.served.process.wait()
        # The next run: a look at the page puts the data in order, then work goes on.
        again = Office(work)
        try:
            b = again.browser = Browser(again.served)
            row = Row(b, ROOT, KEY)
            sound(work, office)
            again.save(row, "403.9")
            again.publish("")
            again.publish("1")
            value, _, entries, _ = state(work)
            assert value == "403.9" and [e["act"] for e in entries[-4:]] == ["announced", "published"] * 2, entries[-5:]
            announced = {e["number"] for e in entries if e["act"] == "announced"}
            assert announced == {e["of"] for e in entries if e["act"] in ("published", "failed") and e.get("of") in announced}, "unsettled"
            said("verify", "--quiet", f"{work}/output")
            left = [name for _, folders, files in os.walk(work) for name in folders + files if name.startswith(".") and name != ".nianbao.seen"]
            assert not left, f"left behind: {left}"
        finally:
            again.served.kill()
        return office.asked[0] if office.asked else "look", None
    except Exception as e:
        return "", f"call {n}: {type(e).__name__}: {e}"
    finally:
        shutil.rmtree(work, ignore_errors=True)


WORK = tempfile.mkdtemp()
try:
    whole = 1024
    while one(whole)[0] is not None:  # how many calls there are
        whole *= 2
    calls = range(1, whole, STEP)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(one, calls))
    during = {}
    for what, _ in results:
        during[what] = during.get(what, 0) + 1
    problems = [problem for _, problem in results if problem]
    print(f"  killed at {sum(w is not None for w, _ in results)} of some {whole} system calls: "
          + ", ".join(f"{n} at {w}" for w, n in during.items() if w), "; problems:", len(problems))
    print("\n".join(problems[:20]))
    if problems or min(during.get(w, 0) for w in ("value", "sentence", "draft", "release")) == 0:
        sys.exit("something was lost or half done, or not every act was met")
finally:
    shutil.rmtree(WORK, ignore_errors=True)
