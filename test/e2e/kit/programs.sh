#!/usr/bin/env bash
# programs.sh argocd|flux: builds it from its Go modules into the cache, with the manifests that install it beside it; what is
# there is left alone. To run Argo CD takes redis-server and git besides. Prints how long it took.
set -euo pipefail
ARGO_CD=3.3.0
FLUX=1.9.6 # of both controllers
cache=${GITOPS_PROGRAMS:-$HOME/.cache/cdk8s-keda-functions}
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

build() { # build NAME VERSION MODULE PACKAGE MANIFESTS [REPLACE]
  local out=$cache/$1-$2 start=$SECONDS dir
  [[ ! -x $out/$1 ]] || return 0
  dir=$(go mod download -json "$3@v$2" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
  # a module lacks the folders that its repository replaces modules by: those that it requires stand in
  sed -E '/^(replace |\t)[^=]+ => \.\//d' "$dir/go.mod" >"$work/m.mod"
  echo "${6:+replace $6}" >>"$work/m.mod"
  cp --no-preserve=mode "$dir/go.sum" "$work/m.sum"
  (cd "$dir" && CGO_ENABLED=0 GOFLAGS='-mod=mod -buildvcs=false' nice -n 10 \
    go build -p 2 -modfile="$work/m.mod" -ldflags '-s -w' -o "$work/$1" "$4")
  mkdir -p "$out"
  cp -rT --no-preserve=mode "$dir/$5" "$out/manifests"
  mv "$work/$1" "$out/$1" # last: who finds it finds all
  echo "$1 $2: built in $((SECONDS - start)) s"
}

case ${1:-} in
argocd) build argocd $ARGO_CD github.com/argoproj/argo-cd/v3 ./cmd manifests ;;
flux)
  artifact=github.com/fluxcd/pkg/artifact # the one that it requires is not at the proxy
  build source-controller $FLUX github.com/fluxcd/source-controller . config/crd/bases "$artifact => $artifact v0.18.0"
  build kustomize-controller $FLUX github.com/fluxcd/kustomize-controller . config/crd/bases
  ;;
*) sed -n 2,3p "$0" >&2 && exit 1 ;;
esac
