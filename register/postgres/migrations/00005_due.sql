-- +goose Up
DROP INDEX entries_due;
CREATE INDEX entries_due ON entries (due, seq, plan, kind, type, mode, status) WHERE plan <> '';
