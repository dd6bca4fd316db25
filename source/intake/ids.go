package intake

import (
	"path/filepath"
	"strings"

	"depesche/source"
)

// DocumentIDs names the documents of the inputs: an address by itself, else the file's name without folder
// and extension, with as many folders as it takes to tell two apart. What is in
// a folder or an archive adds its path there, "news/2023/a.xml".
func DocumentIDs(names []string) []string {
	ids := make([]string, len(names))
	for i, f := range names {
		ids[i] = documentID(f)
	}
	for depth := 1; depth < 32; depth++ {
		of := map[string]map[string]bool{} // the inputs that share an id
		for i, f := range names {
			if of[ids[i]] == nil {
				of[ids[i]] = map[string]bool{}
			}
			of[ids[i]][f] = true
		}
		if len(of) == len(names) {
			break
		}
		for i, f := range names {
			if len(of[ids[i]]) > 1 {
				ids[i] = withFolders(f, depth)
			}
		}
	}
	return ids
}

func documentID(name string) string {
	if IsURL(name) {
		return name
	}
	if name == "-" {
		return source.DocumentID(name)
	}
	return source.DocumentID(unpackedName(filepath.Clean(name)))
}

// withFolders is the document's name behind its last folders, joined by a
// slash.
func withFolders(name string, depth int) string {
	parts := strings.Split(filepath.ToSlash(filepath.Clean(name)), "/")
	parts[len(parts)-1] = documentID(name)
	return strings.Join(parts[max(0, len(parts)-1-depth):], "/")
}
