#!/usr/bin/env bash
# dry-run.sh [FOLDER=dist/production]: asks the API server of KUBECONFIG whether it accepts every object of a folder.
# Applies CRDs, namespaces and service accounts for real, since the rest needs them, then dry-runs every object, and a
# Pod for each pod template, so that Pod Security and admission see it. An error or a warning fails. Needs kubectl, node.
set -euo pipefail
folder=${1:-dist/production}
[[ -d $folder ]] || { echo "error: $folder: is no folder; allowed: what npm run synth wrote, such as dist/production" >&2; exit 1; }
kubectl version >/dev/null || { echo "error: no cluster answers; allowed: a KUBECONFIG with cluster-admin rights" >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)
log=$(mktemp -d); trap 'rm -rf "$log"' EXIT

mapfile -t files < <(find "$folder" -name '*.yaml' | sort)
kinds() { # kinds KIND...: the objects of these kinds in the folder, as one stream
  node --input-type=module -e '
    import { readFileSync } from "node:fs"; import { loadAll, dump } from "js-yaml";
    const [kinds, ...files] = process.argv.slice(1);
    for (const file of files) for (const object of loadAll(readFileSync(file, "utf8")))
      if (kinds.split(",").includes(object.kind)) console.log(`---\n${dump(object, { noRefs: true, lineWidth: -1 })}`);' "$1" "${files[@]}"
}
accept() { # accept NAME FILE [FLAG...]: applies a file and keeps what was said
  local name=$1 file=$2; shift 2
  kubectl apply --server-side --force-conflicts --validate=strict "$@" -f "$file" >>"$log/accepted-$name" 2>>"$log/complaints" || true
}
kinds CustomResourceDefinition >"$log/crds.yaml"
kinds Namespace >"$log/namespaces.yaml"
kinds ServiceAccount >"$log/accounts.yaml"
for step in crds namespaces accounts; do [[ ! -s $log/$step.yaml ]] || accept prepared "$log/$step.yaml"; done
[[ ! -s $log/crds.yaml ]] || kubectl wait --for=condition=Established --timeout=60s -f "$log/crds.yaml" >/dev/null
for file in "${files[@]}"; do accept objects "$file" --dry-run=server; done
node "$here/pods-of.mjs" "$folder" >"$log/pods.json"
accept pods "$log/pods.json" --dry-run=server

count() { [[ -f $log/$1 ]] && wc -l <"$log/$1" || echo 0; }
if [[ -s $log/complaints ]]; then cat "$log/complaints" >&2; fi
echo "$(count accepted-objects) objects accepted, $(count accepted-pods) pods accepted, $(count complaints) lines of errors and warnings"
[[ ! -s $log/complaints ]]
