#!/usr/bin/env bash
# Writes the Homebrew formula of a release from its checksums: ci/formula.sh 0.1.0 SHA256SUMS > paytf.rb
set -euo pipefail

version=$1 sums=$2
releases=https://github.com/paytf/paytf/releases/download/v$version
archive() {
    local name=paytf-$1.tar.gz sum
    sum=$(awk -v name="$name" '$2 == name || $2 == "*" name { print $1 }' "$sums")
    [ -n "$sum" ] || { echo "$sums: has no $name" >&2; exit 2; }
    printf 'url "%s/%s"\n      sha256 "%s"' "$releases" "$name" "$sum"
}
mac_arm=$(archive aarch64-apple-darwin) mac_intel=$(archive x86_64-apple-darwin)
linux_arm=$(archive aarch64-unknown-linux-musl) linux_intel=$(archive x86_64-unknown-linux-musl)

cat <<FORMULA
class Paytf < Formula
  desc "Prove that Terraform for AWS survives the loss of a zone"
  homepage "https://github.com/paytf/paytf"
  version "$version"
  license "Apache-2.0"

  on_macos do
    on_arm do
      $mac_arm
    end
    on_intel do
      $mac_intel
    end
  end

  on_linux do
    on_arm do
      $linux_arm
    end
    on_intel do
      $linux_intel
    end
  end

  def install
    bin.install "paytf"
    generate_completions_from_executable(bin/"paytf", "completions")
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/paytf --version")
  end
end
FORMULA
