#!/usr/bin/env bash
# What the action does: annotations in the log, a summary of the run, SARIF where it is asked for. The inputs are those of action.yml.
set -euo pipefail

arguments=("$INPUT_PATH" --fail-on "$INPUT_FAIL_ON")
[ -z "${INPUT_SOURCE:-}" ] || arguments+=(--source "$INPUT_SOURCE")
[ -z "${INPUT_POLICY:-}" ] || arguments+=(--policy "$INPUT_POLICY")
# Words separated by blanks; none is a pattern for the names of files.
set -f
# shellcheck disable=SC2206
arguments+=(${INPUT_ARGS:-})
set +f

code=0
paytf verify "${arguments[@]}" --format github || code=$?
echo "exit-code=$code" >> "${GITHUB_OUTPUT:-/dev/null}"
# Bad input has been told; a report there is none.
[ "$code" -le 1 ] || exit "$code"
paytf verify "${arguments[@]}" --format markdown >> "${GITHUB_STEP_SUMMARY:-/dev/null}" 2>/dev/null || true
[ -z "${INPUT_SARIF:-}" ] || paytf verify "${arguments[@]}" --format sarif > "$INPUT_SARIF" 2>/dev/null || true
exit "$code"
