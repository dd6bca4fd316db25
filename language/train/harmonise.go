package train

import "depesche/report"

// harmonise brings the conventions of a treebank closer to those of the others of
// its language.
func harmonise(lang string, ss []sentence) {}

// base is the relation without its subtype.
func base(r report.Rel) string {
	name := r.String()
	for i := range name {
		if name[i] == ':' {
			return name[:i]
		}
	}
	return name
}
