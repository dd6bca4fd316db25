-- +goose Up
CREATE TABLE reports (
	id INTEGER PRIMARY KEY, name TEXT NOT NULL, outlet TEXT NOT NULL, url TEXT NOT NULL, lang TEXT NOT NULL, title TEXT NOT NULL,
	place TEXT NOT NULL, day_from INTEGER NOT NULL, day_to INTEGER NOT NULL, day INTEGER NOT NULL, corrects INTEGER NOT NULL,
	origin INTEGER NOT NULL, reader TEXT NOT NULL, shingles INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL
);
CREATE INDEX reports_origin ON reports (origin);
CREATE INDEX reports_day ON reports (day, id);

CREATE TABLE records (
	id INTEGER PRIMARY KEY, report INTEGER NOT NULL, ord INTEGER NOT NULL, entry INTEGER NOT NULL DEFAULT 0,
	block INTEGER NOT NULL, period INTEGER NOT NULL, tag INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
	body TEXT NOT NULL, raw TEXT NOT NULL, setting TEXT NOT NULL, words TEXT NOT NULL
);
CREATE INDEX records_report ON records (report, ord);
CREATE INDEX records_cell ON records (block, period);
CREATE INDEX records_entry ON records (entry);

CREATE TABLE shingles (week INTEGER NOT NULL, hash INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (week, hash, report)) WITHOUT ROWID;
CREATE TABLE marked_cells (block INTEGER NOT NULL, period INTEGER NOT NULL, PRIMARY KEY (block, period)) WITHOUT ROWID;
CREATE TABLE marked_families (family INTEGER PRIMARY KEY);

CREATE TABLE entries (
	seq INTEGER PRIMARY KEY, id INTEGER NOT NULL, block INTEGER NOT NULL, period INTEGER NOT NULL, family INTEGER NOT NULL,
	kind TEXT NOT NULL, type TEXT NOT NULL, mode TEXT NOT NULL, status TEXT NOT NULL,
	day_from INTEGER NOT NULL, day_to INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
	plan TEXT NOT NULL, due INTEGER NOT NULL, shown INTEGER NOT NULL, shown_on INTEGER NOT NULL,
	words INTEGER NOT NULL, body TEXT NOT NULL
);
CREATE UNIQUE INDEX entries_id ON entries (id);
CREATE INDEX entries_cell ON entries (block, period);
CREATE INDEX entries_family ON entries (family);
CREATE INDEX entries_type ON entries (type, seq);
CREATE INDEX entries_kind ON entries (kind, seq);
CREATE INDEX entries_plans ON entries (family) WHERE plan <> '';
CREATE INDEX entries_due ON entries (due, seq) WHERE plan <> '';

CREATE TABLE marks (name TEXT NOT NULL, what INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (name, what, seq)) WITHOUT ROWID;
CREATE TABLE pairs (a TEXT NOT NULL, b TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (a, b, seq)) WITHOUT ROWID;
CREATE TABLE counts (year INTEGER NOT NULL, month INTEGER NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (year, month, kind, type)) WITHOUT ROWID;
CREATE VIRTUAL TABLE entry_words USING fts5 (words, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 0");

CREATE TABLE failures (name TEXT PRIMARY KEY, report INTEGER NOT NULL, reader TEXT NOT NULL, error TEXT NOT NULL, hint TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX failures_report ON failures (report);
CREATE TABLE corrections (n INTEGER PRIMARY KEY AUTOINCREMENT, id INTEGER NOT NULL UNIQUE, body TEXT NOT NULL);
