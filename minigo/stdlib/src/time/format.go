package time

const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

func (m Month) String() string

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

func (d Weekday) String() string

// format writes the time that clocks of a zone show.
func format(layout string, local int64, nsec int32, abbrev string, offset int) string

// monotonic writes the reading of the monotonic clock, as " m=+0.000000001".
func monotonic(ext int64) string

// goString writes the call of Date that makes the time.
func goString(local int64, nsec int32, loc string) string

// Format writes t the way layout shows the reference time, Mon Jan 2 15:04:05 MST 2006.
func (t Time) Format(layout string) string {
	l := t.Location()
	return format(layout, t.local(), t.nsec(), l.abbrev, l.offset)
}

func (t Time) AppendFormat(b []byte, layout string) []byte { return append(b, t.Format(layout)...) }

func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic != 0 {
		s += monotonic(t.ext)
	}
	return s
}

func (t Time) GoString() string {
	name := t.Location().name
	switch t.loc {
	case nil:
		name = "time.UTC"
	case Local:
		name = "time.Local"
	default:
		name = "time.Location(" + quote(name) + ")"
	}
	return goString(t.local(), t.nsec(), name)
}

// quote puts quotes around s and escapes what is not printable ASCII.
func quote(s string) string

// A ParseError says where a text does not fit a layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) +
		": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// The kinds of zones that parse finds in a text.
const (
	noZone = iota
	zoneUTC
	zoneOffset
	zoneName
)

// parse returns the seconds since 1970 that the text shows and the zone that it names. Not ok: where it went wrong.
func parse(layout, value string) (local int64, nsec int32, kind int, abbrev string, offset int, elem, rest, message string, ok bool)

// Parse reads a time written like layout; without a zone in it, UTC.
func Parse(layout, value string) (Time, error) { return parseTime(layout, value, UTC, Local) }

// ParseInLocation is Parse for a text whose time and zone are meant to be of loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parseTime(layout, value, loc, loc)
}

func parseTime(layout, value string, without, here *Location) (Time, error) {
	unix, nsec, kind, abbrev, offset, elem, rest, message, ok := parse(layout, value)
	if !ok {
		return Time{}, &ParseError{layout, value, elem, rest, message}
	}
	zone := without
	switch kind {
	case zoneUTC:
		zone = UTC
	case zoneOffset:
		zone = FixedZone(abbrev, offset)
		if offset == here.offset && (abbrev == "" || abbrev == here.abbrev) {
			zone = here
		}
	case zoneName:
		zone = FixedZone(abbrev, offset)
		if abbrev == here.abbrev {
			zone = here
		} else {
			// An unknown abbreviation keeps its name; only GMT+3 and the like say how far they are from UTC.
			unix += int64(offset)
		}
	}
	t := unixTime(unix-int64(zone.offset), nsec, nil)
	t.setLoc(zone)
	return t, nil
}
