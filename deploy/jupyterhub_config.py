"""Settings of a JupyterHub that gives everybody their own server of the screens.

Read deploy/README.md first. Every person has a process of their own under their own user name of
the machine; workshops lie in one folder that the group ``osallisuus`` shares.
"""
# mypy: disable-error-code="name-defined"

import os
import sys
from pathlib import Path

WORKSHOPS = os.environ.get("OSALLISUUS_WORKSHOPS", "/srv/osallisuus/workshops")
HOUR = 3600

os.umask(0o007)  # what one person makes, the group can read and change, and nobody else

c = get_config()  # noqa: F821 - JupyterHub gives it
c.JupyterHub.bind_url = "http://127.0.0.1:8000"  # TLS and the way in are the proxy's in front
c.JupyterHub.hub_bind_url = "http://127.0.0.1:8081"
c.JupyterHub.cleanup_servers = True

# Who may come in. Replace with the organisation's own login, for example oauthenticator's
# AzureAdOAuthenticator; the members of the Unix group are those who have a user on this machine.
c.JupyterHub.authenticator_class = "pam"
c.PAMAuthenticator.allowed_groups = {"osallisuus"}
c.Authenticator.admin_groups = {"osallisuus-yllapito"}

c.Spawner.cmd = [sys.executable, "-m", "toolkit.apps", "--workshops", WORKSHOPS]
c.Spawner.environment = {"OSALLISUUS_USER": lambda spawner: spawner.user.name}
c.Spawner.default_url = "/"
c.Spawner.start_timeout = 90
c.Spawner.http_timeout = 90

# With systemd every server is held to its memory; without it the machine's own limits hold.
if Path("/run/systemd/system").is_dir():
    c.JupyterHub.spawner_class = "systemdspawner.SystemdSpawner"
    c.SystemdSpawner.mem_limit = "3G"
    c.SystemdSpawner.cpu_limit = 2.0
    c.SystemdSpawner.isolate_tmp = True
    c.SystemdSpawner.disable_user_sudo = True
    c.SystemdSpawner.unit_extra_properties = {"UMask": "0007"}
else:
    c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.JupyterHub.concurrent_spawn_limit = 5
c.JupyterHub.active_server_limit = int(os.environ.get("OSALLISUUS_SERVERS", "20"))

# A server nobody has used for an hour is ended; what was decided is in the log of the workshop.
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        "services": ["idle-culler"],
    }
]
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={HOUR}"],
    }
]
