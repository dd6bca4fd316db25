-- +goose Up
CREATE TABLE dyads (a TEXT NOT NULL, b TEXT NOT NULL, period INTEGER NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, tone INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (a, b, period, kind, type, status, tone)) WITHOUT ROWID;
