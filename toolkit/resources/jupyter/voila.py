"""Settings of the server of the screens; Voilà reads them when it starts, and gives us ``c``."""
# mypy: disable-error-code="name-defined"

import os

from toolkit.apps.guards import (
    CONTENT_POLICY,
    MESSAGE_BYTES,
    TEMPLATE,
    OwnPage,
    end_with_parent,
)
from toolkit.apps.login import HEADER

end_with_parent()

if "JUPYTERHUB_API_TOKEN" in os.environ:
    c.Voila.identity_provider_class = "toolkit.apps.hub.HubUsers"
elif os.environ.get(HEADER):
    c.Voila.identity_provider_class = "toolkit.apps.guards.ProxyUsers"
    c.VoilaConfiguration.http_header_envs = [os.environ[HEADER]]
else:
    c.Voila.identity_provider_class = "toolkit.apps.guards.Visitors"
c.Voila.kernel_websocket_connection_class = "toolkit.apps.guards.Connection"
c.Voila.ip = "127.0.0.1"
c.Voila.open_browser = False
c.Voila.port_retries = 0
c.Voila.tornado_settings = {
    "websocket_max_message_size": MESSAGE_BYTES,
    "default_handler_class": OwnPage,
    "ws_ping_timeout": 30_000,
    "headers": {
        "Content-Security-Policy": CONTENT_POLICY,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    },
}

c.VoilaConfiguration.template = TEMPLATE
c.VoilaConfiguration.classic_tree = True
c.VoilaConfiguration.allow_template_override = "NO"
c.VoilaConfiguration.allow_theme_override = "NO"
c.VoilaConfiguration.file_allowlist = []
c.VoilaConfiguration.file_denylist = [".*"]
c.VoilaConfiguration.show_tracebacks = False
c.VoilaConfiguration.extension_allowlist = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]
c.VoilaExecutor.cell_error_instruction = "Lataa sivu uudelleen."

if os.name == "posix":  # sockets in our own folder: no ports that others on the machine reach
    c.KernelManager.transport = "ipc"

# Kernels hold nothing that is not on disk, so none is waited for.
c.KernelManager.shutdown_wait_time = 1.0

# A kernel whose page is open stays; one whose page went away without a word ends in half an hour.
c.MappingKernelManager.cull_connected = False
c.MappingKernelManager.cull_idle_timeout = 1800
c.MappingKernelManager.cull_interval = 60
