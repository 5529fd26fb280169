// Answers with what it finds of its files, variables and mounts, as JSON. `copy FROM TO` copies a file and ends; `beside` is a
// server that the others reach on the same host.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
)

const beside = "127.0.0.1:9000"

func main() {
	if len(os.Args) == 4 && os.Args[1] == "copy" {
		fail(os.WriteFile(os.Args[3], []byte(read(os.Args[2])+" by "+os.Getenv("COPIED_BY")), 0o644))
		return
	}
	if len(os.Args) == 2 && os.Args[1] == "beside" {
		fail(http.ListenAndServe(beside, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "beside") })))
	}
	fail(http.ListenAndServe(":"+os.Getenv("PORT"), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		json.NewEncoder(w).Encode(map[string]any{
			"files":  each("SHOW_FILES", read),
			"env":    each("SHOW_ENV", os.Getenv),
			"mounts": each("SHOW_MOUNTS", mount),
			"write":  each("TRY_WRITE", write),
			"beside": ask(),
		})
	})))
}

func each(variable string, find func(string) string) map[string]string {
	found := map[string]string{}
	for _, name := range strings.Fields(os.Getenv(variable)) {
		found[name] = find(name)
	}
	return found
}

func read(path string) string {
	content, err := os.ReadFile(path)
	if err != nil {
		return err.Error()
	}
	return string(content)
}

func write(path string) string {
	if err := os.WriteFile(path+"/written", []byte("x"), 0o644); err != nil {
		return "refused"
	}
	return "written"
}

// The kind of file system that is mounted at a path.
func mount(path string) string {
	for _, line := range strings.Split(read("/proc/self/mounts"), "\n") {
		if fields := strings.Fields(line); len(fields) > 3 && fields[1] == path {
			return fields[2]
		}
	}
	return "none"
}

func ask() string {
	response, err := http.Get("http://" + beside)
	if err != nil {
		return err.Error()
	}
	defer response.Body.Close()
	body, _ := io.ReadAll(response.Body)
	return string(body)
}

func fail(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
