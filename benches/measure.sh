# What the measuring scripts share; they set $work, where results and scratch files go.

if [ ! -x /usr/bin/time ]; then
    echo "installing Debian's package time" >&2
    sudo=$([ "$(id -u)" = 0 ] || echo sudo)
    $sudo apt-get install -y time >&2
fi

# Runs a command once and adds a line to a file: wall seconds, CPU seconds (user and system), peak memory in KiB.
measure() {
    local results=$1 start end
    shift
    sync
    start=$EPOCHREALTIME
    /usr/bin/time -v -o "$work/time" "$@" >"$work/said" 2>&1 || { cat "$work/said" >&2; exit 1; }
    end=$EPOCHREALTIME
    awk -v start="$start" -v end="$end" '
        /User time|System time/ { cpu += $NF }
        /Maximum resident/ { memory = $NF }
        END { printf "%.4f %.2f %d\n", end - start, cpu, memory }' "$work/time" >>"$results"
}

# The median of a column of a file.
median() { sort -n -k "$2,$2" "$1" | awk -v column="$2" '{ v[NR] = $column } END { print v[int((NR + 1) / 2)] }'; }

# The medians of a file of results.
row() {
    printf '%-24s %9.3f %9.2f %9.0f\n' "$1" "$(median "$2" 1)" "$(median "$2" 2)" "$(($(median "$2" 3) / 1024))"
}
