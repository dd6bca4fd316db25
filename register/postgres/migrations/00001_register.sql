-- +goose Up
CREATE TABLE reports (
	id BIGINT PRIMARY KEY, name TEXT COLLATE "C" NOT NULL, outlet TEXT COLLATE "C" NOT NULL, url TEXT COLLATE "C" NOT NULL, lang TEXT COLLATE "C" NOT NULL, title TEXT COLLATE "C" NOT NULL,
	place TEXT COLLATE "C" NOT NULL, day_from BIGINT NOT NULL, day_to BIGINT NOT NULL, day BIGINT NOT NULL, corrects BIGINT NOT NULL,
	origin BIGINT NOT NULL, reader TEXT COLLATE "C" NOT NULL, shingles BIGINT NOT NULL DEFAULT 0, body TEXT COLLATE "C" NOT NULL
);
CREATE INDEX reports_origin ON reports (origin);
CREATE INDEX reports_day ON reports (day, id);

CREATE TABLE records (
	id BIGINT PRIMARY KEY, report BIGINT NOT NULL, ord BIGINT NOT NULL, entry BIGINT NOT NULL DEFAULT 0,
	block BIGINT NOT NULL, period BIGINT NOT NULL, tag BIGINT NOT NULL, withdrawn BIGINT NOT NULL,
	body TEXT COLLATE "C" NOT NULL, raw TEXT COLLATE "C" NOT NULL, setting TEXT COLLATE "C" NOT NULL, words TEXT COLLATE "C" NOT NULL
);
CREATE INDEX records_report ON records (report, ord);
CREATE INDEX records_cell ON records (block, period);
CREATE INDEX records_entry ON records (entry);

CREATE TABLE shingles (week BIGINT NOT NULL, hash BIGINT NOT NULL, report BIGINT NOT NULL, PRIMARY KEY (week, hash, report)) ;
CREATE TABLE marked_cells (block BIGINT NOT NULL, period BIGINT NOT NULL, PRIMARY KEY (block, period)) ;
CREATE TABLE marked_families (family BIGINT PRIMARY KEY);

CREATE TABLE entries (
	seq BIGINT PRIMARY KEY, id BIGINT NOT NULL, block BIGINT NOT NULL, period BIGINT NOT NULL, family BIGINT NOT NULL,
	kind TEXT COLLATE "C" NOT NULL, type TEXT COLLATE "C" NOT NULL, mode TEXT COLLATE "C" NOT NULL, status TEXT COLLATE "C" NOT NULL,
	day_from BIGINT NOT NULL, day_to BIGINT NOT NULL, first BIGINT NOT NULL, last BIGINT NOT NULL,
	plan TEXT COLLATE "C" NOT NULL, due BIGINT NOT NULL, shown BIGINT NOT NULL, shown_on BIGINT NOT NULL,
	words BIGINT NOT NULL, body TEXT COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX entries_id ON entries (id);
CREATE INDEX entries_cell ON entries (block, period);
CREATE INDEX entries_family ON entries (family);
CREATE INDEX entries_type ON entries (type, seq);
CREATE INDEX entries_kind ON entries (kind, seq);
CREATE INDEX entries_plans ON entries (family) WHERE plan <> '';
CREATE INDEX entries_due ON entries (due, seq) WHERE plan <> '';

CREATE TABLE marks (name TEXT COLLATE "C" NOT NULL, what BIGINT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY (name, what, seq)) ;
CREATE TABLE pairs (a TEXT COLLATE "C" NOT NULL, b TEXT COLLATE "C" NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY (a, b, seq)) ;
CREATE TABLE counts (year BIGINT NOT NULL, month BIGINT NOT NULL, kind TEXT COLLATE "C" NOT NULL, type TEXT COLLATE "C" NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (year, month, kind, type)) ;
CREATE TABLE entry_words (seq BIGINT PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX entry_words_words ON entry_words USING gin (words);

CREATE TABLE failures (name TEXT COLLATE "C" PRIMARY KEY, report BIGINT NOT NULL, reader TEXT COLLATE "C" NOT NULL, error TEXT COLLATE "C" NOT NULL, hint TEXT COLLATE "C" NOT NULL) ;
CREATE INDEX failures_report ON failures (report);
CREATE TABLE corrections (n BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id BIGINT NOT NULL UNIQUE, body TEXT COLLATE "C" NOT NULL);
