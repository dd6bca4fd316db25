package web

import (
	"net/http"

	"depesche/web/api"
)

// Long says whether a request is answered by a stream of as many entries as
// match, which may take minutes (see guard.Options).
func Long(r *http.Request) bool {
	return api.Streams(r)
}
