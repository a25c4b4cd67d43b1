// Holds that ExcelJS reads a release's workbook with the right types and loses nothing: exceljs.js DIR EXPECTED.
// EXPECTED is what expected.py wrote of DIR.
const fs = require("fs");
const path = require("path");
const assert = require("assert");
const ExcelJS = require("exceljs");

const signs = { t: "\t", n: "\n", r: "\r", "\\": "\\" };
const lines = fs.readFileSync(process.argv[3], "utf8").trimEnd().split("\n")
  .map((line) => line.split("\t").map((field) => field.replace(/\\(.)/g, (_, sign) => signs[sign])));

// value is what a cell holds; for a formula, its stored value. ExcelJS leaves a zero out of the value of a formula's cell,
// but not out of its result.
function value(cell) {
  return cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
}

function day(date) {
  assert.ok(date instanceof Date, `${date} is no date`);
  return date.toISOString().replace("T00:00:00.000Z", "");
}

function check(book, [kind, ...fields]) {
  if (kind === "table") {
    const [name, sheet, range] = fields;
    const table = book.getWorksheet(sheet).getTable(name);
    assert.ok(table, `there is no table ${name} on ${sheet}`);
    assert.strictEqual(table.table.tableRef, range, `the table ${name}`);
    return;
  }
  const [sheet, address, first, second] = fields;
  const cell = book.getWorksheet(sheet).getCell(address);
  const at = `${sheet}!${address}`;
  if (kind === "date") {
    assert.strictEqual(day(value(cell)), first, at);
  } else if (kind === "number") {
    assert.strictEqual(value(cell), Number(first), at);
  } else {
    assert.strictEqual(cell.type, ExcelJS.ValueType.Formula, at);
    assert.strictEqual(value(cell) ?? "", { n: Number, b: (v) => v === "1", str: String }[first](second), at);
  }
}

// checkData compares the table of the sheet data with the CSV file.
function checkData(sheet, table, fields) {
  const [, first] = table[3].match(/^[A-Z]+([0-9]+):/);
  const header = sheet.getRow(Number(first));
  const columns = new Map();
  header.eachCell((cell, column) => columns.set(cell.value, column));
  for (const [, row, column, kind, want] of fields) {
    const at = `data, row ${row}, ${column}`;
    assert.ok(columns.has(column), at);
    const got = sheet.getRow(Number(first) + Number(row)).getCell(columns.get(column)).value;
    const typed = { number: Number, truth: (v) => v === "true", text: String, blank: () => null }[kind];
    assert.strictEqual(got, typed(want), at);
  }
  const rows = Math.max(0, ...fields.map((line) => Number(line[1])));
  assert.strictEqual(sheet.rowCount, Number(first) + rows);
  return rows;
}

async function main(folder) {
  const file = fs.readdirSync(folder).find((name) => name.endsWith("-workbook.xlsx"));
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(folder, file));
  const table = lines.find(([kind, name]) => kind === "table" && name === "data");
  const fields = lines.filter(([kind]) => kind === "data");
  const others = lines.filter(([kind]) => kind !== "data");
  others.forEach((line) => check(book, line));
  const rows = checkData(book.getWorksheet(table[2]), table, fields);
  let days = 0;
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => { days += value(cell) instanceof Date ? 1 : 0; })));
  assert.strictEqual(days, others.filter(([kind]) => kind === "date").length, "dates");
  console.log(`${file}: ${rows} rows, ${others.length} tables and cells, ${days} days by ExcelJS`);
}

main(process.argv[2]).catch((fault) => {
  console.error(fault);
  process.exit(1);
});
