package main

import (
	"context"
	"encoding/json"
	"os"
	"sync"
	"time"

	"github.com/coder/websocket"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/metadata"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// What came back: texts, each with the pod that answered, and what the interceptor says of the start.
type result struct {
	Answers   []string `json:"answers"`
	ColdStart string   `json:"coldStart"`
	Error     string   `json:"error,omitempty"`
}

var texts = []string{"one", "two", "three"}

const calls = 24

// call runs `unary|stream|websocket|parallel ADDRESS HOST` and tells the result in JSON; `succeed` ends at once, as a probe does.
func call(arguments []string) {
	if arguments[0] == "succeed" {
		return
	}
	kind, address, host := arguments[0], arguments[1], arguments[2]
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	var found result
	var err error
	if kind == "websocket" {
		found, err = viaWebSocket(ctx, address, host)
	} else {
		found, err = viaGRPC(ctx, kind, address, host)
	}
	if err != nil {
		found.Error = err.Error()
	}
	json.NewEncoder(os.Stdout).Encode(found)
}

func viaGRPC(ctx context.Context, kind, address, host string) (result, error) {
	client, err := grpc.NewClient("passthrough:///"+address, grpc.WithTransportCredentials(insecure.NewCredentials()), grpc.WithAuthority(host))
	if err != nil {
		return result{}, err
	}
	defer client.Close()
	switch kind {
	case "stream":
		return stream(ctx, client)
	case "parallel":
		return parallel(ctx, client)
	default:
		return unary(ctx, client, texts[0])
	}
}

func unary(ctx context.Context, client *grpc.ClientConn, text string) (result, error) {
	var header metadata.MD
	answer := &wrapperspb.StringValue{}
	err := client.Invoke(ctx, "/talk.Talk/Say", wrapperspb.String(text), answer, grpc.Header(&header))
	return result{Answers: []string{answer.Value}, ColdStart: first(header.Get(coldStartHeader))}, err
}

// parallel makes many calls at the same time, on one connection to the interceptor.
func parallel(ctx context.Context, client *grpc.ClientConn) (result, error) {
	var all result
	var failed error
	var mutex sync.Mutex
	var group sync.WaitGroup
	for range calls {
		group.Go(func() {
			one, err := unary(ctx, client, texts[0])
			mutex.Lock()
			defer mutex.Unlock()
			all.Answers = append(all.Answers, one.Answers...)
			if err != nil {
				failed = err
			}
		})
	}
	group.Wait()
	return all, failed
}

// stream sends each text after the answer to the one before.
func stream(ctx context.Context, client *grpc.ClientConn) (found result, err error) {
	both := &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}
	open, err := client.NewStream(ctx, both, "/talk.Talk/Chat")
	if err != nil {
		return found, err
	}
	for _, text := range texts {
		answer := &wrapperspb.StringValue{}
		if err = open.SendMsg(wrapperspb.String(text)); err == nil {
			err = open.RecvMsg(answer)
		}
		if err != nil {
			return found, err
		}
		found.Answers = append(found.Answers, answer.Value)
	}
	header, err := open.Header()
	found.ColdStart = first(header.Get(coldStartHeader))
	return found, err
}

func viaWebSocket(ctx context.Context, address, host string) (found result, err error) {
	connection, response, err := websocket.Dial(ctx, "ws://"+address+"/", &websocket.DialOptions{Host: host})
	if err != nil {
		return found, err
	}
	defer connection.CloseNow()
	found.ColdStart = response.Header.Get(coldStartHeader)
	for _, text := range texts {
		if err = connection.Write(ctx, websocket.MessageText, []byte(text)); err != nil {
			return found, err
		}
		_, answer, err := connection.Read(ctx)
		if err != nil {
			return found, err
		}
		found.Answers = append(found.Answers, string(answer))
	}
	return found, nil
}

const coldStartHeader = "x-keda-http-cold-start"

func first(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}
