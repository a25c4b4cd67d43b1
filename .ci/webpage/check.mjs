// Looks at web pages in Chromium: node check.mjs NODE_MODULES FILE [MORE…]. It prints what is wrong and how much was looked at.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [, , modules, ...files] = process.argv;
const require = createRequire(pathToFileURL(resolve(modules, 'x.js')));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let faults = 0, looks = 0;
const fault = (where, what) => { faults++; console.log(`${where}: ${what}`); };

// open loads a page, which must fetch nothing and complain of nothing.
async function open(browser, file, options) {
	const context = await browser.newContext({ bypassCSP: true, ...options });
	const page = await context.newPage();
	page.on('request', r => { if (r.url() !== String(pathToFileURL(file))) fault(file, `it fetches ${r.url()}`); });
	page.on('console', m => fault(file, `console: ${m.text()}`));
	await page.goto(String(pathToFileURL(file)));
	return page;
}

// languages are the radio buttons of a page; a page in one language has none.
const languages = async page => { const ids = await page.$$eval('input[name=lang]', list => list.map(i => i.id)); return ids.length ? ids : ['']; };

const choose = async (page, id) => { if (id) await page.check('#' + id, { force: true }); };

// hold looks at a page as it stands.
async function hold(page, where, width) {
	looks++;
	await page.evaluate(() => document.querySelectorAll('details').forEach(d => { d.open = true; }));
	const found = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }));
	for (const v of found.violations) fault(where, `axe ${v.id}, ${v.nodes.length} times: ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`);
	for (const f of await page.evaluate(look, width)) fault(where, f);
}

// look runs in the page: nothing is wider than the screen, no line of running text is longer than 66 characters or 34 Chinese
// ones, and of the two languages one alone is there.
function look(width) {
	const faults = [];
	if (document.documentElement.scrollWidth > width) faults.push(`it scrolls sideways: ${document.documentElement.scrollWidth} of ${width}`);
	for (const p of document.querySelectorAll('main section p:not([class]), main .points li, main .notes li')) {
		if (!p.getClientRects().length || p.closest('.cards, .strip, .register, figcaption')) continue;
		const chinese = p.closest('[lang]').lang.startsWith('zh');
		for (const n of lines(p)) if (n > (chinese ? 34 : 66)) { faults.push(`a line has ${n} characters: ${p.textContent.slice(0, 60)}`); break; }
	}
	const shown = new Set();
	for (const e of document.querySelectorAll('main div[lang]')) if (e.getClientRects().length) shown.add(e.lang);
	if (shown.size !== 1) faults.push(`languages shown: ${[...shown]}`);
	return faults;

	// lines are the lengths of the lines of a paragraph, in characters; of Chinese ones, in widths of a Chinese character.
	function lines(p) {
		const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT), range = document.createRange(), at = new Map();
		for (let n = walker.nextNode(); n; n = walker.nextNode()) {
			if (n.parentElement.closest('.mark, .no, sub')) continue;
			for (let i = 0; i < n.length; i++) {
				range.setStart(n, i); range.setEnd(n, i + 1);
				const r = range.getBoundingClientRect(), y = Math.round(r.bottom / 8);
				if (r.width) at.set(y, (at.get(y) ?? 0) + (p.closest('[lang]').lang.startsWith('zh') && n.data.charCodeAt(i) < 0x2e80 ? 0.5 : 1));
			}
		}
		return at.values();
	}
}

// walk goes through a page by keyboard: the arrow keys choose the language, Enter unfolds tables, and Tab reaches every link and
// box that is shown, each with a frame around it.
async function walk(page, where) {
	const ids = await languages(page);
	if (ids.length > 1) {
		await page.focus('#' + ids[0]);
		await page.keyboard.press('ArrowRight');
		if (!(await page.isChecked('#' + ids[1]))) fault(where, 'the arrow key does not choose the other language');
	}
	const wanted = await page.evaluate(() => [...document.querySelectorAll('a[href], summary, [tabindex="0"], input:checked')]
		.filter(e => e.getClientRects().length && getComputedStyle(e).visibility === 'visible').map((e, i) => { e.dataset.stop = i; return e.outerHTML.slice(0, 90); }));
	await page.evaluate(() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); });
	const reached = new Set();
	for (let i = 0; i < wanted.length + 2; i++) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(() => { const e = document.activeElement, s = getComputedStyle(e.matches('input') ? e.nextElementSibling : e); return [e.dataset.stop, s.outlineStyle, e.matches('summary')]; });
		if (stop[0] === undefined) continue;
		reached.add(+stop[0]);
		if (stop[2]) await page.keyboard.press('Enter'); // unfolds a table
		if (stop[1] === 'none') fault(where, `no frame shows the focus on ${wanted[stop[0]]}`);
	}
	for (let i = 0; i < wanted.length; i++) if (!reached.has(i)) fault(where, `Tab does not reach ${wanted[i]}`);
	console.log(`${where}: ${reached.size} of ${wanted.length} stops reached by keyboard`);
}

// heard holds the accessibility tree: no word of the other language but names of languages and texts of sources.
async function heard(page, where) {
	const tree = await page.locator('body').ariaSnapshot();
	const han = tree.split('\n').filter(l => /\p{Script=Han}/u.test(l) && !/简体中文|繁體中文|“.*”/.test(l));
	if (han.length) fault(where, `Chinese is heard in English: ${han[0]}`);
	if (!/heading .*\[level=1\]/.test(tree) || !/- main/.test(tree) || !/- navigation/.test(tree)) fault(where, 'it lacks a heading, main or navigation');
}

// printed holds a page on A4: what is folded is open, controls are gone.
async function printed(page, where) {
	await page.emulateMedia({ media: 'print', colorScheme: 'light' });
	await page.setViewportSize({ width: 642, height: 971 });
	for (const f of await page.evaluate(() => {
		const faults = [];
		for (const t of document.querySelectorAll('details table')) if (t.closest('[lang]').getClientRects().length && !t.getClientRects().length) faults.push('a folded table is not printed');
		for (const s of ['nav', 'fieldset']) if (document.querySelector(s)?.getClientRects().length) faults.push(`${s} is printed`);
		for (const t of document.querySelectorAll('main *')) if (t.getBoundingClientRect().right > 643) { faults.push(`it is wider than the paper: ${t.outerHTML.slice(0, 80)}`); break; }
		return faults;
	})) fault(where, f);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [n, file] of files.entries()) {
	for (const width of n ? [320] : [320, 768, 1440]) {
		for (const colorScheme of n ? ['light'] : ['light', 'dark']) {
			// 400 % of a window of 1280 by 1024 is 320 by 256.
			const page = await open(browser, file, { viewport: { width, height: width === 320 ? 256 : 900 }, deviceScaleFactor: width === 320 ? 4 : 1, colorScheme });
			await page.evaluate(axe);
			for (const id of await languages(page)) {
				await choose(page, id);
				await hold(page, `${file} ${width} ${colorScheme} ${id}`, width);
			}
			await page.context().close();
		}
	}
	const page = await open(browser, file, { viewport: { width: 1440, height: 900 } });
	if (n === 0) await walk(page, file);
	if (await page.$('#lang-en')) {
		await choose(page, 'lang-en');
		await heard(page, file);
	}
	await printed(page, file);
	await page.context().close();
}
await browser.close();
console.log(`${files.length} pages, ${looks} looks, ${faults} faults`);
process.exit(faults ? 1 : 0);
