// Asks the routing table of the HTTP add-on: a question a line on standard input, its answer a line on standard output.
//
// older and newer are routes. The answer says which of them gets the request that a client sends with this target and
// these headers, the first of them Host, or "none", or "refused" where Go's server takes no such request.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/kedacore/http-add-on/operator/apis/http/v1beta1"
	"github.com/kedacore/http-add-on/pkg/routing"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

type question struct {
	Older, Newer route
	Target       string
	Headers      []string
}

type route struct {
	Host, Path string
	Headers    []v1beta1.HeaderMatch
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for lines.Scan() {
		var asked question
		if err := json.Unmarshal(lines.Bytes(), &asked); err != nil {
			panic(err)
		}
		out.Encode(answer(asked))
	}
}

func answer(asked question) string {
	table := routing.NewTableMemory()
	for age, route := range []route{asked.Newer, asked.Older} {
		name := []string{"newer", "older"}[age]
		created := metav1.NewTime(time.Unix(int64(1000-age), 0))
		rule := v1beta1.RoutingRule{
			Hosts:   []string{route.Host},
			Paths:   []v1beta1.PathMatch{{Value: route.Path}},
			Headers: route.Headers,
		}
		table = table.Remember(&v1beta1.InterceptorRoute{
			ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: "a", CreationTimestamp: created},
			Spec:       v1beta1.InterceptorRouteSpec{Rules: []v1beta1.RoutingRule{rule}},
		})
	}
	text := fmt.Sprintf("GET %s HTTP/1.1\r\n%s\r\n\r\n", asked.Target, strings.Join(asked.Headers, "\r\n"))
	request, err := http.ReadRequest(bufio.NewReader(strings.NewReader(text)))
	if err != nil {
		return "refused"
	}
	// as the interceptor's own table takes a request apart
	host := request.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if found := table.Route(host, request.URL.Path, request.Header); found != nil {
		return found.Name
	}
	return "none"
}
