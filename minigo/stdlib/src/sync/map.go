package sync

// A Map is a map[any]any that goroutines may use at the same time. The zero value is empty.
type Map struct {
	_  noCopy
	mu Mutex
	m  map[any]any
}

// Load returns the value of key, and whether there is one.
func (m *Map) Load(key any) (value any, ok bool) {
	m.mu.Lock()
	value, ok = m.m[key]
	m.mu.Unlock()
	return value, ok
}

// Store sets the value of key.
func (m *Map) Store(key, value any) {
	m.Swap(key, value)
}

// Swap sets the value of key and returns the one before.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	previous, loaded = m.m[key]
	m.set(key, value)
	return previous, loaded
}

func (m *Map) set(key, value any) {
	if m.m == nil {
		m.m = map[any]any{}
	}
	m.m[key] = value
}

// LoadOrStore returns the value of key if there is one (loaded is true), else it stores and returns value.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if actual, loaded = m.m[key]; loaded {
		return actual, true
	}
	m.set(key, value)
	return value, false
}

// LoadAndDelete deletes key and returns the value it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	value, loaded = m.m[key]
	delete(m.m, key)
	return value, loaded
}

// Delete deletes key.
func (m *Map) Delete(key any) {
	m.LoadAndDelete(key)
}

// CompareAndSwap sets the value of key to new if it is old, which must be comparable.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if v, ok := m.m[key]; !ok || v != old {
		return false
	}
	m.m[key] = new
	return true
}

// CompareAndDelete deletes key if its value is old, which must be comparable.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if v, ok := m.m[key]; !ok || v != old {
		return false
	}
	delete(m.m, key)
	return true
}

// keys returns the keys in the order of a range over the map.
func (m *Map) keys() []any {
	m.mu.Lock()
	defer m.mu.Unlock()
	keys := make([]any, 0, len(m.m))
	for key := range m.m {
		keys = append(keys, key)
	}
	return keys
}

// Range calls f for each key and its value until f returns false. Keys deleted meanwhile are left out; f may use m.
func (m *Map) Range(f func(key, value any) bool) {
	for _, key := range m.keys() {
		if value, ok := m.Load(key); ok && !f(key, value) {
			return
		}
	}
}

// Clear deletes all keys.
func (m *Map) Clear() {
	m.mu.Lock()
	clear(m.m)
	m.mu.Unlock()
}
