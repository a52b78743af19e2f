// Package time without the clock: dates, arithmetic, durations, layouts, parsing and their errors.
package main

import (
	"errors"
	"fmt"
	"math"
	"time"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panicked:", r)
		}
	}()
	f()
}

func main() {
	for _, d := range []time.Duration{0, 1, 999, 1000, 1500, 999999, 1e6, 1500000, 123456789, 1e9, 1.5e9, 59 * time.Second, time.Minute, 90 * time.Second, time.Hour, 25*time.Hour + 3*time.Minute + 4*time.Second + 5*time.Millisecond, -1500 * time.Millisecond, -1, math.MaxInt64, math.MinInt64, 1100 * time.Microsecond, 10 * time.Minute, 3661 * time.Second} {
		fmt.Println(d, d.Nanoseconds(), d.Microseconds(), d.Milliseconds(), d.Seconds(), d.Minutes(), d.Hours(), d.Abs(), d.Round(time.Second), d.Truncate(time.Second), d.Round(7*time.Millisecond), d.Truncate(time.Hour), d.Round(0))
	}
	fmt.Printf("%v %d %s %T %q %5.1f %+v %#v %10s|\n", time.Second, time.Second, time.Second, time.Second, time.Second, time.Second.Seconds(), time.Second, time.Second, time.Second)
	for _, s := range []string{"", "0", "+0", "-0", "1s", "1.5h", "-1.5h", "1h30m", "300ms", "1us", "1µs", "1μs", "5ns", "1d", "1", "s", "1.s", ".5s", ".s", "1h-2m", "1x", "9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns", "2540400h", "1e3s", " 1s", "1 s", "1.0000000000000000001s", "0.123456789012345678s", "--1s", "1m1", "3000000h", "1\"s"} {
		d, err := time.ParseDuration(s)
		fmt.Printf("%q %v %v\n", s, d, err)
	}
	est := time.FixedZone("EST", -5*3600)
	odd := time.FixedZone("", 5*3600+1800)
	sec := time.FixedZone("SEC", -(3*3600 + 25*60 + 45))
	times := []time.Time{
		{},
		time.Date(2009, time.November, 10, 23, 0, 0, 0, time.UTC),
		time.Date(2024, 2, 29, 12, 34, 56, 789012345, time.UTC),
		time.Date(2024, 12, 31, 23, 59, 59, 999999999, est),
		time.Date(1969, 12, 31, 23, 59, 59, 5, odd),
		time.Date(2023, 1, 1, 0, 0, 0, 100000000, sec),
		time.Date(2021, 13, 32, 25, 61, 61, 1e9+1, time.UTC),
		time.Date(2020, 0, 0, 0, 0, 0, -1, time.UTC),
		time.Date(2020, -5, -40, -1, -1, -1, 0, time.UTC),
		time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC),
		time.Date(-44, 3, 15, 12, 0, 0, 0, time.UTC),
		time.Date(12345, 6, 7, 8, 9, 10, 0, time.UTC),
		time.Unix(0, 0).UTC(),
		time.Unix(1e9, 5e9).UTC(),
		time.Unix(-1, -1).UTC(),
		time.UnixMilli(1700000000123).UTC(),
		time.UnixMicro(-1700000000123456).UTC(),
		time.Date(2000, 2, 29, 0, 0, 0, 0, time.UTC),
		time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC),
		time.Date(2026, 1, 1, 0, 30, 0, 0, time.UTC),
	}
	layouts := []string{time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly,
		"Jan January Mon Monday 1 01 2 02 _2 002 __2 06 2006 15 3 03 4 04 5 05 PM pm", "-07 -0700 -07:00 -070000 -07:00:00", "Z07 Z0700 Z07:00 Z070000 Z07:00:00 MST", "05.000 05.999 05,000000 05,999999999 .00 .9 .0a .000000000000", "_2006 Janu Monx 20060102150405", "no elements", "", "2006-01-02T15h", "'06 1:2", "日本 2006年"}
	for _, t := range times {
		fmt.Println(t, t.Unix(), t.UnixMilli(), t.UnixMicro(), t.UnixNano() == t.Unix()*1e9+int64(t.Nanosecond()))
		y, m, d := t.Date()
		h, mi, s := t.Clock()
		iy, iw := t.ISOWeek()
		name, off := t.Zone()
		fmt.Println(y, m, d, h, mi, s, t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.YearDay(), t.Weekday(), iy, iw, name, off, t.Location(), t.IsZero())
		for _, l := range layouts {
			fmt.Printf("%q ", t.Format(l))
		}
		fmt.Println()
		fmt.Printf("%v|%s|%#v|%+v\n", t, t, t, t.In(est))
		fmt.Println(t.UTC(), t.Truncate(time.Hour), t.Round(time.Hour), t.Truncate(7*24*time.Hour), t.Round(10*time.Minute), t.Truncate(0), t.Round(1500*time.Millisecond))
		fmt.Println(t.AddDate(0, 1, 0), t.AddDate(1, -1, 31), t.Add(36*time.Hour), t.Add(-1), t.Add(math.MaxInt64))
		b, err := t.MarshalJSON()
		fmt.Println(string(b), err)
		b, err = t.MarshalText()
		fmt.Println(string(b), err)
		var u time.Time
		fmt.Println(u.UnmarshalText(b), u.Equal(t), u)
		for _, o := range times[:4] {
			fmt.Print(t.Sub(o), t.Before(o), t.After(o), t.Equal(o), t.Compare(o), t == o, " ")
		}
		fmt.Println()
	}
	for i := time.Month(0); i < 14; i++ {
		fmt.Print(i, " ")
	}
	for i := time.Weekday(-1); i < 9; i++ {
		fmt.Print(i, " ")
	}
	fmt.Printf("%d %v %q %s\n", time.March, time.March, time.March, time.Friday)

	parse := func(layout, value string) {
		t, err := time.Parse(layout, value)
		fmt.Printf("%q %q: %v %v\n", layout, value, t, err)
	}
	parse(time.RFC3339, "2024-02-29T12:34:56Z")
	parse(time.RFC3339, "2024-02-29T12:34:56.789+05:30")
	parse(time.RFC3339, "2023-02-29T12:34:56Z")
	parse(time.RFC3339, "2024-13-01T00:00:00Z")
	parse(time.RFC3339, "2024-12-01T24:00:00Z")
	parse(time.RFC3339, "2024-12-01T23:60:00Z")
	parse(time.RFC3339, "2024-12-01T23:00:61Z")
	parse(time.RFC3339, "2024-12-01 23:00:00Z")
	parse(time.RFC3339, "2024-12-01T23:00:00")
	parse(time.RFC3339, "2024-12-01T23:00:00Zx")
	parse(time.RFC3339, "2024-12-01T23:00:00+25:00")
	parse(time.RFC3339, "2024-12-01T23:00:00+05:61")
	parse(time.RFC3339, "20x4-12-01T23:00:00Z")
	parse(time.RFC3339, "")
	parse(time.RFC3339Nano, "2024-12-01T23:00:00.123456789Z")
	parse(time.RFC3339, "2024-12-01T23:00:00,5Z")
	parse(time.DateOnly, "2024-01-31")
	parse(time.DateOnly, "2024-1-31")
	parse(time.DateOnly, "2024-01-32")
	parse(time.DateOnly, "2024-04-31")
	parse(time.DateOnly, "2024-00-01")
	parse(time.DateOnly, "2024-01-00")
	parse(time.DateTime, "2024-01-31 15:04:05")
	parse(time.DateTime, "2024-01-31 15:04:05.25")
	parse(time.DateTime, "2024-01-31   15:04:05")
	parse(time.DateTime, "2024-01-31T15:04:05")
	parse(time.TimeOnly, "3:04:05")
	parse(time.TimeOnly, "03:04:05")
	parse(time.Kitchen, "3:04PM")
	parse(time.Kitchen, "12:04AM")
	parse(time.Kitchen, "12:04PM")
	parse(time.Kitchen, "13:04PM")
	parse(time.Kitchen, "3:04XM")
	parse(time.Kitchen, "3:4PM")
	parse(time.ANSIC, "Mon Jan  2 15:04:05 2006")
	parse(time.ANSIC, "mon jan 12 15:04:05 2006")
	parse(time.ANSIC, "Xon Jan  2 15:04:05 2006")
	parse(time.UnixDate, "Mon Jan  2 15:04:05 PST 2006")
	parse(time.UnixDate, "Mon Jan  2 15:04:05 UTC 2006")
	parse(time.UnixDate, "Mon Jan  2 15:04:05 GMT+3 2006")
	parse(time.UnixDate, "Mon Jan  2 15:04:05 GMT-25 2006")
	parse(time.UnixDate, "Mon Jan  2 15:04:05 x 2006")
	parse(time.UnixDate, "Mon Jan  2 15:04:05 CEST 2006")
	parse(time.UnixDate, "Mon Jan  2 15:04:05 ChST 2006")
	parse(time.UnixDate, "Mon Jan  2 15:04:05 +03 2006")
	parse(time.UnixDate, "Mon Jan  2 15:04:05 ABCDE 2006")
	parse(time.RubyDate, "Mon Jan 02 15:04:05 -0700 2006")
	parse(time.RFC822, "02 Jan 06 15:04 MST")
	parse(time.RFC822Z, "02 Jan 69 15:04 +0000")
	parse(time.RFC850, "Monday, 02-Jan-06 15:04:05 EST")
	parse(time.RFC1123, "Mon, 02 Jan 2006 15:04:05 GMT")
	parse(time.RFC1123Z, "Mon, 02 Jan 2006 15:04:05 +0100")
	parse(time.StampMilli, "Jan  2 15:04:05.123")
	parse(time.StampMilli, "Jan  2 15:04:05.12")
	parse(time.StampMilli, "Jan  2 15:04:05.1234")
	parse("2006 002", "2024 366")
	parse("2006 002", "2023 366")
	parse("2006 __2", "2024  60")
	parse("2006-01 002", "2024-02 060")
	parse("2006-01 002", "2024-03 060")
	parse("January 2, 2006", "february 3, 2013")
	parse("January 2, 2006", "Feb 3, 2013")
	parse("2 Jan 2006 -07", "3 Mar 2013 +02")
	parse("15:04:05 -07:00:00", "01:02:03 -01:02:03")
	parse("Z07:00", "Z")
	parse("\"quoted\"", "x\"\n\x01é")
	parse("15:04:05.000", "01:02:03.5")
	parse("05.999", "03")
	parse("3pm", "4am")
	parse("3pm", "0pm")
	parse("06", "7")
	parse("2006", "007")
	parse("MST", "ZZ")
	parse("no elements", "no elements")
	parse("no elements", "no element")
	t, err := time.ParseInLocation(time.DateTime, "2024-07-01 10:00:00", est)
	fmt.Println(t, err)
	t, err = time.ParseInLocation(time.UnixDate, "Mon Jan  2 15:04:05 EST 2006", est)
	fmt.Println(t, err, t.Location() == est)
	_, err = time.Parse(time.DateOnly, "bad")
	var pe *time.ParseError
	fmt.Println(errors.As(err, &pe), pe.Layout, pe.Value, pe.LayoutElem, pe.ValueElem, pe.Message)
	fmt.Printf("%+v\n", *pe)
	for _, n := range []string{"", "UTC", "Nowhere/City", "../etc", "/abs", "a..b"} {
		l, err := time.LoadLocation(n)
		fmt.Println(l, err)
	}
	fmt.Println(time.UTC, est, odd.String() == "", time.FixedZone("X", 1))
	try("date", func() { time.Date(2020, 1, 1, 0, 0, 0, 0, nil) })
	try("in", func() { time.Time{}.In(nil) })
	now := time.Now()
	later := now.Add(1500 * time.Millisecond)
	fmt.Println(later.Sub(now), later.After(now), now.Equal(now.Round(0)), now == now.Round(0), now.Before(later), later.Compare(now))
	fmt.Println(time.Since(time.Now().Add(-time.Hour)).Truncate(time.Minute), time.Until(time.Now().Add(time.Hour)).Round(time.Minute), time.Since(now) >= 0)
	fmt.Println(struct{ t time.Time }{}, struct{ T time.Time }{}, struct{ D, d time.Duration }{1, 2}, []time.Duration{time.Second}, map[time.Month]time.Weekday{time.May: time.Sunday})
	fmt.Printf("%v %+v\n", &struct{ T time.Time }{times[1]}, struct{ d time.Duration }{5})
	var zero *time.Location
	fmt.Println(zero)
}
