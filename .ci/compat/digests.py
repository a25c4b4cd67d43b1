"""Works out the two digests of manifests anew, as docs/reliability.md says: digests.py MANIFEST …"""
import hashlib
import json
import sys


def digest(value):
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


MEMBERS = (
    "area", "configuration", "content_digest", "findings", "fonts", "languages", "later", "output_version", "period",
    "release_date", "status",
)
for name in sys.argv[1:]:
    manifest = json.load(open(name, encoding="utf-8"))
    assert digest(manifest["content"]) == manifest["content_digest"], f"{name}: the content digest is another one"
    assert digest({m: manifest[m] for m in MEMBERS}) == manifest["build_digest"], f"{name}: the build digest is another one"
print(f"digests of {len(sys.argv) - 1} manifests are those of their content and build")
