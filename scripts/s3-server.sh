#!/usr/bin/env bash
# A real S3 server for the tests and for trials: the RADOS gateway of Ceph, from Debian's own packages, with one
# monitor and one storage daemon on a sparse file. Loopback only, no redundancy: never a place for data to keep.
#
#   scripts/s3-server.sh install | start | stop | kill | restart | wipe
#
# `start` installs what is missing (as root), makes a new store in an empty S3_DIR, and returns once requests are
# answered at http://127.0.0.1:$S3_PORT (3610) with the keys S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY (testaccesskey,
# testsecretkey); they are those of the first start. S3_DIR (.run/s3) holds everything, S3_DIR.lock lies beside it.
# `kill` is SIGKILL for all three daemons, for crash tests. Nothing is printed unless something fails.
set -euo pipefail

readonly root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
readonly dir=$(realpath -m "${S3_DIR:-$root/.run/s3}")
readonly port=${S3_PORT:-3610} # the nine ports after it are Ceph's own
readonly access_key=${S3_ACCESS_KEY_ID:-testaccesskey}
readonly secret_key=${S3_SECRET_ACCESS_KEY:-testsecretkey}
readonly url=http://127.0.0.1:$port
readonly conf=$dir/ceph.conf logs=$dir/log pids=$dir/pid
readonly packages=(radosgw ceph-mon ceph-osd ceph-common curl)
export CEPH_CONF=$conf

fail() {
  echo "s3-server: $1" >&2
  exit 1
}

# As fail, with the ends of the logs, and nothing left running.
fail_start() {
  tail -n 4 "$logs"/{setup,ceph-mon,ceph-osd,radosgw}.log >&2 2>/dev/null || true
  stop_all KILL
  fail "$1 (logs in $logs)"
}

# Asks for the programs: dpkg also knows packages that were removed and left their settings.
installed() {
  local program
  for program in radosgw radosgw-admin ceph-mon ceph-osd ceph monmaptool curl; do
    command -v "$program" >/dev/null || return 1
  done
}

install_packages() {
  installed && return
  command -v apt-get >/dev/null || fail "Ceph is missing, and this is no Debian or Ubuntu: install ${packages[*]} by hand"
  [ "$(id -u)" = 0 ] || fail "Ceph is missing: run 'sudo scripts/s3-server.sh install' once"
  local log apt=(apt-get -qq -o DPkg::Lock::Timeout=300)
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${packages[@]}"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    fail "apt-get could not install ${packages[*]} (whole log in $log)"
  fi
  rm -f "$log"
}

write_configuration() {
  cat >"$conf" <<CONF
[global]
fsid = $1
mon host = v1:127.0.0.1:$((port + 1))
mon initial members = a
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind msgr2 = false
ms bind port min = $((port + 2))
ms bind port max = $((port + 9))
# no keys between the daemons: they are on loopback and hold nothing of worth
auth cluster required = none
auth service required = none
auth client required = none
admin socket =
pid file =
run dir = $dir
crash dir = $dir/crash
log file = $logs/\$name.daemon.log
# one copy of everything on one daemon
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000

[mon]
mon data = $dir/mon
mon cluster log file = $logs/cluster.log
auth allow insecure global id reclaim = false
# a nearly full test machine is no reason to stop
mon data avail warn = 2
mon data avail crit = 1

[osd]
osd data = $dir/osd
osd objectstore = bluestore
bluestore block create = true
bluestore block size = $((20 * 1024 * 1024 * 1024))
bluestore cache autotune = false
bluestore cache size = $((128 * 1024 * 1024))
# both would talk to the monitor before it knows this daemon, which then gives up
osd class update on start = false
osd crush update on start = false
osd class load list = *
osd class default list = *

[client]
rgw data = $dir/rgw
rgw frontends = beast endpoint=127.0.0.1:$port
CONF
}

# Runs one setup command with its output in the log.
setup() {
  timeout 60 "$@" >>"$logs/setup.log" 2>&1 || fail_start "'$1 ${2-}…' failed while the store was being made"
}

make_monitor() {
  rm -rf "$dir"
  mkdir -p "$dir"/{mon,osd,rgw,crash} "$logs" "$pids"
  local cluster
  cluster=$(cat /proc/sys/kernel/random/uuid)
  write_configuration "$cluster"
  setup monmaptool --create --fsid "$cluster" --addv a "[v1:127.0.0.1:$((port + 1))]" "$dir/monmap"
  setup ceph-mon --mkfs -i a --monmap "$dir/monmap"
}

make_storage_daemon() {
  local id
  id=$(cat /proc/sys/kernel/random/uuid)
  setup ceph osd new "$id"
  setup ceph osd crush add osd.0 1.0 root=default host=localhost
  setup ceph-osd -i 0 --mkfs --osd-uuid "$id"
}

# A pid file's process, if it still is that daemon: after a reboot the number may belong to anybody, and one that was
# killed stays a zombie until whoever inherited it looks.
running() {
  local pid
  pid=$(cat "$pids/$1" 2>/dev/null) && awk -v name="$1" '
    $1 == "Name:" { same = $2 == name } $1 == "State:" { alive = $2 != "Z" } END { exit !(same && alive) }
  ' "/proc/$pid/status" 2>/dev/null
}

# Starts a daemon in its own process group unless it runs; its output goes to a log of its name.
daemon() {
  running "$1" && return
  setsid "$@" -f >>"$logs/$1.log" 2>&1 </dev/null 9>&- &
  echo $! >"$pids/$1"
  disown
}

daemons() {
  daemon ceph-mon -i a
  daemon ceph-osd -i 0
  daemon radosgw -n client.rgw.a
}

answers() { curl -fsS -m 5 -o /dev/null "$url/" 2>/dev/null; }

start_all() {
  if [ -f "$dir/made" ] && running ceph-mon && running ceph-osd && running radosgw && answers; then return; fi
  if ! running radosgw && curl -s -m 5 -o /dev/null "$url/"; then
    fail "port $port is in use by another server: stop that one or set S3_PORT"
  fi
  if [ ! -f "$dir/made" ]; then
    stop_all KILL
    make_monitor
    daemon ceph-mon -i a
    make_storage_daemon
  fi
  local try
  for ((try = 0; ; try++)); do
    # every 5 s: a daemon that lost a race at start is started again
    ((try % 25)) || daemons
    answers && break
    ((try < 450)) || fail_start "no answer from $url within 90 seconds"
    sleep 0.2
  done
  [ -f "$dir/made" ] && return
  setup radosgw-admin user create --uid=test --display-name=test --access-key="$access_key" --secret-key="$secret_key"
  touch "$dir/made"
}

stop_all() {
  local name try
  # the gateway first: it wants to tell the others that it leaves
  for name in radosgw ceph-osd ceph-mon; do
    running "$name" || continue
    kill "-$1" "$(cat "$pids/$name")" 2>/dev/null || true
    for ((try = 0; try < 150; try++)); do
      running "$name" || break
      sleep 0.1
    done
    running "$name" && kill -KILL "$(cat "$pids/$name")" 2>/dev/null || true
  done
  rm -f "$pids"/* 2>/dev/null || true
}

# Two of these at once would make one store twice. The lock is beside the folder because `wipe` removes the folder.
mkdir -p "$(dirname "$dir")"
exec 9>"$dir.lock"
flock -w 300 9 || fail "another s3-server.sh has been at work on $dir for five minutes"

case "${1:-}" in
  install) install_packages ;;
  start)
    install_packages
    start_all
    ;;
  stop) stop_all TERM ;;
  kill) stop_all KILL ;;
  restart)
    stop_all TERM
    start_all
    ;;
  wipe)
    stop_all KILL
    rm -rf "$dir"
    ;;
  *) fail 'usage: scripts/s3-server.sh install | start | stop | kill | restart | wipe' ;;
esac
