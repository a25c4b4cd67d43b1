"""Changes single figures on the sheet data and compares the workbook with one that was made from the changed figures."""
import collections
import json
import pathlib
import time
import zipfile

import snapshot
import tables


def check(office, folder):
    """Makes the edits of a folder; returns the differences and what was done."""
    folder, start = pathlib.Path(folder), time.monotonic()
    path = folder / "original.xlsx"
    document = office.load(path)
    known = tables.read(path, document)
    data = next(table for table in known if table.name == "data")
    cells = data.body(document.Sheets.getByName(data.sheet))
    rows = {row[data.columns.index("fact_id")]: r for r, row in enumerate(cells.getDataArray())}
    reader = snapshot.Reader(document, known)
    first = reader.take()
    faults, changed, stale = fixed_axes(path), 0, collections.Counter()
    wanted = json.loads((folder / "edits.json").read_text("utf-8"))
    for edit in wanted:
        cell = cells.getCellByPosition(data.columns.index("obs_value"), rows[edit["fact_id"]])
        old = cell.Value
        with office.within(f"editing {edit['fact_id']}"):
            cell.Value = float(edit["value"])
            document.calculateAll()
            got = reader.take()
            cell.Value = old
        want = _expected(office, folder / edit["expected"])
        changed += len(list(first.differences(got)))
        stale.update(f"{table}.{column}" for table, column, _ in want.texts - got.texts)
        for key, expected, found in want.differences(got):
            faults.append(f"{edit['fact_id']} = {edit['value']}: {snapshot.told(key)} is {found}, want {expected}")
    document.close(True)
    texts = ", ".join(f"{column} {n}" for column, n in stale.items()) or "none"
    told = f"{folder}: {len(wanted)} edits, {first.counts()} after each, {changed} changed with them, constant texts that cannot: {texts}"
    return faults, f"{told}; {time.monotonic() - start:.0f} s"


def fixed_axes(path):
    """Lists the charts whose axes do not grow with their figures."""
    with zipfile.ZipFile(path) as file:
        charts = [name for name in file.namelist() if name.startswith("xl/charts/chart")]
        fixed = [name for name in charts if b"<c:min " in file.read(name) or b"<c:max " in file.read(name)]
    return [f"{path}: {name} has an axis with a fixed end" for name in fixed]


def _expected(office, path):
    """Reads the values that a workbook was written with."""
    document = office.load(path)
    try:
        with office.within(f"reading {path}"):
            return snapshot.Reader(document, tables.read(path, document)).take()
    finally:
        document.close(True)
