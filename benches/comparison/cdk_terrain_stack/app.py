"""The payment stack in CDK Terrain: the level-1 constructs of its prebuilt AWS provider, one for each resource.

Run by the CLI (`cdktn synth`, the command in cdktf.json) or by itself; compare.py does both. Its argument is the
deployment package of the function. CDK Terrain writes into `CDKTF_OUTDIR`, or `cdktf.out`.
"""

import sys

from cdktn import App, TerraformStack
from cdktn_provider_aws.provider import AwsProvider
from compute import Compute
from data import Data
from monitoring import Monitoring
from network import Network
from roles import Roles

from shape import (
    REGION,
    SUFFIX,
)


class Payment(Roles, Network, Data, Compute, Monitoring, TerraformStack):
    """One environment."""

    def __init__(self, scope, package):
        super().__init__(scope, f"payment-{SUFFIX}")
        AwsProvider(self, "aws", region=REGION)
        self.keys = {use: self.key(use) for use in ("data", "logs", "notifications")}
        self.network()
        self.network_acls()
        self.security_groups()
        self.storage()
        self.database()
        self.application()
        self.scaling()
        self.validation(package)
        self.monitoring()


app = App()
Payment(app, sys.argv[1])
app.synth()
