package dataset

func formFaults() []fault {
	return []fault{
		{
			name: "unknown key", file: "area.yaml", old: "issuer:", new: "isuer:", schema: true,
			want: `area.yaml:5: isuer: unknown key; did you mean "issuer"?`,
		},
		{
			name: "unknown key inside", file: "2024.yaml", old: "growth: {value: 6.50", new: "growth: {valeu: 6.50", schema: true,
			want: `2024.yaml:6: observations.gdp.growth.valeu: unknown key; did you mean "value"?`,
		},
		{
			name: "missing key", file: "indicators.yaml", old: "    unit: ITEM\n", new: "",
			want: `indicators.yaml:26: indicators.items: key "unit" is missing`,
		},
		{
			name: "missing language", file: "area.yaml", old: "name: {zh-Hans: 演示区, zh-Hant: 演示區, en: Demo District}", new: "name: {zh-Hans: 演示区}", schema: true,
			want: `area.yaml:3: name: key "en" is missing`,
		},
		{
			name: "empty language", file: "area.yaml", old: "en: Demo District}", new: `en: ""}`, schema: true,
			want: "area.yaml:3: name.en: is empty: give a value or leave the key out",
		},
		{
			name: "null language", file: "area.yaml", old: "en: Demo District}", new: `en: }`, schema: true,
			want: "area.yaml:3: name.en: is empty: give a value or leave the key out",
		},
		{
			name: "text cut at a comma", file: "area.yaml", old: "en: Demo District}", new: "en: Demo, the district}", schema: true,
			want: "area.yaml:3: name.the district: unknown key without a value: inside of { }, a text with a comma is put in quotes",
		},
		{
			name: "licence in a word", file: "area.yaml", old: "licence:\n  name: {zh-Hans: 演示许可协议, en: Demo Licence}\n  url: https://gazette.example/licence\n  code: Demo-1.0", new: "licence: CC-BY-4.0", schema: true,
			want: `area.yaml:23: licence: want a map, got the text "CC-BY-4.0"`,
		},
		{
			name: "licence without a name", file: "area.yaml", old: "  name: {zh-Hans: 演示许可协议, en: Demo Licence}\n", new: "", schema: true,
			want: `area.yaml:23: licence: key "name" is missing`,
		},
		{
			name: "contact in one language", file: "area.yaml", old: "contact: {zh-Hans: 演示区统计局办公室, en", new: "contact: {en", schema: true,
			want: `area.yaml:22: contact: key "zh-Hans" is missing`,
		},
		{
			name: "duplicate key", file: "2024.yaml", old: "source: gazette\n", new: "source: gazette\nsource: yearbook\n",
			want: "2024.yaml:4: source: is given twice, first on line 3",
		},
		{
			name: "duplicate code", file: "2024.yaml", old: "  dust:\n", new: "  gdp: {level: 1}\n  dust:\n",
			want: "2024.yaml:21: observations.gdp: is given twice, first on line 5",
		},
		{
			name: "number for a text", file: "indicators.yaml", old: "en: Work}", new: "en: 7}", schema: true,
			want: "indicators.yaml:6: themes.work.en: want a text, got the number 7: put it in quotes",
		},
		{
			name: "text for a map", file: "area.yaml", old: "name: {zh-Hans: 演示区, zh-Hant: 演示區, en: Demo District}", new: "name: Demo", schema: true,
			want: `area.yaml:3: name: want a map, got the text "Demo"`,
		},
		{
			name: "map for a text", file: "2024.yaml", old: "source: gazette", new: "source: {gazette: 1}", schema: true,
			want: "2024.yaml:3: source: want a text, got a map",
		},
		{
			name: "text for parts", file: "indicators.yaml", old: "parts: [items-first, requests]", new: "parts: requests", schema: true,
			want: "indicators.yaml:30: indicators.items.parts: want a list, got the text \"requests\"",
		},
		{
			name: "map for a list", file: "indicators.yaml", old: "parts: [items-first, requests]", new: "parts: {items-first: 1}", schema: true,
			want: "indicators.yaml:30: indicators.items.parts.items-first: want a map, got the number 1",
		},
		{
			name: "text for a composition", file: "2024.yaml", old: "items: {level: 8}", new: "items: {level: 8, composition: '40:60'}", schema: true,
			want: `2024.yaml:24: observations.items.composition: want a list of numbers or a map, got the text "40:60"`,
		},
		{
			name: "text in a composition", file: "2024.yaml", old: "items: {level: 8}", new: "items: {level: 8, composition: [40, 60%]}", schema: true,
			want: `2024.yaml:24: observations.items.composition[1]: number "60%": write it without the sign %: the unit is given apart`,
		},
		{
			name: "list for a figure", file: "2024.yaml", old: "level: 15.31", new: "level: [[15.31]]", schema: true,
			want: "2024.yaml:7: observations.gdp.level[0]: want a number or a map, got a list",
		},
		{
			name: "empty element", file: "2024.yaml", old: "level: 15.31", new: "level: [15.31, ~]", schema: true,
			want: "2024.yaml:7: observations.gdp.level[1]: is empty: give a value or leave the key out",
		},
		{
			name: "list for a map", file: "2024.yaml", old: "  items: {level: 8}", new: "  items: {level: {value: [8]}}", schema: true,
			want: "2024.yaml:24: observations.items.level.value: want a number, got a list",
		},
		{
			name: "text for a truth value", file: "area.yaml", old: "sample: true", new: "sample: 'true'", schema: true,
			want: `area.yaml:6: sample: want true or false, got the text "true"`,
		},
		{
			name: "fraction for a position", file: "2024.yaml", old: "{position: 5,", new: "{position: 5.5,", schema: true,
			want: "2024.yaml:9: observations.gdp.rank[0].position: want a whole number in plain digits, got the number 5.5",
		},
		{
			name: "unknown status", file: "2024.yaml", old: "status: O", new: "status: missing", schema: true,
			want: `2024.yaml:20: observations.trade.level.status: unknown status "missing"; known: A, B, E, F, P, O, M, L`,
		},
		{
			name: "unknown project status", file: "2024.yaml", old: "status: completed", new: "status: complete", schema: true,
			want: `2024.yaml:37: projects.mill.status: unknown project status "complete"; did you mean "completed"?`,
		},
		{
			name: "ranked by what cannot be", file: "2024.yaml", old: "by: growth", new: "by: change", schema: true,
			want: `2024.yaml:9: observations.gdp.rank[0].by: unknown measure of rankings "change"; known: growth, level, score, ratio`,
		},
		{
			name: "wrong period", file: "2024.yaml", old: "period: 2025,", new: "period: 2025-Q5,", schema: true,
			want: `2024.yaml:26: observations.requests.level[1].period: period "2025-Q5": quarter must be 1 to 4`,
		},
		{
			name: "day that does not exist", file: "projects.yaml", old: "2024-02-04", new: "2024-02-30",
			want: `projects.yaml:10: projects.mill.milestones.signed.date: date "2024-02-30": want a day that exists, as 2023-02-04, or a month, as 2023-02`,
		},
		{
			name: "white space at the end", file: "area.yaml", old: "en: Demo District}", new: `en: "Demo District "}`, schema: true,
			want: "area.yaml:3: name.en: begins or ends with white space: remove it (a folded text is written with >-)",
		},
		{
			name: "folded text that keeps its line end", file: "2024.yaml", old: "note: {zh-Hans: 含转口。, en: Including re-exports.}", new: "note:\n        zh-Hans: 含转口。\n        en: >\n          Including", schema: true,
			want: "2024.yaml:21: observations.trade.growth.note.en: begins or ends with white space: remove it (a folded text is written with >-)",
		},
		{
			name: "text of two lines", file: "area.yaml", old: "en: Demo District}", new: `en: "Demo\nDistrict"}`, schema: true,
			want: "area.yaml:3: name.en: holds a line break or another control character: write it in one line",
		},
		{
			name: "alias", file: "indicators.yaml", old: "unit: ITEM", new: "unit: *x",
			want: "indicators.yaml: is not YAML: unknown anchor 'x' referenced",
		},
		{
			name: "anchor and alias", file: "2024.yaml", old: "level: 15.31", new: "level: &x 15.31\n    change: *x",
			want: "2 errors:\n  2024.yaml:7: observations.gdp.level: anchors (&x) are not allowed: remove it and write the value out where it is used\n" +
				"  2024.yaml:8: observations.gdp.change: aliases (*x) are not allowed: write the value out",
		},
		{
			name: "merge key", file: "2024.yaml", old: "  items: {level: 8}", new: "  items: {<<: {level: 8}}", schema: true,
			want: "2024.yaml:24: observations.items: merge keys (<<) are not allowed: write the keys out",
		},
		{
			name: "tag", file: "2024.yaml", old: "level: 15.31", new: "level: !!float 15",
			want: "2024.yaml:7: observations.gdp.level: tags (!!float) are not allowed: remove it",
		},
		{
			name: "key that is a list", file: "2024.yaml", old: "  items: {level: 8}", new: "  [a, b]: {level: 8}",
			want: "2024.yaml:24: observations: a key must be a single word, not a list",
		},
		{
			name: "two documents", file: "2024.yaml", old: "source: gazette\n", new: "source: gazette\n---\n",
			want: "2024.yaml:4: a second YAML document: a file holds one, without ---",
		},
		{
			name: "not UTF-8", file: "2024.yaml", old: "source: gazette", new: "source: \xbd\xf0", // 金 in GBK
			want: "2024.yaml:3: is not UTF-8: save the file in that encoding",
		},
		{
			name: "not YAML", file: "2024.yaml", old: "source: gazette", new: "source: [",
			want: "2024.yaml:3: is not YAML: did not find expected ',' or ']'",
		},
		{
			name: "tabs", file: "2024.yaml", old: "  items:", new: "\titems:",
			want: "2024.yaml:23: is not YAML: found a tab character that violates indentation",
		},
		{name: "empty file", file: "2024.yaml", new: "", want: "2024.yaml: the file is empty"},
		{name: "comment only", file: "2024.yaml", new: "# nothing\n", want: "2024.yaml: the file is empty"},
		{name: "list as a file", file: "2024.yaml", new: "- 1\n", schema: true, want: "2024.yaml:1: want a map, got a list"},
		{
			name: "template", file: "text.yaml", old: "{trade.level}。", new: "{trade level}。", schema: true,
			want: `text.yaml:8: sentences[1].text.zh-Hans: reference "{trade level}": want {fact}, {fact@period}, {fact|form} or {@name}`,
		},
		{
			name: "counter of a unit", file: "indicators.yaml", old: "{counter: {zh-Hans: 件}", new: "{counter: 件", schema: true,
			want: `indicators.yaml:3: units.REQUEST.counter: want a map, got the text "件"`,
		},
	}
}
