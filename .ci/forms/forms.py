"""Fills in forms with openpyxl, has LibreOffice save half of them anew, and holds what nianbao import says of each against what
was typed: the one figure that was meant, or a refusal of its cell. usage: forms.py NIANBAO FOLDER COUNT"""
import datetime
import glob
import json
import os
import random
import subprocess
import sys

import openpyxl

program, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
areas = os.path.abspath("config/areas")
subjects = [("saibei", "2023"), ("tongjian", "2022"), ("example", "2024-Q3"), ("china", "2023")]
SHEET, FIRST = "指标", 5


def run(*args, ok=(0, 3)):
    done = subprocess.run([program, *args, "--areas-dir", areas], capture_output=True, text=True)
    if done.returncode not in ok:
        raise SystemExit(f"{args}: exit code {done.returncode}: {done.stderr}")
    return done


class Filler:
    """A form of an area, and where its columns are."""

    def __init__(self, area, period, path):
        self.area, self.period = area, period
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book[SHEET]
        self.column = {str(c.value).split("（")[0]: c.column for c in self.sheet[FIRST - 1] if c.value}

    def rows(self, unit):
        found = []
        for row in range(FIRST, self.sheet.max_row + 1):
            code, value = self.cell(row, "代码").value, self.cell(row, "本期数").value
            if code and "." not in code and self.cell(row, "单位").value == unit and isinstance(value, (int, float)):
                found.append(row)
        return found

    def cell(self, row, column):
        return self.sheet.cell(row, self.column[column])

    def fact(self, row, column):
        measure = {"本期数": "level", "增速": "growth"}[column]
        return f"{self.cell(row, '代码').value}.{measure}@{self.period}"

    def grown(self):
        return [r for r in range(FIRST, self.sheet.max_row + 1)
                if self.cell(r, "代码").value and self.cell(r, "增速单位").value == "%" and isinstance(self.cell(r, "增速").value, (int, float))]


def number(f, rnd):
    row, value = rnd.choice(f.rows("亿元")), round(rnd.uniform(1, 9000), rnd.choice([0, 1, 2]))
    f.cell(row, "本期数").value = value
    return {f.fact(row, "本期数"): f"{value:g}" if value == int(value) else repr(value)}


def text(f, rnd):
    row, value = rnd.choice(f.rows("亿元")), rnd.randint(1000, 9999)
    f.cell(row, "本期数").value = f"{value}万元"
    return {f.fact(row, "本期数"): value / 10000}


def wide(f, rnd):
    row, value = rnd.choice(f.rows("亿元")), rnd.randint(1000, 9999)
    f.cell(row, "本期数").value = "".join(chr(ord(c) + 0xFEE0) for c in f"{value // 1000},{value % 1000:03}.5")
    return {f.fact(row, "本期数"): value + 0.5}


def percent(f, rnd):
    row, value = rnd.choice(f.grown()), rnd.randint(1001, 1999)
    cell = f.cell(row, "增速")
    cell.value, cell.number_format = value / 10000, "0.00%"
    return {f.fact(row, "增速"): value / 100}


def date(f, rnd):
    cell = f.cell(rnd.choice(f.rows("亿元")), "本期数")
    cell.value, cell.number_format = datetime.date(2024, 5, 1), "m/d"
    return cell


def formula(f, rnd):
    """openpyxl stores no value; LibreOffice calculates one."""
    row = rnd.choice(f.rows("亿元"))
    cell = f.cell(row, "本期数")
    cell.value = "=1000+234.5"
    return {"openpyxl": cell, "libreoffice": {f.fact(row, "本期数"): 1234.5}}


def words(f, rnd):
    cell = f.cell(rnd.choice(f.rows("亿元")), "本期数")
    cell.value = rnd.choice(["约一百", "12-15", "见附表", "1.2.3"])
    return cell


def hidden(f, rnd):
    row = rnd.choice(f.rows("亿元"))
    f.sheet.row_dimensions[row].hidden = True
    f.cell(row, "本期数").value = 4321
    return f.cell(row, "本期数")


def merged(f, rnd):
    row = rnd.choice(f.rows("亿元"))
    f.sheet.merge_cells(start_row=row, end_row=row, start_column=f.column["本期数"], end_column=f.column["增速"])
    return f.cell(row, "本期数")


def moved(f, rnd):
    """A column in front pushes all others to the right."""
    change = number(f, rnd)
    f.sheet.insert_cols(1)
    return change


def sorted_rows(f, rnd):
    change = number(f, rnd)
    body = [[c.value for c in row] for row in f.sheet.iter_rows(min_row=FIRST)]
    rnd.shuffle(body)
    for i, values in enumerate(body):
        for j, value in enumerate(values):
            f.sheet.cell(FIRST + i, j + 1).value = value
    return change


def renamed(f, rnd):
    cell = f.sheet.cell(FIRST - 1, f.column["本期数"])
    cell.value = "数值"
    return cell


def untouched(f, rnd):
    return {}


ways = [number, text, wide, percent, date, formula, words, hidden, merged, moved, sorted_rows, renamed, untouched]
os.makedirs(folder, exist_ok=True)
blank = {}
for area, period in subjects:
    blank[area] = os.path.join(folder, f"{area}.xlsx")
    run("form", area, period, "--to", blank[area], "--ui-lang", "zh", "-q", ok=(0,))

cases = {}
for i in range(count):
    area, period = subjects[i // len(ways) % len(subjects)]
    rnd, filler = random.Random(i), Filler(area, period, blank[area])
    way = ways[i % len(ways)]
    expected, program_name = way(filler, rnd), ["openpyxl", "libreoffice"][i // (len(ways) * len(subjects)) % 2]
    if isinstance(expected, dict) and program_name in expected:
        expected = expected[program_name]
    if not isinstance(expected, dict):
        expected = f"{SHEET}!{expected.coordinate}"
    name = f"{i:03}-{way.__name__}.xlsx"
    os.makedirs(os.path.join(folder, program_name), exist_ok=True)
    path = os.path.join(folder, program_name, name)
    filler.book.save(path)
    cases[path] = (program_name, expected)

old = sorted(p for p, c in cases.items() if c[0] == "libreoffice")
if old:
    anew = os.path.join(folder, "anew")
    subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx", "--outdir", anew, *old],
                   check=True, capture_output=True)
    for path in old:
        cases[os.path.join(anew, os.path.basename(path))] = cases.pop(path)

faults = 0
for path, (by, expected) in sorted(cases.items()):
    done = run("import", path, "--json")
    said = json.loads(done.stdout) if done.stdout else {}
    if isinstance(expected, str):
        got = said.get("problems", [{}])[0].get("cell")
        right = got == expected
    else:
        got = {c["fact"]: c["after"] for c in said.get("changes", [])} if done.returncode == 0 or "changes" in said else said
        right = "changes" in said and got.keys() == expected.keys() and all(float(got[k]) == float(v) for k, v in expected.items())
    if not right:
        faults += 1
        print(f"{path}, saved by {by}: expected {expected}, got {got} {done.stderr}")
print(f"forms: {len(cases)}, of these saved by LibreOffice: {len(old)}, wrong: {faults}")
sys.exit(faults > 0)
