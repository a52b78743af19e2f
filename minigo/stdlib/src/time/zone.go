package time

import "errors"

// A Location is a time zone with one offset from UTC, in seconds. There are no other zones: the time zone database
// belongs to the host.
type Location struct {
	name   string
	abbrev string
	offset int
}

// UTC is Universal Coordinated Time.
var UTC = &Location{name: "UTC", abbrev: "UTC"}

// Local is the zone of the simulated machine, whose clock runs on UTC.
var Local = &Location{name: "Local", abbrev: "UTC"}

func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// FixedZone returns a Location that is always offset seconds east of UTC.
func FixedZone(name string, offset int) *Location { return &Location{name, name, offset} }

var errLocation = errors.New("time: invalid location name")

func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if name[0] == '/' || name[0] == '\\' {
		return nil, errLocation
	}
	for i := 0; i+1 < len(name); i++ {
		if name[i:i+2] == ".." {
			return nil, errLocation
		}
	}
	return nil, errors.New("unknown time zone " + name)
}

// Location returns the zone of t, UTC when it has none.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

func (t Time) UTC() Time {
	t.setLoc(UTC)
	return t
}

func (t Time) Local() Time {
	t.setLoc(Local)
	return t
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLoc(loc)
	return t
}

func (t Time) Zone() (name string, offset int) {
	l := t.Location()
	return l.abbrev, l.offset
}

// ZoneBounds returns zero Times: zones here neither begin nor end.
func (t Time) ZoneBounds() (start, end Time) { return Time{}, Time{} }

func (t Time) IsDST() bool { return false }
