"""Takes the moment of making out of an SBOM and puts that of the commit in its place. usage: reproducible.py FOLDER SBOM"""
import datetime
import json
import os
import sys

name = sys.argv[2]
with open(name, encoding="utf-8") as f:
    bom = json.load(f)
when = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
bom["metadata"]["timestamp"] = when.strftime("%Y-%m-%dT%H:%M:%SZ")
if not bom.get("components"):
    sys.exit("the SBOM has no components")
with open(name, "w", encoding="utf-8") as f:
    json.dump(bom, f, ensure_ascii=False, indent=2)
    f.write("\n")
