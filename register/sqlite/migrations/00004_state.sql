-- +goose Up
CREATE TABLE state (n INTEGER NOT NULL);
INSERT INTO state (n) VALUES (0);
