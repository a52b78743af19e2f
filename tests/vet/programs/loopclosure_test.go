//go:build go1.21

package p

import "testing"

func TestLoop(t *testing.T) {
	for _, x := range []int{1, 2} {
		t.Run("sub", func(t *testing.T) {
			t.Log(x)
			t.Parallel()
			t.Log(x)
			func() { t.Log(x) }()
		})
		t.Run("sequential", func(t *testing.T) { t.Log(x) })
		t.Run("label", func(t *testing.T) {
			t.Parallel()
		l:
			if x > 1 {
				goto l
			}
			t.Log(x)
		})
		t.Run("other", func(s *testing.T) {
			t.Parallel()
			s.Log(x)
		})
	}
}
