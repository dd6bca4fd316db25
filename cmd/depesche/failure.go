package main

import (
	"errors"
	"io/fs"

	"depesche/language/conllu"
	"depesche/register/query"
	"depesche/source"
)

// hintOf finds what an error says about what to do.
func hintOf(err error) string {
	var h *hinted
	var s *source.Error
	var q *query.Error
	var u *conllu.Error
	switch {
	case errors.As(err, &h):
		return h.hint
	case errors.As(err, &q):
		return q.Hint
	case errors.As(err, &s):
		return s.Hint
	case errors.As(err, &u):
		return "see https://universaldependencies.org/format.html; for plain text leave --from out"
	case errors.Is(err, fs.ErrNotExist):
		return "check the path; - reads the standard input"
	case errors.Is(err, fs.ErrPermission):
		return "check who may read it"
	}
	return ""
}
