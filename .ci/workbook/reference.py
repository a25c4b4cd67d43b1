"""Runs the lines by which docs/reference.md reads a release, in the release's folder, and those by which it joins one with another
table, where the release is the one they are about: reference.py PAGE DIR.

The page names the files of one edition; those of the folder are put in their place.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile


def lines(text, title):
    chapter = re.search(rf"\n## {title}\n(.*?)(?:\n## |\Z)", text, re.S)
    found = re.findall(r"^\| ([^|]+?) \| `([^`]+)` \|$", chapter.group(1), re.M) if chapter else []
    if len(found) < 4:
        sys.exit(f"the chapter {title!r} has {len(found)} lines to run")
    return found, chapter.group(1)


def run(tool, line, folder):
    interpreter = {
        "Python": ["python", "-c"], "R": ["Rscript", "--vanilla", "-e"], "JavaScript": ["node", "-e"],
    }.get(tool.split(" ")[0], ["bash", "-c"])
    done = subprocess.run([*interpreter, line], cwd=folder, capture_output=True, text=True)
    shown = done.stdout.strip()
    if done.returncode or not shown or "rror" in done.stderr:
        sys.exit(f"{tool}: {line}\n{shown}\n{done.stderr}")
    print(f"{tool}: {shown.splitlines()[-1][:100]}")
    return shown


def join(text, folder):
    """The four quarters of a year stand beside the other table's, and nothing else does."""
    found, chapter = lines(text, "Join it")
    other = re.search(r"```csv\n(period_end,.*?)```", chapter, re.S).group(1)
    want = [("2024-03-31", "3.49", "11"), ("2024-06-30", "3.66", "12"), ("2024-09-30", "3.91", "13"), ("2024-12-31", "4.58", "14")]
    with tempfile.TemporaryDirectory() as work:
        shutil.copy(next(folder.glob("*-data.csv")), work)
        (pathlib.Path(work) / "visitors.csv").write_text(other, "utf-8")
        for tool, line in found:
            got = re.findall(r"(2024-\d\d-\d\d)\W+([\d.]+)\W+(\d+)", run(tool, line, work))
            if got != want:
                sys.exit(f"{tool}: {line}\ngives {got}, want {want}")


def main(page, folder):
    text, folder = pathlib.Path(page).read_text("utf-8"), pathlib.Path(folder)
    prefix = next(folder.glob("*-workbook.xlsx")).name.removesuffix("-workbook.xlsx")
    for tool, line in lines(text, "Read it")[0]:
        run(tool, line.replace("saibei-2023", prefix), folder)
    if prefix == "example-2024":
        join(text, folder)


if __name__ == "__main__":
    main(*sys.argv[1:])
