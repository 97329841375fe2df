"""moto's AWS emulator with its gaps closed: prints its port, serves until its standard input closes.

`emulator.py --list` prints the two tables of README.md instead.
"""

import os
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
import gaps_quotas
import gaps_resilience
import gaps_security
import gaps_workflows


def stop_with_parent():
    """A test that is killed cannot stop its emulator: the closed pipe does."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(0)


def serve():
    gaps.close()
    server = make_server("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=True)
    os.environ["MOTO_PORT"] = str(server.port)
    threading.Thread(target=stop_with_parent, daemon=True).start()
    print(server.port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    if sys.argv[1:] == ["--list"]:
        print(gaps.tables())
    else:
        serve()
