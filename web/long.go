package web

import (
	"net/http"

	"depesche/web/api"
)

// Long says whether a request is answered by a stream of as many entries as
// match, which may take minutes (see guard.Options).
func Long(r *http.Request) bool {
	switch r.URL.Path {
	case api.Prefix + "/export":
		return true
	case api.Prefix + "/entries":
		return !r.URL.Query().Has("limit")
	}
	return false
}
