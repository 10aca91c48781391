# Sourced by the other scripts: finds out whether this machine has what they need and says what to
# install where it has not. Sets nothing but functions.

# The major version of the JDK that Maven would use, or 0.
jdk_major() {
  local javac=javac
  [ -n "${JAVA_HOME:-}" ] && javac="$JAVA_HOME/bin/javac"
  command -v "$javac" >/dev/null 2>&1 || { echo 0; return; }
  "$javac" -version 2>&1 | sed -E 's/^javac ([0-9]+).*/\1/' | head -n 1
}

# require_tools: a JDK from 17 on, Maven, Node with npm; ends the script with all that is missing.
require_tools() {
  local missing=0 major
  major=$(jdk_major)
  if ! [ "$major" -ge 17 ] 2>/dev/null; then
    echo "Needed: a JDK, version 17 or newer (found: ${major:-none}). On Debian: apt-get install openjdk-17-jdk-headless" >&2
    missing=1
  fi
  if ! command -v mvn >/dev/null 2>&1; then
    echo "Needed: Apache Maven 3.8 or newer. On Debian: apt-get install maven" >&2
    missing=1
  fi
  if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    echo "Needed: Node.js 18 or newer with npm. On Debian: apt-get install nodejs npm" >&2
    missing=1
  elif [ "$(node -p 'parseInt(process.versions.node)')" -lt 18 ]; then
    echo "Needed: Node.js 18 or newer (found: $(node --version))." >&2
    missing=1
  fi
  [ "$missing" -eq 0 ] || exit 3
}

# require_fonts: the fonts that pictures of screens are compared with; as root on Debian it installs
# them where they are missing.
require_fonts() {
  local folder=/usr/share/fonts/truetype
  [ -d "$folder/liberation" ] && [ -d "$folder/dejavu" ] && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing fonts with apt-get" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq fonts-liberation fonts-dejavu-core; } >&2 ||
      { echo "The fonts could not be installed; see apt-get's message above." >&2; exit 3; }
    return
  fi
  echo "Needed: the fonts Liberation and DejaVu in $folder. On Debian: apt-get install fonts-liberation fonts-dejavu-core" >&2
  exit 3
}

# require_chromium: prints the path of a Chromium; as root on Debian it installs one first.
require_chromium() {
  local found
  if [ -n "${BEARINGS_CHROMIUM:-}" ]; then
    [ -x "$BEARINGS_CHROMIUM" ] || { echo "BEARINGS_CHROMIUM names no program: $BEARINGS_CHROMIUM" >&2; exit 3; }
    echo "$BEARINGS_CHROMIUM"
    return
  fi
  for found in chromium chromium-browser google-chrome; do
    command -v "$found" >/dev/null 2>&1 && { command -v "$found"; return; }
  done
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium with apt-get" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >&2 ||
      { echo "Chromium could not be installed; see apt-get's message above." >&2; exit 3; }
    command -v chromium
    return
  fi
  echo "Needed: Chromium, for the browser tests. On Debian: apt-get install chromium; elsewhere set BEARINGS_CHROMIUM to its path." >&2
  exit 3
}
