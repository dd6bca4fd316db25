package language

import "io/fs"

// Files are the built-in models, for digests that say with which ones a report
// was read.
func Files() fs.FS { return models }
