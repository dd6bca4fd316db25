// Package web is the desk: the register in a browser and as an API, over HTTP.
// It reads the register and writes nothing to it but corrections; it opens no
// file that a request names and calls no other host.
//
// Parts: ask reads addresses, view works out what is shown, page writes HTML,
// api writes JSON, asset sends style and scripts, guard decides who may ask.
package web

import (
	"compress/gzip"
	"net/http"
	"os"

	"github.com/klauspost/compress/gzhttp"

	"depesche/knowledge"
	"depesche/register"
	"depesche/web/api"
	"depesche/web/asset"
	"depesche/web/feed"
	"depesche/web/page"
	"depesche/web/view"
)

// Options are what the desk is made of.
type Options struct {
	Register  *register.Register
	Knowledge *knowledge.Base
	Version   string // of the program
	ReadOnly  bool   // no corrections are taken
}

// New is the desk as a handler. Whoever serves it puts package guard before it.
func New(o Options) (http.Handler, error) {
	assets, err := asset.Load()
	if err != nil {
		return nil, err
	}
	desk := &view.Desk{Register: o.Register, Knowledge: o.Knowledge}
	if !o.ReadOnly {
		desk.Writer = o.Register
	}
	pages, err := page.New(desk, assets)
	if err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	for pattern, h := range pages.Routes() {
		mux.Handle(pattern, h)
	}
	mux.Handle("GET "+asset.Prefix, assets)
	mux.Handle("GET "+feed.AtomPath, feed.Atom(desk, page.Language, page.Sayer(o.Knowledge)))
	mux.Handle("/", pages.Missing())
	mux.Handle(api.Prefix+"/", api.New(desk, o.Version))
	return compressed(mux)
}

// compressed sends longer answers with gzip to those who take it; assets come
// compressed already.
func compressed(h http.Handler) (http.Handler, error) {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(2<<10), gzhttp.CompressionLevel(gzip.BestSpeed))
	if err != nil {
		return nil, err
	}
	return wrap(h), nil
}

// Watches is what sends the new entries of saved watches; the file says what is
// watched and where it goes, state what was sent. Base is the address of the
// desk, for links.
func Watches(o Options, file, state, base string) (*feed.Sender, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	desk := &view.Desk{Register: o.Register, Knowledge: o.Knowledge}
	watches, err := feed.ReadWatches(f, file, desk.Names)
	if err != nil {
		return nil, err
	}
	return feed.NewSender(feed.SenderOptions{Desk: desk, Watches: watches, State: state, Say: page.Sayer(o.Knowledge), Base: base})
}
