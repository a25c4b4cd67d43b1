"""Holds that the briefing and the workbook of a release show every fact of its edition.json.

The briefing is read by pdftotext and the workbook by openpyxl: by other programs than ours.
"""
import json
import pathlib
import subprocess
import sys
from decimal import Decimal

import openpyxl


def squeeze(text):
    """Leaves out white space, which line breaking moves about, and makes the quotes and dashes of print plain."""
    return "".join(text.split()).translate(str.maketrans("“”‘’–", "\"\"''-"))


def stands(text, pages):
    """Reports whether a text stands on a page, or on two that follow each other, with a line or more on each.

    Between the halves of a paragraph that a page break parts there are running heads, and the column beside it.
    """
    line = 10
    if any(text in page for page in pages):
        return True
    return any(
        text[:k] in page and text[k:] in after
        for page, after in zip(pages, pages[1:]) if text[:line] in page and text[-line:] in after
        for k in range(line, len(text) - line + 1)
    )


def main(folder):
    folder = pathlib.Path(folder)
    edition = json.loads(next(folder.glob("*-edition.json")).read_text("utf-8"), parse_float=Decimal)
    facts, languages = edition["facts"], edition["languages"]
    faults = []

    pdf = next(folder.glob("*-full.pdf"))
    done = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True)
    if done.stderr:
        faults.append(f"pdftotext says: {done.stderr.decode()}")
    text = done.stdout.decode("utf-8")
    shown, pages = squeeze(text), [squeeze(page) for page in text.split("\f")]
    for fact in facts:
        for language in languages:
            if squeeze(fact["words"][language]) not in shown:
                faults.append(f"{pdf.name} lacks {fact['fact_id']} as {fact['words'][language]!r}")
    for kind in ("projects", "recognitions", "initiatives"):
        for item in edition[kind]:
            for language in languages:
                if squeeze(item["name"][language]) not in shown:
                    faults.append(f"{pdf.name} lacks the name {item['name'][language]!r}")
    for sentence in edition["sentences"]:
        for language in languages:
            if not stands(squeeze(sentence["text"][language]), pages):
                faults.append(f"{pdf.name} lacks the sentence {sentence['id']} in {language}")

    book = openpyxl.load_workbook(next(folder.glob("*.xlsx")), data_only=True)
    header, *rows = book["data"].iter_rows(values_only=True)
    by_id = {row[0]: dict(zip(header, row)) for row in rows}
    cells = {squeeze(str(c)) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row if c is not None}
    for fact in facts:
        row = by_id.get(fact["fact_id"])
        if row is None:
            faults.append(f"the sheet data lacks {fact['fact_id']}")
            continue
        value = None if row["obs_value"] is None else Decimal(str(row["obs_value"]))
        if isinstance(row["obs_value"], str) or value != fact["obs_value"]:
            faults.append(f"the sheet data has {fact['fact_id']} as {row['obs_value']!r}, want {fact['obs_value']}")
    for fact in facts:
        if not fact.get("variant_of") and "." not in fact["indicator"]:
            for language in languages:
                column = "indicator_en" if language == "en" else "indicator_zh"
                if language == languages[0] and not any(squeeze(fact[column]) in c for c in cells):
                    faults.append(f"the workbook lacks the name {fact[column]!r}")

    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{folder}: {len(facts)} facts, {len(edition['sentences'])} sentences, {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
