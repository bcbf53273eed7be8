#!/usr/bin/env bash
# Builds and tests Mullion. Needs bash, git and the .NET 10 SDK; `./build.sh` alone says what it can do.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")"
root=$PWD
configuration=${CONFIGURATION:-Release}
quiet=(--nologo -v q -tl:off)

usage() {
  cat <<'HELP'
./build.sh lint                     formatting, and a build in which every analyzer warning is an error
./build.sh build                    the same build
./build.sh test [NAME…]             all test projects, or those whose name contains NAME; skips by name, with the
                                    reason, what this machine cannot run
./build.sh test --full              installs what that needs (Debian, root or sudo) and lets nothing be skipped
./build.sh test --soak              long random schedules; prints their seeds
./build.sh bench                    the benchmarks, the published CLI's cold start beside docker's, and as root 1,000 simulated
                                    workers beside dockerd; a few minutes
./build.sh bench ARGS…              only the benchmarks; ARGS go to BenchmarkDotNet (--filter '*Life*')
./build.sh publish [RID…]           programs that need no .NET, into artifacts/publish/RID (linux-x64, win-x64)

CONFIGURATION=Debug ./build.sh …    instead of Release
MULLION_TEST_TIMEOUT=SECONDS        for one test project: 900; with --soak 14400
HELP
}

fail() {
  echo "$1" >&2
  exit "${2:-1}"
}

# ---- .NET

find_dotnet() {
  PATH=$PATH:${DOTNET_ROOT:-/usr/share/dotnet}:/usr/lib/dotnet:${HOME:-/nonexistent}/.dotnet command -v dotnet ||
    fail "The .NET 10 SDK is missing: there is no 'dotnet' on the PATH. Install it from https://dot.net/download (Debian, Ubuntu: package dotnet-sdk-10.0) and run this again." 127
}

need_sdk() {
  local program sdks
  program=$(find_dotnet)
  sdks=$("$program" --list-sdks)
  grep -q '^10\.' <<<"$sdks" ||
    fail "The .NET 10 SDK is missing: $program has ${sdks:-no SDK at all}. Install it from https://dot.net/download (Debian, Ubuntu: package dotnet-sdk-10.0) and run this again." 127
  PATH=$(dirname "$program"):$PATH
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 TESTINGPLATFORM_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
  # dotnet and NuGet must keep their caches somewhere, also where nobody is logged in.
  if [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; then
    export HOME=$root/artifacts/home
    mkdir -p "$HOME"
  fi
  export DOTNET_CLI_HOME=${DOTNET_CLI_HOME:-$HOME}
}

build() {
  dotnet build Mullion.slnx -c "$configuration" "${quiet[@]}"
}

lint() {
  dotnet tool restore -v q >/dev/null
  dotnet csharpier check .
  build
}

# ---- the CLI, for ./mullion: it holds the lock, and a running older build is left alone

cli() {
  local cli=$root/artifacts/cli log out run
  log=$cli/build.log out=$cli/bin/Mullion.Cli/release
  mkdir -p "$cli"
  : >"$cli/started"
  if ! dotnet build src/Mullion.Cli -c Release --artifacts-path "$cli" --disable-build-servers \
    "${quiet[@]}" -p:RunAnalyzers=false >"$log" 2>&1; then
    grep -E ': (error|warning) ' "$log" | sort -u >&2 || cat "$log" >&2
    fail "mullion: it does not build from source, see above (and $log)." 125
  fi

  # What runs is a copy, so that a build never writes into a program that is running.
  run=$(cat "$cli/current" 2>/dev/null || true)
  if [ -z "$run" ] || ! diff -rq "$out" "$cli/$run" >/dev/null 2>&1; then
    run=run-$(date +%Y%m%d-%H%M%S)-$$
    cp -r "$out" "$cli/$run"
  fi
  echo "$run" >"$cli/current.new"
  touch -r "$cli/started" "$cli/current.new"
  mv "$cli/current.new" "$cli/current"
  prune_old_runs "$cli" "$run"
}

prune_old_runs() {
  local folder
  command -v flock >/dev/null || return 0
  for folder in "$1"/run-*; do
    [ "$folder" = "$1/$2" ] || [ ! -f "$folder/mullion.dll" ] ||
      flock -n -x "$folder/mullion.dll" rm -rf "$folder" || true
  done
}

# ---- tests

passed=0 failed=0 skipped=0
test_logs=$root/artifacts/test

# Whatever happens, the last line says how it went.
count_line() {
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
}

run_tests() {
  local full=no soak=no project names=()
  while [ $# -gt 0 ]; do
    case $1 in
      --full) full=yes ;;
      --soak) soak=yes ;;
      -*) fail "./build.sh test does not know $1; it knows --full and --soak." 2 ;;
      *) names+=("$1") ;;
    esac
    shift
  done

  trap count_line EXIT
  if [ "$full" = yes ]; then
    install_what_tests_need
    install_powershell_grammar
    export MULLION_TEST_FULL=1
  fi
  [ "$soak" = no ] || export MULLION_TEST_SOAK=1
  need_sdk
  build

  rm -rf "$test_logs"
  mkdir -p "$test_logs"
  for project in tests/*.Tests; do
    if chosen "$(basename "$project")" "${names[@]+"${names[@]}"}"; then
      run_test_project "$(basename "$project")" "$full" "$soak"
    fi
  done

  if [ -s "$test_logs/skipped" ]; then
    printf '\nSkipped on this machine:\n'
    cat "$test_logs/skipped"
  fi
  if [ -s "$test_logs/failed" ]; then
    printf '\nFailed:\n'
    cat "$test_logs/failed"
  fi
  [ $((passed + failed + skipped)) -gt 0 ] || fail "No test ran."
  [ "$failed" -eq 0 ]
}

chosen() {
  local name=$1 wanted
  shift
  [ $# -gt 0 ] || return 0
  for wanted in "$@"; do
    case $name in *"$wanted"*) return 0 ;; esac
  done
  return 1
}

run_test_project() {
  local name=$1 full=$2 soak=$3 status=0 report log started=$SECONDS ok bad left limit=900 says=''
  report=$test_logs/$name.json log=$test_logs/$name.log
  [ "$soak" = no ] || limit=14400
  limit=${MULLION_TEST_TIMEOUT:-$limit}
  # CTRF (JSON) because xunit's XML writers give up on a message that XML cannot hold.
  local options=(
    --report-ctrf --report-ctrf-filename "$name.json" --results-directory "$test_logs"
    --no-progress --no-ansi --long-running 60 --xunit-diagnostics on
  )
  [ "$full" = no ] || options+=(--fail-skips on)

  printf '%-36s' "$name"
  { timeout -k 30 "$limit" dotnet "tests/$name/bin/$configuration/net10.0/$name.dll" "${options[@]}" \
    >"$log" 2>&1 </dev/null || status=$?; } 2>/dev/null # the shell's own word on a crash says nothing new

  ok=$(summary "$report" passed) bad=$(summary "$report" failed) left=$(summary "$report" skipped)
  if [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then
    says="did not end within $limit s"
  elif [ $((ok + bad + left)) -eq 0 ]; then
    says="ran no test (exit code $status)"
  elif [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
    says="ended with exit code $status though no test failed"
  fi
  outcomes "$report" failed >>"$test_logs/failed"
  outcomes "$report" skipped >>"$test_logs/skipped"
  if [ -n "$says" ]; then
    bad=$((bad + 1))
    echo "  $name $says" >>"$test_logs/failed"
  fi

  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + left))
  printf ' %5d passed  %3d failed  %3d skipped  %4d s\n' "$ok" "$bad" "$left" $((SECONDS - started))
  # Seeds and figures that tests print are worth seeing in a long run, failures always.
  if [ "$bad$soak" != 0no ]; then
    head -n 400 "$log"
    [ "$(wc -l <"$log")" -le 400 ] || echo "… the rest is in $log"
  fi
}

# A number of a report's summary; 0 when there is no report.
summary() {
  { cat "$1" 2>/dev/null || true; } | tr -d '\n' |
    sed -n "s/.*},\"summary\":{\([^}]*\)}.*/,\1,/p" | sed -n "s/.*,\"$2\":\([0-9]*\),.*/\1/p" | grep . || echo 0
}

# The tests of a report that ended as failed or skipped, one per line, a skip with its reason.
outcomes() {
  { { cat "$1" 2>/dev/null || true; } | tr -d '\n' && echo; } | sed 's/{"name":"/\n&/g' |
    sed -nE -e "/\",\"status\":\"$2\"/!d" -e 's/^\{"name":"(.*)","status":"[a-z]*".*"reason":"(.*)"\}\}.*/  \1: \2/; t tidy' \
      -e 's/^\{"name":"(.*)","status":".*/  \1/' -e ':tidy' \
      -e 's/([^\\])\\r?\\?n/\1 /g; s/\\+"/"/g; s/\\\\+/\\/g; p'
}

# ---- what --full installs: command, and the Debian package that brings it

needed_commands=(
  dockerd:docker.io docker:docker.io containerd:containerd runc:runc
  ip:iproute2 iptables:iptables unshare:util-linux nsenter:util-linux flock:util-linux
  node:nodejs npm:npm
)

# The grammar that printed scripts are parsed with; the lock file pins it.
install_powershell_grammar() {
  local source=tests/powershell-grammar target=$root/artifacts/powershell-grammar log
  if [ -d "$target/node_modules" ] && diff -q "$source/package-lock.json" "$target/package-lock.json" >/dev/null 2>&1; then
    cp "$source/check.cjs" "$target/"
    return 0
  fi
  echo "Installing the PowerShell grammar"
  rm -rf "$target"
  mkdir -p "$target"
  cp -r "$source/." "$target/"
  log=$(mktemp)
  if ! (cd "$target" && npm ci) >"$log" 2>&1 </dev/null; then
    rm -rf "$target"
    cat "$log" >&2
    fail "--full could not install the PowerShell grammar with npm, see above."
  fi
  rm -f "$log"
}

install_what_tests_need() {
  local packages sudo=() log
  packages=$(missing_packages)
  [ -n "$packages" ] || return 0
  command -v apt-get >/dev/null ||
    fail "--full needs what these Debian packages bring, and there is no apt-get to install them with: $packages" 2
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || fail "--full must install these packages and is neither root nor may use sudo: $packages" 2
    sudo=(sudo -n)
  fi
  echo "Installing $packages"
  log=$(mktemp)
  # shellcheck disable=SC2086 # a list of words
  if ! { "${sudo[@]}" apt-get update -q &&
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $packages; } \
    >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    fail "--full could not install $packages, see above."
  fi
  rm -f "$log"
  packages=$(missing_packages)
  [ -z "$packages" ] || fail "--full installed its packages, and yet the commands of these are not on the PATH: $packages"
}

missing_packages() {
  local entry
  for entry in "${needed_commands[@]}"; do
    PATH=$PATH:/usr/sbin:/sbin command -v "${entry%%:*}" >/dev/null || echo "${entry#*:}"
  done | sort -u | paste -sd ' '
}

# ---- benchmarks, programs

bench() {
  local project found=no
  for project in bench/*/*.csproj; do
    [ -f "$project" ] || continue
    found=yes
    dotnet run --project "$project" -c Release -- "$@"
  done
  [ "$found" = yes ] || fail "There is no benchmark in bench/."
  [ $# -gt 0 ] || { bench/cold-start.sh && bench/swarm-workers.sh; }
}

publish() {
  local rid
  [ $# -gt 0 ] || set -- linux-x64 win-x64
  for rid in "$@"; do
    rm -rf "artifacts/publish/$rid"
    dotnet publish src/Mullion.Cli -c Release -r "$rid" --self-contained --artifacts-path artifacts/publish-build \
      -p:PublishSingleFile=true -p:PublishTrimmed=true \
      -p:DebugType=none -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false \
      "${quiet[@]}" -o "artifacts/publish/$rid"
    # IIS would load it; Mullion serves by itself.
    rm -f "artifacts/publish/$rid/aspnetcorev2_inprocess.dll"
    ls -l "artifacts/publish/$rid"
  done
}

command=${1:-help}
[ $# -eq 0 ] || shift
case $command in
  lint | build | bench | publish | cli)
    need_sdk
    "$command" "$@"
    ;;
  test) run_tests "$@" ;;
  find-dotnet) find_dotnet ;;
  help | -h | --help) usage ;;
  *)
    usage >&2
    fail "./build.sh does not know '$command'." 2
    ;;
esac
