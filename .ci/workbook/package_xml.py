"""Reads an XLSX file's XML, so that what is in it is seen before any library has interpreted it."""
import re
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheets(file):
    """Gives the name and the part of every sheet."""
    book = ElementTree.fromstring(file.read("xl/workbook.xml"))
    links = ElementTree.fromstring(file.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target") for link in links}
    for sheet in book.iter(MAIN + "sheet"):
        target = targets[sheet.get(LINK)]
        yield sheet.get("name"), target.lstrip("/") if target.startswith("/") else "xl/" + target


def formulas(path):
    """Gives sheet, cell, formula, type and cached value of every formula."""
    with zipfile.ZipFile(path) as file:
        for name, part in sheets(file):
            for cell in ElementTree.fromstring(file.read(part)).iter(MAIN + "c"):
                formula = cell.find(MAIN + "f")
                if formula is not None:
                    yield name, cell.get("r"), formula.text, cell.get("t"), cell.findtext(MAIN + "v")


def without_values(path, copy):
    """Copies a workbook and leaves out the cached values of its formulas."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            new.writestr(entry, data)
