"""The payment stack in AWS CDK, written as its users write: level-2 constructs where there are any.

Run by the CLI (`cdk synth --app "python app.py PACKAGE"`) or by itself; compare.py does both. PACKAGE is the deployment
package of the function. The CDK writes into `CDK_OUTDIR`, or `cdk.out`.
"""

import sys

import aws_cdk as cdk
from compute import Compute
from data import Data
from keys import Keys
from monitoring import Monitoring
from network import Network

from shape import (
    ACCOUNT,
    REGION,
    SUFFIX,
    ZONES,
)


class Payment(Keys, Network, Data, Compute, Monitoring, cdk.Stack):
    """One environment."""

    def __init__(self, scope, package):
        super().__init__(scope, f"payment-{SUFFIX}", env=cdk.Environment(account=ACCOUNT, region=REGION))
        self.keys = {use: self.key(use) for use in ("data", "logs", "notifications")}
        self.vpc = self.network()
        self.buckets = self.storage()
        self.groups = self.security_groups()
        self.database()
        self.application()
        self.validation(package)
        self.monitoring()


# What the CLI would ask AWS once and keep in cdk.context.json.
app = cdk.App(context={f"availability-zones:account={ACCOUNT}:region={REGION}": ZONES})
Payment(app, sys.argv[1])
app.synth()
