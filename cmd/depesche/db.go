package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"depesche/record"
	"depesche/register"
	dbopen "depesche/register/open"
)

// dbFlag says where the register is.
type dbFlag struct {
	DB string `name:"db" env:"DEPESCHE_DB" help:"The register: a file, or postgres://… (environment: DEPESCHE_DB). Without it one file in your data folder." placeholder:"FILE|URL"`
}

// where is the register's place: what was asked for, else a file in the user's
// data folder (XDG_DATA_HOME, or what stands for it).
func (f *dbFlag) where() (string, error) {
	if f.DB != "" {
		return f.DB, nil
	}
	folder := os.Getenv("XDG_DATA_HOME")
	if folder == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", withHint(fmt.Errorf("no data folder: %w", err), "name a file with --db")
		}
		folder = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(folder, "depesche", "register.db"), nil
}

// create opens the register and makes it if there is none; it says where, the
// first time.
func (f *dbFlag) create(ctx context.Context, c *console) (*register.Register, error) {
	where, err := f.where()
	if err != nil {
		return nil, err
	}
	if f.DB == "" && missing(where) {
		fmt.Fprintf(c.err, "depesche: the register is kept in %s; --db or DEPESCHE_DB names another place\n", where)
	}
	return opened(ctx, where)
}

// open opens a register that is there.
func (f *dbFlag) open(ctx context.Context) (*register.Register, error) {
	where, err := f.where()
	if err != nil {
		return nil, err
	}
	if !dbopen.IsPostgres(where) && missing(where) {
		return nil, withHint(fmt.Errorf("%s: there is no register yet", where), "depesche ingest reads reports into one; --db or DEPESCHE_DB says where it is")
	}
	return opened(ctx, where)
}

func missing(file string) bool {
	_, err := os.Stat(file)
	return errors.Is(err, fs.ErrNotExist)
}

func opened(ctx context.Context, where string) (*register.Register, error) {
	reg, err := dbopen.DB(ctx, where)
	if err != nil {
		return nil, withHint(fmt.Errorf("register: %w", err), "--db or DEPESCHE_DB says where it is; it wants a file, or postgres://user@host/database")
	}
	return reg, nil
}

// dayFlag is a day; of a month or a year, the last day.
type dayFlag struct{ record.Day }

// UnmarshalText reads an EDTF date.
func (d *dayFlag) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		return nil
	}
	i, err := record.ParseEDTF(string(b))
	if err != nil {
		return err
	}
	if i.To == 0 {
		return fmt.Errorf("date %q: want a day", b)
	}
	d.Day = i.To
	return nil
}
