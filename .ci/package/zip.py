"""Packs a folder into a ZIP file, the same bytes for the same files and SOURCE_DATE_EPOCH. usage: zip.py FOLDER FILE"""
import os
import sys
import time
import zipfile

folder, out = sys.argv[1:]
date = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
names = sorted(os.path.join(at, n) for at, _, files in os.walk(folder) for n in files)
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
    for name in names:
        entry = zipfile.ZipInfo(os.path.relpath(name, os.path.dirname(folder)).replace(os.sep, "/"), date)
        entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
        with open(name, "rb") as f:
            z.writestr(entry, f.read())
