// Prints the text of a PDF as pdf.js reads it, for searching: node text.mjs MODULES FILE
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const pdfjs = join(modules, "pdfjs-dist/");
console.log = console.warn = () => {}; // on loading it misses a canvas, which only drawing needs
const { getDocument } = await import(pathToFileURL(join(pdfjs, "legacy/build/pdf.mjs")));
const document = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 }).promise;
for (let n = 1; n <= document.numPages; n++) {
  const { items } = await (await document.getPage(n)).getTextContent();
  process.stdout.write(items.map((item) => (item.str ?? "") + (item.hasEOL ? "\n" : "")).join("") + "\n");
}
