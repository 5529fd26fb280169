# What install.sh, adopt.sh, uninstall.sh and dry-run.sh share; sourced, not run. Each object of a folder becomes a file in
# $work/objects and a line in $work/index: number, API group, kind, namespace, name, file (tabs between, "-" for none).
# Flags of all of them:
#   --context NAME      another context of the kubeconfig than the current one
#   --yes               does not ask
#   --ours OWNER[,...]  what belongs to this owner is this folder's, such as argocd:NAME or helm:NAMESPACE/RELEASE
set -euo pipefail
umask 077 # the work folder holds credentials
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
yes='' context=''
export OURS='' WORK CONTEXT
say() { echo "$*" | visible; }
die() { printf 'error: %s\n' "$@" | visible >&2; exit 1; }
usage() { # the comment at the head of a script, and the flags of all
  sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"
  sed -n '/^#   --/{s/^# \{0,1\}//p}' "$here/lifecycle.sh"
}
common() { # common ARGUMENT...: what all scripts take; sets `taken`, the number of arguments that it took
  taken=1
  case $1 in
    --help | -h) usage; exit ;;
    --yes) yes=yes ;;
    --context | --ours)
      [[ ${2:-} == [!-]* ]] || die "$1: needs a name"
      if [[ $1 == --ours ]]; then OURS=$2; else context=$2; fi
      taken=2 ;;
    -*) die "$1: no such flag; --help shows which there are" ;;
    *)
      [[ -z ${folder:-} ]] || die "$1: one folder at a time"
      folder=${1%/} ;;
  esac
}

visible() { # what others wrote, without what a terminal would obey: shown as \u001b
  LC_ALL=C tr -d '\000' | LC_ALL=C awk '
    function add(bytes, code) { name[bytes] = sprintf("\\u%04x", code) }
    BEGIN {
      for (i = 1; i < 32; i++) if (i != 9 && i != 10) add(sprintf("%c", i), i)
      add("\177", 127)
      for (i = 128; i < 160; i++) add("\302" sprintf("%c", i), i)
      for (i = 0; i < 7; i++) add("\342\200" sprintf("%c", 168 + i), 8232 + i)
      for (i = 0; i < 4; i++) add("\342\201" sprintf("%c", 166 + i), 8294 + i)
    }
    /[\001-\010\013-\037\177]|\302[\200-\237]|\342\200[\250-\256]|\342\201[\246-\251]/ { for (bytes in name) gsub(bytes, name[bytes]) }
    { print }'
}
kubectl() { # what it complains of may be the text of a webhook or of an object
  local status=0 said=$work/complaint.$BASHPID
  command kubectl "$@" 2>"$said" || status=$?
  if [[ -s $said ]]; then visible <"$said" >&2; fi
  return "$status"
}
typescript() { node --import "$here/../node_modules/tsx/dist/loader.mjs" "$here/$1.ts" "${@:2}"; } # typescript SCRIPT ARGUMENT...

begin() { # begin: looks at the folder, chooses the cluster, and splits the folder into objects
  folder=${folder:-dist/production}
  [[ -d $folder ]] || die "$folder: is not a folder; allowed: what npm run synth wrote, such as dist/production"
  local program; for program in kubectl node; do command -v "$program" >/dev/null || die "$program is not installed"; done
  work=$(mktemp -d) WORK=$work
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT TERM
  mkdir "$work/objects"
  local files; mapfile -t files < <(cd "$folder" && find . -name '*.yaml' -printf '%P\n' | sort)
  ((${#files[@]})) || die "$folder: holds no YAML; allowed: what npm run synth wrote, such as dist/production"
  (cd "$folder" && split "${files[@]}") >"$work/index" || exit 1
  awk -F'\t' '$3 ~ /^(Application|Kustomization)$/ { print $3 "\t" $4 "\t" $5 }' "$work/index" >"$work/tools"
  pin
}
pin() { # stays with one cluster, whatever context becomes the current one meanwhile, and says which it is
  local flags=() said=$work/said server
  if [[ -n $context ]]; then flags=(--context="$context"); fi
  if kubectl config view "${flags[@]}" --minify --raw --flatten >"$work/kubeconfig" 2>"$said"; then
    export KUBECONFIG=$work/kubeconfig
    CONTEXT=$(kubectl config view -o 'jsonpath={.current-context}')
    server=$(kubectl config view -o 'jsonpath={.clusters[0].cluster.server}')
    cluster="context $CONTEXT, server $server"
  elif [[ -z $context && -n ${KUBERNETES_SERVICE_HOST:-} && -z $(kubectl config view -o 'jsonpath={range .contexts[*]}{.name}{end}') ]]; then
    : >"$work/kubeconfig"
    export KUBECONFIG=$work/kubeconfig # empty: a kubeconfig that appears meanwhile changes nothing
    CONTEXT=''
    cluster="the cluster of this pod, server https://$KUBERNETES_SERVICE_HOST:${KUBERNETES_SERVICE_PORT:-443}"
  else
    die "no cluster is chosen: $(head -1 "$said"); allowed: a KUBECONFIG with a current context, or --context NAME"
  fi
  say "cluster: $cluster"
  kubectl version >/dev/null 2>"$said" || die "no cluster answers: $(tail -1 "$said"); allowed: a KUBECONFIG with cluster-admin rights"
}
confirm() { # confirm WHAT: asks, before anything is changed
  local answer=''
  [[ -z $yes ]] || return 0
  [[ -t 0 ]] || die "nothing was changed, for nobody can be asked here; allowed: --yes"
  say "$1: $cluster"
  read -rp 'type yes: ' answer || true
  [[ $answer == yes ]] || die "nothing was changed"
}
select_served() { # select_served: makes $work/asked.yaml of the objects whose kind the cluster serves; false if there are none
  local number # asked for another kind, kubectl would say nothing of the rest either
  served_kinds >"$work/served"
  grep -qxe $'-\tNamespace' "$work/served" || die "the cluster does not say which kinds it has; run again when it does"
  awk -F'\t' 'FILENAME == ARGV[1] { known[$1, $2] = 1; next } ($2, $3) in known { print $1 }' "$work/served" "$work/index" |
    while read -r number; do echo ---; cat "$work/objects/$number.yaml"; done >"$work/asked.yaml"
  [[ -s $work/asked.yaml ]]
}
read_live() { # read_live: $work/live.json, the objects of the folder that the cluster has, with who wrote what
  echo '{"items":[]}' >"$work/live.json"
  select_objects 1 && select_served || return 0
  kubectl get --ignore-not-found --show-managed-fields -o json -f "$work/asked.yaml" >"$work/found.json" ||
    die "nothing was changed: the cluster cannot be read"
  [[ ! -s $work/found.json ]] || mv "$work/found.json" "$work/live.json"
}
require_ours() { # require_ours MODE: fails before anything is changed if something of the folder belongs to others
  MODE=$1 KEEP=${keep_others:-} typescript owners
}
leave_shared() { # leave_shared: takes off the index what this project only adds to, so that it is neither replaced nor deleted
  local shared='kind == "ConfigMap" && name == "argocd-cm"'
  names "$shared" | sed 's/^/left alone, for it is shared with its owner: /'
  numbers "$shared" >"$work/shared"
  drop <"$work/shared"
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

served_kinds() { # served_kinds: API group and kind of all that the cluster has, but for APIs that do not answer
  kubectl api-resources --no-headers 2>/dev/null | awk '{ split($(NF - 2), part, "/"); print (part[2] ? part[1] : "-") "\t" $NF }' || true
}
unknown_kinds() { # unknown_kinds: numbers of objects whose kind neither the cluster nor a CRD of the folder knows
  local number
  {
    served_kinds
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
