"""Holds that LibreOffice reads a workbook as it was written: libreoffice.py DIR PROFILE.

Every cell comes back as it is; every formula, its cached value taken away, is worked out to that very value and to the
exact one of edition.json; no sheet shows a number as ###.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

import openpyxl

import package_xml


def convert(source, form, folder, profile):
    """Lets LibreOffice write a file anew."""
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", form, "--outdir", folder, source],
        capture_output=True, text=True, timeout=300,
    )
    result = pathlib.Path(folder) / (source.stem + "." + form.split(":")[0])
    if done.returncode or not result.exists():
        sys.exit(f"{source}: LibreOffice did not write {form}: {done.stdout}{done.stderr}")
    return result


def same(a, b):
    """Tells whether two cells hold the same, text, number or truth value."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, (int, float)) and isinstance(b, (int, float)):
        return Decimal(repr(a)) == Decimal(repr(b))
    return (a or None) == (b or None)


def rows(book, name):
    """Gives the rows of a table: the name of its sheet, and for each row its cells by machine name."""
    for sheet in book:
        if name in sheet.tables:
            header, *body = sheet[sheet.tables[name].ref]
            known = {}
            for columns in codebook(book):
                if columns[-1].startswith(name + "."):
                    known[columns[0]] = columns[-1].removeprefix(name + ".")
            return sheet.title, [{known[head.value]: cell for head, cell in zip(header, row)} for row in body]
    return None, []


def codebook(book):
    """Gives header and machine name of each column that the codebook lists."""
    sheet = next(s for s in book if "codebook" in s.tables)
    table = [[cell.value for cell in row] for row in sheet[sheet.tables["codebook"].ref]]
    own = next(row for row in table if "codebook.machine_name" in row)
    name = own.index("codebook.machine_name")
    header = own.index(table[0][name])
    return [(row[header], row[name]) for row in table[1:] if row[name]]


def exact(edition, book):
    """Gives the exact values that edition.json has for cells: implied levels, and totals of money by currency."""
    facts = {fact["fact_id"]: fact for fact in edition["facts"]}
    values = {}
    sheet, targets = rows(book, "targets")
    # Parts stand below their whole. The targets of one indicator, for several years, stand in the order of the edition.
    waiting = {}
    for target in edition["targets"]:
        waiting.setdefault(target["indicator"], []).append(target)
    for row in targets:
        if not waiting.get(row["code"].value):
            sys.exit(f"a row of {row['code'].value} has no target")
        target = waiting[row["code"].value].pop(0)
        if target.get("implied_level") is not None:
            values[(sheet, row["implied"].coordinate)] = target["implied_level"]
    if any(waiting.values()):
        sys.exit(f"no row has {waiting}")
    totals = {}
    for project in edition["projects"]:
        for fact in (facts[f] for f in project["figures"]):
            kind = fact["indicator"].split(".")[1]
            if kind in ("investment", "total-investment", "foreign-capital") and fact["obs_value"] is not None:
                key = (kind, fact["unit_measure"])
                totals[key] = totals.get(key, Decimal(0)) + Decimal(fact["obs_value"]) * Decimal(10) ** fact["unit_mult"]
    sheet, sums = rows(book, "totals")
    if sorted(Decimal(str(row["total"].value)) for row in sums) != sorted(totals.values()):
        sys.exit(f"totals {[row['total'].value for row in sums]}, want {totals}")
    values.update({(sheet, row["total"].coordinate): None for row in sums})
    return values


def main(folder, profile):
    source = next(pathlib.Path(folder).glob("*.xlsx"))
    edition = json.loads(next(pathlib.Path(folder).glob("*-edition.json")).read_text("utf-8"), parse_float=Decimal)
    faults = []
    cached = {}
    for sheet, cell, formula, kind, value in package_xml.formulas(source):
        if kind not in ("n", "str"):
            faults.append(f"{sheet}!{cell} = {formula}: the cached value is {value!r} of type {kind}")
        cached[sheet, cell] = value if kind == "str" or value is None else float(value)
    book = openpyxl.load_workbook(source, data_only=True)
    known = exact(edition, book)
    for at, value in known.items():
        if value is not None and Decimal(str(cached.get(at) or book[at[0]][at[1]].value)) != value:
            faults.append(f"{at}: {cached.get(at)}, and the edition says {value}")
    with tempfile.TemporaryDirectory() as temporary:
        bare = pathlib.Path(temporary) / "bare.xlsx"
        package_xml.without_values(source, bare)
        out = pathlib.Path(temporary) / "out"
        again = openpyxl.load_workbook(convert(bare, "xlsx", out, profile), data_only=True)
        cells = 0
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    cells += 1
                    got = again[sheet.title][cell.coordinate].value
                    want = cell.value
                    if (sheet.title, cell.coordinate) in cached:
                        want = cached[sheet.title, cell.coordinate]
                    if not same(want, got):
                        faults.append(f"{sheet.title}!{cell.coordinate}: {want!r} became {got!r}")
        pages = convert(source, "pdf", out, profile)
        text = subprocess.run(["pdftotext", "-layout", pages, "-"], capture_output=True, check=True).stdout.decode("utf-8")
        if "###" in text:
            faults.append("a column is too narrow for its numbers: ###")
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    print(f"{source.name}: {cells} cells, {len(cached)} formulas, {len(known)} of known value, {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
