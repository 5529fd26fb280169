#!/usr/bin/env bash
# programs.sh: builds Argo CD from its Go module into the cache, with the manifests that install it beside it; what is there
# is left alone. To run it takes redis-server and git besides. Prints how long it took.
set -euo pipefail
ARGO_CD=3.3.0
out=${GITOPS_PROGRAMS:-$HOME/.cache/cdk8s-keda-functions}/argocd-$ARGO_CD
[[ ! -x $out/argocd ]] || exit 0
dir=$(go mod download -json "github.com/argoproj/argo-cd/v3@v$ARGO_CD" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
# its gitops-engine is a folder of its repository, which the module lacks: the one that it requires stands in
sed '/gitops-engine => \.\/gitops-engine$/d' "$dir/go.mod" >"$work/m.mod"
cp "$dir/go.sum" "$work/m.sum"
chmod u+w "$work"/*
(cd "$dir" && CGO_ENABLED=0 GOFLAGS='-mod=mod -buildvcs=false' nice -n 10 \
  go build -p 2 -modfile="$work/m.mod" -ldflags '-s -w' -o "$work/argocd" ./cmd)
mkdir -p "$out"
cp -rT --no-preserve=mode "$dir/manifests" "$out/manifests"
mv "$work/argocd" "$out/argocd" # last: who finds it finds all
echo "argocd $ARGO_CD: built in $SECONDS s"
