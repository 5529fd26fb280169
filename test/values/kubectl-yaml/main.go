// Reads a JSON list of files from standard input and prints what kubectl reads in each: the list of its documents as
// JSON, or why there is none.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"sigs.k8s.io/yaml"
)

type result struct {
	Documents []json.RawMessage `json:"documents,omitempty"`
	Error     string            `json:"error,omitempty"`
}

func main() {
	var files []string
	if err := json.NewDecoder(os.Stdin).Decode(&files); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	results := make([]result, len(files))
	for i, file := range files {
		results[i] = read(file)
	}
	if err := json.NewEncoder(os.Stdout).Encode(results); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(file string) result {
	documents := []json.RawMessage{}
	for _, document := range split(file) {
		// strict, as kubectl reads with --validate=strict: a key twice is an error
		text, err := yaml.YAMLToJSONStrict([]byte(document))
		if err != nil {
			return result{Error: err.Error()}
		}
		if string(text) != "null" {
			documents = append(documents, text)
		}
	}
	return result{Documents: documents}
}

// Before it parses, kubectl cuts at each line that begins with "---", whatever stands around or behind it.
func split(file string) []string {
	documents := []string{""}
	for _, line := range strings.SplitAfter(file, "\n") {
		if strings.HasPrefix(line, "---") {
			documents = append(documents, "")
			continue
		}
		documents[len(documents)-1] += line
	}
	return documents
}
