// Publish and subscribe: a broker copies every message to the channels of all subscribers.
package main

import (
	"fmt"
	"strings"
	"sync"
)

type Broker struct {
	mu   sync.Mutex
	subs []chan string
}

func (b *Broker) Subscribe() <-chan string {
	ch := make(chan string)
	b.mu.Lock()
	defer b.mu.Unlock()
	b.subs = append(b.subs, ch)
	return ch
}

func (b *Broker) Publish(msg string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, ch := range b.subs {
		ch <- msg
	}
}

func (b *Broker) Close() {
	for _, ch := range b.subs {
		close(ch)
	}
}

func main() {
	var broker Broker
	inbox := make([][]string, 3)
	var wg sync.WaitGroup
	for i := range inbox {
		ch := broker.Subscribe()
		wg.Add(1)
		go func() {
			defer wg.Done()
			for msg := range ch {
				inbox[i] = append(inbox[i], msg)
			}
		}()
	}
	for _, msg := range []string{"one", "two", "three"} {
		broker.Publish(msg)
	}
	broker.Close()
	wg.Wait()
	for i, msgs := range inbox {
		fmt.Printf("subscriber %d: %s\n", i, strings.Join(msgs, ", "))
	}
}
