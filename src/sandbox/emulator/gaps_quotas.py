"""Gaps of Service Quotas."""

import json

from moto.servicequotas.models import ServiceQuotasBackend
from moto.servicequotas.responses import ServiceQuotasResponse

from gaps import added, around, kept, played

# What an account has until it asks for more. Source: AWS General Reference, "Service endpoints and quotas".
# Fargate and Lambda begin lower in a new account; these are the documented values.
DEFAULTS = {
    "L-0263D0A3": 5,  # ec2: Elastic IPs
    "L-3032A538": 6,  # fargate: On-Demand vCPUs
    "L-B99A9384": 1000,  # lambda: concurrent executions
    "L-53DA6B97": 50,  # elasticloadbalancing: Application Load Balancers
    "L-952B80B8": 40,  # rds: DB clusters
    "L-7B6409FD": 40,  # rds: DB instances
    "L-D94C7EA3": 20,  # rds: proxies
    "L-FE177D64": 1000,  # iam: roles
    "L-E95E4862": 1500,  # iam: customer managed policies
}


@played
def service_quotas():
    """Only the VPC has quotas, and none can be raised: here other services have theirs, and what is asked for is granted."""

    @around(ServiceQuotasBackend, "get_service_quota")
    def get_service_quota(original, self, service_code, quota_code):
        granted = kept(self, "quotas")
        if quota_code in granted or quota_code in DEFAULTS:
            value = granted.get(quota_code) or DEFAULTS[quota_code]
            return {"ServiceCode": service_code, "QuotaCode": quota_code, "Value": float(value)}
        return original(self, service_code, quota_code)

    @added(ServiceQuotasResponse)
    def request_service_quota_increase(self):
        asked = json.loads(self.body)
        kept(self.backend, "quotas")[asked["QuotaCode"]] = asked["DesiredValue"]
        return json.dumps({"RequestedQuota": {**asked, "Status": "APPROVED"}})
