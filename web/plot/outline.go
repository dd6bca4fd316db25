package plot

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:generate sh -c "go -C ../asset/bundle run ./world ../src/node_modules/world-atlas/countries-110m.json ../../../knowledge/data/codes.tsv > world.tsv"

//go:embed world.tsv
var worldTSV string

// outline is an area of the map, as it is drawn.
type outline struct {
	code string // of the state, "-" none
	path string // of an SVG
}

type xy struct{ x, y float64 }

// atlas is all outlines, and where a state's mark stands: in the middle of its
// greatest part.
type atlas struct {
	areas   []outline
	centers map[string]xy
}

// The map is worldWidth by worldHeight, whatever size it is shown in.
const (
	worldWidth = 2000
	worldTop   = 84 // degrees north at the upper edge
	worldLow   = -57
)

var worldScale = worldWidth / (2 * project(0, 180).x)

var worldHeight = int(math.Round(worldScale * (project(worldTop, 0).y - project(worldLow, 0).y)))

// project is the Equal Earth projection (Šavrič, Patterson and Jenny 2018): it
// keeps the sizes of areas. Degrees in, radii of the globe out, y upward.
func project(lat, lon float64) xy {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	m := math.Sqrt(3) / 2
	theta := math.Asin(m * math.Sin(lat*math.Pi/180))
	t2 := theta * theta
	t6 := t2 * t2 * t2
	return xy{
		x: lon * math.Pi / 180 * math.Cos(theta) / (m * (a1 + 3*a2*t2 + t6*(7*a3+9*a4*t2))),
		y: theta * (a1 + a2*t2 + t6*(a3+a4*t2)),
	}
}

// place is where a point of the earth stands on the map.
func place(lat, lon float64) xy {
	p := project(lat, lon)
	return xy{worldWidth/2 + worldScale*p.x, worldScale * (project(worldTop, 0).y - p.y)}
}

var loadAtlas = sync.OnceValues(func() (*atlas, error) { return readAtlas(worldTSV) })

func readAtlas(tsv string) (*atlas, error) {
	a := &atlas{centers: map[string]xy{}}
	greatest := map[string]float64{}
	n := 0
	for line := range strings.Lines(tsv) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		code, rest, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("world.tsv:%d: want a code and rings", n)
		}
		var path strings.Builder
		for text := range strings.SplitSeq(rest, ";") {
			ring, err := readRing(text)
			if err != nil {
				return nil, fmt.Errorf("world.tsv:%d: %w", n, err)
			}
			writeRing(&path, ring)
			if size, center := middle(ring); size > greatest[code] {
				greatest[code], a.centers[code] = size, center
			}
		}
		a.areas = append(a.areas, outline{code, path.String()})
	}
	delete(a.centers, "-")
	return a, nil
}

func readRing(text string) ([]xy, error) {
	var out []xy
	for point := range strings.SplitSeq(text, ",") {
		lon, lat, ok := strings.Cut(point, " ")
		x, errX := strconv.Atoi(lon)
		y, errY := strconv.Atoi(lat)
		if !ok || errX != nil || errY != nil {
			return nil, fmt.Errorf("%q is no longitude and latitude", point)
		}
		out = append(out, place(float64(y)/10, float64(x)/10))
	}
	return out, nil
}

// writeRing writes a ring in whole units, each point by its distance from the
// one before.
func writeRing(out *strings.Builder, ring []xy) {
	x, y := int(math.Round(ring[0].x)), int(math.Round(ring[0].y))
	fmt.Fprintf(out, "M%d %dl", x, y)
	moved := false
	for _, p := range ring[1:] {
		dx, dy := int(math.Round(p.x))-x, int(math.Round(p.y))-y
		if dx == 0 && dy == 0 {
			continue
		}
		if moved && dx >= 0 {
			out.WriteByte(' ')
		}
		out.WriteString(strconv.Itoa(dx))
		if dy >= 0 {
			out.WriteByte(' ')
		}
		out.WriteString(strconv.Itoa(dy))
		x, y, moved = x+dx, y+dy, true
	}
	if !moved {
		out.WriteString("0 0")
	}
	out.WriteByte('z')
}

// middle is the size of a ring and its centre of gravity.
func middle(ring []xy) (size float64, center xy) {
	var sum, x, y float64
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		cross := p.x*q.y - q.x*p.y
		sum += cross
		x += (p.x + q.x) * cross
		y += (p.y + q.y) * cross
	}
	if sum == 0 {
		return 0, ring[0]
	}
	return math.Abs(sum / 2), xy{x / (3 * sum), y / (3 * sum)}
}
