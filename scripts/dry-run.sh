#!/usr/bin/env bash
# dry-run.sh [FLAG...] [FOLDER=dist/production]: asks the API server of KUBECONFIG whether it accepts every object of a
# folder. Applies the CRDs of the folder and of each --crds FOLDER and creates missing namespaces and service accounts for
# real, since the rest needs them, then dry-runs every object, and a Pod for each pod template, so that Pod Security and
# admission see it. An error or a warning fails. Never forces a conflict. Deletes at the end what it created. Says first
# which cluster, and asks. Needs kubectl and node.
#   --keep         deletes nothing at the end
#   --crds FOLDER  also the CRDs of other tools; those that the cluster has stay as they are
. "$(dirname "$0")/lifecycle.sh"
keep=''
crd_files=()
while (($#)); do
  taken=1
  case $1 in
    --keep) keep=yes ;;
    --crds)
      [[ -d ${2:-} ]] || die "--crds ${2:-}: is not a folder; allowed: a folder with the YAML of CRDs, such as crds/others"
      mapfile -t -O ${#crd_files[@]} crd_files < <(find "$2" -name '*.yaml' | sort)
      taken=2 ;;
    *) common "$@" ;;
  esac
  shift "$taken"
done
begin
mapfile -t files < <(find "$folder" -name '*.yaml' | sort)
read_live
require_ours dry-run
confirm "create for a while what $folder needs, and dry-run the rest"
created=() # files of what this run made, in order
clean() {
  local status=$? i
  trap - EXIT
  if [[ -z $keep ]]; then
    for ((i = ${#created[@]} - 1; i >= 0; i--)); do
      kubectl delete --ignore-not-found --timeout=120s -f "${created[i]}" >/dev/null || status=1
    done
  fi
  rm -rf "$work"
  exit "$status"
}
trap clean EXIT
trap 'exit 130' INT TERM

# one file for each object that is made for real, named in the order of need; prints how many objects the folder holds
cat >"$work/split.mjs" <<'NODE'
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const [script, folder, group, ...files] = process.argv.slice(2);
const { loadAll } = createRequire(script)('js-yaml');
const kinds = ['CustomResourceDefinition', 'Namespace', 'ServiceAccount'];
const objects = files.flatMap((file) => loadAll(readFileSync(file, 'utf8'))).filter(Boolean);
objects.forEach((object, i) => {
  const order = kinds.indexOf(object.kind);
  if (order >= 0) writeFileSync(`${folder}/${order}-${group}${String(i).padStart(6, '0')}.json`, JSON.stringify(object));
});
const made = new Set(objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name));
const used = new Set(objects.map(({ metadata }) => metadata.namespace).filter((name) => name && !made.has(name)));
for (const name of used) {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
  writeFileSync(`${folder}/1-used-${name}.json`, JSON.stringify(namespace));
}
console.log(objects.length);
NODE
mkdir "$work/real"
objects=$(node "$work/split.mjs" "$here/pods-of.mjs" "$work/real" own "${files[@]}")
((${#crd_files[@]} == 0)) || node "$work/split.mjs" "$here/pods-of.mjs" "$work/real" others "${crd_files[@]}" >"$work/others"
node "$here/pods-of.mjs" "$folder" >"$work/pods.json"
pods=$(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).items.length' "$work/pods.json")

: >"$work/complaints"
accept() { # accept LABEL FILE [FLAG...]: applies a file, prints what was accepted and keeps the complaints
  local label=$1 file=$2 said=$work/said; shift 2
  kubectl apply --server-side --validate=strict "$@" -f "$file" 2>"$said" || [[ -s $said ]] || echo "error: kubectl failed" >"$said"
  sed -i '/^Please review the fields above/,/^See https/d' "$said" # kubectl's advice to force a conflict
  while IFS= read -r line; do echo "$label: $line"; done <"$said" >>"$work/complaints"
}
until_true() { # until_true WHAT COMMAND...: a minute long; `kubectl wait` alone fails on an object without a status yet
  local end=$((SECONDS + 60)) what=$1; shift
  until "$@" >/dev/null 2>&1; do ((SECONDS < end)) || die "$what within 60 s"; sleep 0.3; done
}
shopt -s nullglob
crds=() namespaces=()
for file in "$work"/real/*.json; do
  there=$(kubectl get --ignore-not-found -o name -f "$file" 2>"$work/said") || die "$(cat "$work/said")"
  if [[ -z $there ]]; then created+=("$file"); elif [[ $file != */0-own* ]]; then continue; fi
  accept "made for real" "$file" >/dev/null
  if [[ -s $work/said ]]; then continue; fi
  case $file in */0-*) crds+=("$file") ;; */1-*) namespaces+=("$file") ;; esac
done
for file in "${crds[@]}"; do
  until_true "a CRD is not established" kubectl wait --for=condition=Established --timeout=10s -f "$file"
done
for file in "${namespaces[@]}"; do # a pod is refused until the controller has made the service account it runs as
  namespace=$(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).metadata.name' "$file")
  until_true "namespace $namespace has no default service account" kubectl get serviceaccount default -n "$namespace"
done
for file in "${files[@]}"; do accept "$file" "$file" --dry-run=server; done >"$work/accepted-objects"
: >"$work/accepted-pods"
((pods == 0)) || accept "pods of $folder" "$work/pods.json" --dry-run=server >"$work/accepted-pods"

cat "$work/complaints" >&2
accepted_objects=$(wc -l <"$work/accepted-objects") accepted_pods=$(wc -l <"$work/accepted-pods")
warnings=$(grep -c 'Warning:' "$work/complaints" || true)
errors=$((objects + pods - accepted_objects - accepted_pods))
if ((errors == 0)) && grep -qv 'Warning:' "$work/complaints"; then errors=1; fi
echo "$accepted_objects objects accepted, $accepted_pods pods accepted, $errors errors, $warnings warnings"
((errors == 0 && warnings == 0))
