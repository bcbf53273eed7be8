#!/usr/bin/env bash
# Simulated Windows workers in one process, in a swarm of one real dockerd: `bench/swarm-workers.sh [WORKERS] [SECONDS]`.
# Prints joins per second, and for both processes, in the same run, CPU and memory per worker. Needs Linux, root, ip, nsenter and dockerd;
# dockerd runs in a network namespace that is made for it and goes with it.
set -euo pipefail

cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.."
workers=${1:-1000}
seconds=${2:-60}
missing=
for needed in dockerd docker nsenter ip; do
  command -v "$needed" >/dev/null || missing="$missing $needed"
done
if [ "$(uname -s)" != Linux ] || [ "$(id -u)" -ne 0 ] || [ -n "$missing" ]; then
  echo "Workers beside dockerd are measured as root on Linux with dockerd, docker, ip and nsenter; missing here:${missing:- Linux or root}."
  exit 0
fi

program=$PWD/src/Mullion.Cli/bin/Release/net10.0/mullion.dll
[ -f "$program" ] || dotnet build src/Mullion.Cli -c Release --nologo -v q
run=$(mktemp -d)
space=mullion-bench-$$
far=mb$$n
near=mb$$h
fleet=
daemon=

finish() {
  [ -z "$fleet" ] || kill -TERM "$fleet" 2>/dev/null || true
  [ -z "$fleet" ] || wait "$fleet" 2>/dev/null || true
  [ ! -f "$run/docker.pid" ] || kill "$(cat "$run/docker.pid")" 2>/dev/null || true
  [ -z "$daemon" ] || wait "$daemon" 2>/dev/null || true
  ip link del "$near" 2>/dev/null || true
  ip netns del "$space" 2>/dev/null || true
  rm -rf "$run"
}
trap finish EXIT

ip netns add "$space"
ip link add "$near" type veth peer name "$far"
ip link set "$far" netns "$space"
ip addr add 10.98.7.2/24 dev "$near"
ip link set "$near" up
ip -n "$space" addr add 10.98.7.1/24 dev "$far"
ip -n "$space" link set "$far" up
ip -n "$space" link set lo up
echo '{}' >"$run/daemon.json"
nsenter --net="/var/run/netns/$space" dockerd --config-file "$run/daemon.json" --data-root "$run/data" \
  --exec-root "$run/exec" -H "unix://$run/docker.sock" --pidfile "$run/docker.pid" --bridge=none --iptables=false \
  --ip-forward=false --ip-masq=false --storage-driver vfs >"$run/dockerd.log" 2>&1 &
daemon=$!
for _ in $(seq 100); do
  [ ! -S "$run/docker.sock" ] || ! docker -H "unix://$run/docker.sock" info >/dev/null 2>&1 || break
  sleep 0.2
done
docker -H "unix://$run/docker.sock" swarm init --listen-addr 10.98.7.1:2377 --advertise-addr 10.98.7.1:2377 >/dev/null
docker -H "unix://$run/docker.sock" swarm join-token --quiet worker >"$run/token"

ticks=$(getconf CLK_TCK)
# Milliseconds of CPU, user and system, since a process began.
cpu() { awk -v hz="$ticks" '{ print int(($14 + $15) * 1000 / hz) }' "/proc/$1/stat"; }
# Kilobytes that a process holds.
memory() { awk '/^VmRSS/ { print $2 }' "/proc/$1/status"; }
ready() { docker -H "unix://$run/docker.sock" node ls --format '{{.Status}}' | grep -c Ready || true; }

dockerd=$(cat "$run/docker.pid")
dockerd_cpu=$(cpu "$dockerd")
dockerd_memory=$(memory "$dockerd")
began=$EPOCHREALTIME
dotnet "$program" lab worker --join 10.98.7.1 --token-file "$run/token" --count "$workers" >"$run/out" 2>"$run/err" &
fleet=$!
while ! grep -q "^$workers of $workers joined, $workers active" "$run/err"; do
  kill -0 "$fleet" 2>/dev/null || { cat "$run/err" >&2 && exit 1; }
  sleep 0.05
done
ended=$EPOCHREALTIME
joined=$((${ended/[.,]/} - ${began/[.,]/}))
fleet_join=$(cpu "$fleet")
dockerd_join=$(($(cpu "$dockerd") - dockerd_cpu))
[ "$(ready)" -eq $((workers + 1)) ] || { echo "Only $(ready) nodes are ready." >&2 && exit 1; }

fleet_cpu=$(cpu "$fleet")
dockerd_cpu=$(cpu "$dockerd")
sleep "$seconds"
fleet_idle=$(($(cpu "$fleet") - fleet_cpu))
dockerd_idle=$(($(cpu "$dockerd") - dockerd_cpu))
[ "$(ready)" -eq $((workers + 1)) ] || { echo "Only $(ready) nodes are still ready." >&2 && exit 1; }
fleet_memory=$(memory "$fleet")
dockerd_now=$(memory "$dockerd")

awk -v n="$workers" -v s="$seconds" -v j="$joined" -v fj="$fleet_join" -v dj="$dockerd_join" -v fi="$fleet_idle" \
  -v di="$dockerd_idle" -v fm="$fleet_memory" -v dm="$((dockerd_now - dockerd_memory))" 'BEGIN {
    printf "%d workers active after %.1f s: %.0f joins per second\n\n", n, j / 1e6, n * 1e6 / j
    printf "%-44s %12s %12s %8s\n", "per worker", "mullion", "dockerd", "ratio"
    printf "%-44s %12.2f %12.2f %8.2f\n", "CPU until all were active, ms", fj / n, dj / n, fj / dj
    printf "%-44s %12.3f %12.3f %8.2f\n", "CPU while nothing happens, ms per second", fi / n / s, di / n / s, di ? fi / di : 0
    printf "%-44s %12.0f %12.0f %8.2f\n", "memory, kB (dockerd: what it grew by)", fm / n, dm / n, dm ? fm / dm : 0
  }'
