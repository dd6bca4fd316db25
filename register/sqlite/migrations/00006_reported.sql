-- +goose Up
CREATE INDEX entries_last ON entries (last, first);
