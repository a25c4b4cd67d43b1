"""Unpacks an image that skopeo has copied to a folder, and holds its configuration. usage: unpack.py IMAGE FOLDER ARCHITECTURE"""
import json
import os
import sys
import tarfile

image, out, architecture = sys.argv[1:]


def blob(digest):
    return os.path.join(image, digest.removeprefix("sha256:"))


with open(os.path.join(image, "manifest.json"), encoding="utf-8") as f:
    manifest = json.load(f)
with open(blob(manifest["config"]["digest"]), encoding="utf-8") as f:
    config = json.load(f)
if config["architecture"] != architecture or config["config"]["Entrypoint"] != ["/nianbao"] or config["config"]["User"] != "10001:10001":
    sys.exit(f"the image is of {config}")
for layer in manifest["layers"]:
    with tarfile.open(blob(layer["digest"])) as t:
        t.extractall(out)
with open(os.path.join(out, "etc/ssl/certs/ca-certificates.crt"), encoding="ascii") as f:
    if f.read().count("BEGIN CERTIFICATE") < 100:
        sys.exit("the image has no certificates")
