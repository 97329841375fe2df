#!/usr/bin/env bash
# Installs a release of paytf: PAYTF_VERSION into PAYTF_BIN (left out: a folder of the runner, which is put on its path), checked by the
# checksums of the release.
set -euo pipefail

version=${PAYTF_VERSION:?the release to install, as 0.1.0}
bin=${PAYTF_BIN:-${RUNNER_TEMP:?PAYTF_BIN says where to install}/paytf}
releases=${PAYTF_RELEASES:-https://github.com/paytf/paytf/releases/download}

case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) target=x86_64-unknown-linux-musl ;;
    Linux-aarch64 | Linux-arm64) target=aarch64-unknown-linux-musl ;;
    Darwin-x86_64) target=x86_64-apple-darwin ;;
    Darwin-arm64) target=aarch64-apple-darwin ;;
    MINGW*-x86_64 | MSYS*-x86_64) target=x86_64-pc-windows-msvc ;;
    *) echo "no release of paytf is built for $(uname -s) on $(uname -m); cargo install paytf builds it" >&2; exit 2 ;;
esac
archive=paytf-$target.tar.gz

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for file in "$archive" SHA256SUMS; do
    curl --fail --silent --show-error --location --retry 3 --output "$folder/$file" "$releases/v$version/$file"
done
wanted=$(awk -v name="$archive" '$2 == name || $2 == "*" name { print $1 }' "$folder/SHA256SUMS")
got=$( (sha256sum "$folder/$archive" 2>/dev/null || shasum -a 256 "$folder/$archive") | cut -d ' ' -f 1)
if [ -z "$wanted" ] || [ "$wanted" != "$got" ]; then
    echo "$archive of release $version is not what its SHA256SUMS says: ${wanted:-nothing} is expected, this is $got" >&2
    exit 2
fi
mkdir -p "$bin"
tar -xzf "$folder/$archive" -C "$bin" --strip-components=1
if [ -n "${GITHUB_PATH:-}" ]; then echo "$bin" >> "$GITHUB_PATH"; fi
"$bin/paytf" --version
