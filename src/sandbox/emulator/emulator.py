"""moto's AWS emulator with its gaps closed: prints its port, serves until its standard input closes.

A line on the standard input lets it go: from then on it serves until it is asked to end, by a DELETE of `/moto-api/paytf`.
Asked there, it names its owner, the argument it was started with. `emulator.py --list` prints the two tables of README.md instead.
"""

import os
import signal
import sys
import threading

os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")  # or no AWS-managed policy can be attached
os.environ.setdefault("MOTO_ECS_SERVICE_RUNNING", "10")  # or no service ever becomes steady
os.environ.setdefault("MOTO_ACM_VALIDATION_WAIT", "0")  # or a certificate is issued only after a minute

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

import gaps
import gaps_compute
import gaps_database
import gaps_messaging
import gaps_network
import gaps_quotas
import gaps_resilience
import gaps_security
import gaps_workflows


OWN_ADDRESS = "/moto-api/paytf"


def stop_with_parent():
    """A parent that is killed cannot stop its emulator: the closed pipe does, unless it has let the emulator go."""
    if not os.read(sys.stdin.fileno(), 1):
        os._exit(0)


def server_of(owner, emulate):
    """A server with an address of ours beside AWS's: GET names the owner, DELETE ends the emulator."""

    def answer(environ, start_response):
        if environ["PATH_INFO"] != OWN_ADDRESS:
            return emulate(environ, start_response)
        if environ["REQUEST_METHOD"] == "DELETE":
            threading.Thread(target=server.shutdown).start()
        start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
        return [owner.encode()]

    server = make_server("127.0.0.1", 0, answer, threaded=True)
    return server


def serve(owner):
    gaps.close()
    server = server_of(owner, DomainDispatcherApplication(create_backend_app))
    os.environ["MOTO_PORT"] = str(server.port)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # it may outlive the terminal it was started from
    threading.Thread(target=stop_with_parent, daemon=True).start()
    print(server.port, flush=True)
    server.server_close = lambda: None  # the port is closed when the process has ended, not before
    server.serve_forever()
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1:] == ["--list"]:
        print(gaps.tables())
    else:
        serve(sys.argv[1])
