// Command bundle makes the committed files under dist from those under src:
// TypeScript islands become one file a page, each with the libraries that it
// needs, style sheets and the rest are minified or copied. It uses esbuild as a
// library; the libraries for the browser come from npm (src/package.json).
//
//	npm --prefix ../src ci   (or install)
//	go run . ../src ../dist
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: bundle SRC DIST")
		os.Exit(2)
	}
	if err := bundle(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

// bundle builds every *.ts and *.css that stands in src itself; what stands in
// folders below it is imported by them.
func bundle(src, dist string) error {
	var entries []string
	for _, pattern := range []string{"*.ts", "*.css", "*.svg"} {
		found, err := filepath.Glob(filepath.Join(src, pattern))
		if err != nil {
			return err
		}
		entries = append(entries, found...)
	}
	if err := os.RemoveAll(dist); err != nil {
		return err
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       entries,
		Outdir:            dist,
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Format:            api.FormatESModule,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsEndOfFile,
		Loader:            map[string]api.Loader{".svg": api.LoaderCopy, ".json": api.LoaderJSON},
		Write:             true,
		LogLevel:          api.LogLevelWarning,
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("%d errors", len(result.Errors))
	}
	return nil
}
