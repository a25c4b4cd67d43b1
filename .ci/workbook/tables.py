"""The Excel tables of a workbook, and the machine names of their columns."""
import posixpath
import re
import zipfile
from xml.etree import ElementTree

import package_xml

MACHINE = "codebook.machine_name"
REMARKS = re.compile(r"(_name|status|marks?|source|remarks?|note|qualifier)$")


class Table:
    """A table: where it stands in the document, and its columns. Rows and columns are counted from 0."""

    def __init__(self, name, sheet, ref):
        self.name, self.sheet = name, sheet
        first, last = (place(corner) for corner in ref.split(":"))
        self.left, self.top, self.right, self.bottom = *first, *last
        self.columns = []

    def body(self, sheet):
        """Gives the cells below the header."""
        return sheet.getCellRangeByPosition(self.left, self.top + 1, self.right, self.bottom)

    def header(self, sheet):
        """Gives the texts of the header."""
        return sheet.getCellRangeByPosition(self.left, self.top, self.right, self.top).getDataArray()[0]

    def rows(self):
        """Counts the rows below the header."""
        return self.bottom - self.top

    def remarks(self):
        """Lists the columns that only remark on figures. On the sheet of data some count: expected ranks are not counted."""
        return [name for name in self.columns if REMARKS.search(name) and (self.name, name) != ("data", "obs_status")]


def place(address):
    """Gives column and row of an address such as B7."""
    letters, digits = re.fullmatch(r"\$?([A-Z]+)\$?(\d+)", address).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1, int(digits) - 1


def read(path, document):
    """Lists the tables of a workbook that is open as a document."""
    found = []
    with zipfile.ZipFile(path) as file:
        for sheet, part in package_xml.sheets(file):
            folder, name = posixpath.split(part)
            links = f"{folder}/_rels/{name}.rels"
            if links not in file.namelist():
                continue
            for link in ElementTree.fromstring(file.read(links)):
                if link.get("Type").endswith("/table"):
                    target = posixpath.normpath(posixpath.join("/" + folder, link.get("Target"))).lstrip("/")
                    table = ElementTree.fromstring(file.read(target))
                    found.append(Table(table.get("name"), sheet, table.get("ref")))
    _name_columns(found, document.Sheets)
    return found


def _name_columns(tables, sheets):
    """Gives each column its machine name from the codebook, or its header if the codebook does not have it."""
    codebook = next(table for table in tables if table.name == "codebook")
    sheet = sheets.getByName(codebook.sheet)
    rows = codebook.body(sheet).getDataArray()
    own = next(row for row in rows if MACHINE in row)
    last = own.index(MACHINE)
    header = own.index(codebook.header(sheet)[last])
    names = {}
    for row in rows:
        table, _, column = row[last].partition(".")
        names[table, row[header]] = column
    for table in tables:
        table.columns = [names.get((table.name, text), text) for text in table.header(sheets.getByName(table.sheet))]
        if len(set(table.columns)) < len(table.columns):
            raise ValueError(f"table {table.name}: two columns have one name: {table.columns}")
