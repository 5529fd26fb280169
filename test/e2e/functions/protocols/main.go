// Serves on PORT what PROTOCOL says: grpc (with the health service if HEALTH is true, MAX_STREAMS to a connection), h2c, or
// http with a WebSocket; on 9090 HTTP/1.1. With arguments it is their client: see call.go.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"

	"github.com/coder/websocket"
	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	if len(os.Args) > 1 {
		call(os.Args[1:])
		return
	}
	listener, err := net.Listen("tcp", ":"+os.Getenv("PORT"))
	if err != nil {
		panic(err)
	}
	go http.ListenAndServe(":9090", http.HandlerFunc(name))
	switch os.Getenv("PROTOCOL") {
	case "grpc":
		go grpcServer().Serve(listener)
	case "h2c":
		server := &http.Server{Handler: http.HandlerFunc(name), Protocols: new(http.Protocols)}
		server.Protocols.SetUnencryptedHTTP2(true)
		go server.Serve(listener)
	default:
		go http.Serve(listener, http.HandlerFunc(socket))
	}
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
}

func grpcServer() *grpc.Server {
	options := []grpc.ServerOption{}
	if streams, _ := strconv.Atoi(os.Getenv("MAX_STREAMS")); streams > 0 {
		options = append(options, grpc.MaxConcurrentStreams(uint32(streams)))
	}
	server := grpc.NewServer(options...)
	server.RegisterService(&service, nil)
	if os.Getenv("HEALTH") == "true" {
		grpc_health_v1.RegisterHealthServer(server, health.NewServer())
	}
	return server
}

func name(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, os.Getenv("FUNCTION_NAME"), r.Proto)
}

// socket answers each message of a WebSocket, and a plain request with the name of the function.
func socket(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Upgrade") == "" {
		name(w, r)
		return
	}
	connection, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	for {
		kind, text, err := connection.Read(r.Context())
		if err != nil {
			return
		}
		connection.Write(r.Context(), kind, []byte(answer(string(text))))
	}
}
