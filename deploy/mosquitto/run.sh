#!/bin/sh
# Runs mosquitto with the accounts that Takt keeps in /broker, and lets it read them again when they change.
set -eu
accounts=/mosquitto/accounts
mkdir -p "$accounts"

# copy: true when the accounts have changed
copy() {
  [ -s /broker/passwords ] && [ -s /broker/acl ] || return 1
  cmp -s /broker/passwords "$accounts/passwords" && cmp -s /broker/acl "$accounts/acl" && return 1
  install -o mosquitto -g mosquitto -m 0600 /broker/passwords "$accounts/passwords"
  install -o mosquitto -g mosquitto -m 0600 /broker/acl "$accounts/acl"
}

until copy; do
  echo 'waiting for the accounts'
  sleep 2
done
chown -R mosquitto:mosquitto /mosquitto/data
mosquitto -c /takt/mosquitto.conf &
broker=$!
trap 'kill "$broker"; wait "$broker"; exit 0' TERM INT
while kill -0 "$broker" 2>/dev/null; do
  sleep 2 &
  wait $! || true
  if copy; then kill -HUP "$broker"; fi
done
wait "$broker"
