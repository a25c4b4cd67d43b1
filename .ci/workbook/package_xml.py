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


def formats(file):
    """Gives the number format of every style of cells, "" for one that the file does not define. A file can be without styles."""
    if "xl/styles.xml" not in file.namelist():
        return [""]
    styles = ElementTree.fromstring(file.read("xl/styles.xml"))
    codes = {one.get("numFmtId"): one.get("formatCode") for one in styles.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")}
    return [codes.get(one.get("numFmtId"), "") for one in styles.find(MAIN + "cellXfs")]


def cells(path):
    """Gives sheet, cell, type, number format, formula and stored value of every cell."""
    with zipfile.ZipFile(path) as file:
        codes = formats(file)
        for name, part in sheets(file):
            for cell in ElementTree.fromstring(file.read(part)).iter(MAIN + "c"):
                code = codes[int(cell.get("s", "0"))]
                yield name, cell.get("r"), cell.get("t", "n"), code, cell.findtext(MAIN + "f"), cell.findtext(MAIN + "v")


def formulas(path):
    """Gives sheet, cell, formula, type and cached value of every formula."""
    for name, cell, kind, _, formula, value in cells(path):
        if formula is not None:
            yield name, cell, formula, kind, value


def without_values(path, copy):
    """Copies a workbook and leaves out the cached values of its formulas."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            new.writestr(entry, data)
