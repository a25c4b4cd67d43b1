// Holds that SheetJS reads a release's workbook with the right types and loses nothing: read.js DIR
const fs = require("fs");
const path = require("path");
const assert = require("assert");
const XLSX = require("xlsx");

const folder = process.argv[2];
const file = fs.readdirSync(folder).find((name) => name.endsWith("-workbook.xlsx"));
const book = XLSX.readFile(path.join(folder, file), { cellDates: true, UTC: true });
const rows = XLSX.utils.sheet_to_json(book.Sheets.data, { defval: "" });
const text = fs.readFileSync(path.join(folder, file.replace("-workbook.xlsx", "-data.csv")), "utf8").replace(/^\ufeff/, "");
const csv = XLSX.read(text, { type: "string", raw: true });
const want = XLSX.utils.sheet_to_json(csv.Sheets[csv.SheetNames[0]], { defval: "", raw: false })
  .filter((row) => row.derived.toLowerCase() === "false"); // the rest is in the file alone
const numbers = ["obs_value", "unit_mult", "decimals", "release", "out_of", "tolerance", "tolerance_mult", "upper_bound"];

assert.strictEqual(rows.length, want.length);
rows.forEach((row, i) => {
  for (const [column, value] of Object.entries(want[i])) {
    if (numbers.includes(column) && value !== "") {
      assert.strictEqual(typeof row[column], "number", `${row.fact_id}: ${column}`);
      assert.strictEqual(row[column], Number(value), `${row.fact_id}: ${column}`);
    } else {
      assert.strictEqual(String(row[column]), value, `${row.fact_id}: ${column}`);
    }
  }
});
let formulas = 0;
let days = 0;
for (const name of book.SheetNames) {
  for (const [at, cell] of Object.entries(book.Sheets[name])) {
    if (at.startsWith("!")) continue;
    if (cell.f !== undefined) {
      formulas += 1;
      assert.ok(["n", "s"].includes(cell.t) && cell.v !== undefined, `${name}!${at}: the value of a formula is no number or text`);
    }
    days += cell.t === "d" ? 1 : 0;
  }
}
console.log(`${file}: ${rows.length} rows, ${formulas} formulas with their values, ${days} days by SheetJS ${XLSX.version}`);
