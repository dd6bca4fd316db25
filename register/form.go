package register

// Place gives the records of a reading the form in which they are kept, without
// any correction. With Form it makes entries without a store, for measurements.
func Place(rd *Reading) ([]Placed, error) { return placed(rd, newEffective(nil)) }

// Form forms the entries of the members of one cell.
func Form(c Cell, members []Placed) []Entry {
	var out []Entry
	for _, group := range clusters(members) {
		out = append(out, merged(c.Block, group))
	}
	return out
}
