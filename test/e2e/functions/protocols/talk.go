package main

import (
	"context"
	"os"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

// The service talk.Talk, of which no .proto is needed: its messages are texts.
var service = grpc.ServiceDesc{
	ServiceName: "talk.Talk",
	HandlerType: (*any)(nil),
	Methods:     []grpc.MethodDesc{{MethodName: "Say", Handler: say}},
	Streams:     []grpc.StreamDesc{{StreamName: "Chat", Handler: chat, ServerStreams: true, ClientStreams: true}},
}

// say answers one text after 300 ms, so that calls at the same time are in flight together.
func say(_ any, _ context.Context, decode func(any) error, _ grpc.UnaryServerInterceptor) (any, error) {
	text := &wrapperspb.StringValue{}
	if err := decode(text); err != nil {
		return nil, err
	}
	time.Sleep(300 * time.Millisecond)
	return wrapperspb.String(answer(text.Value)), nil
}

// chat answers each text before it reads the next one.
func chat(_ any, stream grpc.ServerStream) error {
	for {
		text := &wrapperspb.StringValue{}
		if stream.RecvMsg(text) != nil {
			return nil
		}
		if err := stream.SendMsg(wrapperspb.String(answer(text.Value))); err != nil {
			return err
		}
	}
}

func answer(text string) string {
	host, _ := os.Hostname()
	return text + " " + host
}
