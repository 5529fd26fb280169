#!/usr/bin/env bash
# adopt.sh [FLAG...] [FOLDER=dist/production]: applies a folder over an installation that Helm or kubectl made, in the
# cluster of KUBECONFIG, with the requests going on: fields that the folder does not have are removed, the number of pods
# stays, nothing is recreated but Deployments whose selector differs (their pods stay until new ones are ready). Names
# what is left of Helm. Says first which cluster, and asks; stops before any change if something belongs to others than
# KEDA's own releases. May be run again. Needs kubectl and node.
#   --dry-run               says what it would do, and changes nothing
#   --from NAME[,NAME]      also takes the fields over that these field managers own
#   --leave NAME[,NAME]     lets these field managers keep theirs
#   --field-manager NAME    who owns the fields afterwards (default kubectl; for Argo CD argocd-controller)
#   --skip-unknown-kinds    leaves out objects of kinds that the cluster does not have, and lists them
. "$(dirname "$0")/lifecycle.sh"
export MANAGER=kubectl FROM='' LEAVE=''
dry='' skip=''
while (($#)); do
  taken=1
  case $1 in
    --dry-run) dry=yes ;;
    --skip-unknown-kinds) skip=yes ;;
    --from | --leave | --field-manager)
      [[ ${2:-} == [a-zA-Z]* ]] || die "$1: needs a name"
      case $1 in --from) FROM=$2 ;; --leave) LEAVE=$2 ;; *) MANAGER=$2 ;; esac
      taken=2 ;;
    *) common "$@" ;;
  esac
  shift "$taken"
done
begin
leave_shared
require_kinds "$skip"

# the plan
read_live
grep -q '"kind"' "$work/live.json" || die "nothing of $folder is there to adopt; allowed: install.sh"
for namespace in $(names 'kind == "Namespace"' | cut -d/ -f2); do
  kubectl get deployments,statefulsets,daemonsets,cronjobs -n "$namespace" --ignore-not-found -o jsonpath="{range .items[*]}{.kind} {.metadata.namespace} {.metadata.name}{'\n'}{end}" |
    awk 'FILENAME == ARGV[1] { split($0, field, "\t"); known[field[3], field[4], field[5]] = 1; next }
      !(($1, $2, $3) in known) { print "note: " $1 " " $2 "/" $3 " is not in the folder; its new pods must pass the Pod Security Standard that the namespace gets" }' "$work/index" -
done
require_ours adopt
decided=yes
typescript adopt plan || decided=''
while read -r namespace name; do
  # one with this annotation is not a scaler, it only carries the function's request rate
  found=$(kubectl get httpscaledobject "$name" -n "$namespace" --ignore-not-found \
    -o jsonpath="{.kind} {.metadata.annotations['httpscaledobject\.keda\.sh/skip-scaledobject-creation']}" 2>/dev/null || true)
  if [[ -n $found && $found != *" true" ]]; then
    echo "error: $namespace/$name is scaled by an HTTPScaledObject, and the folder has an InterceptorRoute: two scalers of one Deployment; allowed: scaler: httpScaledObject" >&2
    decided=''
  fi
done < <(awk -F'\t' '$3 == "InterceptorRoute" { print $4, $5 }' "$work/index")
[[ -n $decided ]] || die "nothing was changed; allowed for field managers: --from NAME takes their fields over, --leave NAME lets them keep them"
[[ -z $dry ]] || exit 0
confirm "adopt what runs, with $folder"

# new pods come before the rules that may refuse old ones: Pod Security labels, network policies, quotas
late='kind ~ /^(Namespace|NetworkPolicy|ResourceQuota|LimitRange)$/'
adopt() { # adopt WHAT CONDITION
  apply "$1" "$2" --force-conflicts --field-manager="$MANAGER" || die "$1: not all applied; run again when the cause is gone"
}
typescript adopt take
adopt CRDs 'kind == "CustomResourceDefinition"'
wait_for_crds
while read -r _ object; do
  kubectl get "$object" >/dev/null 2>&1 || kubectl create namespace "${object#*/}" --field-manager="$MANAGER" >/dev/null
done < <(names 'kind == "Namespace"')
rest="kind != \"CustomResourceDefinition\" && !($late)"
adopt platform "$rest && $PLATFORM"
wait_for_platform

: >"$work/orphans"
while read -r namespace name; do
  at=(-n "$namespace" "$name")
  replicas=$(kubectl get deployment "${at[@]}" -o 'jsonpath={.spec.replicas}')
  uid=$(kubectl get deployment "${at[@]}" -o 'jsonpath={.metadata.uid}')
  kubectl get replicasets -n "$namespace" -o jsonpath="{range .items[?(@.metadata.ownerReferences[0].uid=='$uid')]}$namespace {.metadata.name}{'\n'}{end}" >>"$work/orphans"
  kubectl delete deployment "${at[@]}" --cascade=orphan >/dev/null
  adopt "$namespace/$name anew" "kind == \"Deployment\" && namespace == \"$namespace\" && name == \"$name\""
  ((replicas <= 1)) || kubectl scale deployment "${at[@]}" --replicas="$replicas" >/dev/null
  kubectl rollout status deployment "${at[@]}" --timeout=300s >/dev/null || die "$namespace/$name is not ready after 300 s; its old pods still serve"
done <"$work/recreate"
adopt "around the platform, functions" "$rest && !($PLATFORM)"
wait_for_rollouts "!($PLATFORM)"
while read -r namespace name; do # those that the new selector does not match
  [[ -n $(kubectl get replicaset -n "$namespace" "$name" -o 'jsonpath={.metadata.ownerReferences}') ]] ||
    kubectl delete replicaset -n "$namespace" "$name"
done <"$work/orphans"
adopt "namespaces and their rules" "$late"

names 'kind == "Namespace"' | cut -d/ -f2 >"$work/namespaces"
typescript adopt left
say "adopted: $folder"
