#!/usr/bin/env bash
# Writes a Janus configuration into FOLDER and runs Janus with it until it is ended. Nothing but the NoSIP plugin and the
# WebSocket API is on. Used by ./dev run, by the tests and by docker-compose.yml.
#   start-janus.sh FOLDER
#     JANUS_SECRET     the API secret; required
#     JANUS_ADDRESS    where the API and the plain RTP listen (default 127.0.0.1: this machine only)
#     JANUS_PORT       of the WebSocket API (default 8188)
#     JANUS_MEDIA      addresses or interfaces that browsers reach, comma-separated (default: this machine's first IPv4
#                      address; Janus leaves loopback out, whatever it is told)
#     JANUS_PUBLIC     the address to name to browsers where it is not the machine's own (1:1 NAT); default: none
#     JANUS_MEDIA_PORTS, JANUS_RTP_PORTS   UDP ranges towards browsers and towards the server
#     JANUS_STUN       host:port of a STUN server; default: none
set -euo pipefail

folder=${1:?"start-janus.sh FOLDER"}
secret=${JANUS_SECRET:?"Set JANUS_SECRET: without a secret anybody could use the gateway."}
address=${JANUS_ADDRESS:-127.0.0.1}
[[ $secret =~ ^[A-Za-z0-9_-]{16,}$ ]] || { echo "JANUS_SECRET must be 16 or more letters and digits." >&2; exit 1; }

media=${JANUS_MEDIA:-$(hostname -I 2>/dev/null | tr ' ' '\n' | grep -m 1 -E '^[0-9]+(\.[0-9]+){3}$' || true)}
[[ -n $media ]] || { echo "This machine has no network address that Janus could use. Set JANUS_MEDIA." >&2; exit 1; }
mkdir -p "$folder"
chmod 700 "$folder"
umask 077
stun=''
if [[ -n ${JANUS_STUN:-} ]]; then
  stun=$(printf 'stun_server = "%s"\n  stun_port = %s' "${JANUS_STUN%:*}" "${JANUS_STUN##*:}")
fi
for plugins in /usr/lib/*/janus/plugins /usr/lib/janus/plugins /opt/janus/lib/janus/plugins; do
  if [[ -d $plugins ]]; then break; fi
done
[[ -d $plugins ]] || { echo "Janus' plugins are not where Debian puts them. Install the package: apt-get install janus" >&2; exit 1; }

cat >"$folder/janus.jcfg" <<EOF
general: {
  configs_folder = "$folder"
  plugins_folder = "$plugins"
  transports_folder = "${plugins%/plugins}/transports"
  events_folder = "${plugins%/plugins}/events"
  loggers_folder = "${plugins%/plugins}/loggers"
  debug_level = 3
  api_secret = "$secret"
  session_timeout = 30
}
media: {
  rtp_port_range = "${JANUS_MEDIA_PORTS:-22000-22199}"
  no_media_timer = 2
}
nat: {
  ice_enforce_list = "$media"
  ${JANUS_PUBLIC:+nat_1_1_mapping = "$JANUS_PUBLIC"}
  $stun
}
plugins: {
  disable = "libjanus_audiobridge.so,libjanus_duktape.so,libjanus_echotest.so,libjanus_lua.so,libjanus_recordplay.so,libjanus_sip.so,libjanus_streaming.so,libjanus_textroom.so,libjanus_videocall.so,libjanus_videoroom.so,libjanus_voicemail.so"
}
transports: {
  disable = "libjanus_http.so,libjanus_mqtt.so,libjanus_nanomsg.so,libjanus_pfunix.so,libjanus_rabbitmq.so"
}
events: {
  broadcast = false
}
EOF
cat >"$folder/janus.transport.websockets.jcfg" <<EOF
general: {
  json = "compact"
  ws = true
  ws_ip = "$address"
  ws_port = ${JANUS_PORT:-8188}
}
admin: {
  admin_ws = false
}
EOF
cat >"$folder/janus.plugin.nosip.jcfg" <<EOF
general: {
  local_ip = "$address"
  rtp_port_range = "${JANUS_RTP_PORTS:-22200-22399}"
}
EOF
exec janus --configs-folder="$folder" --disable-colors
