// Answers every path with 200, as soon as it listens: at once, or STARTUP_DELAY (such as 100s) after its start.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	server := &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, os.Getenv("FUNCTION_NAME"))
	})}
	delay, _ := time.ParseDuration(os.Getenv("STARTUP_DELAY"))
	time.AfterFunc(delay, func() { server.ListenAndServe() })
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	deadline, cancel := context.WithTimeout(context.Background(), 25*time.Second)
	defer cancel()
	server.Shutdown(deadline)
}
