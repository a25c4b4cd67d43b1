"""Runs the lines by which docs/reliability.md works out the two digests of a manifest, for each manifest: digests.py PAGE MANIFEST …"""
import os
import pathlib
import re
import sys

page, *names = sys.argv[1:]
lines = re.search(r"```python\n(import hashlib.*?)```", pathlib.Path(page).read_text("utf-8"), re.S).group(1)
assert lines.count("assert ") == 2 and names
top = os.getcwd()
for name in names:
    os.chdir(pathlib.Path(top, name).parent)
    exec(lines, {})
print(f"digests of {len(names)} manifests are those of their content and build")
