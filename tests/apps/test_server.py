"""The server: a free port, an end to both children, a sentence when it cannot start."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from toolkit.apps.server import HOST, free_port

ROOT = Path(__file__).parents[2]


def test_a_free_port_is_used() -> None:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]

    assert free_port(port) == port


def test_a_taken_port_is_replaced() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()

        assert free_port(taken.getsockname()[1]) != taken.getsockname()[1]


def test_told_to_stop_while_starting_it_stops(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "toolkit.apps", "--port", "0", "--workshops", str(tmp_path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
    finally:
        process.kill()
        process.communicate()
