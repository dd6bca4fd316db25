package main

import "strings"

// detect recognises German and English by their commonest small words.
func detect(text string) (string, float64) {
	de, en := 0, 0
	for w := range strings.FieldsSeq(text) {
		switch strings.ToLower(w) {
		case "der", "die", "und", "das", "von", "mit", "den", "dem", "ist", "nicht", "auf", "für", "zu", "im", "hat", "ein", "eine":
			de++
		case "the", "of", "and", "to", "is", "that", "with", "for", "was", "has", "on", "by", "a", "at":
			en++
		}
	}
	if de > en {
		return "de", float64(de) / float64(de+en)
	}
	return "en", float64(en) / float64(de+en+1)
}
