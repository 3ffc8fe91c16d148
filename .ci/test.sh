# Sourced by ./confidant for its command `test`.

node_pid=""
node_dir=""

# Closing the pipe stops the node in order; the folder is thrown away.
stop_node() {
    exec 9>&- || true
    if [ -n "$node_pid" ]; then
        wait "$node_pid" 2> /dev/null || true
        node_pid=""
    fi
    [ -z "$node_dir" ] || rm -rf "$node_dir"
    node_dir=""
}

# The headless shell first: the same Chromium without its windows, a quarter quicker.
find_chromium() {
    for name in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
        if [ -n "$name" ] && command -v "$name" > /dev/null; then
            command -v "$name"
            return
        fi
    done
}

ensure_tools() {
    local missing=() shell=chromium-headless-shell
    [ -n "$(find_chromium)" ] || missing+=("$shell")
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
        dpkg -s fonts-noto-cjk > /dev/null 2>&1 || missing+=(fonts-noto-cjk)
        # Renders the Kubernetes manifests for their test.
        command -v kubectl > /dev/null || missing+=(kubernetes-client)
        # Checks the ledger with code that was not written here.
        command -v go > /dev/null || missing+=(golang-go)
        [ -d /usr/share/gocode/src/golang.org/x/mod ] || missing+=(golang-golang-x-mod-dev)
        if [ ${#missing[@]} -gt 0 ]; then
            echo "installing ${missing[*]}"
            # Debian before 12 has the whole browser only.
            { apt-get update -qq && { apt-cache show "$shell" > /dev/null 2>&1 || missing=("${missing[@]/#$shell/chromium}"); } &&
                DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
                "${missing[@]}"; } > "$root/target/apt.log" 2>&1 ||
                fail "what the tests need could not be installed" "see target/apt.log, or install by hand: ${missing[*]}"
        fi
    fi
    CHROMIUM="$(find_chromium)"
    export CHROMIUM
    [ -n "$CHROMIUM" ] ||
        fail "the browser tests need a browser" "install Chromium or Chrome, or name one in CHROMIUM"
}

# One node for the whole build: starting one costs some ten seconds of processor time.
start_node() {
    maven node -Dmaven.test.skip=true -Dspotless.check.skip=true -pl modules/node -am package \
        dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime ||
        fail "the node could not be built" "correct what is named above"
    node_dir="$(mktemp -d "${TMPDIR:-/tmp}/confidant-test.XXXXXX")"
    mkfifo "$node_dir/alive"
    local classpath
    classpath="$root/modules/node/target/classes:$(cat "$root/modules/node/target/classpath")"
    "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx64m -cp "$classpath" "-Dconfidant.node.lib=$root/modules/node-lib/target/lib" \
        confidant.node.RunNode --data "$node_dir/data" --port-file "$node_dir/port" --throw-away \
        < "$node_dir/alive" > "$root/target/test-node.log" 2>&1 &
    node_pid=$!
    exec 9> "$node_dir/alive"
    until [ -s "$node_dir/port" ]; do
        kill -0 "$node_pid" 2> /dev/null || fail "the test node did not start" "see target/test-node.log"
        sleep 0.2
    done
    CONFIDANT_TEST_CASSANDRA="$(cat "$node_dir/port")"
    export CONFIDANT_TEST_CASSANDRA
}

# Sums the reports of this run: N passed, N failed, N skipped.
count_tests() {
    find "$root"/modules/*/target/surefire-reports "$root"/modules/*/target/failsafe-reports \
        -name 'TEST-*.xml' -newer "$root/target/test.begun" 2> /dev/null -exec sed -n '/<testsuite /{p;q;}' {} \; |
        awk '
            function number(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
            { all += number("tests"); bad += number("failures") + number("errors"); out += number("skipped") }
            END { printf "%d passed, %d failed, %d skipped\n", all - bad - out, bad, out }'
}

run_tests() {
    mkdir -p "$root/target"
    ensure_tools
    trap stop_node EXIT
    trap 'exit 130' INT TERM
    echo "starting the test node"
    start_node
    touch "$root/target/test.begun"
    local result=0
    echo "testing"
    maven test -T 2 -Pweb-check -fae verify "$@" 9>&- || result=1
    stop_node
    count_tests
    return "$result"
}
