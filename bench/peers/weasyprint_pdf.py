"""Writes the briefing of an edition with WeasyPrint: edition.json, folder of fonts, output."""
import html
import json
import os
import sys

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

source, fonts, out = sys.argv[1:]
with open(source, encoding="utf-8") as f:
    e = json.load(f)
first, second = e["languages"][:2]
facts = {f["fact_id"]: f for f in e["facts"]}
esc = html.escape


def say(t, lang):
    return esc((t or {}).get(lang) or (t or {}).get(first) or "")


def two(t):
    return f'<div class="two"><p>{say(t, first)}</p><p lang="en">{say(t, second)}</p></div>'


def stacked(t):
    return f'{say(t, first)}<br><span class="muted" lang="en">{say(t, second)}</span>'


def words(f):
    return stacked(f.get("words"))


def name(f):
    return f'{esc(f["indicator_zh"])}<br><span lang="en">{esc(f["indicator_en"])}</span>'


def table(header, rows):
    head = "".join(f"<th scope=col>{h}</th>" for h in header)
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def bars(items, caption):
    if not items:
        return ""
    widest = max(abs(f.get("obs_value") or 0) for f in items) or 1
    rows = []
    for i, f in enumerate(items):
        value = f.get("obs_value") or 0
        rows.append(
            f'<text x="0" y="{i * 14 + 9}">{esc(f["indicator_zh"])}</text>'
            f'<rect x="150" y="{i * 14 + 2}" width="{abs(value) / widest * 230:.2f}" height="8" fill="{"#a33" if value < 0 else "#1f4e79"}"/>'
            f'<text x="390" y="{i * 14 + 9}">{say(f.get("words"), first)}</text>'
        )
    return f'<figure><svg viewBox="0 0 470 {len(items) * 14 + 4}" width="166mm">{"".join(rows)}</svg><figcaption>{caption}</figcaption></figure>'


def of(measure, items=None):
    return [f for f in (e["facts"] if items is None else items) if f["measure"] == measure]


titles, body = [], []


def chapter(title, *parts):
    titles.append(title)
    body.append(f'<section><h1 id="c{len(titles)}">{title}</h1>{"".join(parts)}</section>')


cards = "".join(
    f'<div class="card"><span class="muted">{name(f)}</span><br><b>{say(f["words"], first)}</b><br>{say(f["words"], second)}</div>'
    for f in [f for f in of("level") if f["time_period"] == e["period"]][:8]
)
chapter("概览 At a glance", f'<div class="cards">{cards}</div>', *(two(s["text"]) for s in e["sentences"] if s["theme"] == "summary"),
        bars(of("growth"), "增速 Growth on a year earlier"))
for theme in e["themes"]:
    own = [f for f in e["facts"] if f["theme"] == theme["code"]]
    chapter(f'{say(theme["name"], first)} {say(theme["name"], second)}',
            *(two(s["text"]) for s in e["sentences"] if s["theme"] == theme["code"]),
            table(["指标 Indicator", "数值 Value", "口径 Measure", "时期 Period", "状态 Status"],
                  [[name(f), words(f), f["measure"], f["time_period"], f["obs_status"]] for f in own]) if own else "",
            bars(of("growth", own), "增速 Growth"), bars(of("rank", own), "位次 Rank"))
chapter("位次 Rankings", table(["指标 Indicator", "位次 Rank", "时期 Period"], [[name(f), words(f), f["time_period"]] for f in of("rank")]),
        bars(of("rank"), "位次 Rank"))
n = len(e["milestones"])
dots = "".join(f'<circle cx="{(i + 0.5) / n * 470:.2f}" cy="9" r="3" fill="#1f4e79"/>' for i in range(n))
chapter("项目 Projects",
        table(["项目 Project", "状态 Status", "数据 Figures", "说明 Note"],
              [[stacked(p["name"]), p["status"], "<br>".join(words(facts[i]) for i in p.get("figures", []) if i in facts), stacked(p.get("note"))]
               for p in e["projects"]]),
        table(["项目 Project", "节点 Step", "日期 Date"], [[m["project"], m["step"], m["date"]] for m in e["milestones"]]),
        f'<figure><svg viewBox="0 0 470 18" width="166mm"><path d="M0 9H470" stroke="#1f4e79"/>{dots}</svg><figcaption>时间线 Timeline</figcaption></figure>')
chapter("荣誉 Recognitions", table(["名称 Name", "层级 Tier", "结果 Result"],
                                   [[stacked(r["name"]), r.get("tier", ""), r.get("honour", "")] for r in e["recognitions"]]))
chapter("工作 Initiatives", table(["名称 Name", "说明 Note"], [[stacked(r["name"]), stacked(r.get("note"))] for r in e["initiatives"]]))
goals = [(t, facts[t["fact_id"]]) for t in e["targets"] if t["fact_id"] in facts]
chapter("目标 Targets", table(["指标 Indicator", "目标 Target", "口径 Operator", "期限 Due"],
                              [[name(f), words(f), t["operator"], t["due"]] for t, f in goals]), bars([f for _, f in goals], "目标 Targets"))
chapter("说明 Notes", "<ol>", *(f'<li>{two(x["text"])}</li>' for x in e["notes"]), "</ol>", *(two(f["message"]) for f in e["findings"]))
chapter("登记 Register",
        table(["编号 ID", "指标 Indicator", "数值 Value", "状态 Status", "来源 Source"],
              [[f["fact_id"], name(f), words(f), f["obs_status"],
                "; ".join(esc(f'{p["source"]} {p.get("ref", "")} {p.get("printed", "")}') for p in f.get("provenance", []))] for f in e["facts"]]))

contents = "".join(f'<li><a href="#c{i + 1}">{t}</a></li>' for i, t in enumerate(titles))
page = f"""<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{say(e["area"]["name"], first)} {e["period"]}</title><style>
@font-face {{ font-family: Noto; src: url("file://{fonts}/NotoSansSC-Regular.ttf") }}
@font-face {{ font-family: Noto; font-weight: bold; src: url("file://{fonts}/NotoSansSC-Bold.ttf") }}
@page {{ size: A4; margin: 25mm 22mm; @bottom-center {{ content: counter(page) " / " counter(pages); font: 8pt Noto }} }}
body {{ font: 10pt/1.5 Noto }} h1 {{ color: #1f4e79; font-size: 16pt }} nav, section:first-of-type {{ break-before: page }} .cover {{ text-align: center; padding-top: 80mm }}
.two {{ display: flex; gap: 8mm }} .two p {{ flex: 1; text-align: justify; margin: 0 0 4pt }} .muted {{ color: #5a5a5a }}
table {{ width: 100%; border-collapse: collapse; font-size: 8pt }} td, th {{ border-bottom: .4pt solid #ccc; padding: 4pt; text-align: left; vertical-align: top }}
.cards {{ display: flex; flex-wrap: wrap; gap: 4mm }} .card {{ width: 36mm; border: .6pt solid #1f4e79; padding: 6pt; font-size: 8pt; box-sizing: border-box }}
a::after {{ content: leader(".") target-counter(attr(href), page) }} svg text {{ font: 8px Noto }} figcaption {{ font-size: 8pt; text-align: center }}
</style></head><body><div class="cover"><h2>{stacked(e["area"]["name"])}</h2><h2>{e["period"]}</h2><p>{stacked(e["issuer"])}</p></div>
<nav><h1>目录 Contents</h1><ol>{contents}</ol></nav>{"".join(body)}</body></html>"""
HTML(string=page, base_url=os.path.dirname(source)).write_pdf(out, font_config=FontConfiguration())
