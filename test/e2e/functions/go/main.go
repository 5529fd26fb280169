// Answers every path with 200, and gRPC's health protocol with SERVING, as soon as it listens: at once, or STARTUP_DELAY (such as
// 100s) after its start. With an argument it ends at once, as the command of a probe does.
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
	if len(os.Args) > 1 {
		return
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, os.Getenv("FUNCTION_NAME"))
	})
	http.HandleFunc("/grpc.health.v1.Health/Check", health)
	server := &http.Server{Addr: ":" + os.Getenv("PORT"), Protocols: new(http.Protocols)}
	server.Protocols.SetHTTP1(true)
	server.Protocols.SetUnencryptedHTTP2(true)
	delay, _ := time.ParseDuration(os.Getenv("STARTUP_DELAY"))
	time.AfterFunc(delay, func() { server.ListenAndServe() })
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	deadline, cancel := context.WithTimeout(context.Background(), 25*time.Second)
	defer cancel()
	server.Shutdown(deadline)
}

// health is a message of two bytes, status: SERVING, and OK after it.
func health(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/grpc")
	w.Header().Set("Trailer", "Grpc-Status")
	w.Write([]byte{0, 0, 0, 0, 2, 8, 1})
	w.Header().Set("Grpc-Status", "0")
}
