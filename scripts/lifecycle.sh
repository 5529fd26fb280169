# What install.sh, adopt.sh and uninstall.sh share; sourced, not run. Each object of a folder becomes a file in
# $work/objects and a line in $work/index: number, API group, kind, namespace, name, file (tabs between, "-" for none).
set -euo pipefail
say() { echo "$*"; }
die() { printf 'error: %s\n' "$@" >&2; exit 1; }
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; } # the comment at the head of a script
choose() { # choose ARGUMENT: the one folder of the command line
  [[ $1 != -* ]] || die "$1: no such flag; --help shows which there are"
  [[ -z ${folder:-} ]] || die "$1: one folder at a time"
  folder=${1%/}
}

begin() { # begin: looks at the folder and the cluster, and splits the folder into objects
  folder=${folder:-dist/production}
  [[ -d $folder ]] || die "$folder: is not a folder; allowed: what npm run synth wrote, such as dist/production"
  kubectl version >/dev/null 2>&1 || die "no cluster answers; allowed: a KUBECONFIG with cluster-admin rights"
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/objects"
  local files; mapfile -t files < <(cd "$folder" && find . -name '*.yaml' -printf '%P\n' | sort)
  ((${#files[@]})) || die "$folder: holds no YAML; allowed: what npm run synth wrote, such as dist/production"
  (cd "$folder" && split "${files[@]}") >"$work/index" || exit 1
}
split() { # split FILE...: by the lines that YAML itself starts an object with
  awk -v OFS='\t' -v out="$work/objects/" '
    function text(value) { gsub(/^["\x27]|["\x27]$/, "", value); return value }
    function end() {
      if (path) close(path)
      if (kind) print id, group, kind, namespace, name, file
      else if (content) { printf "error: %s: holds an object without a kind\n", file >"/dev/stderr"; exit failed = 1 }
    }
    function start() {
      end(); id = sprintf("%06d", ++count); path = out id ".yaml"; file = FILENAME
      group = namespace = "-"; kind = name = section = content = ""
    }
    FNR == 1 { start() }
    /^---/ { start(); next }
    /^[a-zA-Z]/ { section = $1; content = 1 }
    /^apiVersion: / { $0 = $0; group = index($2, "/") ? substr(text($2), 1, index(text($2), "/") - 1) : "-" }
    /^kind: / { kind = text($2) }
    section == "metadata:" && /^  name: / { name = text($2) }
    section == "metadata:" && /^  namespace: / { namespace = text($2) }
    { print >path }
    END { if (failed) exit 1; end() }' "$@"
}

numbers() { # numbers CONDITION: of the objects for which an awk condition on group, kind, namespace, name, file holds
  awk -F'\t' "{ group = \$2; kind = \$3; namespace = \$4; name = \$5; file = \$6 } $1 { print \$1 }" "$work/index"
}
select_objects() { # select_objects CONDITION: makes $work/selected.yaml of them; false if there are none
  local number
  numbers "$1" | while read -r number; do echo ---; cat "$work/objects/$number.yaml"; done >"$work/selected.yaml"
  [[ -s $work/selected.yaml ]]
}
names() { # names CONDITION: of objects, as kubectl takes them: kind.group/name, or namespace kind.group/name
  awk -F'\t' "{ group = \$2; kind = \$3; namespace = \$4; name = \$5; file = \$6 }
    $1 { print namespace, kind (group == \"-\" ? \"\" : \".\" group) \"/\" name }" "$work/index"
}

unknown_kinds() { # unknown_kinds: numbers of objects whose kind neither the cluster nor a CRD of the folder knows
  local number
  {
    kubectl api-resources --no-headers 2>/dev/null | awk '{ split($(NF - 2), part, "/"); print (part[2] ? part[1] : "-") "\t" $NF }' || true
    for number in $(numbers 'kind == "CustomResourceDefinition"'); do
      awk -v OFS='\t' '/^  group: / { group = $2 } /^    kind: / { kind = $2 } END { print group, kind }' "$work/objects/$number.yaml"
    done
  } >"$work/kinds"
  awk -F'\t' 'FILENAME == ARGV[1] { known[$1, $2] = 1; next } !(($2, $3) in known) { print $1 }' "$work/kinds" "$work/index"
}
drop() { # drop: takes the objects with the numbers of standard input off the index
  awk -F'\t' 'FILENAME == ARGV[1] { gone[$1] = 1; next } !($1 in gone)' /dev/stdin "$work/index" >"$work/index.new"
  mv "$work/index.new" "$work/index"
}
require_kinds() { # require_kinds SKIP: fails before anything is changed, or skips and says so
  unknown_kinds >"$work/unknown"
  [[ -s $work/unknown ]] || return 0
  awk -F'\t' 'FILENAME == ARGV[1] { unknown[$1] = 1; next } $1 in unknown { print $6 ": the cluster has no kind " $3 " (" $2 ")" }' \
    "$work/unknown" "$work/index" | sort -u >"$work/said"
  if [[ -z $1 ]]; then
    sed "s|^|error: $folder/|" "$work/said" >&2
    die "nothing was changed; allowed: install what these kinds belong to first, or --skip-unknown-kinds"
  fi
  sed "s|^|skipped: $folder/|" "$work/said"
  drop <"$work/unknown"
}

apply() { # apply WHAT CONDITION [FLAG...]: server-side; says how many
  local what=$1 condition=$2; shift 2
  select_objects "$condition" || return 0
  kubectl apply --server-side "$@" -f "$work/selected.yaml" >"$work/applied" || return 1
  say "applied: $what, $(wc -l <"$work/applied") objects"
}
until_true() { # until_true SECONDS WHAT COMMAND...
  local end=$((SECONDS + $1)) what=$2; shift 2
  until "$@" >/dev/null 2>&1; do ((SECONDS < end)) || die "$what"; sleep 1; done
}
wait_for_crds() {
  select_objects 'kind == "CustomResourceDefinition"' || return 0
  until_true 60 "a CRD is not established after 60 s" kubectl wait --for=condition=Established --timeout=10s -f "$work/selected.yaml"
}
wait_for_rollouts() { # wait_for_rollouts CONDITION
  local namespace object
  while read -r namespace object; do
    kubectl rollout status -n "$namespace" "$object" --timeout=300s >/dev/null || die "$namespace/$object is not ready after 300 s"
  done < <(names "kind == \"Deployment\" && ($1)")
}
wait_for_platform() { # the rollouts, the certificates that KEDA makes for itself, and the APIs behind them
  local object
  wait_for_rollouts "$PLATFORM"
  while read -r _ object; do
    until_true 120 "KEDA has not written its certificate into $object after 120 s" has_bundle "$object"
  done < <(names 'kind == "ValidatingWebhookConfiguration"')
  while read -r _ object; do
    kubectl wait --for=condition=Available --timeout=120s "$object" >/dev/null || die "$object is not available after 120 s"
  done < <(names 'kind == "APIService"')
  say "ready: Deployments, certificates and APIs of the platform"
}
has_bundle() { [[ -n $(kubectl get "$1" -o 'jsonpath={.webhooks[*].clientConfig.caBundle}') ]]; }

PLATFORM='file ~ /^keda\//'
