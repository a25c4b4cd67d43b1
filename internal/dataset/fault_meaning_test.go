package dataset

func meaningFaults() []fault {
	const reason = "reason: {zh-Hans: 正文更精确。, en: The body is more exact.}"
	return []fault{
		{
			name: "code of another folder", file: "area.yaml", old: "code: demo", new: "code: other",
			want: `area.yaml:2: code: code "other" is not the name of the folder, "demo"`,
		},
		{
			name: "rhythm of the schedule", file: "area.yaml", old: "code: demo", new: "code: demo\nschedule: {periods: weeks}", schema: true,
			want: `area.yaml:3: schedule.periods: periods "weeks": want months, quarters or years`,
		},
		{
			name: "last period of another rhythm", file: "area.yaml", old: "code: demo", new: "code: demo\nschedule: {periods: years, last: 2024-Q1}",
			want: `area.yaml:3: schedule.last: last 2024-Q1: is none of the years`,
		},
		{
			name: "nominal growth of tonnes", file: "indicators.yaml", old: "unit: CNY\n    mult: 4", new: "unit: T\n    mult: 4\n    basis: nominal",
			want: `indicators.yaml:21: indicators.trade.basis: unit T is no money, so its growth has no prices: leave the basis out`,
		},
		{
			name: "real growth of tonnes", file: "2024.yaml", old: "  dust:\n    ratio: 88.0", new: "  dust:\n    growth: {value: 1.5, basis: real}\n    ratio: 88.0",
			want: "2024.yaml:22: observations.dust.growth.basis: unit PERCENT is no money, so its growth has no prices: leave the basis out",
		},
		{
			name: "growth on the period before, of a whole year", file: "2024.yaml", old: "growth: {value: 6.50, from: {3: 6.50%}}", new: "growth: [6.50, {value: 0.3, basis: chained}]",
			want: "2024.yaml:6: observations.gdp.growth[1].basis: growth on the period before is of a month or a quarter alone: add only: month or only: quarter",
		},
		{
			name: "growth twice", file: "2024.yaml", old: "growth: {value: 6.50, from: {3: 6.50%}}", new: "growth: [6.50, {value: 6.1, basis: real}]",
			want: "2024.yaml:6: observations.gdp.growth[1]: the fact gdp.growth@2024 is given twice, first at 2024.yaml:6: observations.gdp.growth[0]",
		},
		{
			name: "a margin in an unknown scope", file: "2024.yaml", old: "level: 15.31", new: "margin: {value: 1, scope: nation}",
			want: `2024.yaml:7: observations.gdp.margin.scope: unknown scope "nation"; known: city, province`,
		},
		{
			name: "form of codes", file: "area.yaml", old: "  yearbook:", new: "  Yearbook:", schema: true,
			want: "2 errors:\n  2024.yaml:14: observations.trade.growth.from.yearbook/12: unknown source \"yearbook\"; did you mean \"Yearbook\"?\n" +
				"  area.yaml:18: sources.Yearbook: code \"Yearbook\": want lower-case letters, digits and dashes, a letter first",
		},
		{
			name: "scope of no area", file: "area.yaml", old: "of: 16", new: "of: 0", schema: true,
			want: "area.yaml:8: scopes.city.of: must be 1 or more, is 0",
		},
		{
			name: "address", file: "area.yaml", old: "https://gazette", new: "gazette", schema: true,
			want: `area.yaml:17: sources.gazette.url: url "gazette.example/2024": want an address that begins with https:// or http://`,
		},
		{
			name: "address without a host", file: "area.yaml", old: "https://gazette.example/2024", new: "https://",
			schema: true,
			want:   `area.yaml:17: sources.gazette.url: url "https://": want the name of a host after ://, without spaces, as https://example.org/`,
		},
		{
			name: "address with a space in its host", file: "area.yaml", old: "https://gazette.example/2024", new: "https://gaz ette.example/2024",
			schema: true,
			want: `area.yaml:17: sources.gazette.url: url "https://gaz ette.example/2024": want the name of a host after ://, without spaces, ` +
				"as https://example.org/",
		},
		{
			name: "address of the licence", file: "area.yaml", old: "https://gazette.example/licence", new: "gazette.example/licence", schema: true,
			want: `area.yaml:25: licence.url: url "gazette.example/licence": want an address that begins with https:// or http://`,
		},
		{
			name: "code of the licence", file: "area.yaml", old: "Demo-1.0", new: "Demo 1.0", schema: true,
			want: `area.yaml:26: licence.code: code "Demo 1.0": want the licence's identifier, as CC-BY-4.0: letters, digits, dots and dashes`,
		},
		{
			name: "official code of five digits", file: "area.yaml", old: "official_code: 110101", new: "official_code: 11010", schema: true,
			want: `area.yaml:32: official_code: official code "11010": want the six digits of GB/T 2260, as 110101, or nine or twelve of a town or village`,
		},
		{
			name: "reference without its place", file: "area.yaml", old: "paragraph {0}", new: "paragraph", schema: true,
			want: "area.yaml:15: sources.gazette.reference.en: holds no {0}, where the reference goes",
		},
		{
			name: "unknown theme", file: "indicators.yaml", old: "theme: work", new: "theme: wrok",
			want: `indicators.yaml:22: indicators.dust.theme: unknown theme "wrok"; did you mean "work"?`,
		},
		{
			name: "unknown unit", file: "indicators.yaml", old: "unit: CNY", new: "unit: RANK", schema: true,
			want: `indicators.yaml:11: indicators.gdp.unit: unknown unit "RANK"`,
		},
		{
			name: "words of an unknown unit", file: "area.yaml", old: "code: demo\n", new: "code: demo\nwords: {MILE: 里}\n",
			want: "area.yaml:3: words.MILE: unit MILE is none of the program's: its words stand in indicators.yaml",
		},
		{
			name: "kind of unit", file: "indicators.yaml", old: "many: requests}", new: "many: requests, kind: counts}", schema: true,
			want: `indicators.yaml:3: units.REQUEST.kind: unknown kind of unit "counts"; did you mean "count"?`,
		},
		{
			name: "alias of the program's", file: "indicators.yaml", old: "many: requests}", new: "many: requests, aliases: [吨]}",
			want: `indicators.yaml:3: units.REQUEST.aliases: alias "吨" is printed for unit T: choose another, or use that unit`,
		},
		{
			name: "alias twice", file: "indicators.yaml", old: "many: requests}", new: "many: requests, aliases: [桩, 桩]}",
			want: `indicators.yaml:3: units.REQUEST.aliases: alias "桩" is printed for unit REQUEST: choose another, or use that unit`,
		},
		{
			name: "alias that is a number", file: "indicators.yaml", old: "many: requests}", new: "many: requests, aliases: [2桩]}",
			want: `indicators.yaml:3: units.REQUEST.aliases: alias "2桩" begins with a digit or is empty: write the words that stand behind a number`,
		},
		{
			name: "base of no index", file: "indicators.yaml", old: "    mult: 4", new: "    base: {zh-Hans: 上年=100, en: previous year = 100}",
			want: "indicators.yaml:20: indicators.trade.base: a base is given with unit: INDEX only",
		},
		{
			name: "base without a code", file: "indicators.yaml", old: "unit: PERCENT\n", new: "unit: INDEX\n    base: {zh-Hans: 上年=100, en: '= 100'}\n",
			want: "indicators.yaml:25: indicators.dust.base: its English makes no code of its own: say on what the index stands, as previous year = 100",
		},
		{
			name: "base worded twice", file: "indicators.yaml", old: "unit: PERCENT\n", new: "unit: INDEX\n    base: {zh-Hans: 上年=100, en: previous year = 100}\n  prices: {theme: work, name: {zh-Hans: 价, en: Prices}, unit: INDEX, base: {zh-Hans: 去年=100, en: previous year = 100}}\n  grime:\n    theme: work\n    name: {zh-Hans: 尘, en: Grime}\n    unit: PERCENT\n",
			want: "indicators.yaml:26: indicators.prices.base: indicators.dust has other words for INDEX_PREVIOUS_YEAR: give both the same",
		},
		{
			name: "own unit that is known", file: "indicators.yaml", old: "  REQUEST:", new: "  ITEM: {counter: {zh-Hans: 项}, one: item, many: items}\n  REQUEST:",
			want: "indicators.yaml:3: units.ITEM: unit ITEM is known to the program: choose another code",
		},
		{
			name: "form of units", file: "indicators.yaml", old: "  REQUEST:", new: "  foot: {counter: {zh-Hans: 尺}, one: foot, many: feet}\n  REQUEST:", schema: true,
			want: `indicators.yaml:3: units.foot: unit code "foot": want upper-case letters, digits and underscores, a letter first`,
		},
		{
			name: "theme of sentences", file: "indicators.yaml", old: "  work: {zh-Hans: 工作", new: "  targets: {zh-Hans: 目标, en: Goals}\n  work: {zh-Hans: 工作", schema: true,
			want: `indicators.yaml:6: themes.targets: theme "targets" has a meaning of its own in sentences: choose another code`,
		},
		{
			name: "power out of range", file: "indicators.yaml", old: "mult: 8", new: "mult: 100000000", schema: true,
			want: "indicators.yaml:12: indicators.gdp.mult: must be a power of ten from -12 to 18, is 100000000",
		},
		{
			name: "part that is unknown", file: "indicators.yaml", old: "parts: [items-first,", new: "parts: [items-frist,",
			want: `indicators.yaml:30: indicators.items.parts: unknown indicator "items-frist"; did you mean "items-first"?`,
		},
		{
			name: "part of itself, and twice", file: "indicators.yaml", old: "parts: [items-first, requests]", new: "parts: [items, requests, requests]", schema: true,
			want: "2 errors:\n  indicators.yaml:30: indicators.items.parts: names the indicator itself\n  indicators.yaml:30: indicators.items.parts: names \"requests\" twice",
		},
		{
			name: "breakdown without its parts", file: "indicators.yaml", old: "parts: [items-first, requests]", new: "parts: {place: {name: {zh-Hans: 地, en: Place}}}", schema: true,
			want: "indicators.yaml:30: indicators.items.parts.place: key \"of\" is missing",
		},
		{
			name: "breakdowns without names", file: "indicators.yaml", old: "parts: [items-first, requests]", new: "parts: {place: {of: [items-first]}, way: {of: [requests]}}",
			want: "2 errors:\n  indicators.yaml:30: indicators.items.parts.place: key \"name\" is missing: needed where an indicator has several breakdowns\n" +
				"  indicators.yaml:30: indicators.items.parts.way: key \"name\" is missing: needed where an indicator has several breakdowns",
		},
		{
			name: "part of two breakdowns", file: "indicators.yaml",
			old: "parts: [items-first, requests]", new: "parts: {place: {name: {zh-Hans: 地, en: Place}, of: [requests]}, way: {name: {zh-Hans: 法, en: Way}, of: [requests]}}",
			want: `indicators.yaml:30: indicators.items.parts.way.of: names "requests", which is a part of breakdown "place" already: name it in one of them`,
		},
		{
			name: "contained in an unknown one", file: "indicators.yaml", old: "    includes: [items-first]", new: "    of: itmes",
			want: `indicators.yaml:40: indicators.items-top.of: unknown indicator "itmes"; did you mean "items"?`,
		},
		{
			name: "part and contained", file: "indicators.yaml", old: "    tally: {group: contest, position: 1}", new: "    of: items\n    tally: {group: contest, position: 1}",
			want: `indicators.yaml:35: indicators.items-first.of: "items-first" is a part of "items" by its parts: say it once`,
		},
		{
			name: "part and included", file: "indicators.yaml", old: "parts: [items-first, requests]", new: "parts: [requests]\n    includes: [requests]",
			want: `indicators.yaml:31: indicators.items.includes: "requests" is a part of "items" by its parts: say it once`,
		},
		{
			name: "contained in itself", file: "indicators.yaml", old: "unit: REQUEST\n", new: "unit: REQUEST\n    includes: [items-top]\n  whole: {theme: work, name: {zh-Hans: 全, en: Whole}, unit: ITEM, of: items-first}\n  rest: {theme: work, name: {zh-Hans: 余, en: Rest}, unit: ITEM, parts: [items], of: whole}\n",
			want: `indicators.yaml:26: indicators.items: is contained in itself: items > items-first > whole > rest > items; take one of these out of parts, includes or of`,
		},
		{
			name: "tally of two sorts", file: "indicators.yaml", old: "position: 1}", new: "position: 1, at_most: 1}", schema: true,
			want: "indicators.yaml:35: indicators.items-first.tally: counts either at_most or position, not both",
		},
		{
			name: "composition without parts", file: "2024.yaml", old: "score: 4.41}", new: "composition: [40, 60], score: 4.41}",
			want: "2024.yaml:27: observations.requests-rate.composition: requests-rate has no parts: list them in indicators.yaml, in the order of the shares",
		},
		{
			name: "composition by an unknown breakdown", file: "2024.yaml", old: "items: {level: 8}", new: "items: {level: 8, composition: {by: place, values: [40, 60]}}",
			want: `2024.yaml:24: observations.items.composition.by: unknown breakdown "place"; there are none`,
		},
		{
			name: "composition of fewer shares", file: "2024.yaml", old: "items: {level: 8}", new: "items: {level: 8, composition: [100]}",
			want: "2024.yaml:24: observations.items.composition: shares: 1, parts: 2 (items-first, requests); give one for each",
		},
		{
			name: "composition twice", file: "2024.yaml", old: "items: {level: 8}", new: "items: {level: 8, composition: [{values: [40, 60]}, {values: [40, 60], note: {zh-Hans: 又, en: Again}}]}",
			want: "2024.yaml:24: observations.items.composition[1]: the composition items.composition@2024 is given twice, first at 2024.yaml:24: observations.items.composition[0]",
		},
		{
			name: "composition without shares", file: "2024.yaml", old: "items: {level: 8}", new: "items: {level: 8, composition: {status: P}}",
			want: `2024.yaml:24: observations.items.composition: key "values" is missing; that a figure is missing is said with status: O`,
		},
		{
			name: "composition with and without shares", file: "2024.yaml", old: "items: {level: 8}", new: "items: {level: 8, composition: {values: [40, 60], status: O}}",
			want: "2024.yaml:24: observations.items.composition.values: status O says that there is no value",
		},
		{
			name: "composition from an unknown source", file: "2024.yaml", old: "items: {level: 8}", new: "items: {level: 8, composition: {values: [40, 60], from: {almanac/1: '40:60'}}}",
			want: `2024.yaml:24: observations.items.composition.from.almanac/1: unknown source "almanac"; known: gazette, yearbook`,
		},
		{
			name: "period of another file", file: "2024.yaml", old: `period: "2024"`, new: `period: "2023"`,
			want: "2024.yaml:2: period: period 2023 is not that of the file's name, 2024.yaml",
		},
		{
			name: "status of a file without values", file: "2024-Q1.yaml", old: "status: P", new: "status: O", schema: true,
			want: "2024-Q1.yaml:7: status: status O says that there is no value: a file's figures have one; give it to the figures that are missing",
		},
		{
			name: "unknown status of a file", file: "2024-Q1.yaml", old: "status: P", new: "status: preliminary", schema: true,
			want: `2024-Q1.yaml:7: status: unknown status "preliminary"; known: A, B, E, F, P, O, M, L`,
		},
		{
			name: "figure in a title", file: "area.yaml", old: "bulletin of {area}", new: "bulletin of {area} with {gdp.level}", schema: true,
			want: "area.yaml:27: title: reference {gdp.level}: a title may have {area}, {period} and {year}; write anything else out",
		},
		{
			name: "unknown measure in a usual sentence", file: "indicators.yaml", old: "为{ratio}，{change}。\", en: \"{name} were {ratio}", new: "为{ratoi}，{change}。\", en: \"{name} were {ratoi}",
			want: "indicators.yaml:51: indicators.requests-rate.sentence: reference {ratoi}: want a measure of the indicator itself, " +
				`as {level} or {growth}, or {name}; did you mean "ratio"?`,
		},
		{
			name: "usual sentence of other figures in English", file: "indicators.yaml", old: "were {ratio}, {change}.", new: "were {ratio}.",
			want: "indicators.yaml:51: indicators.requests-rate.sentence: the languages refer to different figures: use the same in both",
		},
		{
			name: "brace in the title of a period", file: "2024-Q1.yaml", old: "figures, {year}", new: "figures, {year", schema: true,
			want: `2024-Q1.yaml:8: title.en: a brace without its partner at "{year"`,
		},
		{
			name: "title in one language", file: "2024-Q1.yaml", old: `, en: "Quarterly figures, {year}"`, new: "", schema: true,
			want: `2024-Q1.yaml:8: title: key "en" is missing`,
		},
		{
			name: "unknown source", file: "2024.yaml", old: "source: gazette", new: "source: gazete",
			want: `2024.yaml:3: source: unknown source "gazete"; did you mean "gazette"?`,
		},
		{
			name: "reference without a source", file: "2024-Q1.yaml", old: "level: 120", new: "level: {value: 120, from: {3: '120'}}",
			want: `2024-Q1.yaml:4: observations.trade.level.from.3: reference "3" names no source, and the file has none: write source/3`,
		},
		{
			name: "source without a reference", file: "2024.yaml", old: "from: {3: 6.50%}", new: "from: {gazette: 6.50%}",
			want: "2024.yaml:6: observations.gdp.growth.from.gazette: names a source without a reference: write gazette/… with what stands there",
		},
		{
			name: "unknown unit of a figure", file: "2024.yaml", old: "unit: PERSON", new: "unit: PERSONS",
			want: `2024.yaml:40: projects.mill.figures.staff.unit: unknown unit "PERSONS"; did you mean "PERSON"?`,
		},
		{
			name: "other unit without its power", file: "2024.yaml", old: "level: 15.31", new: "level: {value: 2.1, unit: USD}",
			want: "2024.yaml:7: observations.gdp.level.unit: unit USD is not the usual CNY × 10^8: give mult too, 0 if there is none",
		},
		{
			name: "no value", file: "2024.yaml", old: "{value: 6.50, from: {3: 6.50%}}", new: "{from: {3: 6.50%}}", schema: true,
			want: `2024.yaml:6: observations.gdp.growth: key "value" is missing; that a figure is missing is said with status: O`,
		},
		{
			name: "value of a missing figure", file: "2024.yaml", old: "{status: O}", new: "{value: 0, status: O}", schema: true,
			want: "2024.yaml:20: observations.trade.level.value: status O says that there is no value",
		},
		{
			name: "no figure", file: "2024.yaml", old: "items: {level: 8}", new: "items: {}", schema: true,
			want: "2024.yaml:24: observations.items: holds no figure: give one, or leave the indicator out",
		},
		{
			name: "variants without a reason", file: "2024.yaml", old: "      " + reason + "\n", new: "", schema: true,
			want: `2024.yaml:12: observations.trade.growth: key "reason" is missing: say why the figure is preferred to its variants`,
		},
		{
			name: "reason without variants", file: "2024-Q1.yaml", old: "level: 120", new: "level: {value: 120, " + reason + "}", schema: true,
			want: "2024-Q1.yaml:4: observations.trade.level.reason: a reason is given with variants only; anything else is a note",
		},
		{
			name: "one fact twice", file: "2024.yaml", old: "level: [433, {value: 500, period: 2025,", new: "level: [433, {value: 500,",
			want: "2024.yaml:26: observations.requests.level[1]: the fact requests.level@2024 is given twice, first at 2024.yaml:26: observations.requests.level[0]",
		},
		{
			name: "position zero", file: "2024.yaml", old: "{position: 5,", new: "{position: 0,", schema: true,
			want: "2024.yaml:9: observations.gdp.rank[0].position: must be 1 or more, is 0",
		},
		{
			name: "unknown scope", file: "2024.yaml", old: "scope: province", new: "scope: provinces",
			want: `2024.yaml:10: observations.gdp.rank[1].scope: unknown scope "provinces"; did you mean "province"?`,
		},
		{
			name: "unknown group", file: "2024.yaml", old: "group: contest", new: "group: context",
			want: `2024.yaml:9: observations.gdp.rank[0].group: unknown group of a tally "context"; did you mean "contest"?`,
		},
		{
			name: "tolerance of what is not about", file: "2024.yaml", old: "operator: about, ", new: "", schema: true,
			want: "2024.yaml:32: targets.gdp.growth.tolerance: a tolerance is given with operator: about only",
		},
		{
			name: "negative tolerance", file: "2024.yaml", old: "tolerance: 0.5", new: "tolerance: -0.5", schema: true,
			want: "2024.yaml:32: targets.gdp.growth.tolerance: must not be negative",
		},
		{
			name: "a range with an operator", file: "2024.yaml", old: "operator: about, tolerance: 0.5", new: "operator: at_least, to: 7", schema: true,
			want: "2024.yaml:32: targets.gdp.growth.to: a range has no operator: leave out the operator or to",
		},
		{
			name: "a range downwards", file: "2024.yaml", old: "operator: about, tolerance: 0.5", new: "to: 6.0",
			want: "2024.yaml:32: targets.gdp.growth.to: must be above the value, 6: give the smaller number as value",
		},
		{
			name: "a range without a value", file: "2024.yaml", old: "trade: {growth: 10}", new: "trade: {growth: {status: O, to: 6}}", schema: true,
			want: "2024.yaml:34: targets.trade.growth.to: a range needs both value and to",
		},
		{
			name: "a target in one language", file: "2024.yaml", old: "trade: {growth: 10}", new: "trade: {words: {zh-Hans: 完成省下达任务}}", schema: true,
			want: `2024.yaml:34: targets.trade.words: key "en" is missing`,
		},
		{
			name: "no target", file: "2024.yaml", old: "trade: {growth: 10}", new: "trade: {}", schema: true,
			want: "2024.yaml:34: targets.trade: holds no target: give one, or leave the indicator out",
		},
		{
			name: "unknown project", file: "2024.yaml", old: "  mill:", new: "  mil:",
			want: `2024.yaml:36: projects.mil: unknown project "mil"; did you mean "mill"?`,
		},
		{
			name: "figure of a project without a unit", file: "2024.yaml", old: "value: 30, unit: PERSON", new: "value: 30", schema: true,
			want: `2024.yaml:40: projects.mill.figures.staff: key "unit" is missing`,
		},
		{
			name: "figure of a project without a name", file: "2024.yaml", old: ", name: {zh-Hans: 职工, en: staff}", new: "",
			want: `2024.yaml:40: projects.mill.figures.staff: key "name" is missing: needed by all but investment, total-investment, foreign-capital, length, area, voltage`,
		},
		{
			name: "figure and milestone of one code", file: "2024.yaml", old: "      staff:", new: "      opening:",
			want: `2024.yaml:40: projects.mill.figures.opening: code "opening" is taken by a milestone of the project`,
		},
		{
			name: "milestone of no known step", file: "projects.yaml", old: "{step: event, ", new: "{", schema: true,
			want: `projects.yaml:11: projects.mill.milestones.opening: key "step" is missing, and "opening" is no step; known: signed, started, completed, in_production, agreement, approval, fair, meeting, on_site_from, event`,
		},
		{
			name: "project called as an indicator", file: "projects.yaml", old: "  weir:", new: "  trade:",
			want: `projects.yaml:13: projects.trade: code "trade" is taken by the indicator at indicators.yaml:16: indicators.trade`,
		},
		{
			name: "initiative called as a recognition", file: "2024.yaml", old: "  blue-sky:", new: "  clean-prize:",
			want: `2024.yaml:52: initiatives.clean-prize: code "clean-prize" is taken by the recognition at 2024.yaml:43: recognitions.clean-prize`,
		},
		{
			name: "two sentences of one id", file: "2024.text.yaml", old: "id: mill", new: "id: goals",
			want: `2024.text.yaml:8: sentences[1].id: code "goals" is taken by the sentence at 2024.text.yaml:3: sentences[0]`,
		},
		{
			name: "theme of a sentence", file: "2024.text.yaml", old: "theme: targets", new: "theme: target",
			want: `2024.text.yaml:4: sentences[0].theme: unknown theme "target"; did you mean "targets"?`,
		},
		{
			name: "standing sentence on nothing", file: "text.yaml", old: "总值{trade.level}", new: "总值{tarde.level}",
			want: `text.yaml:8: sentences[1].text: reference {tarde.level}: unknown indicator or project "tarde"; did you mean "trade"?`,
		},
		{
			name: "standing sentence on no measure", file: "text.yaml", old: "总值{trade.level}", new: "总值{trade.levle@2023}",
			want: `text.yaml:8: sentences[1].text: reference {trade.levle@2023}: unknown measure "levle"; did you mean "level"?`,
		},
		{
			name: "standing sentence on a target of another year", file: "text.yaml", old: "总值{trade.level}", new: "总值{gdp.target_growth}",
			want: `text.yaml:8: sentences[1].text: reference {gdp.target_growth}: no edition's own period has this target; name the one it is due in, as {gdp.target_growth@2025}`,
		},
		{
			name: "standing sentence on no name", file: "text.yaml", old: "获得{@clean-prize}", new: "获得{@clean-price}",
			want: `text.yaml:14: sentences[3].text: reference {@clean-price}: nothing is called "clean-price"; known: gdp, trade, dust, items, items-first, items-top, requests, requests-rate, mill, weir`,
		},
		{
			name: "standing sentence on no part of the edition", file: "text.yaml", old: "{area}{year}", new: "{area}{yaer}",
			want: `text.yaml:5: sentences[0].text: reference {yaer}: unknown; did you mean "year"?`,
		},
		{
			name: "two files of one period", file: "2024-03.yaml", new: "period: 2024-Q1",
			want: "2024-Q1.yaml: is of the same period as 2024-03.yaml, 2024-Q1: keep one of the two",
		},
		{
			name: "preface on nothing", file: "text.yaml", old: "统计局编制", new: "统计局编制{tarde.level}",
			want: `text.yaml:16: preface[0]: reference {tarde.level}: unknown indicator or project "tarde"; did you mean "trade"?`,
		},
		{
			name: "brace in a preface", file: "2024.text.yaml", old: "一季度{trade.growth@2024-Q1}", new: "一季度{trade growth}", schema: true,
			want: `2024.text.yaml:12: preface[0].zh-Hans: reference "{trade growth}": want {fact}, {fact@period}, {fact|form} or {@name}`,
		},
		{
			name: "neither sentences nor a preface", file: "2024-Q1.text.yaml", new: "{}", schema: true,
			want: "2024-Q1.text.yaml:1: holds no sentences, preface, points or prose: give one, or remove the file",
		},
		{
			name: "unknown choice of prose", file: "text.yaml", old: "prose: auto", new: "prose: all", schema: true,
			want: `text.yaml:18: prose: unknown prose "all"; known: auto, none`,
		},
		{
			name: "point on nothing", file: "text.yaml", old: "产总值{gdp.level}。\", en: \"Gross", new: "产总值{gpd.level}。\", en: \"Gross",
			want: `text.yaml:20: points[0]: reference {gpd.level}: unknown indicator or project "gpd"; did you mean "gdp"?`,
		},
		{
			name: "sentence in place of none", file: "text.yaml", old: "id: trade", new: "id: auto-tarde",
			want: `text.yaml:6: sentences[1].id: no sentence is composed with the id "auto-tarde"; did you mean "trade"?`,
		},
		{
			name: "sentence in another theme than what it replaces", file: "text.yaml", old: "id: trade\n    theme: economy", new: "id: auto-trade\n    theme: work",
			want: `text.yaml:7: sentences[1].theme: the composed sentence auto-trade is in theme "economy": give that theme, or another id`,
		},
		{
			name: "sentence in another theme than what it replaces again", file: "text.yaml", old: "id: trade\n    theme: economy", new: "id: auto-trade-again\n    theme: work",
			want: `text.yaml:7: sentences[1].theme: the composed sentence auto-trade-again is in theme "economy": give that theme, or another id`,
		},
		{
			name: "theme of the preface", file: "indicators.yaml", old: "  work: {zh-Hans: 工作", new: "  preface: {zh-Hans: 前言, en: Preface}\n  work: {zh-Hans: 工作", schema: true,
			want: `indicators.yaml:6: themes.preface: theme "preface" has a meaning of its own in sentences: choose another code`,
		},
		{
			name: "note on two things", file: "area.yaml", old: "    indicator: gdp", new: "    indicator: gdp\n    theme: economy", schema: true,
			want: "area.yaml:30: notes[1]: is on an indicator or on a theme, not on both",
		},
		{
			name: "note on nothing known", file: "area.yaml", old: "    indicator: gdp", new: "    indicator: gpd",
			want: `area.yaml:31: notes[1].indicator: unknown indicator "gpd"; did you mean "gdp"?`,
		},
		{
			name: "note with a figure that is unknown", file: "area.yaml", old: "{gdp.level}含", new: "{gdp.levle}含",
			want: `area.yaml:30: notes[1].text: reference {gdp.levle}: unknown measure "levle"; did you mean "level"?`,
		},
		{
			name: "note on no figure of the file", file: "2024-Q1.yaml", old: "theme: economy", new: "indicator: gdp",
			want: `2024-Q1.yaml:10: notes[0].indicator: the file has no figure of "gdp" that the note could be marked at`,
		},
		{
			name: "note on no chapter of the period", file: "2024-Q1.yaml", old: "theme: economy", new: "theme: work",
			want: `2024-Q1.yaml:10: notes[0].theme: the period has no chapter "work" that the note could be on`,
		},
		{
			name: "note without words", file: "2024-Q1.yaml", old: `, text: {zh-Hans: "2024年为{trade.level@2024-Q1}。", en: "In 2024 {trade.level@2024-Q1}."}`, new: "", schema: true,
			want: `2024-Q1.yaml:10: notes[0]: key "text" is missing`,
		},
		{
			name: "two texts of one period", file: "2024-Q4.text.yaml", new: "sentences: []",
			want: "2024.text.yaml: is of the same period as 2024-Q4.text.yaml, 2024: keep one of the two",
		},
		{
			name: "unknown file", file: "indikators.yaml", new: "x: 1",
			want: `indikators.yaml: unknown file; did you mean "indicators.yaml"?`,
		},
		{
			name: "other ending", file: "2025.yml", new: "x: 1",
			want: `2025.yml: unknown file; did you mean "2025.yaml"?`,
		},
		{
			name: "file of no period", file: "2024-Q5.yaml", new: "x: 1",
			want: "2024-Q5.yaml: unknown file; known: area.yaml, indicators.yaml, projects.yaml, text.yaml, <period>.yaml and <period>.text.yaml, where a period is as 2023, 2024-H1, 2024-Q3 or 2024-05",
		},
		{
			name: "sentences of no period", file: "2023.text.yaml", new: "sentences: []",
			want: "2023.text.yaml: there is no 2023.yaml that these sentences could be about",
		},
	}
}
