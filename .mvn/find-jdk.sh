# Sourced by mvnw and deploy/local/up: sets and exports JAVA_HOME to a JDK 25 or newer, wherever this machine has one.

# a JDK's feature version, from its release file (asking java itself takes ten times as long); 0 when it is none
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || { echo 0; return 0; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# the directory above bin/ of the java on the PATH, links resolved
jdk_on_path() {
  jdk_java="$(command -v java 2>/dev/null)" || return 0
  while [ -L "$jdk_java" ]; do
    jdk_link="$(readlink "$jdk_java")"
    case "$jdk_link" in
      /*) jdk_java="$jdk_link" ;;
      *) jdk_java="$(dirname "$jdk_java")/$jdk_link" ;;
    esac
  done
  dirname "$(dirname "$jdk_java")"
}

find_jdk() {
  jdk_mac=""
  [ ! -x /usr/libexec/java_home ] || jdk_mac="$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)"
  for jdk in "${JAVA_HOME-}" "$(jdk_on_path)" "$jdk_mac" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    "${HOME-}"/.asdf/installs/java/* "${HOME-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$jdk" ] || continue
    jdk_found="$(jdk_version "$jdk")"
    if [ "${jdk_found:-0}" -ge 25 ] 2>/dev/null; then
      JAVA_HOME="$jdk"
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

if ! find_jdk; then
  cat >&2 <<'HELP'
Mediagen needs a JDK 25 or newer, and none was found (looked at JAVA_HOME, the PATH, /usr/lib/jvm, SDKMAN and the like).
Get one, for example
  Debian, Ubuntu   sudo apt install openjdk-25-jdk, or https://adoptium.net/installation/linux
  macOS            brew install openjdk@25
  SDKMAN           sdk install java 25-tem
  anything else    https://adoptium.net, unpack it, and set JAVA_HOME to its folder
HELP
  exit 1
fi
