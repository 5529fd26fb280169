// Decodes manifests as the types of a version of Kubernetes, in which a field that is not known is a fault.
// `types 1.37 FILE…`: built with the Go modules of that version. Objects of groups that CRDs bring are left out.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	admission "k8s.io/api/admissionregistration/v1"
	apps "k8s.io/api/apps/v1"
	batch "k8s.io/api/batch/v1"
	core "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	policy "k8s.io/api/policy/v1"
	rbac "k8s.io/api/rbac/v1"
	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/runtime/serializer/json"
	"k8s.io/apimachinery/pkg/util/yaml"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

// What a type of a beta or alpha says of its end.
type deprecated interface {
	APILifecycleDeprecated() (major, minor int)
}

var types = runtime.NewScheme()

func main() {
	groups := runtime.NewSchemeBuilder(
		admission.AddToScheme, apiextensions.AddToScheme, apiregistration.AddToScheme, apps.AddToScheme, batch.AddToScheme,
		core.AddToScheme, networking.AddToScheme, policy.AddToScheme, rbac.AddToScheme,
	)
	must(groups.AddToScheme(types))
	var minor int
	_, err := fmt.Sscanf(os.Args[1], "1.%d", &minor)
	must(err)
	decoded, left, faults := 0, 0, 0
	for _, name := range os.Args[2:] {
		for _, document := range documents(name) {
			kind, known, err := decode(document, minor)
			switch {
			case err != nil:
				faults++
				fmt.Printf("%s: %s: %v\n", name, kind, err)
			case known:
				decoded++
			default:
				left++
			}
		}
	}
	fmt.Printf("types of Kubernetes %s: %d objects decoded, %d of CRDs left out, %d faults\n", os.Args[1], decoded, left, faults)
	if faults > 0 || decoded == 0 {
		os.Exit(1)
	}
}

// Whether the object's group is one of Kubernetes, and what is wrong with the object.
func decode(document []byte, minor int) (kind schema.GroupVersionKind, known bool, err error) {
	serializer := json.NewSerializerWithOptions(json.DefaultMetaFactory, types, types, json.SerializerOptions{Yaml: true, Strict: true})
	object, read, err := serializer.Decode(document, nil, nil)
	if read != nil {
		kind = *read
	}
	if runtime.IsNotRegisteredError(err) && !types.IsGroupRegistered(kind.Group) {
		return kind, false, nil
	}
	if err != nil {
		return kind, true, err
	}
	if each, is := object.(deprecated); is {
		if major, since := each.APILifecycleDeprecated(); major == 1 && since <= minor {
			return kind, true, fmt.Errorf("deprecated since 1.%d", since)
		}
	}
	return kind, true, nil
}

func documents(name string) (all [][]byte) {
	file, err := os.Open(name)
	must(err)
	defer file.Close()
	reader := yaml.NewYAMLReader(bufio.NewReader(file))
	for {
		document, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return all
		}
		must(err)
		all = append(all, document)
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(2)
	}
}
