-- +goose Up
CREATE TABLE tallies (period INTEGER NOT NULL, what INTEGER NOT NULL, a TEXT NOT NULL, b TEXT NOT NULL, n INTEGER NOT NULL, good INTEGER NOT NULL, bad INTEGER NOT NULL, PRIMARY KEY (period, what, a, b)) WITHOUT ROWID;
CREATE INDEX tallies_b ON tallies (period, what, b);
DROP INDEX entries_due;
CREATE INDEX entries_due ON entries (due, seq, plan) WHERE plan <> '';
