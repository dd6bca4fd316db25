package web

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"depesche/knowledge"
	"depesche/record"
	"depesche/register"
	"depesche/register/generate"
	"depesche/register/sqlite"
	"depesche/web/guard"
)

// connections is how many clients ask at a time.
const connections = 32

// BenchmarkLoad asks the API of a register of a million entries, served on
// loopback behind its guard, by 32 connections with mixed questions. An
// operation is one request; those that ask share the processors.
//
//	DEPESCHE_MILLION=/tmp/million.db go test ./register/sqlite -run '^$' -bench Million -benchtime 1x
//	DEPESCHE_MILLION=/tmp/million.db go test ./web -run '^$' -bench Load -benchtime 20000x
func BenchmarkLoad(b *testing.B) {
	reg := million(b)
	url := listen(b, reg)
	questions := mixed(b, reg)
	var mu sync.Mutex
	took := map[string][]time.Duration{}
	failed := map[string]int{}
	next := make(chan int)
	var clients sync.WaitGroup
	// What costs much is worked out once for each state of the register; a quarter
	// of the questions comes before the clock starts.
	run := func(from, to int) {
		for i := from; i < to; i++ {
			next <- i
		}
	}
	for range connections {
		clients.Go(func() {
			c := &http.Client{Transport: &http.Transport{MaxConnsPerHost: 1}}
			for i := range next {
				kind, path := questions(i)
				start := time.Now()
				err := ask(c, url+path)
				d := time.Since(start)
				mu.Lock()
				took[kind] = append(took[kind], d)
				if err != nil {
					failed[fmt.Sprintf("%s: %v", path, err)]++
				}
				mu.Unlock()
			}
			c.CloseIdleConnections()
		})
	}
	run(0, b.N/4)
	cpu := processorTime(b)
	mu.Lock()
	clear(took)
	mu.Unlock()
	b.ResetTimer()
	run(b.N/4, b.N/4+b.N)
	close(next)
	clients.Wait()
	b.StopTimer()
	cpu = processorTime(b) - cpu
	var all []time.Duration
	for _, kind := range slices.Sorted(maps.Keys(took)) {
		all = append(all, took[kind]...)
		b.Logf("%-20s %6d requests, median %v, 99th %v", kind, len(took[kind]), quantile(took[kind], 0.5), quantile(took[kind], 0.99))
	}
	b.Logf("%.0f requests/s, %v of processor time a request, median %v, 99th %v", float64(b.N)/b.Elapsed().Seconds(), cpu/time.Duration(b.N), quantile(all, 0.5), quantile(all, 0.99))
	for what, n := range failed {
		b.Errorf("%d times %s", n, what)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
	b.ReportMetric(float64(cpu.Microseconds())/1000/float64(b.N), "processor-ms/op")
	b.ReportMetric(float64(quantile(all, 0.5).Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(quantile(all, 0.99).Microseconds())/1000, "p99-ms")
}

// processorTime is what the process has used of the processors, clients included.
func processorTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func ask(c *http.Client, url string) error {
	resp, err := c.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("%s: %.200s", resp.Status, body)
	}
	return err
}

func quantile(d []time.Duration, q float64) time.Duration {
	if len(d) == 0 {
		return 0
	}
	slices.SortFunc(d, func(a, b time.Duration) int { return cmp.Compare(a, b) })
	return d[min(int(q*float64(len(d))), len(d)-1)].Round(10 * time.Microsecond)
}

// mixed are the questions, by number: what they are and their path.
func mixed(b *testing.B, reg *register.Register) func(i int) (kind, path string) {
	states := strings.Fields("USA CHN RUS DEU FRA GBR IND JPN BLR UKR POL ITA ESP TUR IRN ISR EGY SAU KEN NGA ZAF BRA ARG MEX CAN AUS KOR PRK VNM IDN PAK AFG SYR IRQ")
	types := strings.Fields("CONSULT AGREE COOPERATE SUPPORT AID REQUEST ACCUSE REJECT THREATEN SANCTION MOBILIZE COERCE ASSAULT PROTEST")
	words := strings.Fields("grenze brücke hafen vertrag gipfel werk flotte ernte gas netz mine bahn delegation pipeline stützpunkt")
	var entries, reports []string
	for e, err := range reg.Entries(context.Background(), register.Filter{Reported: record.Interval{From: recent}, Limit: 500}) {
		if err != nil {
			b.Fatal(err)
		}
		entries = append(entries, e.ID.String())
		members, err := reg.Members(context.Background(), e.ID)
		if err != nil {
			b.Fatal(err)
		}
		reports = append(reports, members[0].Report.String())
	}
	type asked struct {
		kind string
		path func(pick func([]string) string) string
	}
	all := []asked{
		{"party", func(p func([]string) string) string { return "/api/v1/entries?q=party:" + p(states) }},
		{"dyad entries", func(p func([]string) string) string { return "/api/v1/entries?q=dyad:" + p(states) + "," + p(states) }},
		{"actor, type, year", func(p func([]string) string) string {
			return "/api/v1/entries?q=actor:" + p(states) + "+type:" + p(types) + "+since:2019-01+until:2019-12"
		}},
		{"words", func(p func([]string) string) string {
			return "/api/v1/entries?q=" + p(words) + "+" + p(words) + "&limit=20"
		}},
		{"word and actor", func(p func([]string) string) string {
			return "/api/v1/entries?q=" + p(words) + "+actor:" + p(states)
		}},
		{"as of", func(p func([]string) string) string {
			return "/api/v1/entries?q=dyad:" + p(states) + "," + p(states) + "&as-of=2021-06-30"
		}},
		{"CSV", func(p func([]string) string) string {
			return "/api/v1/entries?format=csv&limit=50&q=party:" + p(states) + "+type:" + p(types)
		}},
		{"dyad", func(p func([]string) string) string { return "/api/v1/dyads/" + p(states) + "/" + p(states) }},
		{"entity", func(p func([]string) string) string { return "/api/v1/entities/" + p(states) }},
		{"names", func(p func([]string) string) string { return "/api/v1/entities?name=" + p(states) }},
		{"plans", func(p func([]string) string) string { return "/api/v1/plans?q=party:" + p(states) }},
		{"counts", func(p func([]string) string) string { return "/api/v1/counts?q=party:" + p(states) }},
		{"today", func(p func([]string) string) string { return "/api/v1/today" }},
		{"entry", func(p func([]string) string) string { return "/api/v1/entries/" + p(entries) }},
		{"report", func(p func([]string) string) string { return "/api/v1/reports/" + p(reports) }},
		{"suggest", func(p func([]string) string) string { return "/api/v1/suggest?q=actor:" + p(states)[:2] }},
	}
	return func(i int) (kind, path string) {
		chance := rand.New(rand.NewPCG(1, uint64(i)))
		a := all[i%len(all)]
		last := ""
		return a.kind, a.path(func(of []string) string {
			for {
				if s := of[chance.IntN(len(of))]; s != last {
					last = s
					return s
				}
			}
		})
	}
}

// listen serves a register as depesche serve does.
func listen(b *testing.B, reg *register.Register) string {
	b.Helper()
	know, err := knowledge.Load()
	if err != nil {
		b.Fatal(err)
	}
	desk, err := New(Options{Register: reg, Knowledge: know, Version: "test"})
	if err != nil {
		b.Fatal(err)
	}
	o := guard.Options{Long: Long}
	g, err := guard.New(o)
	if err != nil {
		b.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	l, err := guard.Listen(ctx, "127.0.0.1:0", o)
	if err != nil {
		b.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- guard.Serve(ctx, l, g.Wrap(desk)) }()
	b.Cleanup(func() {
		cancel()
		<-done
	})
	return "http://" + l.Addr().String()
}

// recent is the first day of the reports that million adds.
var recent = record.DayOf(2026, 1, 1)

// million opens the register of a million entries that DEPESCHE_MILLION names,
// as the benchmark of register/sqlite makes it. That one has entries alone; a
// thousand happenings are told in full, later than all others.
func million(b *testing.B) *register.Register {
	b.Helper()
	file := os.Getenv("DEPESCHE_MILLION")
	if file == "" {
		b.Skip("DEPESCHE_MILLION names no register")
	}
	ctx := context.Background()
	s, err := sqlite.Open(ctx, file)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	g := register.New(s)
	last, err := g.LastDay(ctx)
	if err != nil {
		b.Fatal(err)
	}
	if last < recent {
		var batch []register.Reading
		for rd := range generate.Readings(generate.Options{Seed: 5, Happenings: 1000, From: recent, Days: 100}) {
			batch = append(batch, rd)
		}
		if err := g.Add(ctx, batch, nil); err != nil {
			b.Fatal(err)
		}
		if err := g.Settle(ctx); err != nil {
			b.Fatal(err)
		}
	}
	total, err := g.Totals(ctx)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d entries", total.Entries)
	return g
}
