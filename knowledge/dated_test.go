package knowledge

import "testing"

func TestNameOn(t *testing.T) {
	b := base(t)
	for _, c := range []struct{ id, lang, on, want string }{
		{"MMR", "de", "1985-01-01", "Birma"},
		{"MMR", "de", "1995-01-01", "Myanmar"},
		{"MMR", "en", "1988-08-08", "Burma"},
		{"SWZ", "de", "2018-04-18", "Swasiland"},
		{"SWZ", "de", "2018-04-19", "Eswatini"},
		{"MKD", "en", "2019-02-11", "Macedonia"},
		{"MKD", "en", "2019-02-12", "North Macedonia"},
		{"COD", "de", "1990-01-01", "Zaire"},
		{"COD", "de", "1997-05-17", "Demokratische Republik Kongo"},
		{"BFA", "de", "1983-01-01", "Obervolta"},
		{"SCG", "en", "1999-03-24", "Yugoslavia"},
		{"Q1520", "de", "2020-01-01", "Nur-Sultan"},
		{"Q1520", "de", "2023-01-01", "Astana"},
		{"Q656", "de", "1985-01-01", "Leningrad"},
	} {
		n, err := (&loader{Base: b}).find(row{}, c.id)
		if err != nil {
			t.Fatal(err)
		}
		if got := b.NameOn(&b.entities[n], c.lang, day(t, c.on).From); got != c.want {
			t.Errorf("%s on %s: %q, want %q", c.id, c.on, got, c.want)
		}
	}
	if got := b.OfficialOn(b.ByCode("AFG"), "en", day(t, "2023-01-01").From); got != "Islamic Emirate of Afghanistan" {
		t.Errorf("Afghanistan in 2023: %q", got)
	}
	ms, _ := b.Match("de", []string{"Obervolta"})
	if len(ms) != 1 || ms[0].During.To != day(t, "1984-08-03").To {
		t.Errorf("Obervolta: %v", ms)
	}
}

func TestCodes(t *testing.T) {
	b := base(t)
	for _, c := range []struct{ system, value, on, want string }{
		{"cow", "255", "1940-01-01", "DEU"},
		{"cow", "260", "1980-01-01", "DEU"},
		{"cow", "265", "1980-01-01", "DDR"},
		{"cow", "265", "1995-01-01", ""},
		{"cow", "365", "1990-01-01", "SUN"},
		{"cow", "365", "2000-01-01", "RUS"},
		{"cow", "345", "1985-01-01", "YUG"},
		{"cow", "345", "2010-01-01", "SRB"},
		{"gw", "340", "2010-01-01", "SRB"},
		{"gw", "678", "1980-01-01", "YAR"},
		{"gw", "678", "2000-01-01", "YEM"},
		{"gw", "626", "2012-01-01", "SSD"},
		{"cow", "732", "1948-10-01", ""},
		{"iso_numeric", "276", "2020-01-01", "DEU"},
		{"iso_numeric", "004", "2020-01-01", "AFG"},
		{"iso_alpha3_former", "ZAR", "1990-01-01", "COD"},
		{"cameo", "KSV", "2010-01-01", "XKX"},
		{"cameo", "TMP", "2010-01-01", "TLS"},
	} {
		got := ""
		if e := b.ByCodeOn(c.system, c.value, day(t, c.on).From); e != nil {
			got = e.State
		}
		if got != c.want {
			t.Errorf("%s %s on %s: %q, want %q", c.system, c.value, c.on, got, c.want)
		}
		if c.want != "" && b.CodeOn(c.want, c.system, day(t, c.on).From) != c.value {
			t.Errorf("%s has no %s %s on %s", c.want, c.system, c.value, c.on)
		}
	}
	for _, e := range b.entities {
		if e.Kind == "state" && e.State != "XKX" && b.CodeOn(e.State, "iso_numeric", 0) == "" {
			t.Errorf("%s has no ISO number", e.State)
		}
		if e.Kind == "state" && e.State != "VAT" && e.State != "PSE" && b.CodeOn(e.State, "gw", 0) == "" {
			t.Errorf("%s has no Gleditsch-Ward number", e.State)
		}
	}
}
