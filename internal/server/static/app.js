// What the page does beyond links and forms: it saves a row when a cell is left, completes references, takes dropped files and
// follows changes in the preview. Without it every form has a button.
"use strict";

document.documentElement.classList.add("js");

const live = (text) => {
	const place = document.getElementById("live");
	if (place) place.textContent = text;
};

// put replaces elements by the templates of an answer, which name them.
function put(text) {
	const answer = new DOMParser().parseFromString(text, "text/html");
	const parts = answer.querySelectorAll("template[data-into]");
	for (const part of parts) {
		const old = document.getElementById(part.dataset.into);
		if (!old) continue;
		const now = document.importNode(part.content, true);
		const one = [...now.children].find((e) => e.id === part.dataset.into);
		if (one) old.replaceWith(one);
	}
	return parts.length > 0 ? null : answer.body;
}

// A row is saved as soon as one of its cells was changed and left. Saving takes turns, so that what is typed meanwhile is sent
// with the next turn, and stays.
const cells = (row) => [...row.querySelectorAll("input:not([type=hidden]),select")];
const busy = new Map();

function changed(row) {
	const form = row.querySelector("form[data-row]");
	return cells(row).some((c) => {
		const held = form.elements["held-" + c.name];
		return held && held.value !== c.value.trim();
	});
}

async function save(key) {
	if (busy.get(key)) {
		busy.set(key, "again");
		return;
	}
	const row = document.getElementById("row-" + key);
	if (!row) return;
	const form = row.querySelector("form[data-row]");
	busy.set(key, "now");
	const sent = new FormData(form);
	try {
		const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(sent), headers: { "X-Part": "1" }, keepalive: true }).catch(() => {
			throw new Error(document.body.dataset.closed);
		});
		const text = await answer.text();
		const typed = cells(row).map((c) => [c.name, c.value, sent.get(c.name)]);
		const at = row.contains(document.activeElement) ? document.activeElement : null;
		const name = at && at.name, start = at && at.selectionStart, end = at && at.selectionEnd;
		if (!answer.ok) throw new Error(new DOMParser().parseFromString(text, "text/html").querySelector(".notice")?.textContent.trim() || answer.statusText);
		put(text);
		const now = document.getElementById("row-" + key);
		const box = (n) => cells(now).find((c) => c.name === n);
		for (const [n, value, was] of typed) if (value !== was && box(n)) box(n).value = value;
		if (name && box(name)) {
			box(name).focus({ preventScroll: true });
			if (start !== null && box(name).setSelectionRange && box(name).type === "text") box(name).setSelectionRange(start, end);
		}
		const done = now.querySelector(".done"), wrong = now.querySelector(".problems");
		if (done) now.classList.add("saved");
		live((wrong || done || now.querySelector(".label")).textContent.trim());
		effects();
	} catch (problem) {
		unsaved(row, problem);
	} finally {
		const again = busy.get(key) === "again";
		busy.delete(key);
		if (again) save(key);
	}
}

// unsaved says in the row that it could not be saved. What was typed stays.
function unsaved(row, problem) {
	row.classList.add("refused");
	row.querySelector(".problems")?.remove();
	const box = document.createElement("div");
	box.className = "problems";
	box.setAttribute("role", "alert");
	box.textContent = problem.message;
	row.querySelector(".name").append(box);
}

document.addEventListener("change", (e) => {
	const row = e.target.closest?.("tbody.row");
	if (row && (changed(row) || row.querySelector(".problems"))) save(row.dataset.key);
	if (e.target.closest?.("form[data-auto]")) e.target.form.requestSubmit();
	if (e.target.matches?.("[data-all]")) for (const c of document.querySelectorAll("input[name=target]")) c.checked = e.target.checked;
});

document.addEventListener("focusout", (e) => {
	const row = e.target.closest?.("tbody.row");
	if (row && !busy.has(row.dataset.key) && !row.contains(e.relatedTarget) && !row.querySelector(".problems") && changed(row)) save(row.dataset.key);
});

document.addEventListener("submit", (e) => {
	const row = e.target.closest("tbody.row");
	if (row && e.target.matches("[data-row]")) {
		e.preventDefault();
		save(row.dataset.key);
	}
});

// Enter goes to the same column of the next row, as in a spreadsheet; arrows up and down do too.
document.addEventListener("keydown", (e) => {
	const cell = e.target;
	const row = cell.closest?.("tbody.row");
	if (!row || cell.tagName !== "INPUT" || e.altKey || e.ctrlKey || e.metaKey || e.isComposing) return;
	const step = e.key === "ArrowUp" || (e.key === "Enter" && e.shiftKey) ? "previousElementSibling" : e.key === "ArrowDown" || e.key === "Enter" ? "nextElementSibling" : "";
	if (!step) return;
	e.preventDefault();
	for (let next = row[step]; next; next = next[step]) {
		const same = next.matches("tbody.row") && cells(next).find((c) => c.name === cell.name);
		if (same) {
			same.focus();
			same.select();
			return;
		}
	}
	cell.blur();
	cell.focus();
});

document.addEventListener("click", (e) => {
	const reload = e.target.closest("[data-reload]");
	if (reload) {
		e.preventDefault();
		location.href = reload.href;
		location.reload();
	}
});

// What is being saved is saved though the page is left. What was refused, and sentences that were not sent, would be lost.
window.addEventListener("beforeunload", (e) => {
	const refused = [...document.querySelectorAll("tbody.refused")].some(changed);
	const written = [...document.querySelectorAll("form[data-sentence]:not([data-sent]) textarea")].some((box) => box.value !== box.defaultValue);
	if (refused || written) e.preventDefault();
});

document.addEventListener("submit", (e) => {
	if (e.target.matches("form[data-sentence]")) e.target.dataset.sent = "1";
});

// A name is kept as soon as its box is left.
document.addEventListener("change", (e) => {
	if (e.target.id !== "who") return;
	fetch("/name", { method: "POST", body: new URLSearchParams({ who: e.target.value }), keepalive: true, redirect: "manual" }).catch(() => {});
});

document.querySelector(".notice.bad[role=alert]")?.scrollIntoView({ block: "center" });

// effects fetches what else a change has changed, which takes longer than the findings.
async function effects() {
	const place = document.querySelector("[data-effects]");
	if (!place) return;
	const answer = await fetch(place.dataset.effects, { headers: { "X-Part": "1" } }).catch(() => null);
	if (answer?.ok) place.replaceChildren(...new DOMParser().parseFromString(await answer.text(), "text/html").body.childNodes);
}

// References are completed in the boxes of sentences, from the first brace on.
const refs = new Map();

async function references(url) {
	if (!refs.has(url)) refs.set(url, fetch(url).then((r) => (r.ok ? r.json() : [])));
	return refs.get(url);
}

function closeList(box) {
	box.list?.remove();
	box.list = null;
	box.removeAttribute("aria-activedescendant");
	box.setAttribute("aria-expanded", "false");
}

function mark(box, n) {
	const items = [...box.list.children];
	box.chosen = (n + items.length) % items.length;
	items.forEach((item, i) => item.setAttribute("aria-selected", String(i === box.chosen)));
	items[box.chosen].scrollIntoView({ block: "nearest" });
	box.setAttribute("aria-activedescendant", items[box.chosen].id);
}

async function complete(box) {
	const at = box.selectionStart;
	if (/[｛｝｜＠]/.test(box.value)) { // as Chinese input methods write them
		box.value = box.value.replace(/[｛｝｜＠]/g, (mark) => "{}|@"["｛｝｜＠".indexOf(mark)]);
		box.setSelectionRange(at, at);
	}
	const all = await references(box.form.dataset.sentence);
	const before = box.value.slice(0, box.selectionStart);
	const open = /\{@?([^{}|]*)$/.exec(before);
	closeList(box);
	if (!open || document.activeElement !== box) return;
	const word = open[1].toLowerCase();
	const found = all.filter((r) => r.ref.toLowerCase().includes(word) || r.name.toLowerCase().includes(word) || r.also.toLowerCase().includes(word)).slice(0, 30);
	if (found.length === 0) return;
	const list = document.createElement("ul");
	list.className = "refs";
	list.id = "refs-" + box.id;
	list.setAttribute("role", "listbox");
	list.setAttribute("aria-label", document.body.dataset.figures);
	found.forEach((r, i) => {
		const item = document.createElement("li");
		item.id = list.id + "-" + i;
		item.setAttribute("role", "option");
		item.dataset.ref = r.ref;
		const said = document.createElement("span");
		said.className = "q";
		said.textContent = " " + (box.lang === "en" ? r.en : r.zh) + " ";
		const code = document.createElement("code");
		code.textContent = r.ref;
		item.append(r.name, said, code);
		item.addEventListener("mousedown", (e) => {
			e.preventDefault();
			insert(box, r.ref);
		});
		list.append(item);
	});
	box.parentElement.classList.add("holder");
	box.after(list);
	box.list = list;
	box.setAttribute("aria-controls", list.id);
	box.setAttribute("aria-expanded", "true");
	mark(box, 0);
	list.scrollIntoView({ block: "nearest" });
}

function insert(box, ref) {
	const at = box.selectionStart;
	const from = box.value.lastIndexOf("{", at - 1);
	const rest = box.value.slice(at).replace(/^[^{}\s]*\}/, "");
	const head = box.value.slice(0, from) + "{" + ref + "}";
	box.value = head + rest;
	box.setSelectionRange(head.length, head.length);
	closeList(box);
	box.focus();
}

for (const type of ["input", "click"]) {
	document.addEventListener(type, (e) => {
		if (e.target.matches?.("form[data-sentence] textarea")) complete(e.target);
	});
}

document.addEventListener("keydown", (e) => {
	const box = e.target;
	if (!box.list || e.isComposing) return;
	const does = {
		ArrowDown: () => mark(box, box.chosen + 1), ArrowUp: () => mark(box, box.chosen - 1),
		Enter: () => insert(box, box.list.children[box.chosen].dataset.ref), Tab: () => insert(box, box.list.children[box.chosen].dataset.ref),
		Escape: () => closeList(box),
	}[e.key];
	if (does) {
		e.preventDefault();
		does();
	}
});

document.addEventListener("focusout", (e) => {
	if (e.target.list) closeList(e.target);
});

// Files can be dropped on the form that sends them.
for (const drop of document.querySelectorAll("[data-drop]")) {
	const input = drop.querySelector("input[type=file]");
	for (const type of ["dragover", "dragenter"]) {
		drop.addEventListener(type, (e) => {
			e.preventDefault();
			drop.classList.add("over");
		});
	}
	drop.addEventListener("dragleave", () => drop.classList.remove("over"));
	drop.addEventListener("drop", (e) => {
		e.preventDefault();
		drop.classList.remove("over");
		input.files = e.dataTransfer.files;
		if (input.files.length > 0) drop.requestSubmit();
	});
}

// The preview is drawn anew when the data have changed, in this window or another, and stays where it was scrolled to.
for (const sheet of document.querySelectorAll("[data-follow]")) {
	let version = sheet.dataset.version;
	setInterval(async () => {
		if (document.hidden) return;
		const answer = await fetch(sheet.dataset.follow).catch(() => null);
		if (!answer?.ok) return;
		const now = await answer.text();
		if (now === version) return;
		version = now;
		const page = await fetch(location.href).then((r) => r.text(), () => "");
		const side = new DOMParser().parseFromString(page, "text/html").querySelector(".side section");
		if (side) document.querySelector(".side section")?.replaceWith(side);
		let top = 0;
		try {
			top = sheet.contentWindow.scrollY;
		} catch {
			top = 0; // a PDF is shown by a page of the browser's own
		}
		sheet.addEventListener("load", () => sheet.contentWindow.scrollTo?.(0, top), { once: true });
		sheet.contentWindow.location.replace(sheet.src);
	}, 1500);
}
