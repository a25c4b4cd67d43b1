"""Reads a workbook of nianbao into JSON, from which XlsxWriter writes it anew: every cell with its kind, format and link,
tables, widths and heights, and the charts with their series. Done once, not measured."""
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
sheets = []


def cell(c, value):
    out = {"v": c.value if not hasattr(c.value, "isoformat") else c.value.isoformat(), "f": c.number_format,
           "b": bool(c.font.b), "s": c.font.sz, "w": bool(c.alignment.wrap_text), "a": c.alignment.horizontal}
    if isinstance(c.value, str) and c.data_type == "f":
        out["r"] = value
    if hasattr(c.value, "isoformat"):
        out["d"] = True
    if c.hyperlink and c.hyperlink.location:
        out["l"] = c.hyperlink.location
    return out


for ws in book:
    charts = []
    for chart in ws._charts:
        kind = type(chart).__name__
        at = chart.anchor._from
        charts.append({
            "type": "line" if "Line" in kind else "bar" if getattr(chart, "barDir", "col") == "bar" else "column",
            "row": at.row, "col": at.col,
            "series": [{"values": s.val.numRef.f, "categories": s.cat and (s.cat.strRef or s.cat.numRef).f} for s in chart.series if s.val and s.val.numRef],
        })
    sheets.append({
        "name": ws.title, "freeze": ws.freeze_panes,
        "widths": {k: d.width for k, d in ws.column_dimensions.items() if d.width},
        "heights": {k: d.height for k, d in ws.row_dimensions.items() if d.height},
        "rows": [[r, c.column - 1, cell(c, values[ws.title][c.coordinate].value)] for r, row in enumerate(ws.iter_rows()) for c in row if c.value is not None],
        "tables": [{"ref": t.ref, "name": t.name, "columns": [c.name for c in t.tableColumns], "filter": t.autoFilter is not None} for t in ws.tables.values()],
        "charts": charts,
    })
json.dump(sheets, sys.stdout, ensure_ascii=False)
