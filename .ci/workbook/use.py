"""Holds that a workbook survives being used: use.py WORKBOOK… or use.py --edits DIR…

Every table is sorted by every column and filtered, gets a row in its middle, and loses its columns of remarks. After each
step all formulas are worked out anew: every formula and every number in a chart must still say of its subject what it said
before. With --edits, single figures are changed as edits.json says; edit_test.go of package workbook writes the folders.
"""
import collections
import sys
import time

import uno
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.table import TableSortField

import edits
import references
import snapshot
import tables
from office import Office, option

SHOWN = 40  # differences


class Use:
    """One workbook being used."""

    def __init__(self, office, path):
        self.office, self.path, self.document = office, path, None
        self.faults, self.done = [], {}
        self.load()

    def load(self):
        """Opens the workbook as it was written."""
        self.close()
        self.document = self.office.load(self.path)
        self.tables = tables.read(self.path, self.document)
        self.reader = snapshot.Reader(self.document, self.tables)

    def cells(self, i):
        """Gives the cells of a table below its header."""
        return self.tables[i].body(self.document.Sheets.getByName(self.tables[i].sheet))

    def close(self):
        """Closes the workbook without saving it."""
        if self.document:
            self.document.close(True)
            self.document = None

    def step(self, what, before, act, by_text=True):
        """Does something with the workbook, compares, and opens the workbook anew if it was damaged."""
        kind = what.split()[0]
        with self.office.within(f"{self.path}: {what}"):
            act()
            self.document.calculateAll()
            after = self.reader.take(by_text)
        found = [f"{what}: {snapshot.told(key)} was {old}, is {new}" for key, old, new in before.differences(after)]
        self.done[kind] = self.done.get(kind, 0) + 1
        self.faults += found
        if found:
            self.load()

    def all_steps(self):
        """Does everything that people do with a workbook."""
        first = self.reader.take()
        self.step("recalculate", first, lambda: None)
        for i in range(len(self.tables)):
            self.sort(i, first)
        for i in range(len(self.tables)):
            self.filter(i, first)
        self.load()
        first = self.reader.take(by_text=False)
        for i in range(len(self.tables)):
            self.insert(i, first)
        self.delete_remarks()
        self.load()
        self.faults += references.faults(self.path, self.tables)
        return first.counts()

    def sort(self, i, before):
        """Sorts a table by each column, and the other way round by numbers."""
        for c, column in enumerate(self.tables[i].columns):
            values = [row[c] for row in self.cells(i).getDataArray()]
            for ascending in (True, False) if any(isinstance(value, float) for value in values) else (True,):
                way = "up" if ascending else "down"
                self.step(f"sort {self.tables[i].name} by {column} {way}", before, lambda: self._sort(i, c, ascending))

    def _sort(self, i, column, ascending):
        field = TableSortField()
        field.Field, field.IsAscending = column, ascending
        cells = self.cells(i)
        old = cells.getDataArray()
        cells.sort((option("SortFields", uno.Any("[]com.sun.star.table.TableSortField", (field,))), option("ContainsHeader", False)))
        if cells.getDataArray() != old:
            self.done["rows moved"] = self.done.get("rows moved", 0) + 1

    def filter(self, i, before):
        """Shows only the rows with one value in the first column."""
        if len({row[0] for row in self.cells(i).getDataArray()}) > 1:
            self.step(f"filter {self.tables[i].name}", before, lambda: self._filter(i))
            cells = self.cells(i)
            cells.filter(cells.createFilterDescriptor(True))

    def _filter(self, i):
        cells = self.cells(i)
        rows = self.tables[i].rows()
        value = cells.getDataArray()[rows // 2][0]
        field = TableFilterField()
        field.Operator = EQUAL
        field.IsNumeric = isinstance(value, float)
        field.NumericValue, field.StringValue = (value, "") if field.IsNumeric else (0.0, value)
        descriptor = cells.createFilterDescriptor(True)
        descriptor.setPropertyValue("ContainsHeader", False)
        descriptor.setFilterFields((field,))
        cells.filter(descriptor)
        shown = sum(area.EndRow - area.StartRow + 1 for area in cells.queryVisibleCells().RangeAddresses)
        if not 0 < shown < rows:
            self.faults.append(f"filter {self.tables[i].name}: it shows {shown} of {rows} rows")

    def insert(self, i, before):
        """Puts a blank row into the middle of a table. It stays there."""
        if self.tables[i].rows() > 1:
            self.step(f"insert a row in {self.tables[i].name}", before, lambda: self._insert(self.tables[i]), by_text=False)

    def _insert(self, table):
        at = table.top + 1 + table.rows() // 2
        self.document.Sheets.getByName(table.sheet).Rows.insertByIndex(at, 1)
        for other in self.tables:
            if other.sheet == table.sheet:
                other.top += other.top >= at
                other.bottom += other.bottom >= at

    def delete_remarks(self):
        """Deletes the columns of remarks, one after the other."""
        self.load()
        columns = [(i, column) for i, table in enumerate(self.tables) for column in table.remarks()]
        for i, column in columns:
            before = self.reader.take(by_text=False)
            for key in [key for key in before.cells if key[0] == self.tables[i].name and key[2] == column]:
                del before.cells[key]
            self.step(f"delete {self.tables[i].name}.{column}", before, lambda: self._delete(self.tables[i], column), by_text=False)

    def _delete(self, table, column):
        c = table.columns.index(column)
        self.document.Sheets.getByName(table.sheet).Columns.removeByIndex(table.left + c, 1)
        for other in self.tables:
            if other.sheet == table.sheet and other.left <= table.left + c <= other.right:
                del other.columns[table.left + c - other.left]
                other.right -= 1


def main(arguments):
    """Uses the workbooks, or edits the figures of the folders."""
    failed = False
    with Office() as office:
        if arguments[0] == "--edits":
            for folder in arguments[1:]:
                failed |= report(*edits.check(office, folder))
            return failed
        for path in arguments:
            start, use = time.monotonic(), Use(office, path)
            compared = use.all_steps()
            use.close()
            did = ", ".join(f"{kind} {n}" for kind, n in use.done.items())
            told = f"{path}: {len(use.tables)} tables, {sum(len(t.columns) for t in use.tables)} columns, {compared} at each step"
            failed |= report(use.faults, f"{told}; {did}; {time.monotonic() - start:.0f} s")
    return failed


def report(faults, told):
    """Prints what was done and the first differences; tells whether there were any."""
    for fault in faults[:SHOWN]:
        print(fault[:400], file=sys.stderr)
    for step, n in collections.Counter(" ".join(fault.split()[:2]) for fault in faults).items():
        print(f"{step}: {n} differences", file=sys.stderr)
    print(f"{told}; {len(faults)} differences")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
