// A broker that speaks Kafka's protocol, for the tests on a cluster: topics and offsets outlive it in a folder. The other
// commands produce to it and commit for a consumer group, as an application would.
//
//	kafka serve ADDRESS FOLDER TOPIC
//	kafka produce ADDRESS TOPIC
//	kafka commit ADDRESS TOPIC GROUP
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kfake"
	"github.com/twmb/franz-go/pkg/kgo"
)

func main() {
	address, args := os.Args[2], os.Args[3:]
	switch os.Args[1] {
	case "serve":
		serve(address, args[0], args[1])
	case "produce":
		client := connect(address)
		result := client.ProduceSync(context.Background(), &kgo.Record{Topic: args[0], Value: []byte("work")})
		check(result.FirstErr())
	case "commit":
		commit(kadm.NewClient(connect(address)), args[0], args[1])
	}
}

func serve(address, folder, topic string) {
	_, port, err := net.SplitHostPort(address)
	check(err)
	number, err := strconv.Atoi(port)
	check(err)
	cluster, err := kfake.NewCluster(
		kfake.NumBrokers(1),
		kfake.Ports(number),
		kfake.ListenFn(func(network, _ string) (net.Listener, error) { return net.Listen(network, address) }),
		kfake.SeedTopics(1, topic),
		kfake.DataDir(folder),
	)
	check(err)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM)
	<-stop
	cluster.Close()
}

// commit says that the group has read all of the topic.
func commit(admin *kadm.Client, topic, group string) {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	ends, err := admin.ListEndOffsets(ctx, topic)
	check(err)
	committed, err := admin.CommitOffsets(ctx, group, ends.Offsets())
	check(err)
	check(committed.Error())
}

func connect(address string) *kgo.Client {
	client, err := kgo.NewClient(kgo.SeedBrokers(address))
	check(err)
	return client
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
