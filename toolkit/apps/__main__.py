"""``python -m toolkit.apps``: the screens and their worker, until stopped."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from toolkit.apps.server import HOST, PORT, serve
from toolkit.errors import ToolkitError


def main() -> int:
    """Serve the screens; return 0 when stopped, 1 when the server fell, 2 when it cannot start."""
    parser = argparse.ArgumentParser(prog="python -m toolkit.apps", description=__doc__)
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--workshops", type=Path, default=Path("workshops"))
    parser.add_argument("--host", default=HOST)
    parser.add_argument("--base-url", default="/")
    parser.add_argument("--user-header", default="")
    parser.add_argument("--open", action="store_true", dest="open_browser")
    options = parser.parse_args()
    try:
        return serve(
            options.workshops,
            port=options.port,
            host=options.host,
            base_url=options.base_url,
            user_header=options.user_header,
            open_browser=options.open_browser,
        )
    except ToolkitError as error:
        sys.stderr.write(error.for_reader() + "\n")
        return 2


if __name__ == "__main__":
    sys.exit(main())
