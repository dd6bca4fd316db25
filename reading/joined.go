package reading

// matchJoined looks a name up whose possessive the tokens have apart ("People",
// "'s", "Republic of China") and says how many words the longer match took; n
// words were matched without.
func (d *doc) matchJoined(forms []string, n int) int {
	at := -1
	for k := 1; k < len(forms) && k < 4; k++ {
		if forms[k] == "'s" || forms[k] == "’s" {
			at = k
			break
		}
	}
	if at < 0 || n > at+1 {
		return n
	}
	var joined [maxName]string
	copy(joined[:], forms[:at])
	joined[at-1] += "s" // names are compared without apostrophes
	copy(joined[at:], forms[at+1:])
	before := len(d.found)
	list, k := d.know.AppendMatch(d.found, d.lex.Lang, joined[:len(forms)-1])
	if k <= at {
		d.found = list[:before]
		return n
	}
	d.found = append(d.found[:0], list[before:]...)
	return k + 1
}
