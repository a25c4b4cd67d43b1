"""Holds that calamine, fastexcel and polars read a release's workbook with the right types and lose nothing:
calamine.py DIR EXPECTED. EXPECTED is what expected.py wrote of DIR."""
import datetime
import logging
import pathlib
import sys
from decimal import Decimal

import fastexcel
import polars
import python_calamine
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

import expected


def same(got, kind, value):
    """Tells whether a value has the type and the content of a field."""
    if kind == "number":
        return type(got) in (int, float) and Decimal(repr(got)) == Decimal(value)
    if kind == "truth":
        return got is (value == "true")
    if kind == "date":
        return isinstance(got, datetime.date) and got.isoformat().removesuffix("T00:00:00") == value
    return (got or "") == value  # a text, or none


def cell_of(line):
    """Gives sheet, cell, kind and value that a line says of a cell."""
    if line[0] != "formula":
        return line[1], line[2], line[0], line[3]
    kind = {"n": "number", "b": "truth", "str": "text"}[line[3]]
    return line[1], line[2], kind, {"1": "true", "0": "false"}[line[4]] if kind == "truth" else line[4]


def by_calamine(workbook, tables, cells, data):
    """Compares cells by sheet and address, and the ranges of tables."""
    book = python_calamine.CalamineWorkbook.from_path(workbook, load_tables=True)
    sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    for name, (sheet, (left, top, right, bottom)) in tables.items():
        table = book.get_table_by_name(name)
        rows = [row[left - 1:right] for row in sheets[sheet][top - 1:bottom]]
        if table.sheet != sheet or [table.columns, *table.to_python()] != rows:
            yield f"the table {name} is not {sheet}, rows {top} to {bottom}"
    for sheet, cell, kind, value in cells:
        row, column = coordinate_to_tuple(cell)
        got = sheets[sheet][row - 1][column - 1]
        if not same(got, kind, value):
            yield f"{sheet}!{cell} is {got!r}, want {value!r}"
    table = book.get_table_by_name("data")
    frame = [dict(zip(table.columns, row)) for row in table.to_python()]
    yield from compare(frame, data)


def by_fastexcel(workbook, tables, cells):
    """Compares the types of columns too: polars has one type for a column."""
    book = fastexcel.read_excel(workbook)
    where = {}
    for name, (sheet, (left, top, right, bottom)) in tables.items():
        frame = book.load_table(name, schema_sample_rows=None).to_polars()
        if frame.shape != (bottom - top, right - left + 1):
            yield f"the table {name} has {frame.shape} rows and columns, want {bottom - top} and {right - left + 1}"
        where[sheet] = (frame, top + 1, left)
    for sheet, cell, kind, value in cells:
        frame, top, left = where.get(sheet, (polars.DataFrame(), 1, 1))
        row, column = coordinate_to_tuple(cell)
        if 0 <= row - top < frame.height and 0 <= column - left < frame.width:
            got = frame[row - top, column - left]
            if not same(got, kind, value):
                yield f"{sheet}!{cell} is {got!r} in a column of {frame.dtypes[column - left]}, want {value!r}"


def by_polars(workbook, data):
    frame = polars.read_excel(workbook, table_name="data", engine="calamine", infer_schema_length=None)
    yield from compare(frame.to_dicts(), data)


def compare(rows, data):
    """Compares rows of the sheet data with those of the CSV file."""
    if len(rows) != len(data):
        yield f"{len(rows)} rows of data, want {len(data)}"
    for number, (row, want) in enumerate(zip(rows, data), 1):
        if list(row) != list(want):
            yield f"data, row {number}: columns {list(row)}"
            continue
        for column, (kind, value) in want.items():
            if not same(row[column], kind, value):
                yield f"data, row {number}, {column} is {row[column]!r}, want {value!r}"


def main(folder, path):
    logging.getLogger("fastexcel").setLevel(logging.ERROR)  # it tells of every column without values
    workbook = next(pathlib.Path(folder).glob("*-workbook.xlsx"))
    tables, cells, data = {}, [], []
    for line in expected.read(path):
        if line[0] == "table":
            tables[line[1]] = (line[2], range_boundaries(line[3]))
        elif line[0] == "data":
            if int(line[1]) > len(data):
                data.append({})
            data[-1][line[2]] = (line[3], line[4])
        else:
            cells.append(cell_of(line))
    faults = [f"calamine: {fault}" for fault in by_calamine(workbook, tables, cells, data)]
    faults += [f"fastexcel: {fault}" for fault in by_fastexcel(workbook, tables, cells)]
    faults += [f"polars: {fault}" for fault in by_polars(workbook, data)]
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    print(f"{workbook.name}: {len(tables)} tables, {len(cells)} cells, {len(data)} rows by calamine, fastexcel {fastexcel.__version__} and polars {polars.__version__}: {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
