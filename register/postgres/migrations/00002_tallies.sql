-- +goose Up
CREATE TABLE tallies (period BIGINT NOT NULL, what BIGINT NOT NULL, a TEXT COLLATE "C" NOT NULL, b TEXT COLLATE "C" NOT NULL, n BIGINT NOT NULL, good BIGINT NOT NULL, bad BIGINT NOT NULL, PRIMARY KEY (period, what, a, b));
CREATE INDEX tallies_b ON tallies (period, what, b);
DROP INDEX entries_due;
CREATE INDEX entries_due ON entries (due, seq, plan) WHERE plan <> '';
