"""Holds that pandas, DuckDB and SQLite read a release's workbook and tables with the right types and lose nothing:
read.py DIR."""
import csv
import pathlib
import sqlite3
import subprocess
import sys
from decimal import Decimal

import duckdb
import openpyxl
import pandas

from expected import NUMBERS, TRUTHS


def main(folder):
    folder = pathlib.Path(folder)
    workbook = next(folder.glob("*.xlsx"))
    prefix = workbook.name.removesuffix("-workbook.xlsx")
    data = folder / f"{prefix}-data.csv"
    faults = []

    def expect(good, message):
        if not good:
            faults.append(message)

    with open(data, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    sheet = [row for row in rows if row["derived"] == "false"]

    # Without being told, pandas takes a column of texts that look like numbers for numbers.
    frame = pandas.read_excel(workbook, engine="openpyxl", sheet_name="data", dtype={"time_period": str, "edition": str, "area_code": str, "source_ref": str, "source_printed": str})
    expect(len(frame) == len(sheet) and list(frame) == list(rows[0]), f"pandas sees {len(frame)} rows of {list(frame)}")
    for column in NUMBERS:
        expect(pandas.api.types.is_numeric_dtype(frame[column]), f"pandas: {column} is {frame[column].dtype}")
    for want, (_, got) in zip(sheet, frame.iterrows()):
        for column, value in want.items():
            found = got[column]
            if column in NUMBERS:
                good = pandas.isna(found) if value == "" else Decimal(str(found)) == Decimal(value)
            else:
                good = pandas.isna(found) if value == "" else (str(bool(found)).lower() if column in TRUTHS else str(found)) == value
            expect(good, f"pandas: {want['fact_id']}: {column} is {found!r}, want {value!r}")

    book = openpyxl.load_workbook(workbook, data_only=True)
    for sheet in book:
        for table in sheet.tables.values():
            head = openpyxl.utils.range_boundaries(table.ref)[1]
            human = pandas.read_excel(workbook, engine="openpyxl", sheet_name=sheet.title, header=head - 1)
            for name in human:
                if "日期 " in f"{name} " or "Date" in name:
                    known = human[name].dropna()
                    expect(len(known) == 0 or pandas.api.types.is_datetime64_any_dtype(human[name]), f"pandas: {sheet.title}, {name} is {human[name].dtype}")

    for table in sorted(folder.glob("*.csv")):
        with open(table, encoding="utf-8-sig", newline="") as file:
            records = list(csv.DictReader(file))
        seen = duckdb.sql(f"FROM read_csv('{table}', header = true)")
        expect(len(seen.fetchall()) == len(records), f"DuckDB sees other rows of {table.name}")
        types = dict(zip(seen.columns, map(str, seen.types)))
        for column, kind in types.items():
            values = [r[column] for r in records if r[column] != ""]
            if values and (column in NUMBERS or column in ("value", "growth", "target", "investment", "position")):
                expect(kind in ("DOUBLE", "BIGINT") or kind.startswith("DECIMAL"), f"DuckDB: {table.name}: {column} is {kind}")
            if values and (column == "date" or column.endswith("_date")):
                expect(kind == "DATE", f"DuckDB: {table.name}: {column} is {kind}")
    total = duckdb.sql(f"SELECT fact_id, obs_value FROM read_csv('{data}', types = {{'obs_value': 'DECIMAL(38,12)'}})").fetchall()
    exact = dict(total)
    for row in rows:
        if row["obs_value"]:
            expect(exact[row["fact_id"]] == Decimal(row["obs_value"]), f"DuckDB: {row['fact_id']} is {exact[row['fact_id']]}")

    shell = subprocess.run(["sqlite3", ":memory:", "-cmd", ".mode csv", "-cmd", f".import {data} data",
                            "SELECT count(*), sum(CAST(obs_value AS REAL)) FROM data"], capture_output=True, text=True, check=True)
    count, amount = shell.stdout.strip().split(",")
    want = sum(float(r["obs_value"]) for r in rows if r["obs_value"])
    expect(int(count) == len(rows) and abs(float(amount) - want) <= 1e-9 * max(1, abs(want)), f"SQLite: {shell.stdout} {shell.stderr}")

    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    print(f"{workbook.name}: {len(rows)} rows by pandas {pandas.__version__}, DuckDB {duckdb.__version__} and SQLite {sqlite3.sqlite_version}: {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
