// Command gen learns the weights of package langid from texts, one file a
// language: CoNLL-U (its "# text" lines), or gzip of it. Arguments are
// CLASS=FILE, where the class is de, en or unknown (NOTICE names those of weights.bin):
//
//	go run ./language/langid/gen -out language/langid/weights.bin de=de.conllu en=en.conllu unknown=fr.conllu.gz …
package main

import (
	"bufio"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"depesche/language/langid"
)

var classes = []string{"de", "en", "unknown"}

func main() {
	out := flag.String("out", "", "file to write")
	part := flag.Int("leave", 0, "leave out every n-th sentence of each file, for testing")
	flag.Parse()
	if err := run(*out, *part, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(out string, leave int, args []string) error {
	count := make([][]float64, len(classes))
	for i := range count {
		count[i] = make([]float64, langid.Buckets)
	}
	for _, a := range args {
		class, file, ok := strings.Cut(a, "=")
		i := index(class)
		if !ok || i < 0 {
			return fmt.Errorf("%q: want CLASS=FILE", a)
		}
		if err := learn(file, leave, count[i]); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return os.WriteFile(out, quantise(count), 0o644)
}

func index(class string) int {
	for i, c := range classes {
		if c == class {
			return i
		}
	}
	return -1
}

// learn adds the relative frequencies of a file's n-grams, so that every language
// of the third class weighs the same.
func learn(file string, leave int, count []float64) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(file, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return err
		}
	}
	own := make([]float64, len(count))
	total, n := 0.0, 0
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		text, ok := strings.CutPrefix(lines.Text(), "# text = ")
		if !ok {
			continue
		}
		if n++; leave > 0 && n%leave == 0 {
			continue
		}
		langid.Grams(text, func(b uint32) { own[b]++; total++ })
	}
	for b := range own {
		count[b] += own[b] / total
	}
	return lines.Err()
}

// quantise makes bytes of the logarithms of the frequencies, less their mean.
func quantise(count [][]float64) []byte {
	sum := make([]float64, len(count))
	for i := range count {
		for _, v := range count[i] {
			sum[i] += v
		}
	}
	out := make([]byte, langid.Buckets*len(count))
	for b := range langid.Buckets {
		mean := 0.0
		logs := make([]float64, len(count))
		for i := range count {
			logs[i] = math.Log((count[i][b]/sum[i] + 2e-6))
			mean += logs[i] / float64(len(count))
		}
		for i, l := range logs {
			out[b*len(count)+i] = byte(128 + math.Round(max(-127, min(127, 24*(l-mean)))))
		}
	}
	return out
}
