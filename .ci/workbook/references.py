"""Holds that a formula keeps its meaning when Excel sorts its row.

Excel moves a formula as if it were copied: it shifts a relative reference with the row. This is right for a cell of the
formula's own row only, and only if the reference does not name a sheet.
"""
import re

import package_xml
import tables

TEXT = re.compile(r'"[^"]*"')
REFERENCE = re.compile(r"((?:'(?:[^']|'')+'|[\w.]+)!)?(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(.!])(?::(\$?)[A-Z]{1,3}(\$?)(\d+))?", re.ASCII)


def faults(path, known):
    """Lists the references that would go wrong in tables."""
    found = []
    for sheet, cell, formula, _, _ in package_xml.formulas(path):
        column, row = tables.place(cell)
        if not any(t.sheet == sheet and t.left <= column <= t.right and t.top < row <= t.bottom for t in known):
            continue
        for match in REFERENCE.finditer(TEXT.sub('""', formula)):
            named, _, _, fixed, first, _, fixed_last, last = match.groups()
            ends = [(fixed, first)] + ([(fixed_last, last)] if last else [])
            if any(not mark and (named or int(number) != row + 1) for mark, number in ends):
                found.append(f"references: {sheet}!{cell} = {formula[:120]}: {match.group()} does not survive sorting")
    return found
