#!/usr/bin/env bash
# Installs what the tests need where it may, runs every test project, and ends with "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

fail() { echo "$1"; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: install it and run this again."
command -v npm >/dev/null || fail "Node.js 20 or later is missing: install it and run this again."

# The browser tests drive Chromium; a fresh machine has no font for Chinese either, and screenshots would show boxes.
missing=()
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
fc-list 2>/dev/null | grep -qi 'cjk' || missing+=(fonts-noto-cjk)
if [ ${#missing[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing ${missing[*]}."
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >/dev/null 2>&1 \
    || echo "Installing ${missing[*]} failed; the browser tests will say what they miss."
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

dotnet build CompetencyPortal.sln --nologo --verbosity quiet || fail "The build failed."
dotnet test CompetencyPortal.sln --no-build --nologo --logger trx --results-directory "$results"
node tests/summary.mjs "$results" $?
