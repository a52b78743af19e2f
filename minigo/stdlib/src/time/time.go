// Package time measures and shows virtual time: the clock starts with the run and moves with the simulated machine.
package time

import "errors"

// A Time counts seconds since the start of year 1 (UTC) and nanoseconds. The low 30 bits of wall are the nanoseconds.
// With the bit hasMonotonic, the 33 bits above them are the seconds since 1885 and ext is the reading of the monotonic
// clock; without it, ext holds the seconds since year 1. A nil loc is UTC.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	hasMonotonic = 1 << 63
	nsecMask     = 1<<30 - 1
	nsecShift    = 30

	secondsPerDay  = 86400
	unixToInternal = 62135596800
	wallToInternal = 59453308800
	minWall        = wallToInternal

	// The first instant of a run: 2009-11-10 23:00:00 UTC, a Tuesday, when Go was made public.
	startUnix = 1257894000
)

// now returns the machine's nanoseconds since the run began.
func now() int64

// Now returns the current virtual time.
func Now() Time {
	ns := now()
	sec, rest := ns/1e9, ns%1e9
	if rest < 0 {
		sec, rest = sec-1, rest+1e9
	}
	wall := uint64(startUnix + unixToInternal - wallToInternal + sec)
	return Time{hasMonotonic | wall<<nsecShift | uint64(rest), ns + 1, Local}
}

// Unix returns the local Time of the given seconds and nanoseconds since 1970; nsec may lie outside [0, 999999999].
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return unixTime(sec, int32(nsec), Local)
}

func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

func unixTime(sec int64, nsec int32, loc *Location) Time {
	return Time{uint64(nsec), sec + unixToInternal, loc}
}

// dateToUnix normalises a date and a clock, both of UTC, and returns the seconds since 1970 and the nanoseconds.
func dateToUnix(year, month, day, hour, min, sec, nsec int) (int64, int32)

// Date returns the Time of a date and a clock in loc; values outside their usual ranges are normalised.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	unix, ns := dateToUnix(year, int(month), day, hour, min, sec, nsec)
	t := unixTime(unix-int64(loc.offset), ns, nil)
	t.setLoc(loc)
	return t
}

func (t *Time) setLoc(loc *Location) {
	if loc == UTC {
		loc = nil
	}
	t.stripMono()
	t.loc = loc
}

func (t *Time) stripMono() {
	if t.wall&hasMonotonic != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

func (t *Time) nsec() int32 { return int32(t.wall & nsecMask) }

// sec returns the seconds since year 1.
func (t *Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return wallToInternal + int64(t.wall<<1>>(nsecShift+1))
	}
	return t.ext
}

func (t *Time) unixSec() int64 { return t.sec() - unixToInternal }

// local returns the seconds since 1970 that a clock of t's location shows.
func (t *Time) local() int64 { return t.unixSec() + int64(t.Location().offset) }

func (t *Time) addSec(d int64) {
	if t.wall&hasMonotonic != 0 {
		sec := int64(t.wall << 1 >> (nsecShift + 1))
		if dsec := sec + d; 0 <= dsec && dsec <= 1<<33-1 {
			t.wall = t.wall&nsecMask | uint64(dsec)<<nsecShift | hasMonotonic
			return
		}
		t.stripMono()
	}
	sum := t.ext + d
	if (sum > t.ext) == (d > 0) {
		t.ext = sum
	} else if d > 0 {
		t.ext = 1<<63 - 1
	} else {
		t.ext = -(1<<63 - 1)
	}
}

func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

func (t Time) After(u Time) bool  { return t.Compare(u) > 0 }
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }
func (t Time) Equal(u Time) bool  { return t.Compare(u) == 0 }

// Compare returns -1, 0 or +1; it prefers monotonic readings when both have one.
func (t Time) Compare(u Time) int {
	a, b := t.ext, u.ext
	if t.wall&u.wall&hasMonotonic == 0 {
		a, b = t.sec(), u.sec()
		if a == b {
			a, b = int64(t.nsec()), int64(u.nsec())
		}
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return +1
	}
	return 0
}

func (t Time) Add(d Duration) Time {
	dsec := int64(d / 1e9)
	nsec := int64(t.nsec()) + int64(d%1e9)
	if nsec >= 1e9 {
		dsec++
		nsec -= 1e9
	} else if nsec < 0 {
		dsec--
		nsec += 1e9
	}
	t.wall = t.wall&^nsecMask | uint64(nsec)
	t.addSec(dsec)
	if t.wall&hasMonotonic != 0 {
		ext := t.ext + int64(d)
		if d < 0 && ext > t.ext || d > 0 && ext < t.ext {
			t.stripMono()
		} else {
			t.ext = ext
		}
	}
	return t
}

// Sub returns t-u, at most the largest and at least the smallest Duration.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		d := t.ext - u.ext
		if d < 0 && t.ext > u.ext {
			return maxDuration
		}
		if d > 0 && t.ext < u.ext {
			return minDuration
		}
		return Duration(d)
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

func Since(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return Duration(now() + 1 - t.ext)
	}
	return Now().Sub(t)
}

func Until(t Time) Duration {
	if t.wall&hasMonotonic != 0 {
		return Duration(t.ext - now() - 1)
	}
	return t.Sub(Now())
}

func (t Time) Unix() int64      { return t.unixSec() }
func (t Time) UnixMilli() int64 { return t.unixSec()*1e3 + int64(t.nsec())/1e6 }
func (t Time) UnixMicro() int64 { return t.unixSec()*1e6 + int64(t.nsec())/1e3 }
func (t Time) UnixNano() int64  { return t.unixSec()*1e9 + int64(t.nsec()) }

// civil returns the date of a number of seconds since 1970; yday counts from 1.
func civil(unix int64) (year, month, day, yday int)

// isoWeek returns the ISO 8601 year and week of a number of seconds since 1970.
func isoWeek(unix int64) (year, week int)

func (t Time) Date() (year int, month Month, day int) {
	y, m, d, _ := civil(t.local())
	return y, Month(m), d
}

func (t Time) Year() int {
	y, _, _, _ := civil(t.local())
	return y
}

func (t Time) Month() Month {
	_, m, _, _ := civil(t.local())
	return Month(m)
}

func (t Time) Day() int {
	_, _, d, _ := civil(t.local())
	return d
}

func (t Time) YearDay() int {
	_, _, _, yday := civil(t.local())
	return yday
}

func (t Time) ISOWeek() (year, week int) { return isoWeek(t.local()) }

// secondOfDay returns the seconds since midnight of t's location.
func (t *Time) secondOfDay() int {
	s := t.local() % secondsPerDay
	if s < 0 {
		s += secondsPerDay
	}
	return int(s)
}

func (t Time) Weekday() Weekday {
	days := (t.local() - int64(t.secondOfDay())) / secondsPerDay
	// The first day of 1970 was a Thursday.
	return Weekday(((days+4)%7 + 7) % 7)
}

func (t Time) Clock() (hour, min, sec int) {
	s := t.secondOfDay()
	return s / 3600, s % 3600 / 60, s % 60
}

func (t Time) Hour() int       { return t.secondOfDay() / 3600 }
func (t Time) Minute() int     { return t.secondOfDay() % 3600 / 60 }
func (t Time) Second() int     { return t.secondOfDay() % 60 }
func (t Time) Nanosecond() int { return int(t.nsec()) }

// remainder returns what is left of a time since year 1 when whole multiples of d are taken away; d > 0.
func remainder(sec int64, nsec int32, d Duration) Duration

func (t Time) Truncate(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-remainder(t.sec(), t.nsec(), d))
}

func (t Time) Round(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := remainder(t.sec(), t.nsec(), d)
	if lessThanHalf(r, d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

func (t Time) marshal(b []byte, caller string) ([]byte, error) {
	if y := t.Year(); y < 0 || y > 9999 {
		return nil, errors.New(caller + "year outside of range [0,9999]")
	}
	if offset := t.Location().offset; offset <= -24*3600 || offset >= 24*3600 {
		return nil, errors.New(caller + "timezone hour outside of range [0,23]")
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

func (t Time) AppendText(b []byte) ([]byte, error) { return t.marshal(b, "Time.AppendText: ") }
func (t Time) MarshalText() ([]byte, error)        { return t.marshal(nil, "Time.MarshalText: ") }

func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.marshal([]byte{'"'}, "Time.MarshalJSON: ")
	if err != nil {
		return nil, err
	}
	return append(b, '"'), nil
}

func (t *Time) UnmarshalText(data []byte) (err error) {
	*t, err = Parse(RFC3339, string(data))
	return err
}

func (t *Time) UnmarshalJSON(data []byte) error {
	text := string(data)
	if text == "null" {
		return nil
	}
	if len(text) < 2 || text[0] != '"' || text[len(text)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}
