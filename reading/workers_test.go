package reading

import (
	"testing"

	"depesche/knowledge"
	"depesche/language"
)

// workers are one for the words of a language and one for what they say, over the
// built-in tables.
func workers(t *testing.T, lang string) (*language.Worker, *Worker) {
	t.Helper()
	know, err := knowledge.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(know)
	if err != nil {
		t.Fatal(err)
	}
	a, err := language.Load(lang)
	if err != nil {
		t.Fatal(err)
	}
	return a.NewWorker(), r.NewWorker()
}
