#!/usr/bin/env bash
# The browser that the tests of pages run in. Where there is none and none can be installed, those tests are skipped.
set -u
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Setting up: installing Chromium for the tests of pages ..."
    export DEBIAN_FRONTEND=noninteractive
    timeout 120 apt-get update -qq >/dev/null 2>&1
    timeout 600 apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 && exit 0
fi
echo "No Chromium found: the tests of pages will be skipped."
exit 0
