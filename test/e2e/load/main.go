// Sends RATE requests a second to TARGET for each of HOSTS, each second one on a connection of its own, as edges do both.
// GET / tells in JSON what became of them; GET /stop ends it, waits for those under way, and tells.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

var (
	mutex  sync.Mutex
	result struct {
		Sent, Answered, Failed int
		SlowestMillis          int64
		Failures               []string
	}
	underWay sync.WaitGroup
	stop     = make(chan struct{})
	once     sync.Once
)

func send(client *http.Client, target, host string) {
	defer underWay.Done()
	start := time.Now()
	request, _ := http.NewRequest("GET", target, nil)
	request.Host = host
	response, err := client.Do(request)
	if err == nil {
		_, err = io.Copy(io.Discard, response.Body)
		response.Body.Close()
		if err == nil && response.StatusCode != 200 {
			err = fmt.Errorf("status %d", response.StatusCode)
		}
	}
	mutex.Lock()
	defer mutex.Unlock()
	result.SlowestMillis = max(result.SlowestMillis, time.Since(start).Milliseconds())
	if err == nil {
		result.Answered++
		return
	}
	result.Failed++
	if len(result.Failures) < 20 {
		result.Failures = append(result.Failures, fmt.Sprintf("%s %s after %v: %v", start.Format("15:04:05.000"), host, time.Since(start), err))
	}
}

func main() {
	rate, _ := strconv.Atoi(os.Getenv("RATE"))
	kept := &http.Client{Timeout: 70 * time.Second}
	fresh := &http.Client{Timeout: 70 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	for _, host := range strings.Split(os.Getenv("HOSTS"), ",") {
		go func() {
			ticker := time.NewTicker(time.Second / time.Duration(rate))
			for i := 0; ; i++ {
				select {
				case <-stop:
					return
				case <-ticker.C:
				}
				mutex.Lock()
				result.Sent++
				underWay.Add(1)
				mutex.Unlock()
				go send([]*http.Client{kept, fresh}[i%2], os.Getenv("TARGET"), host)
			}
		}()
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/stop" {
			once.Do(func() { close(stop) })
			time.Sleep(time.Second)
			underWay.Wait()
		}
		mutex.Lock()
		defer mutex.Unlock()
		json.NewEncoder(w).Encode(result)
	})
	http.ListenAndServe(":8080", nil)
}
