#!/usr/bin/env bash
# uninstall.sh [FLAG...] [FOLDER=dist/production]: deletes what a folder describes from the cluster of KUBECONFIG, with
# nothing left: custom resources first, while the operators still run that take their finalizers off, then webhooks and
# APIs, functions, platform, namespaces, CRDs. Says first which cluster, and asks. May be run again. Needs kubectl and node.
#   --keep-others       leaves what belongs to others, rather than to stop at it
#   --keep-crds         leaves the CRDs, and with them custom resources that are not in the folder
#   --all               also deletes what is not in the folder and would go with its CRDs or namespaces
#   --force-finalizers  takes finalizers off by itself, for when KEDA no longer runs
. "$(dirname "$0")/lifecycle.sh"
keep='' all='' force='' keep_others=''
while (($#)); do
  taken=1
  case $1 in
    --keep-others) keep_others=yes ;;
    --keep-crds) keep=yes ;;
    --all) all=yes ;;
    --force-finalizers) force=yes ;;
    *) common "$@" ;;
  esac
  shift "$taken"
done
begin
leave_shared
read_live
require_ours uninstall
if [[ -n $keep_others ]]; then drop <"$work/others"; fi
CRD='kind == "CustomResourceDefinition"'
existing() { names "$1" | while read -r _ object; do kubectl get --ignore-not-found -o 'jsonpath={.metadata.name} ' "$object"; done; }
resources=$(existing "$CRD") # the folder's CRDs that the cluster has: kubectl names their objects as it names them
spaces=$(existing 'kind == "Namespace"')

custom_resources() { # "resource namespace/name -Owner" of each, whoever made it
  local resource
  for resource in $resources; do
    kubectl get "$resource" -A -o jsonpath="{range .items[*]}$resource {.metadata.namespace}/{.metadata.name} -{.metadata.ownerReferences[*].kind}{'\n'}{end}"
  done
}
foreign_custom_resources() { # that neither the folder has nor an object of it owns
  kubectl get crd -o jsonpath="{range .items[*]}{.spec.names.kind}.{.spec.group} {.metadata.name}{'\n'}{end}" >"$work/plurals"
  custom_resources | awk -F'[ \t]' '
    FILENAME == ARGV[1] { plural[$1] = $2; next }
    FILENAME == ARGV[2] { known[plural[$3 "." $2], ($4 == "-" ? "" : $4) "/" $5] = 1; next }
    !(($1, $2) in known) && $3 == "-" { print $1, $2 }' "$work/plurals" "$work/index" -
}
foreign_in_namespaces() { # but for what Kubernetes and KEDA make by themselves
  local namespace
  for namespace in $spaces; do
    kubectl get deployments,statefulsets,daemonsets,jobs,cronjobs,persistentvolumeclaims,configmaps,secrets -n "$namespace" \
      -o jsonpath="{range .items[*]}{.kind} $namespace {.metadata.name} -{.metadata.ownerReferences[*].kind}{'\n'}{end}"
  done | awk -F'[ \t]' '
    FILENAME == ARGV[1] { known[$3, $4, $5] = 1; next }
    !(($1, $2, $3) in known) && $4 == "-" && $3 !~ /^(kube-root-ca.crt|kedaorg-certs)$/ { print $1, $2 "/" $3 }' "$work/index" -
}

# the plan
foreign_custom_resources >"$work/foreign"
: >"$work/kept"
if [[ -n $keep ]]; then mv "$work/foreign" "$work/kept"; fi
foreign_in_namespaces >>"$work/foreign"
unknown_kinds >"$work/unknown"; drop <"$work/unknown"
if [[ -n $keep ]]; then numbers "$CRD" >"$work/crds"; drop <"$work/crds"; fi
still_there() { ! select_served || kubectl get --ignore-not-found -o name -f "$work/asked.yaml"; }
there=$(still_there) || die "nothing was deleted: the cluster cannot be read"
count=$(grep -c . <<<"$there" || true)
((count > 0)) || { say "nothing of $folder is there"; exit; }
say "to delete: $count objects of $folder${spaces:+, all that is in the namespaces $spaces}"
sed 's/^/stays with its CRD, and nothing acts on it any more: /' "$work/kept"
if [[ -s $work/foreign && -z $all ]]; then
  sed 's/^/error: not in the folder, and would be deleted with it: /' "$work/foreign" >&2
  die "nothing was deleted; allowed: move these away, or --all"
fi
sed 's/^/to delete too, though not in the folder: /' "$work/foreign"
namespace=$(names 'kind == "Deployment" && name == "keda-operator"' | cut -d' ' -f1)
running=$(kubectl get deployment keda-operator -n "${namespace:-keda}" --ignore-not-found -o 'jsonpath={.status.readyReplicas}')
to_go() { custom_resources | cut -d' ' -f1,2 | grep -vFxf "$work/kept" || true; }
if [[ ${running:-0} == 0 && -z $force && -n $(to_go) ]]; then
  to_go | sed 's/^/error: has finalizers: /' >&2
  die "nothing was deleted: KEDA does not run, and nothing else takes them off; allowed: start it (install.sh), or --force-finalizers"
fi
confirm "delete that"

delete() { # delete WHAT CONDITION [FLAG...]
  local what=$1 condition=$2; shift 2
  select_objects "$condition" || return 0
  kubectl delete --ignore-not-found --timeout=180s "$@" -f "$work/selected.yaml" >"$work/deleted" || die "$what: not all deleted; run again when the cause is gone"
  say "deleted: $what, $(wc -l <"$work/deleted") objects"
}
take_finalizers_off() {
  local resource object namespace
  to_go | while read -r resource object; do
    namespace=${object%%/*}
    kubectl patch "$resource" ${namespace:+-n "$namespace"} "${object#*/}" --type=merge -p '{"metadata":{"finalizers":null}}' >/dev/null 2>&1 || continue
    say "finalizers taken off: $resource $object"
  done
}

# custom resources, of KEDA's kinds and of others: a finalizer holds each until its operator has cleaned up
groups=$(kubectl get crd -o jsonpath="{range .items[*]}{.spec.group} {end}")
CUSTOM="index(\" $groups\", \" \" group \" \")"
delete "custom resources" "$CUSTOM" --wait=false
if [[ -n $all ]]; then for resource in $resources; do kubectl delete "$resource" -A --all --wait=false >/dev/null; done; fi
end=$((SECONDS + 120))
until [[ -z $(to_go) ]]; do
  if [[ -n $force ]]; then take_finalizers_off; fi
  if ((SECONDS > end)); then
    to_go | sed 's/^/error: still there after 120 s: /' >&2
    die "their finalizers are not taken off; look into the log of keda-operator, or use --force-finalizers"
  fi
  sleep 1
done

# namespaces can only go when every API answers, so KEDA's goes before its server
delete "webhooks and APIs" 'kind ~ /WebhookConfiguration$/ || kind == "APIService"'
REST="!($CUSTOM) && !($CRD) && kind != \"Namespace\" && kind != \"APIService\" && kind !~ /WebhookConfiguration\$/"
delete functions "$REST && file ~ /^functions\\//"
delete "around the platform" "$REST && file !~ /^functions\\// && !($PLATFORM)"
delete platform "$REST && $PLATFORM"
delete namespaces 'kind == "Namespace"'
delete CRDs "$CRD"
unknown_kinds >"$work/unknown"; drop <"$work/unknown" # those of the CRDs
left=$(still_there || true)
[[ -z $left ]] || die "still there: $left"
say "left of $folder: nothing${keep:+ but its CRDs}"
