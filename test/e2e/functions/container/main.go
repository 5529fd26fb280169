// Answers every path with 200, as soon as it listens, if it runs as the user that its image names.
package main

import (
	"fmt"
	"net/http"
	"os"
)

const user = 4321

func main() {
	if os.Getuid() != user {
		fmt.Fprintln(os.Stderr, "runs as", os.Getuid())
		os.Exit(1)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, os.Getenv("FUNCTION_NAME"))
	})
	http.ListenAndServe(":"+os.Getenv("PORT"), nil)
}
