"""Writes the workbook with XlsxWriter: sheets.json, output."""
import json
import sys

import xlsxwriter

with open(sys.argv[1], encoding="utf-8") as f:
    sheets = json.load(f)
book = xlsxwriter.Workbook(sys.argv[2])
formats = {}


def style(c):
    key = (c["f"], c["b"], c["s"], c["w"], c["a"])
    if key not in formats:
        properties = {"num_format": c["f"], "bold": c["b"], "font_size": c["s"] or 12, "text_wrap": c["w"], "font_name": "Arial"}
        if c["a"]:
            properties["align"] = c["a"]
        formats[key] = book.add_format(properties)
    return formats[key]


for s in sheets:
    ws = book.add_worksheet(s["name"])
    for column, width in s["widths"].items():
        ws.set_column(f"{column}:{column}", width)
    for row, height in s["heights"].items():
        ws.set_row(int(row) - 1, height)
    if s["freeze"]:
        row, column = xlsxwriter.utility.xl_cell_to_rowcol(s["freeze"])
        ws.freeze_panes(row, column)
    for t in s["tables"]:
        ws.add_table(t["ref"], {"name": t["name"], "columns": [{"header": c} for c in t["columns"]], "autofilter": t["filter"]})
    for row, column, c in s["rows"]:
        v, f = c["v"], style(c)
        if "l" in c:
            ws.write_url(row, column, "internal:" + c["l"], f, str(v))
        elif "r" in c:
            ws.write_formula(row, column, v, f, c["r"] if c["r"] is not None else "")
        elif isinstance(v, (int, float)) and not isinstance(v, bool):
            ws.write_number(row, column, v, f)
        else:
            ws.write_string(row, column, str(v), f)
    for c in s["charts"]:
        chart = book.add_chart({"type": c["type"]})
        for series in c["series"]:
            chart.add_series({"values": "=" + series["values"], **({"categories": "=" + series["categories"]} if series["categories"] else {})})
        ws.insert_chart(c["row"], c["col"], chart)
book.close()
