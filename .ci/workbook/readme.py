"""Runs the lines by which the README reads a release, in the release's folder: readme.py README DIR.

The README names the files of one edition; those of the folder are put in their place.
"""
import pathlib
import re
import subprocess
import sys


def main(readme, folder):
    text = pathlib.Path(readme).read_text("utf-8")
    chapter = re.search(r"\n## Read it\n(.*?)\n## ", text, re.S)
    lines = re.findall(r"^\| ([^|]+?) \| `([^`]+)` \|$", chapter.group(1), re.M) if chapter else []
    if len(lines) < 5:
        sys.exit(f"the README's chapter \"Read it\" has {len(lines)} lines to run")
    prefix = next(pathlib.Path(folder).glob("*-workbook.xlsx")).name.removesuffix("-workbook.xlsx")
    for tool, line in lines:
        line = line.replace("saibei-2023", prefix)
        interpreter = {
            "Python": ["python", "-c"], "R": ["Rscript", "--vanilla", "-e"], "JavaScript": ["node", "-e"],
        }.get(tool.split(" ")[0], ["bash", "-c"])
        done = subprocess.run([*interpreter, line], cwd=folder, capture_output=True, text=True)
        shown = done.stdout.strip()
        if done.returncode or not shown or "rror" in done.stderr:
            sys.exit(f"{tool}: {line}\n{shown}\n{done.stderr}")
        print(f"{tool}: {shown.splitlines()[-1][:100]}")


if __name__ == "__main__":
    main(*sys.argv[1:])
