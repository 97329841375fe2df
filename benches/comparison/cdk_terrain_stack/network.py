"""The network: subnets in three zones, a NAT gateway in each, endpoints, rules."""

from cdktn_provider_aws.eip import Eip
from cdktn_provider_aws.flow_log import FlowLog
from cdktn_provider_aws.internet_gateway import InternetGateway
from cdktn_provider_aws.nat_gateway import NatGateway
from cdktn_provider_aws.network_acl import NetworkAcl
from cdktn_provider_aws.network_acl_rule import NetworkAclRule
from cdktn_provider_aws.route import Route
from cdktn_provider_aws.route_table import RouteTable
from cdktn_provider_aws.route_table_association import RouteTableAssociation
from cdktn_provider_aws.security_group import SecurityGroup
from cdktn_provider_aws.subnet import Subnet
from cdktn_provider_aws.vpc import Vpc
from cdktn_provider_aws.vpc_endpoint import VpcEndpoint
from cdktn_provider_aws.vpc_security_group_egress_rule import VpcSecurityGroupEgressRule
from cdktn_provider_aws.vpc_security_group_ingress_rule import VpcSecurityGroupIngressRule

from shape import (
    INTERFACE_ENDPOINTS,
    NACL_RULES,
    PORT,
    REGION,
    SECURITY_GROUPS,
    SUFFIX,
    ZONES,
)


class Network:
    """The network: subnets in three zones, a NAT gateway in each, endpoints, rules."""

    def network(self):
        self.vpc = Vpc(self, "vpc", cidr_block="10.0.0.0/16", enable_dns_hostnames=True)
        gateway = InternetGateway(self, "igw", vpc_id=self.vpc.id)
        public = RouteTable(self, "rt-public", vpc_id=self.vpc.id)
        data = RouteTable(self, "rt-data", vpc_id=self.vpc.id)
        Route(self, "route-public", route_table_id=public.id, destination_cidr_block="0.0.0.0/0", gateway_id=gateway.id)
        self.subnets = {"public": [], "app": [], "data": []}
        for index, zone in enumerate(ZONES):
            app = RouteTable(self, f"rt-app-{zone}", vpc_id=self.vpc.id)
            for row, (tier, table) in enumerate({"public": public, "app": app, "data": data}.items()):
                subnet = Subnet(
                    self,
                    f"{tier}-{zone}",
                    vpc_id=self.vpc.id,
                    availability_zone=zone,
                    cidr_block=f"10.0.{16 * (3 * row + index)}.0/20",
                )
                RouteTableAssociation(self, f"association-{tier}-{zone}", subnet_id=subnet.id, route_table_id=table.id)
                self.subnets[tier].append(subnet.id)
            address = Eip(self, f"eip-{zone}", domain="vpc")
            nat = NatGateway(self, f"nat-{zone}", allocation_id=address.id, subnet_id=self.subnets["public"][index])
            Route(
                self,
                f"route-app-{zone}",
                route_table_id=app.id,
                destination_cidr_block="0.0.0.0/0",
                nat_gateway_id=nat.id,
            )
        flow = self.log_group("vpc-flow")
        role = self.role("flow-log", "vpc-flow-logs", ["logs:CreateLogStream", "logs:PutLogEvents"], flow.arn)
        FlowLog(
            self, "flow-log", vpc_id=self.vpc.id, traffic_type="ALL", log_destination=flow.arn, iam_role_arn=role.arn
        )
        VpcEndpoint(
            self, "vpce-s3", vpc_id=self.vpc.id, service_name=f"com.amazonaws.{REGION}.s3", route_table_ids=[data.id]
        )
        for service in INTERFACE_ENDPOINTS:
            VpcEndpoint(
                self,
                f"vpce-{service}",
                vpc_id=self.vpc.id,
                service_name=f"com.amazonaws.{REGION}.{service}",
                vpc_endpoint_type="Interface",
                private_dns_enabled=True,
                subnet_ids=self.subnets["app"],
            )

    def network_acls(self):
        for tier, count in NACL_RULES.items():
            acl = NetworkAcl(self, f"nacl-{tier}", vpc_id=self.vpc.id, subnet_ids=self.subnets[tier])
            for number in range(count):
                NetworkAclRule(
                    self,
                    f"nacl-{tier}-{number}",
                    network_acl_id=acl.id,
                    rule_number=100 + number,
                    egress=number % 2 == 0,
                    protocol="tcp",
                    rule_action="allow",
                    cidr_block=f"10.0.{number}.0/24",
                    from_port=PORT + number,
                    to_port=PORT + number,
                )

    def security_groups(self):
        self.groups = {
            name: SecurityGroup(self, f"sg-{name}", name=f"{name}-{SUFFIX}", vpc_id=self.vpc.id)
            for name in SECURITY_GROUPS
        }
        chain = list(self.groups.values())
        for number, (source, target) in enumerate(zip(chain, chain[1:])):
            rule = dict(ip_protocol="tcp", from_port=PORT, to_port=PORT)
            VpcSecurityGroupIngressRule(
                self, f"in-{number}", security_group_id=target.id, referenced_security_group_id=source.id, **rule
            )
            VpcSecurityGroupEgressRule(
                self, f"out-{number}", security_group_id=source.id, referenced_security_group_id=target.id, **rule
            )
