package main

import (
	"fmt"
	"runtime/debug"
)

// version is set when a release is built: -ldflags "-X main.version=1.2.3".
var version = ""

type versionCmd struct{}

// Run prints the version: a release's number, else the commit.
func (versionCmd) Run(c *console) error {
	_, err := fmt.Fprintln(c.out, "depesche", programVersion())
	return err
}

func programVersion() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "development"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "development " + s.Value[:12]
		}
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	return "development"
}
