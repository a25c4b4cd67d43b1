"""Writes an area on which formulas go wrong if they can: ties in the last decimal, levels of two years, tallies, money
in several currencies with odd decimals, and names that look like formulas.
"""
import pathlib
import random
import sys

CURRENCIES = ("CNY", "USD", "EUR")


def main(folder):
    folder = pathlib.Path(folder) / "difficult"
    folder.mkdir(parents=True)
    pick = random.Random(1)
    catalogue, figures, earlier, targets = [], [], [], []
    for i in range(160):
        code, name = f"x-{i}", "=+-@"[i % 4] + f"SUM(A{i})"
        catalogue.append(f'  {code}: {{theme: all, name: {{zh-Hans: "{name}", en: "{name}"}}, unit: CNY, mult: {(0, 4, 8)[i % 3]}}}')
        decimals = i % 4
        level = f"{pick.randrange(1, 10 ** (2 + i % 5))}" + (f".{pick.randrange(10 ** decimals):0{decimals}d}" if decimals else "")
        figures.append(f"  {code}: {{level: {level}, growth: {pick.randrange(-300, 900) / 10}}}")
        earlier.append(f"  {code}: {{level: {level[:-1]}{pick.randrange(1, 10)}}}")
        targets.append(f"  {code}: {{growth: {pick.choice(['5', '2.5', '7.25', '-0.5', '12.125', '0'])}}}")
    for i in range(9):
        catalogue.append(f'  task-{i}: {{theme: all, name: {{zh-Hans: "考核{i}", en: "Task {i}"}}, unit: ITEM}}')
        status = ", status: F" if i == 8 else ""
        figures.append(f"  task-{i}: {{rank: {{position: {1 + i % 4}, group: exam{status}}}}}")
    for code, tally in (("tally-all", ""), ("tally-two", ", at_most: 2"), ("tally-third", ", position: 3")):
        catalogue.append(f'  {code}: {{theme: all, name: {{zh-Hans: "{code}项", en: "{code}"}}, unit: ITEM, tally: {{group: exam{tally}}}}}')
    figures += ["  tally-all: {level: 8}", "  tally-two: {level: 4}", "  tally-third: {level: 2}"]
    projects, stand = [], []
    for i in range(40):
        projects.append(f'  p-{i}:\n    name: {{zh-Hans: "项目{i}", en: "Project {i}"}}\n    theme: all')
        amount = f"{pick.randrange(1, 99999)}.{pick.randrange(100):02d}"
        stand.append(f"  p-{i}: {{status: signed, figures: {{investment: {{value: {amount}, unit: {CURRENCIES[i % 3]}, mult: {(0, 4)[i % 2]}}}}}}}")
    text = {
        "area.yaml": """code: difficult
name: {zh-Hans: 难题区, en: Difficult District}
within: {zh-Hans: 某省, en: Some Province}
sample: true
scopes: {city: {name: {zh-Hans: 全市, en: the city}}}
sources:
  s:
    title: {zh-Hans: 表, en: Tables}
    publisher: {zh-Hans: 局, en: Office}
    reference: {zh-Hans: "第{0}页", en: "page {0}"}
""",
        "indicators.yaml": "themes:\n  all: {zh-Hans: 全部, en: All}\nindicators:\n" + "\n".join(catalogue) + "\n",
        "projects.yaml": "projects:\n" + "\n".join(projects) + "\n",
        "2022.yaml": 'period: "2022"\nsource: s\nobservations:\n' + "\n".join(earlier) + "\n",
        "2023.yaml": 'period: "2023"\nsource: s\nobservations:\n' + "\n".join(figures) + "\ntargets:\n" + "\n".join(targets)
        + "\nprojects:\n" + "\n".join(stand) + "\n",
    }
    for name, content in text.items():
        (folder / name).write_text(content, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
