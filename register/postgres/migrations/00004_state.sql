-- +goose Up
CREATE TABLE state (n BIGINT NOT NULL);
INSERT INTO state (n) VALUES (0);
