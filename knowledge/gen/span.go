package main

import "depesche/record"

// today is until when a term without an end counts.
var today = record.DayOf(2026, 11, 30)

// bounds are the first and the last day of a term; an unknown start is 0.
func bounds(t *term) (from, to record.Day) {
	to = today
	if i, err := record.ParseEDTF(t.from); err == nil {
		from = i.From
	}
	end := t.to
	if end == "" {
		end = t.seen
	}
	if i, err := record.ParseEDTF(end); err == nil && i.To != 0 {
		to = i.To
	}
	return from, max(from, to)
}

// common is the number of days that two terms share, less than 0 where they
// lie apart.
func common(a, b *term) int {
	af, at := bounds(a)
	bf, bt := bounds(b)
	return int(min(at, bt)) - int(max(af, bf))
}

func length(t *term) int {
	from, to := bounds(t)
	return max(int(to)-int(from), 1)
}
