"""Measure collections of growing size: ``python -m bench.scale DATA`` (the shared data sets).

For each size: the build (time, memory of all its processes, space on disk), a question as a whole
process, questions to an open engine, its memory, and the update of one changed file; beside raw
tantivy and bm25s on ready tokens. Results are kept in FOLDER/results.json, one record a size, and
``--report`` makes the table and the plot of docs/ from them, so that sizes can be run one by one.

    python -m bench.scale DATA --sizes 1000,10000,100000,1000000
    python -m bench.scale DATA --sizes 10000000          # half an hour, 5 GB on disk, no peers
    python -m bench.scale --report docs/
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from typing import Any

from bench.curves import Panel, plot
from bench.scale_peers import percentiles
from bench.scale_text import Known, token_line, write_files

_QUESTIONS = 200
_COMPARED = 100
"""Questions that are asked with and without the cap on common words."""

_STARTS = 9
_MOST_FOR_PEERS = 2_000_000
"""Sentences: beyond, bm25s needs more memory than the collection may, and both much more time."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", nargs="?", help="folder of the shared data sets")
    parser.add_argument("--sizes", default="1000,10000,100000,1000000", help="sentences")
    parser.add_argument("--folder", default=os.path.join(tempfile.gettempdir(), "hegang-qa-scale"))
    parser.add_argument("--report", metavar="DOCS", help="write table and plot, measure nothing")
    parser.add_argument("--ask", nargs=2, metavar=("COLLECTION", "QUESTIONS"), help="inner use")
    options = parser.parse_args()
    if options.ask:
        print(json.dumps(_asked(*options.ask)))
        return
    results = os.path.join(options.folder, "results.json")
    if options.report:
        _report(_read(results), options.report)
        return
    if not options.data or not os.path.isfile(os.path.join(options.data, "squad", "train.json")):
        print(f"bench.scale: no data in {options.data}: skipped")
        return
    os.makedirs(options.folder, exist_ok=True)
    for size in map(int, options.sizes.split(",")):
        record = _measure(options.data, options.folder, size)
        records = {**_read(results), str(size): record}
        with open(results, "w", encoding="utf-8") as file:
            json.dump(records, file, indent=1)
        print(json.dumps(record), flush=True)


def _read(path: str) -> dict[str, Any]:
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        records: dict[str, Any] = json.load(file)
    return records


# -- one size --------------------------------------------------------------------------------------


def _measure(data: str, folder: str, size: int) -> dict[str, Any]:
    place = os.path.join(folder, str(size))
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(place)
    docs, collection = os.path.join(place, "docs"), os.path.join(place, "my.hq")
    tokens, terms = os.path.join(place, "tokens.txt"), os.path.join(place, "terms.txt")
    peers = size <= _MOST_FOR_PEERS
    with open(tokens, "w", encoding="utf-8") as out:
        made = write_files(data, docs, size, out if peers else None)
    with open(terms, "w", encoding="utf-8") as out:
        for known in made.known[:_QUESTIONS]:
            out.write(" ".join(dict.fromkeys(token_line(known.question).split())) + "\n")
    questions = os.path.join(place, "questions.json")
    with open(questions, "w", encoding="utf-8") as file:
        json.dump([list(known) for known in made.known[:_QUESTIONS]], file)
    record: dict[str, Any] = {"cores": os.cpu_count(), "python": platform.python_version()}
    record["load"] = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    record["files"], record["text_mb"] = made.files, made.characters / 1e6
    if peers:
        folder = os.path.join(place, "tantivy")
        record["tantivy"] = _child("bench.scale_peers", "tantivy", tokens, terms, folder)
        shutil.rmtree(folder)
        record["bm25s"] = _child("bench.scale_peers", "bm25s", tokens, terms, place)
    os.remove(tokens)
    record.update(_built(docs, collection))
    record["disk_mb"] = _size(collection) / 1e6
    record.update(_start(collection, made.known[0].question))
    record.update(_child("bench.scale", "--ask", collection, questions))
    record["update"] = _updates(docs, collection)
    shutil.rmtree(place)
    return record


def _child(module: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], check=True, stdout=subprocess.PIPE, text=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _built(docs: str, collection: str) -> dict[str, float]:
    """Return the seconds of a build, its processor time, and the most memory (MB) that all its
    processes together have."""
    begun, cpu = time.perf_counter(), _children_cpu()
    process = subprocess.Popen(
        [sys.executable, "-m", "hegang_qa", "index", docs, "--into", collection],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0.0
    done = threading.Event()

    def look() -> None:
        nonlocal peak
        while not done.wait(0.1):
            peak = max(peak, _memory(process.pid))

    watcher = threading.Thread(target=look)
    watcher.start()
    status = process.wait()
    seconds = time.perf_counter() - begun
    done.set()
    watcher.join()
    if status:
        raise SystemExit(f"the build failed with status {status}")
    return {"build_s": seconds, "build_cpu_s": _children_cpu() - cpu, "peak_mb": peak}


def _children_cpu() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _memory(pid: int) -> float:
    """Return the memory (MB) of a process and its children that is theirs: pages of files that
    the system may drop at any time are not counted. 0 where the system does not tell."""
    total = 0.0
    for one in (pid, *_children(pid)):
        try:
            with open(f"/proc/{one}/status", encoding="ascii") as file:
                for line in file:
                    if line.startswith("RssAnon"):
                        total += int(line.split()[1]) / 1024
        except OSError:
            continue
    return total


def _children(pid: int) -> list[int]:
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            direct = [int(word) for word in file.read().split()]
    except OSError:
        return []
    # Workers are started by threads of the process.
    try:
        for thread in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{thread}/children", encoding="ascii") as file:
                direct += [int(word) for word in file.read().split()]
    except OSError:
        pass
    return sorted(set(direct))


def _size(folder: str) -> int:
    return sum(
        os.path.getsize(os.path.join(place, name))
        for place, _, names in os.walk(folder)
        for name in names
    )


def _start(collection: str, question: str) -> dict[str, float]:
    """Return the median time (ms) and processor time of a question as a whole process."""
    times, cpu = [], []
    # Compiled modules, as an installed program has them, whatever this environment is set to.
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": os.path.dirname(collection) + "/compiled"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for turn in range(_STARTS + 1):
        begun, spent = time.perf_counter(), _children_cpu()
        subprocess.run(
            [sys.executable, "-m", "hegang_qa", "-c", collection, question],
            stdout=subprocess.DEVNULL,
            check=False,
            env=environment,
        )
        if turn:  # the first one compiles
            times.append(time.perf_counter() - begun)
            cpu.append(_children_cpu() - spent)
    return {"start_ms": percentiles(times)["p50_ms"], "start_cpu_ms": percentiles(cpu)["p50_ms"]}


def _asked(collection: str, questions: str) -> dict[str, Any]:
    """Return times of questions to an open engine, and how many it gets right."""
    from hegang_qa import Engine
    from hegang_qa.index import scoring

    with open(questions, encoding="utf-8") as file:
        asked = [Known(*item) for item in json.load(file)]
    engine = Engine.open(collection, reader="off")
    for known in asked[:5]:
        engine.ask(known.question)
    times, cpu = [], []
    for known in asked:
        begun, spent = time.perf_counter(), time.process_time()
        engine.ask(known.question)
        times.append(time.perf_counter() - begun)
        cpu.append(time.process_time() - spent)
    found: dict[str, Any] = {
        "ask": percentiles(times),
        "ask_cpu": percentiles(cpu),
        "memory_mb": _memory(os.getpid()),
        "resident_mb": _resident(),
        "sentences": len(engine),
    }
    for name, share in (("capped", scoring.COMMON_SHARE), ("uncapped", 1.0)):
        scoring.COMMON_SHARE = share
        found[name] = _searched(Engine.open(collection, reader="off"), asked[:_COMPARED])
    return found


def _searched(engine: Any, asked: list[Known]) -> dict[str, float]:
    """Return how often the best sentence is of the right paragraph and holds an answer, and how
    long the index itself takes."""
    from hegang_qa.question import understand
    from hegang_qa.ranking.ranker import search_terms

    right = 0
    times = []
    for known in asked:
        best = engine.search(known.question, limit=1)
        right += bool(
            best
            and best[0].source.path.endswith(known.path)
            and any(answer in best[0].sentence for answer in known.answers)
        )
        question = understand(
            known.question, rules=engine.rules, index=engine.index, lexicon=engine.lexicon
        )
        terms = search_terms(question)
        begun = time.process_time()
        engine.index.search(terms, limit=80)
        times.append(time.process_time() - begun)
    return {"hit_at_1": right / len(asked), **percentiles(times)}


def _resident() -> float:
    try:
        with open("/proc/self/status", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024
    except OSError:
        return 0.0


def _updates(docs: str, collection: str) -> dict[str, float]:
    """Return how long it takes to bring in one changed file, and to see that nothing changed."""
    from hegang_qa.collections import Collection

    chance = random.Random(3)
    folders = sorted(os.listdir(docs))
    times: dict[str, list[float]] = {"changed": [], "unchanged": []}
    for turn in range(5):
        folder = os.path.join(docs, chance.choice(folders))
        path = os.path.join(folder, chance.choice(sorted(os.listdir(folder))))
        with open(path, "a", encoding="utf-8") as file:
            file.write(f"\n\nLine {turn} was added.\n")
        old = time.time_ns() - 10**10
        os.utime(path, ns=(old, old))
        for name in ("changed", "unchanged"):
            opened = Collection(collection)
            begun = time.perf_counter()
            changes = opened.refresh()
            times[name].append(time.perf_counter() - begun)
            assert len(changes.changed) == (name == "changed")
            opened.close()
    return {name: percentiles(each)["p50_ms"] for name, each in times.items()}


# -- report ----------------------------------------------------------------------------------------


def _cell(figure: Callable[[dict[str, Any]], str], record: dict[str, Any]) -> str:
    try:
        return figure(record)
    except KeyError:  # not measured for this size
        return "-"


def _report(records: dict[str, Any], docs: str) -> None:
    """Print the table in Markdown and write the plot."""
    sizes = sorted(records, key=int)
    rows: list[tuple[str, Any]] = [
        ("sentences", lambda r: f"{r['sentences']:,}"),
        ("files", lambda r: f"{r['files']:,}"),
        ("build, s", lambda r: f"{r['build_s']:.1f}"),
        ("  raw tantivy, s", lambda r: f"{r['tantivy']['build_s']:.1f}"),
        ("  bm25s, s", lambda r: f"{r['bm25s']['build_s']:.1f}"),
        ("build, s of processor", lambda r: f"{r['build_cpu_s']:.1f}"),
        ("  raw tantivy", lambda r: f"{r['tantivy']['build_cpu_s']:.1f}"),
        ("  bm25s", lambda r: f"{r['bm25s']['build_cpu_s']:.1f}"),
        ("peak memory, MB", lambda r: f"{r['peak_mb']:.0f}"),
        ("on disk / text", lambda r: f"{r['disk_mb'] / r['text_mb']:.2f}"),
        ("a question as a process, ms", lambda r: f"{r['start_ms']:.0f}"),
        ("  processor, ms", lambda r: f"{r['start_cpu_ms']:.0f}"),
        ("ask, p50 ms", lambda r: f"{r['ask']['p50_ms']:.1f}"),
        ("ask, p95 ms", lambda r: f"{r['ask']['p95_ms']:.1f}"),
        ("ask, processor p50 ms", lambda r: f"{r['ask_cpu']['p50_ms']:.1f}"),
        ("ask, processor p95 ms", lambda r: f"{r['ask_cpu']['p95_ms']:.1f}"),
        ("search, processor p50 ms", lambda r: f"{r['capped']['p50_ms']:.1f}"),
        ("  without the cap", lambda r: f"{r['uncapped']['p50_ms']:.1f}"),
        ("  raw tantivy", lambda r: f"{r['tantivy']['p50_ms']:.1f}"),
        ("  bm25s", lambda r: f"{r['bm25s']['p50_ms']:.1f}"),
        ("search, processor p95 ms", lambda r: f"{r['capped']['p95_ms']:.1f}"),
        ("  without the cap", lambda r: f"{r['uncapped']['p95_ms']:.1f}"),
        ("hit@1", lambda r: f"{r['capped']['hit_at_1']:.3f}"),
        ("  without the cap", lambda r: f"{r['uncapped']['hit_at_1']:.3f}"),
        ("resident memory, MB", lambda r: f"{r['resident_mb']:.0f}"),
        ("update of one file, ms", lambda r: f"{r['update']['changed']:.0f}"),
        ("  nothing changed, ms", lambda r: f"{r['update']['unchanged']:.0f}"),
        ("load of the machine before", lambda r: f"{r['load']:.1f}"),
    ]
    print("| |" + "|".join(f" {int(size):,} " for size in sizes) + "|")
    print("|---|" + "---:|" * len(sizes))
    for label, cell in rows:
        print(f"| {label} |" + "|".join(f" {_cell(cell, records[size])} " for size in sizes) + "|")

    def curve(*keys: str) -> list[tuple[float, float]]:
        points = []
        for size in sizes:
            value: Any = records[size]
            for key in keys:
                value = value.get(key) if value is not None else None
            if value:
                points.append((float(records[size]["sentences"]), float(value)))
        return points

    peers = {name: lambda key, name=name: curve(name, key) for name in ("tantivy", "bm25s")}
    panels = [
        Panel(
            "Build",
            "seconds of processor",
            {
                "hegang-qa, from files": curve("build_cpu_s"),
                "raw tantivy, from tokens": peers["tantivy"]("build_cpu_s"),
                "bm25s, from tokens": peers["bm25s"]("build_cpu_s"),
            },
        ),
        Panel(
            "A question to an open engine",
            "milliseconds of processor, median",
            {
                "ask": curve("ask_cpu", "p50_ms"),
                "search of the index": curve("capped", "p50_ms"),
                "raw tantivy": peers["tantivy"]("p50_ms"),
                "bm25s": peers["bm25s"]("p50_ms"),
            },
            (1_000_000, 15, "ask: 15 ms"),
        ),
        Panel(
            "A question as a whole process",
            "milliseconds of processor, median",
            {"hegang-qa -c my.hq": curve("start_cpu_ms")},
            (1_000_000, 150, "150 ms"),
        ),
        Panel(
            "Memory",
            "MB",
            {
                "peak of the build, all processes": curve("peak_mb"),
                "an engine that was asked 200 times": curve("resident_mb"),
            },
            (1_000_000, 300, "engine: 300 MB"),
        ),
    ]
    with open(os.path.join(docs, "scale.svg"), "w", encoding="utf-8") as file:
        file.write(plot(panels, "sentences"))


if __name__ == "__main__":
    main()
