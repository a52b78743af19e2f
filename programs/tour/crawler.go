// Crawler: goroutines fetch linked pages in parallel, and a locked set makes sure each page is fetched once.
package main

import (
	"fmt"
	"sort"
	"sync"
)

var web = map[string][]string{
	"home":  {"docs", "blog"},
	"docs":  {"home", "spec", "tour"},
	"blog":  {"home", "docs", "lost"},
	"spec":  {"docs"},
	"tour":  {"docs", "spec"},
	"cloud": {"home"},
}

type Crawler struct {
	mu      sync.Mutex
	visited map[string]bool
	fetches int
	missing []string
	wg      sync.WaitGroup
}

func (c *Crawler) crawl(page string) {
	defer c.wg.Done()
	c.mu.Lock()
	if c.visited[page] {
		c.mu.Unlock()
		return
	}
	c.visited[page] = true
	c.fetches++
	links, ok := web[page]
	if !ok {
		c.missing = append(c.missing, page)
	}
	c.mu.Unlock()

	for _, link := range links {
		c.wg.Add(1)
		go c.crawl(link)
	}
}

func main() {
	c := &Crawler{visited: map[string]bool{}}
	c.wg.Add(1)
	go c.crawl("home")
	c.wg.Wait()

	var pages []string
	for p := range c.visited {
		pages = append(pages, p)
	}
	sort.Strings(pages)
	fmt.Println("fetched", c.fetches, pages)
	fmt.Println("missing", c.missing)
}
