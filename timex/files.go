package timex

import "io/fs"

// Files are the built-in tables, for digests that say with which ones a report
// was read.
func Files() fs.FS { return data }
