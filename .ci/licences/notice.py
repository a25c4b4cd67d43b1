"""Writes internal/licence/NOTICE: the licences of all that a binary is linked of. usage: notice.py FILE
A licence that is not known to be permissive is an error; one of the MPL is named at the top, as it asks to be."""
import os
import re
import subprocess
import sys

KINDS = [  # the first that fits
    ("MPL-2.0", r"Mozilla Public License,? [Vv](ersion|\.) ?2\.0"),
    ("Apache-2.0", r"Apache License\s+Version 2\.0"),
    ("ISC", r"Permission to use, copy, modify, and(/or)? distribute this software for any\s+purpose"),
    ("MIT", r"Permission is hereby granted, free of charge, to any person"),
    ("BSD", r"Redistribution and use in source and binary forms"),
]


def go(*args, **env):
    return subprocess.run(["go", *args], capture_output=True, text=True, check=True, env={**os.environ, **env}).stdout


def modules():
    found = set()
    for system in ("linux", "windows"):
        for line in go("list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}} {{.Dir}}{{end}}", "./cmd/nianbao", GOOS=system).splitlines():
            parts = line.split(" ", 2)
            if len(parts) == 3 and parts[1]:
                found.add(tuple(parts))
    return sorted(found)


def texts(folder):
    names = sorted(n for n in os.listdir(folder) if re.match(r"(?i)(licen[sc]e|copying|notice)", n) and os.path.isfile(os.path.join(folder, n)))
    return [(n, open(os.path.join(folder, n), encoding="utf-8").read().strip()) for n in names]


def kind(name, folder):
    licences = [t for n, t in texts(folder) if not n.upper().startswith("NOTICE")]
    if not licences:
        sys.exit(f"{name} has no licence")
    kinds = []
    for text in licences:
        for code, form in KINDS:
            if re.search(form, text):
                kinds.append(code)
                break
        else:
            sys.exit(f"{name}: its licence is not known to be permissive")
    return " and ".join(dict.fromkeys(kinds))


parts = [("nianbao", "", ".", "LICENSE")]
rows, body = [], []
for path, version, folder in modules():
    code = kind(path, folder)
    rows.append(f"{path} {version}: {code}")
    for name, text in texts(folder):
        body.append(f"{path} {version}, {name}\n\n{text}")
root = go("env", "GOROOT").strip()
for title, name in [("Go, whose runtime and library are part of a binary", os.path.join(root, "LICENSE")),
                    ("Noto Sans SC, the typeface in a binary", "fonts/OFL.txt"),
                    ("OpenCC, whose dictionaries are in a binary", "internal/script/opencc/LICENSE")]:
    body.append(f"{title}\n\n{open(name, encoding='utf-8').read().strip()}")
rows += ["Go: BSD", "Noto Sans SC: OFL-1.1", "OpenCC: Apache-2.0"]
mozilla = [r for r in rows if "MPL" in r]
head = open("LICENSE", encoding="utf-8").read().strip()
line = "\n\n" + "-" * 78 + "\n\n"
note = "nianbao\n\n" + head + line + "A binary of nianbao is made of these, each under its own licence, which follows.\n\n" + "\n".join(rows)
if mozilla:
    note += "\n\nUnder the Mozilla Public License, unchanged; their sources are at the addresses that their names are:\n" + "\n".join(mozilla)
text = note + line + line.join(body) + "\n"
with open(sys.argv[1], "w", encoding="utf-8") as out:
    out.write("\n".join(l.rstrip() for l in text.splitlines()) + "\n")
print(f"{len(rows)} parts of a binary, each with its licence")
