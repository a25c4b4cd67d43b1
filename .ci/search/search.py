"""Counts how often four readers of PDF find the figures and names that a briefing shows.

What stands on one line is there to be found: the same characters in a reader's line once all its spaces are left out.
A hit is what the reader finds with its own spaces. So the difference is the spaces that it sees where nobody wrote one.
"""
import json
import pathlib
import subprocess
import sys

import pymupdf
import pypdfium2

LEAST = 0.98


def poppler(pdf):
    return subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True, text=True).stdout


def mupdf(pdf):
    return "\n".join(page.get_text() for page in pymupdf.open(pdf))


def pdfium(pdf):
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def pdfjs(pdf):
    script = pathlib.Path(__file__).with_name("text.mjs")
    return subprocess.run(["node", script, sys.argv[1], pdf], capture_output=True, check=True, text=True).stdout


def sought(edition):
    """Returns what readers look for, in the first language: figures, names, and the period."""
    first = edition["languages"][0]
    texts = {fact["words"][first] for fact in edition["facts"]}
    for kind in ("projects", "recognitions", "initiatives"):
        texts |= {item["name"][first] for item in edition[kind]}
    texts |= {edition["period"][:4] + "年"} if first.startswith("zh") else set()
    texts |= {"".join(text.split()) for text in texts if first.startswith("zh")}
    return sorted(text for text in texts if len(text) > 1)


def main(releases):
    bad = False
    for release in map(pathlib.Path, releases):
        edition = json.loads(next(release.glob("*-edition.json")).read_text("utf-8"))
        texts = sought(edition)
        pdf = str(next(release.glob("*.pdf")))
        for read in (poppler, mupdf, pdfium, pdfjs):
            lines = read(pdf).splitlines()
            whole = "\n".join(lines)
            squeezed = "\n".join("".join(line.split()) for line in lines)
            there, hits, lost = 0, 0, []
            for text in texts:
                n, found = squeezed.count("".join(text.split())), whole.count(text)
                there, hits = there + n, hits + min(n, found)
                if found < n:
                    lost.append(f"{text!r} {found} of {n}")
            print(f"{pdf}: {read.__name__} finds {hits} of {there}")
            if not there or hits < LEAST * there:
                bad = True
                print("  not found: " + "; ".join(lost[:20]))
    sys.exit(bad)


main(sys.argv[2:])
