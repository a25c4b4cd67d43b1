"""Holds that use.py finds what can go wrong: it passes a sound workbook and fails each that is broken in one respect."""
import json
import pathlib
import sys
import tempfile

import edits
import sample
from office import Office
from use import Use


def broken():
    """Gives the ways to break the sound workbook: the step that finds it, the sheet, column and row, and the cell."""
    return {
        "a formula that names another row": ("references", "sort indicators", ("indicators", 2, 3, "=B2")),
        "a formula that names its own sheet": ("references", None, ("indicators", 4, 1, "=ROUND(indicators!C2*(100+D2)/100,1)")),
        "a number of another sheet by its place": ("sort data", None, ("growth", 1, 1, "=data!$B$3")),
        "a lookup by a row's number": ("sort data", None, ("growth", 1, 2, "=INDEX(data!$B$2:$B$7,4)")),
        "a formula that counts rows": ("insert", None, ("indicators", 6, 1, "=ROWS(data!$A$2:$A$7)-5")),
        "a formula that needs a remark": ("delete indicators.status", None, ("indicators", 6, 1, '=COUNTIFS($H$2:$H$4,"reported")-2')),
        "a value that does not count what is hidden": ("filter data", None, ("indicators", 6, 1, "=SUBTOTAL(103,data!$A$2:$A$7)")),
        "a cached value that is wrong": ("recalculate", None, ("indicators", 2, 1, (sample.look("wheat.level"), 31))),
    }


def kinds(office, path):
    """Lists the steps at which a workbook's differences were found."""
    use = Use(office, path)
    use.all_steps()
    use.close()
    return use.faults, use.done


def edited(office, folder, constant):
    """Changes a figure of the sound workbook, in which one cell may be a constant; returns the differences."""
    before, after = sample.sound(), sample.sound()
    if constant:
        before["growth"][1][1] = 4.5
    after["data"][2][1] = -8.5
    sample.write(folder / "original.xlsx", before)
    sample.write(folder / "expected.xlsx", after)
    (folder / "edits.json").write_text(json.dumps([{"fact_id": "wheat.growth", "value": "-8.5", "expected": "expected.xlsx"}]))
    faults, told = edits.check(office, folder)
    print(told)
    return faults


def main():
    failed = []
    with tempfile.TemporaryDirectory() as folder, Office() as office:
        path = pathlib.Path(folder) / "sample.xlsx"
        sample.write(path, sample.sound())
        faults, done = kinds(office, path)
        print(f"a sound workbook: {done}")
        failed += faults
        if set(done) < {"recalculate", "sort", "rows moved", "filter", "insert", "delete"}:
            failed.append(f"a sound workbook: only {done}")
        for name, (*steps, (sheet, column, row, value)) in broken().items():
            sheets = sample.sound()
            sheets[sheet][row][column] = value
            sample.write(path, sheets)
            faults, _ = kinds(office, path)
            print(f"{name}: {len(faults)} differences")
            failed += [f"{name}: {step} finds nothing: {faults[:9]}" for step in steps if step and not any(f.startswith(step) for f in faults)]
        sample.write(path, sample.sound(), hidden_too=False)
        faults, _ = kinds(office, path)
        print(f"a chart without hidden rows: {len(faults)} differences")
        if not any(fault.startswith("filter growth") for fault in faults):
            failed.append("a chart without hidden rows: nothing was found")
        failed += edited(office, pathlib.Path(folder), constant=False)
        faults = edited(office, pathlib.Path(folder), constant=True)
        if not any("Wheat / rate" in fault for fault in faults) or not any("chart 1" in fault for fault in faults):
            failed.append(f"an edit of what a constant repeats: {faults}")
    for fault in failed:
        print(fault, file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
