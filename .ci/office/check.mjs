// Uses the office's page as people do: node check.mjs NODE_MODULES NIANBAO FOLDER [PICTURES]. The folder has an empty folder, and
// the shipped areas in shipped.
import { createRequire } from 'node:module';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';

const [, , modules, nianbao, folder, pictures] = process.argv;
const require = createRequire(pathToFileURL(resolve(modules, 'x.js')));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

let faults = 0, looks = 0, shots = 0;
const fault = (where, what) => { faults++; console.log(`${where}: ${what}`); };
const hold = (where, right) => { if (!right) fault(where, 'is not so'); };

// serve starts the page in a folder and gives its address, and what stops it.
function serve(cwd, more = []) {
	const child = spawn(nianbao, ['serve', '--no-browser', '--listen', '127.0.0.1:0', ...more], { cwd, env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '' } });
	child.stderr.on('data', d => fault('serve', String(d)));
	return new Promise((resolve, reject) => {
		child.stdout.on('data', d => {
			const address = /http:\S+/.exec(String(d));
			if (address) resolve({ address: address[0], stop: () => new Promise(done => { child.on('exit', done); child.kill('SIGTERM'); }) });
		});
		child.on('exit', code => reject(new Error(`serve ended with ${code}`)));
	});
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

// visitor is a browser in a language, which was opened with the address.
async function visitor(address, locale, options = {}) {
	const context = await browser.newContext({ locale, bypassCSP: true, viewport: { width: 1366, height: 820 }, acceptDownloads: true, ...options });
	const page = await context.newPage();
	page.on('pageerror', e => fault(page.url(), `script: ${e}`));
	page.on('console', m => { if (m.type() === 'error' && !/40[49]|422/.test(m.text())) fault(page.url(), `console: ${m.text()}`); });
	page.on('request', r => { if (!r.url().startsWith(new URL(address).origin) && !/^(data|blob|about|chrome-extension):/.test(r.url())) fault(page.url(), `it fetches ${r.url()}`); });
	await page.goto(address);
	return page;
}

// look holds a page against WCAG, and keeps a picture of it.
async function look(page, name) {
	looks++;
	if (!(await page.evaluate(() => window.axe))) await page.evaluate(axe);
	await page.evaluate(() => document.querySelectorAll('details:not(.periods):not([open])').forEach(d => { d.open = true; d.dataset.shut = 1; }));
	const found = await page.evaluate(() => window.axe.run({ exclude: ['iframe'] }, { resultTypes: ['violations'] }));
	for (const v of found.violations) fault(`${name} ${page.url()}`, `axe ${v.id}, ${v.nodes.length} times: ${v.nodes[0].html.slice(0, 160)} ${v.nodes[0].failureSummary}`);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
	if (wide > 0) fault(name, `it scrolls sideways by ${wide}`);
	await page.evaluate(() => document.querySelectorAll('details[data-shut]').forEach(d => { d.open = false; delete d.dataset.shut; }));
	await shot(page, name);
}

async function shot(page, name) {
	if (pictures) await page.screenshot({ path: join(pictures, `${String(++shots).padStart(2, '0')}-${name}.png`) });
}

const saved = (page, key) => page.locator(`[id="row-${key}"] .done`).waitFor();
const cell = (page, key, name) => page.locator(`[id="row-${key}"] [name="${name}"]`);

// fill types into a cell and leaves it.
async function enter(page, key, name, value) {
	await cell(page, key, name).fill(value);
	await cell(page, key, name).press('Tab');
}

// From an empty folder to a published edition, by mouse and keys as they come.
async function first(address, locale) {
	const page = await visitor(address, locale), zh = locale === 'zh-CN', lang = locale.slice(0, 2), who = zh ? '李四' : 'Li Si';
	hold(`the first page is in ${locale}`, (await page.locator('html').getAttribute('lang')) === (zh ? 'zh-Hans' : 'en'));
	await look(page, `${lang}-empty`);
	await page.fill('#who', who);
	await page.press('#who', 'Enter');
	await page.click('a.button.main');
	for (const [name, value] of [['name_zh', '小城区'], ['name_en', 'Little District'], ['within_zh', '某省某市'], ['within_en', 'Some City, Some Province'], ['period', '2024']]) await page.fill('#' + name, value);
	await look(page, `${lang}-new`);
	await page.click('form.fields button.main');
	await page.waitForURL(/\/a\/little\/2024$/);
	// A figure with a slip: growth of 51 per cent, which the checks do not like beside the year before; then a right one.
	await enter(page, 'gdp', 'value', '12.5');
	await saved(page, 'gdp');
	await enter(page, 'gdp', 'growth', '5.1');
	await page.locator('#findings .what', { hasText: /(no value|缺失) → 5\.1/ }).waitFor();
	await page.locator('#findings .effects, #findings [data-effects] p').first().waitFor();
	hold('the focus goes on to the next cell', await page.evaluate(() => document.activeElement.name === 'rank' || document.activeElement.name === 'status'));
	await enter(page, 'gdp', 'value', '12.5万吨');
	await page.locator('[id="row-gdp"] .problems').waitFor();
	hold('what was typed stays', (await cell(page, 'gdp', 'value').inputValue()) === '12.5万吨');
	await look(page, `${lang}-refused`);
	await enter(page, 'gdp', 'value', '12.5'); // as it was
	await page.locator('[id="row-gdp"].refused').waitFor({ state: 'detached' });
	await enter(page, 'gdp', 'value', '12.6亿元');
	await page.locator('#findings .what', { hasText: '12.5 → 12.6' }).waitFor();
	await page.click('[data-undo] button');
	await page.waitForLoadState();
	hold('undone', (await cell(page, 'gdp', 'value').inputValue()) === '12.5');
	// A finding, and its correction: the printed words say something else.
	await cell(page, 'gdp', 'ref').fill('1');
	await enter(page, 'gdp', 'printed', '12.9亿元；5.1%');
	await page.locator('#findings .just .error, #findings .just .warning').first().waitFor();
	await look(page, `${lang}-finding`);
	await enter(page, 'gdp', 'printed', '12.5亿元；5.1%');
	await page.locator('#findings .gone li').first().waitFor();
	await look(page, `${lang}-figures`);
	// The form: what comes back untouched changes nothing.
	await page.click('nav.tabs a[href$="/fill"]');
	await look(page, `${lang}-fill`);
	const [form] = await Promise.all([page.waitForEvent('download'), page.click('a.button.main')]);
	await page.setInputFiles('#files', { name: 'little-2024-form.xlsx', mimeType: 'application/octet-stream', buffer: readFileSync(await form.path()) });
	await page.click('form.drop button');
	await page.waitForURL(/upload/);
	await look(page, `${lang}-uploaded`);
	// Another source, and a target for the next year.
	await page.click('nav.tabs a[href$="/sources"]');
	for (const [name, value] of [['title_zh', '部门年报'], ['title_en', 'Annual report of an office'], ['publisher_zh', '农业农村局'], ['publisher_en', 'Bureau of Agriculture'], ['date', '2025-03']]) await page.fill('#' + name, value);
	await page.click('form.fields button.main');
	await page.locator('#source-source-2').waitFor();
	await look(page, `${lang}-sources`);
	await page.click('nav.tabs li:first-child a');
	await page.click('nav.chapters a[href$="chapter=targets"]');
	await page.fill('#aim-value', '6左右吧');
	await page.click('#target button.main');
	await page.locator('#target .problems').waitFor();
	await page.selectOption('#aim-operator', 'about');
	await page.fill('#aim-value', '6%');
	await page.click('#target button.main');
	hold('the target is there', (await cell(page, 'gdp.target_growth@2025', 'value').inputValue()) === '6');
	await look(page, `${lang}-targets`);
	// A sentence: digits are refused, a reference is completed.
	await page.click('nav.tabs a[href$="/sentences"]');
	await page.click('nav.chapters li:nth-child(4) a');
	await look(page, `${lang}-sentences`);
	await page.locator('#sentence-new summary').click();
	await page.fill('#zh-', '生产总值12.5亿元。');
	await page.fill('#en-', 'GDP was CNY 1.25 billion.');
	await page.click('#sentence-new button.main');
	await page.locator('.notice.bad').first().waitFor();
	await look(page, `${lang}-digits`);
	await page.fill('#zh-', '');
	await page.locator('#zh-').pressSequentially('全年生产总值{gdp.l');
	await page.locator('.refs li').first().waitFor();
	await shot(page, `${lang}-references`);
	await page.keyboard.press('Enter');
	await page.locator('#zh-').pressSequentially('。');
	await page.fill('#en-', '');
	await page.locator('#en-').pressSequentially('Gross domestic product was {gdp.l');
	await page.locator('.refs li').first().waitFor();
	await page.keyboard.press('Tab');
	await page.locator('#en-').pressSequentially('.');
	hold('completed', (await page.inputValue('#zh-')) === '全年生产总值{gdp.level}。' && (await page.inputValue('#en-')) === 'Gross domestic product was {gdp.level}.');
	await page.click('#sentence-new button.main');
	await page.locator('.sentence .reads', { hasText: '全年生产总值12.5亿元。' }).waitFor();
	// Preview, publish, download, verify.
	await page.click('nav.tabs a[href$="/preview"]');
	await page.frameLocator('iframe.sheet').locator('h1').waitFor();
	await look(page, `${lang}-preview`);
	await page.click('nav.tabs a[href$="/publish"]');
	await look(page, `${lang}-publish`);
	await page.click('form[action$="/publish"] button.main');
	await page.waitForURL(/releases\?done=r1/);
	await look(page, `${lang}-releases`);
	const [pdf] = await Promise.all([page.waitForEvent('download'), page.click('.take a[href$="briefing.pdf"]')]);
	hold('the briefing is a PDF', readFileSync(await pdf.path()).subarray(0, 5).toString() === '%PDF-');
	await page.click('form[action$="/verify"] button');
	await page.locator('.verified .good').waitFor();
	await look(page, `${lang}-verified`);
	await page.click('nav.tabs a[href$="/log"]');
	hold('the log names who did it', (await page.locator('tbody tr').first().textContent()).includes(who));
	await look(page, `${lang}-log`);
	await page.goto(new URL('/', address).href);
	await look(page, `${lang}-home`);
	await page.context().close();
}

// Two windows change one figure: the second is told, and keeps what was typed. The preview in a third follows.
async function windows(address) {
	const one = await visitor(address, 'en-GB'), at = new URL('/a/saibei/2023', address).href;
	const two = await one.context().newPage(), three = await one.context().newPage();
	await one.goto(at);
	await two.goto(at);
	await three.goto(at + '/preview');
	await three.frameLocator('iframe.sheet').locator('h1').waitFor();
	await enter(one, 'gdp', 'value', '15.4');
	await one.locator('#findings .what', { hasText: '15.31 → 15.4' }).waitFor();
	await enter(two, 'gdp', 'value', '15.5');
	await two.locator('[id="row-gdp"] .problems').waitFor();
	hold('what was typed stays in the second window', (await cell(two, 'gdp', 'value').inputValue()) === '15.5');
	await look(two, 'en-conflict');
	await two.click('[id="row-gdp"] [data-save]');
	await two.locator('#findings .what', { hasText: '15.4 → 15.5' }).waitFor();
	await one.reload();
	hold('the first window has the second one\'s figure', (await cell(one, 'gdp', 'value').inputValue()) === '15.5');
	await three.frameLocator('iframe.sheet').locator('data', { hasText: '15.5' }).first().waitFor();
	// What is typed while a row is being saved is saved too.
	await cell(one, 'retail-sales', 'note_zh').evaluate(e => { e.closest('details').open = true; });
	await cell(one, 'retail-sales', 'note_zh').fill('备注');
	await cell(one, 'retail-sales', 'note_en').fill('A note');
	await cell(one, 'retail-sales', 'value').fill('0.71');
	await cell(one, 'retail-sales', 'printed').focus();
	await one.keyboard.press('End');
	await one.keyboard.type(' x');
	await one.waitForTimeout(1500);
	hold('what is typed meanwhile stays', (await cell(one, 'retail-sales', 'printed').inputValue()).endsWith(' x'));
	await one.keyboard.press('Tab');
	await one.waitForTimeout(1500);
	await one.reload();
	hold('and is saved', (await cell(one, 'retail-sales', 'printed').inputValue()).endsWith(' x') && (await cell(one, 'retail-sales', 'value').inputValue()) === '0.71');
	await one.context().close();
}

// Every page of a shipped area in English, on a wide and a narrow screen; and in dark surroundings as in light ones.
async function shipped(address) {
	for (const [width, locale, paths] of [
		[1366, 'en-GB', ['/', '/new', '/a/tongjian/2022', '/a/tongjian/2022?chapter=targets', '/a/tongjian/2022/sources', '/a/saibei/2023?chapter=safety&find=nothing', '/a/tongjian/2022/fill', '/a/tongjian/2022/sentences', '/a/saibei/2023/sentences?chapter=economy', '/a/tongjian/2022/preview', '/a/tongjian/2022/publish', '/a/tongjian/2022/releases', '/a/tongjian/log', '/rule/value-digits']],
		[390, 'zh-CN', ['/', '/a/tongjian/2022', '/a/tongjian/2022?chapter=targets', '/a/saibei/2023/sources', '/a/saibei/2023/sentences', '/a/saibei/2023/preview', '/a/saibei/2023/publish']],
	]) {
		const page = await visitor(address, locale, { viewport: { width, height: 820 } });
		for (const path of paths) {
			await page.goto(new URL(path, address).href);
			await look(page, `${locale.slice(0, 2)}-${width}${path.replace(/\W+/g, '-')}`);
		}
		await page.context().close();
	}
}

// By keyboard alone: from the first page to a saved figure, an undone one, and a published edition. Tab reaches each stop, with a
// frame around it.
async function keyboard(address) {
	const page = await visitor(address, 'en-GB');
	const go = async (what, most = 400) => {
		for (let i = 0; i < most; i++) {
			await page.keyboard.press('Tab');
			const at = await page.evaluate(s => { const e = document.activeElement; return [e.matches(s), getComputedStyle(e).outlineStyle !== 'none']; }, what);
			if (at[0]) {
				hold(`a frame shows the focus on ${what}`, at[1]);
				return;
			}
		}
		fault(page.url(), `Tab does not reach ${what}`);
	};
	const follow = async what => {
		await go(what);
		await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
	};
	await go('#who');
	await page.keyboard.type('Wang Wu');
	await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
	await follow('a[href="/a/example/2024"]');
	await go('[id="row-gdp"] [name="value"]');
	const was = await cell(page, 'gdp', 'value').inputValue();
	await page.keyboard.press('Control+A');
	await page.keyboard.type('999.9');
	await page.keyboard.press('Enter');
	await saved(page, 'gdp');
	hold('Enter goes down', await page.evaluate(() => document.activeElement.name === 'value' && !document.activeElement.closest('[id="row-gdp"]')));
	await page.evaluate(() => document.activeElement.blur());
	await follow('[data-undo] button');
	hold('undone by keyboard', (await cell(page, 'gdp', 'value').inputValue()) === was);
	await follow('nav.tabs a[href$="/publish"]');
	await follow('form[action$="/publish"] button.main');
	hold('published by keyboard', page.url().endsWith('releases?done=r1'));
	await page.context().close();
}

// Without script every form has a button, and does the same.
async function scriptless(address) {
	const page = await visitor(address, 'en-GB', { javaScriptEnabled: false });
	await page.goto(new URL('/a/saibei/2023?chapter=economy', address).href);
	await cell(page, 'assessed', 'value').fill('9');
	await page.click('[id="row-assessed"] button.save');
	await page.waitForURL(/#row-assessed/);
	hold('saved without script', (await cell(page, 'assessed', 'value').inputValue()) === '9');
	await page.context().close();
}

const inEnglish = address => first(address, 'en-GB'), inChinese = address => first(address, 'zh-CN');
const steps = { inEnglish: 'english', inChinese: 'empty', windows: 'shipped', keyboard: 'shipped', scriptless: 'shipped', shipped: 'shipped' };
for (const [name, where] of Object.entries(steps)) {
	const more = where === 'shipped' ? ['--areas-dir', 'areas', '--output', '../output'] : [];
	const page = await serve(join(folder, where), more);
	try {
		await { inEnglish, inChinese, windows, keyboard, scriptless, shipped }[name](page.address);
	} catch (e) {
		fault(name, e.stack.slice(0, 1500));
	}
	await page.stop();
}
await browser.close();
console.log(`the office's page: ${looks} looks, ${faults} faults`);
process.exit(faults ? 1 : 0);
