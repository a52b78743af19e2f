package runtime

// A MemStats tells of the memory allocator. minigo has none of its own: the numbers are estimates of what the
// goroutines need, alike in each run.
type MemStats struct {
	Alloc        uint64
	TotalAlloc   uint64
	Sys          uint64
	Lookups      uint64
	Mallocs      uint64
	Frees        uint64
	HeapAlloc    uint64
	HeapSys      uint64
	HeapIdle     uint64
	HeapInuse    uint64
	HeapReleased uint64
	HeapObjects  uint64
	StackInuse   uint64
	StackSys     uint64
	MSpanInuse   uint64
	MSpanSys     uint64
	MCacheInuse  uint64
	MCacheSys    uint64
	BuckHashSys  uint64
	GCSys        uint64
	OtherSys     uint64
	NextGC       uint64
	LastGC       uint64
	PauseTotalNs uint64
	PauseNs      [256]uint64
	PauseEnd     [256]uint64
	NumGC        uint32
	NumForcedGC  uint32

	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
}

// memory returns estimates of the bytes in the heap and in stacks, and the number of garbage collections.
func memory() (heap, stacks, collections int)

// ReadMemStats fills in m.
func ReadMemStats(m *MemStats) {
	const page, chunk = 8 << 10, 4 << 20
	heap, stacks, collections := memory()
	m.Alloc = uint64(heap)
	m.TotalAlloc = m.Alloc
	m.HeapAlloc = m.Alloc
	m.HeapInuse = (m.Alloc + page - 1) / page * page
	m.HeapSys = (m.HeapInuse + chunk - 1) / chunk * chunk
	m.HeapIdle = m.HeapSys - m.HeapInuse
	m.HeapObjects = m.Alloc / 64
	m.Mallocs = m.HeapObjects
	m.StackInuse = uint64(stacks)
	m.StackSys = m.StackInuse
	m.Sys = m.HeapSys + m.StackSys + chunk
	m.NextGC = chunk
	m.NumGC = uint32(collections)
	m.NumForcedGC = m.NumGC
	m.EnableGC = true
}
