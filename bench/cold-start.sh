#!/usr/bin/env bash
# How long until the published CLI has answered, beside docker's: `bench/cold-start.sh [ROUNDS]`. Needs bash 5, awk and sort.
# Publishes first; MULLION_BENCH_PUBLISH=no takes the program that is there.
#
# Every round starts each program once, in turn, so that other work on the machine meets all alike. Every start is a new process;
# the files are in the page cache after the warm-up. All of them work as clients only: docker's socket does not exist.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
rounds=${1:-40}
mullion=$PWD/artifacts/publish/linux-x64/mullion
times=$(mktemp -d)
trap 'rm -rf "$times"' EXIT
export DOCKER_HOST=unix://$times/no-such-socket DOTNET_CLI_TELEMETRY_OPTOUT=1
unset DOCKER_CONTEXT

if [ "$(uname -sm)" != 'Linux x86_64' ]; then
  echo "The cold start is measured on Linux x86_64 only; this is $(uname -sm)."
  exit 0
fi
if [ ! -x "$mullion" ] || [ "${MULLION_BENCH_PUBLISH:-yes}" = yes ]; then
  # Analyzers cost a minute here and change nothing in the program. The environment reaches MSBuild as a property.
  RunAnalyzers=false ./build.sh publish linux-x64 >"$times/publish" 2>&1 || { cat "$times/publish" >&2 && exit 1; }
fi
programs=('true' 'mullion version')
! command -v docker >/dev/null || programs+=('docker version' 'docker --version')

start() {
  # docker ends with 1 here, having printed its client's version and then found no daemon.
  case $1 in
    true) /bin/true ;;
    'mullion version') "$mullion" version ;;
    'docker version') docker version --format '{{.Client.Version}}' || true ;;
    'docker --version') docker --version ;;
  esac
}

for program in "${programs[@]}"; do
  for _ in 1 2 3; do start "$program" >"$times/said" 2>&1; done
  [ "$program" = 'true' ] || echo "$program: $(head -n 1 "$times/said")"
done

load=$(cut -d ' ' -f 1-3 /proc/loadavg)
for ((round = 0; round < rounds; round++)); do
  for program in "${programs[@]}"; do
    began=$EPOCHREALTIME
    start "$program" >/dev/null 2>&1
    ended=$EPOCHREALTIME
    echo $((${ended/[.,]/} - ${began/[.,]/})) >>"$times/$program"
  done
done

printf '\n%d rounds, load before %s, after %s\n' "$rounds" "$load" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
printf '%-18s %10s %10s %10s\n' 'milliseconds' least median '9th tenth'
for program in "${programs[@]}"; do
  sort -n "$times/$program" | awk -v name="$program" '
    { t[NR] = $1 / 1000 }
    END {
      median = NR % 2 ? t[(NR + 1) / 2] : (t[NR / 2] + t[NR / 2 + 1]) / 2
      printf "%-18s %10.1f %10.1f %10.1f\n", name, t[1], median, t[int(NR * 0.9)]
    }'
done
! command -v docker >/dev/null ||
  for other in 'docker version' 'docker --version'; do
    paste <(sort -n "$times/mullion version") <(sort -n "$times/$other") | awk -v name="$other" -v middle=$(((rounds + 1) / 2)) '
      NR == 1 { least = $1 / $2 }
      NR == middle { printf "mullion version takes %.2f times as long as %s (median; least: %.2f times)\n", $1 / $2, name, least }'
  done
