#!/usr/bin/env bash
# install.sh [FLAG...] [FOLDER=dist/production]: applies a folder to the cluster of KUBECONFIG, in the order in which it
# works: CRDs, namespaces, KEDA and its add-on, the rest when they are ready, functions last. Server-side, and as often as
# you like: applying again brings back what was changed, and removes nothing that is not in the folder. Says first which
# cluster, and asks; stops before any change if something belongs to others. Needs kubectl and node.
#   --skip-unknown-kinds  leaves out objects of kinds that the cluster does not have, and lists them
#   --force-conflicts     takes fields that another tool owns; for a whole installation of Helm use adopt.sh
. "$(dirname "$0")/lifecycle.sh"
skip='' force=()
while (($#)); do
  taken=1
  case $1 in
    --skip-unknown-kinds) skip=yes ;;
    --force-conflicts) force=(--force-conflicts) ;;
    *) common "$@" ;;
  esac
  shift "$taken"
done
begin
require_kinds "$skip"
read_live
require_ours install
confirm "install $folder"
install() { # install WHAT CONDITION
  apply "$1" "$2" "${force[@]}" || die "$1: not all applied; run again when the cause is gone (fields of another tool: --force-conflicts, or adopt.sh)"
}
install CRDs 'kind == "CustomResourceDefinition"'
wait_for_crds
install namespaces 'kind == "Namespace"'
rest='kind != "CustomResourceDefinition" && kind != "Namespace"'
install platform "$rest && $PLATFORM"
wait_for_platform
install "around the platform" "$rest && !($PLATFORM) && file !~ /^functions\//"
install functions "$rest && file ~ /^functions\//"
