package page

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"
)

//go:embed template
var templateFiles embed.FS

// templates are the pages of one language.
type templates struct{ pages map[string]*template.Template }

// parse makes the templates of a language. Each page is parsed with the layout
// and the parts that all share (template/part-*.html).
func (p *Pages) parse(lang string) (*templates, error) {
	base := template.New("").Funcs(p.functions(lang))
	base, err := base.ParseFS(templateFiles, "template/layout.html", "template/part-*.html")
	if err != nil {
		return nil, err
	}
	files, err := fs.Glob(templateFiles, "template/*.html")
	if err != nil {
		return nil, err
	}
	t := &templates{map[string]*template.Template{}}
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".html")
		if name == "layout" || strings.HasPrefix(name, "part-") {
			continue
		}
		one, err := base.Clone()
		if err == nil {
			one, err = one.ParseFS(templateFiles, file)
		}
		if err != nil {
			return nil, fmt.Errorf("template %s: %w", name, err)
		}
		t.pages[name] = one
	}
	return t, nil
}
