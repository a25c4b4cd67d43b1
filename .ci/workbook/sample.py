"""Writes a small workbook that survives being used, or one that differs from it in one respect."""
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PART = "application/vnd.openxmlformats-officedocument."


def look(fact):
    """Looks a value up by its fact ID."""
    return f'=INDEX(data!$B$2:$B$7,MATCH("{fact}",data!$A$2:$A$7,0))'


def sound():
    """Gives the rows of every sheet, the header first. A text with = is a formula."""
    figures = [("wheat", 30, 4.5), ("barley", 20, 7), ("oats", 10, -1)]
    data = [[f"{code}.{measure}", value, "A"] for code, *pair in figures for measure, value in zip(("level", "growth"), pair)]
    shown = [
        [code, code.title(), look(f"{code}.level"), look(f"{code}.growth"), f"=ROUND(C{r}*(100+D{r})/100,1)",
         f'=IF(D{r}>0,"up","down")', f'=COUNTIFS(data!$A$2:$A$7,"*.growth",data!$B$2:$B$7,">"&D{r})', "reported"]
        for r, (code, *_) in enumerate(figures, 2)
    ]
    sheets = {
        "indicators": [["code", "name of it", "value", "growth", "implied", "standing", "above", "status"], *shown],
        "growth": [["item", "rate"], *([code.title(), look(f"{code}.growth")] for code, *_ in figures)],
        "data": [["fact_id", "obs_value", "obs_status"], *data],
    }
    book = [[name, column, f"{name}.{column}"] for name, rows in sheets.items() for column in rows[0]]
    own = [["codebook", column, f"codebook.{column}"] for column in ("where", "name", "machine_name")]
    return {**sheets, "codebook": [["where", "name", "machine_name"], *book, *own]}


def write(path, sheets, hidden_too=True):
    """Writes the sheets, each with its table, and a chart of the table growth on its sheet."""
    with zipfile.ZipFile(path, "w") as file:
        def part(name, text):
            file.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)

        numbers = range(1, len(sheets) + 1)
        types = [("xl/workbook.xml", "spreadsheetml.sheet.main"), ("xl/drawings/drawing1.xml", "drawing"), ("xl/charts/chart1.xml", "drawingml.chart")]
        types += [(f"xl/worksheets/sheet{n}.xml", "spreadsheetml.worksheet") for n in numbers]
        types += [(f"xl/tables/table{n}.xml", "spreadsheetml.table") for n in numbers]
        overrides = "".join(f'<Override PartName="/{name}" ContentType="{PART}{kind}+xml"/>' for name, kind in types)
        default = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        part("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{default}{overrides}</Types>')
        part("_rels/.rels", links(("officeDocument", "xl/workbook.xml")))
        names = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(sheets, 1))
        part("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{names}</sheets></workbook>')
        part("xl/_rels/workbook.xml.rels", links(*(("worksheet", f"worksheets/sheet{n}.xml") for n in numbers)))
        for n, (name, rows) in enumerate(sheets.items(), 1):
            drawing = '<drawing r:id="rId2"/>' if name == "growth" else ""
            part(f"xl/worksheets/sheet{n}.xml", sheet(rows, drawing))
            drawn = [("drawing", "../drawings/drawing1.xml")] if drawing else []
            part(f"xl/worksheets/_rels/sheet{n}.xml.rels", links(("table", f"../tables/table{n}.xml"), *drawn))
            part(f"xl/tables/table{n}.xml", table(n, name, rows))
        part("xl/drawings/drawing1.xml", DRAWING)
        part("xl/drawings/_rels/drawing1.xml.rels", links(("chart", "../charts/chart1.xml")))
        part("xl/charts/chart1.xml", CHART.replace("VISIBLE", "0" if hidden_too else "1"))


def links(*targets):
    """Makes a part of relationships."""
    text = "".join(f'<Relationship Id="rId{n}" Type="{LINKS}/{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{text}</Relationships>'


def sheet(rows, drawing):
    """Makes a sheet. A formula and its cached value are written as a pair, a formula alone has none."""
    text = ""
    for r, row in enumerate(rows, 1):
        text += f'<row r="{r}">' + "".join(cell("ABCDEFGHI"[c] + str(r), value) for c, value in enumerate(row)) + "</row>"
    tables = '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{LINKS}"><sheetData>{text}</sheetData>{drawing}{tables}</worksheet>'


def cell(at, value):
    """Makes a cell of a number, a text or a formula."""
    formula, cached = value if isinstance(value, tuple) else (value, None)
    if not isinstance(formula, str):
        return f'<c r="{at}"><v>{value}</v></c>'
    if formula.startswith("="):
        return f'<c r="{at}"><f>{escape(formula[1:])}</f>' + ("" if cached is None else f"<v>{cached}</v>") + "</c>"
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(formula)}</t></is></c>'


def table(number, name, rows):
    """Makes the table of a sheet, which begins in A1."""
    ref = f"A1:{'ABCDEFGHI'[len(rows[0]) - 1]}{len(rows)}"
    columns = "".join(f'<tableColumn id="{n}" name="{header}"/>' for n, header in enumerate(rows[0], 1))
    columns = f'<autoFilter ref="{ref}"/><tableColumns count="{len(rows[0])}">{columns}</tableColumns>'
    return f'<table xmlns="{MAIN}" id="{number}" name="{name}" displayName="{name}" ref="{ref}">{columns}</table>'


DRAWING = f"""<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>
 <xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>
 <xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
 <xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="growth"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>
 <xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>
 <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart
 xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="{LINKS}" r:id="rId1"/></a:graphicData></a:graphic>
 </xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"""

CHART = """<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/>
 <c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>
 <c:tx><c:strRef><c:f>growth!$B$1</c:f></c:strRef></c:tx><c:cat><c:strRef><c:f>growth!$A$2:$A$4</c:f></c:strRef></c:cat>
 <c:val><c:numRef><c:f>growth!$B$2:$B$4</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>
 <c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="2"/></c:catAx>
 <c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="1"/></c:valAx></c:plotArea>
 <c:plotVisOnly val="VISIBLE"/></c:chart></c:chartSpace>"""
