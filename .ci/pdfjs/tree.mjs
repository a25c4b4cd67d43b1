// Prints the structure tree of each page of a PDF as pdf.js reads it, with the text of every element:
// node tree.mjs MODULES FILE. Whatever pdf.js warns of goes to stderr; text that no element has is an error.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file] = process.argv.slice(2);
const pdfjs = join(modules, "pdfjs-dist/");
const say = (line) => process.stdout.write(line + "\n");
console.log = console.warn = () => {}; // on loading it misses a canvas, which only drawing needs
const { getDocument } = await import(pathToFileURL(join(pdfjs, "legacy/build/pdf.mjs")));
console.log = console.warn = console.error;
const document = await getDocument({
  data: new Uint8Array(await readFile(file)),
  standardFontDataUrl: join(pdfjs, "standard_fonts/"),
  verbosity: 1,
}).promise;

// The text of each marked-content sequence of a page; that of artifacts apart.
async function texts(page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const byId = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === "endMarkedContent") {
      open.pop();
    } else if (item.type?.startsWith("beginMarkedContent")) {
      open.push(item.tag === "Artifact" ? "artifact" : item.id);
    } else {
      const id = open.at(-1);
      if (!id) throw new Error(`page ${page.pageNumber}: ${JSON.stringify(item.str)} is not marked`);
      byId.set(id, (byId.get(id) ?? "") + item.str + (item.hasEOL ? "\n" : ""));
    }
  }
  return byId;
}

function print(node, depth, byId) {
  const indent = "  ".repeat(depth);
  if (node.type === "content") {
    const text = byId.get(node.id) ?? "";
    byId.delete(node.id);
    if (text.trim()) say(indent + JSON.stringify(text));
    return;
  }
  if (node.type) return say(`${indent}(${node.type})`); // an annotation, the object of a link
  const more = [node.lang && `[${node.lang}]`, node.alt && `alt ${JSON.stringify(node.alt)}`];
  say([indent + node.role, ...more.filter(Boolean)].join(" "));
  for (const kid of node.children) print(kid, depth + 1, byId);
}

for (let n = 1; n <= document.numPages; n++) {
  const page = await document.getPage(n);
  const tree = await page.getStructTree();
  if (!tree) throw new Error(`page ${n} has no structure tree`);
  say(`page ${n}`);
  const byId = await texts(page);
  for (const kid of tree.children) print(kid, 1, byId);
  byId.delete("artifact");
  if (byId.size > 0) throw new Error(`page ${n}: in no element: ${[...byId.values()].join(" | ")}`);
}
