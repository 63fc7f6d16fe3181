#!/usr/bin/env bash
# Installs what the tests need where it may, runs every test project, and ends with "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

dotnet build CompetencyPortal.sln --nologo --verbosity quiet || { echo "The build failed."; echo "0 passed, 1 failed, 0 skipped"; exit 1; }
dotnet test CompetencyPortal.sln --no-build --nologo --logger trx --results-directory "$results"
status=$?

# Each test project leaves one TRX file; its Counters element has the sums.
sum() { cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | paste -sd+ - | sed 's/^$/0/' | bc; }
total=$(sum total); passed=$(sum passed); executed=$(sum executed)
failed=$((executed - passed)); skipped=$((total - executed))
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
