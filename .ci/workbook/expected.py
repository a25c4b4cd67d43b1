"""Writes what another program must find in a release's workbook: expected.py DIR. A line has fields between tabs:

table NAME SHEET RANGE               a table; its first row is the header
date SHEET CELL DAY                  a date, as 2023-02-04
number SHEET CELL VALUE SHOWN        a number, and its text as displayed
formula SHEET CELL KIND VALUE        a formula, and its stored value: n number, str text, b true or false
data ROW COLUMN KIND VALUE           a field of the CSV file, by row from 1 and name: number, truth, text or blank

Values come from the XML of the workbook and from the CSV file. A backslash escapes itself, a tab (t) and a new line (n, r).
"""
import csv
import pathlib
import re
import sys
from decimal import Decimal

import openpyxl
from openpyxl.utils.datetime import from_excel

import package_xml

NUMBERS = ("obs_value", "unit_mult", "decimals", "release", "out_of", "tolerance", "tolerance_mult", "upper_bound")
TRUTHS = ("tied", "derived", "revised", "sample")  # with blanks among them pandas has 1.0 and 0.0


def dated(book):
    """Gives the ranges of the columns of dates, by the machine names in the codebook."""
    tables = {table.name: (sheet, table.ref) for sheet in book for table in sheet.tables.values()}
    sheet, ref = tables["codebook"]
    header, *rows = [[cell.value for cell in row] for row in sheet[ref]]
    own = next(row for row in rows if row[-1] == "codebook.machine_name")
    named = own.index(header[-1])  # the column of headers
    for row in rows:
        table, _, name = (row[-1] or "").partition(".")
        if table in tables and name.split("_")[-1] == "date":
            sheet, ref = tables[table]
            columns = list(zip(*sheet[ref]))
            column = next(column for column in columns if column[0].value == row[named])
            yield sheet.title, column[1:]


def shown(value, code):
    """Gives the text of a number in one of the formats 0, 0.00, #,##0 and #,##0.00."""
    form = re.fullmatch(r"(#,##)?0(?:\.(0+))?", code)
    if not form:
        sys.exit(f"the number format {code!r} is not plain")
    return format(Decimal(value), f"{',' if form[1] else ''}.{len(form[2] or '')}f")


def lines(folder):
    workbook = next(pathlib.Path(folder).glob("*-workbook.xlsx"))
    book = openpyxl.load_workbook(workbook)
    for sheet in book:
        for table in sheet.tables.values():
            yield "table", table.name, sheet.title, table.ref
    days = set()
    for sheet, cell, kind, code, formula, value in package_xml.cells(workbook):
        if value is None:
            continue
        if formula is not None:
            yield "formula", sheet, cell, kind, value
        if kind == "n" and "yyyy" in code:
            days.add((sheet, cell))
            yield "date", sheet, cell, from_excel(int(value)).date().isoformat()
        elif kind == "n":
            yield "number", sheet, cell, value, shown(value, code)
    for sheet, column in dated(book):
        for cell in column:
            if cell.value is not None and (sheet, cell.coordinate) not in days:
                sys.exit(f"{sheet}!{cell.coordinate}: {cell.value!r} in a column of dates")
    with open(str(workbook).removesuffix("-workbook.xlsx") + "-data.csv", encoding="utf-8-sig", newline="") as file:
        # What is derived is in the file alone: on a sheet it would not follow from edited figures.
        for number, row in enumerate((row for row in csv.DictReader(file) if row["derived"] == "false"), 1):
            for column, value in row.items():
                kind = "number" if column in NUMBERS else "truth" if column in TRUTHS else "text"
                yield "data", str(number), column, kind if value else "blank", value


def read(path):
    """Gives the fields of every line that was written to a file."""
    signs = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            yield [re.sub(r"\\(.)", lambda m: signs[m[1]], field) for field in line.rstrip("\n").split("\t")]


def escape(field):
    return field.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


if __name__ == "__main__":
    for line in lines(sys.argv[1]):
        print("\t".join(map(escape, line)))
