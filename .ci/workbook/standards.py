"""Holds that a release's files are what their standards ask for, as the standards' own readers see it: standards.py ROOT DIR.

The data package follows the profile of version 2 and edition.json its schema; what is in SDMX-CSV, if the release has it,
is read by pysdmx, with periods that other programs understand as the days that the data say.
"""
import csv
import json
import pathlib
import sys
import warnings
from decimal import Decimal

import jsonschema
import pandas

warnings.filterwarnings("ignore")  # of dplib, about names of its own
import dplib
from pysdmx.io import read_sdmx


def faults_of(schema, document):
    validator = jsonschema.validators.validator_for(schema)(schema)
    for fault in validator.iter_errors(document):
        yield f"{'.'.join(map(str, fault.path))}: {fault.message[:200]}"


def load(path):
    return json.loads(pathlib.Path(path).read_text("utf-8"))


def days(period):
    """Gives the first and the last day of a period of SDMX."""
    start, _, length = period.partition("/P")
    if length:
        first = pandas.Timestamp(start)
        return first, first + pandas.DateOffset(months=int(length.removesuffix("M"))) - pandas.DateOffset(days=1)
    known = pandas.Period(period)
    return known.start_time, known.end_time.normalize()


def exchange(path, data):
    read = read_sdmx(path, validate=False).data[0].data
    rows = {row["fact_id"]: row for row in data if row["variant_of"] == ""}
    key = ["FREQ", "REF_AREA", "INDICATOR", "MEASURE", "ACCUMULATION", "DETAIL", "TIME_PERIOD"]
    if len(read) != len(rows) or read.duplicated(key).any():
        yield f"pysdmx reads {len(read)} figures, of {len(read.drop_duplicates(key))} keys; want {len(rows)}"
    for got in read.to_dict("records"):
        want = rows[got["FACT_ID"]]
        value = None if pandas.isna(got["OBS_VALUE"]) or got["OBS_VALUE"] == "" else Decimal(str(got["OBS_VALUE"]))
        known = Decimal(want["obs_value"]) if want["obs_value"] else None
        first, last = days(got["TIME_PERIOD"])
        if want["accumulation"] == "point":
            first = last
        if (value, f"{first:%Y-%m-%d}", f"{last:%Y-%m-%d}") != (known, want["period_start"], want["period_end"]):
            yield f"{got['FACT_ID']}: {value} from {first} to {last}, want {known} from {want['period_start']} to {want['period_end']}"


def main(root, folder):
    root, folder = pathlib.Path(root), pathlib.Path(folder)
    faults = []
    for path in folder.glob("*-datapackage.json"):
        faults += faults_of(load(pathlib.Path(dplib.__file__).parent / "profiles/2.0/datapackage.json"), load(path))
    for path in folder.glob("*-edition.json"):
        faults += faults_of(load(root / "config/schema/edition.schema.json"), load(path))
    exchanged = list(folder.glob("*-sdmx.csv"))
    for path in exchanged:
        with open(str(path).replace("-sdmx.csv", "-data.csv"), encoding="utf-8-sig", newline="") as file:
            faults += exchange(path, list(csv.DictReader(file)))
    for fault in faults[:40]:
        print(fault, file=sys.stderr)
    print(f"{folder}: data package, edition and {len(exchanged)} files of SDMX-CSV as their standards have them: {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
