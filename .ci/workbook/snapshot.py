"""The numbers, formulas and charts of an open workbook, by keys that do not depend on the order of rows."""
import itertools
import math

FORMULAS = 16  # com.sun.star.sheet.CellFlags.FORMULA
TRUTHS = ("=TRUE()", "=FALSE()")  # how LibreOffice reads a cell that is true or false
SENTENCES = ("content", "remarks")  # begin the names of columns with sentences
ERROR = "an error"
NOTHING = "no number"


class Snapshot:
    """Values by key. Several cells can have one key; then their values are compared without order."""

    def __init__(self):
        self.cells, self.charts = {}, {}
        self.formulas = 0  # the number of cells with formulas
        self.texts = set()  # table, column and text of every constant text

    def differences(self, after):
        """Lists keys with different values, each with the values before and after."""
        for old, new in ((self.cells, after.cells), (self.charts, after.charts)):
            for key in sorted(old.keys() | new.keys(), key=str):
                before, now = sorted(old.get(key, []), key=str), sorted(new.get(key, []), key=str)
                if before != now:
                    yield key, before, now

    def counts(self):
        """Says how much is compared."""
        cells, charts = (sum(map(len, values.values())) for values in (self.cells, self.charts))
        return f"{self.formulas} formulas, {cells - self.formulas} other numbers and {charts} numbers in charts"


class Reader:
    """Takes snapshots of a document. It asks LibreOffice for little, since each question takes milliseconds."""

    def __init__(self, document, tables):
        self.sheets = []
        for sheet in document.Sheets:
            charts = [sheet.Charts.getByName(name).EmbeddedObject.getFirstDiagram() for name in sheet.Charts.ElementNames]
            self.sheets.append((sheet, [table for table in tables if table.sheet == sheet.Name], charts))

    def take(self, by_text=True):
        """Takes a snapshot. A cell's key is its table, its row's constant texts and its column.

        Sentences are not in the key, since they can contain figures. With by_text False the row's number takes the place
        of the texts; blank rows have no number.
        """
        shot = Snapshot()
        for sheet, tables, charts in self.sheets:
            formulas = _formula_cells(sheet)
            shot.formulas += len(formulas)
            for table in tables:
                _add_table(shot, sheet, table, formulas, by_text)
            for at in formulas:
                value = sheet.getCellByPosition(*at).getDataArray()[0][0]
                _add(shot.cells, (sheet.Name, "outside of tables"), _value(value))
            for number, diagram in enumerate(charts, 1):
                _add_chart(shot.charts, (sheet.Name, f"chart {number}"), diagram)
        return shot


def told(key):
    """Shows a key: the table, the first texts of the row, the column."""
    table, row, *column = key
    if isinstance(row, tuple):
        row = " | ".join(text for _, text in row[:4])
    return " / ".join(str(part).replace("\n", " ") for part in (table, row, *column))


def _add(found, key, value):
    found.setdefault(key, []).append(value)


def _formula_cells(sheet):
    """Gives column and row of every formula."""
    found = set()
    for area in sheet.queryContentCells(FORMULAS).RangeAddresses:
        cells = sheet.getCellRangeByPosition(area.StartColumn, area.StartRow, area.EndColumn, area.EndRow)
        for r, row in enumerate(cells.getFormulaArray(), area.StartRow):
            found.update((c, r) for c, text in enumerate(row, area.StartColumn) if text not in TRUTHS)
    return found


def _add_table(shot, sheet, table, formulas, by_text):
    """Adds the numbers, formulas and texts of a table, and takes the table's cells out of the set of formulas."""
    number = 0
    for r, row in enumerate(table.body(sheet).getDataArray(), table.top + 1):
        cells = [(name, value, (table.left + c, r) in formulas) for c, (name, value) in enumerate(zip(table.columns, row, strict=True))]
        number += any(value != "" for value in row)
        texts = [(name, value) for name, value, formula in cells if value and isinstance(value, str) and not formula]
        shot.texts.update((table.name, *text) for text in texts)
        about = tuple(text for text in texts if not text[0].startswith(SENTENCES))
        for name, value, formula in cells:
            if formula or not isinstance(value, str):
                _add(shot.cells, (table.name, about if by_text else number, name), _value(value))
        formulas.difference_update((table.left + c, r) for c in range(len(row)))


def _add_chart(found, chart, diagram):
    """Adds the numbers of a chart by series and category; a category without a label is a blank row."""
    for system in diagram.getCoordinateSystems():
        categories = system.getAxisByDimension(0, 0).getScaleData().Categories
        if categories is None:
            raise ValueError(f"{chart}: the chart has no categories")
        labels = categories.Values.getTextualData()
        for kind in system.getChartTypes():
            for series in kind.getDataSeries():
                for sequence in series.getDataSequences():
                    title = " ".join(sequence.Label.getTextualData()) if sequence.Label else ""
                    for label, value in itertools.zip_longest(labels, sequence.Values.getData(), fillvalue=""):
                        if label:
                            _add(found, (*chart, title, label), _value(value, NOTHING))


def _value(value, without=ERROR):
    """Makes values comparable: 13 digits, since the order of a sum can change its last bits."""
    if value is None or isinstance(value, float) and math.isnan(value):
        return without
    return float(f"{value:.13g}") if isinstance(value, float) else value
