"""The network: subnets in three zones, a NAT gateway in each, endpoints, rules."""

from aws_cdk import (
    aws_ec2 as ec2,
)

from shape import (
    INTERFACE_ENDPOINTS,
    NACL_RULES,
    PORT,
    SECURITY_GROUPS,
    ZONES,
)


class Network:
    """The network: subnets in three zones, a NAT gateway in each, endpoints, rules."""

    def network(self):
        def subnet(name, kind):
            return ec2.SubnetConfiguration(name=name, subnet_type=kind, cidr_mask=20)

        vpc = ec2.Vpc(
            self,
            "vpc",
            ip_addresses=ec2.IpAddresses.cidr("10.0.0.0/16"),
            availability_zones=ZONES,
            nat_gateways=3,
            subnet_configuration=[
                subnet("public", ec2.SubnetType.PUBLIC),
                subnet("app", ec2.SubnetType.PRIVATE_WITH_EGRESS),
                subnet("data", ec2.SubnetType.PRIVATE_ISOLATED),
            ],
        )
        vpc.add_flow_log("flow", destination=ec2.FlowLogDestination.to_cloud_watch_logs(self.log_group("vpc-flow")))
        vpc.add_gateway_endpoint("s3", service=ec2.GatewayVpcEndpointAwsService.S3)
        for service in INTERFACE_ENDPOINTS:
            vpc.add_interface_endpoint(
                service, service=ec2.InterfaceVpcEndpointAwsService(service), private_dns_enabled=True
            )
        for tier, count in NACL_RULES.items():
            acl = ec2.NetworkAcl(
                self, f"nacl-{tier}", vpc=vpc, subnet_selection=ec2.SubnetSelection(subnet_group_name=tier)
            )
            for number in range(count):
                acl.add_entry(
                    f"rule-{number}",
                    rule_number=100 + number,
                    cidr=ec2.AclCidr.ipv4(f"10.0.{number}.0/24"),
                    direction=ec2.TrafficDirection.INGRESS if number % 2 else ec2.TrafficDirection.EGRESS,
                    traffic=ec2.AclTraffic.tcp_port(PORT + number),
                )
        return vpc

    def security_groups(self):
        groups = {
            name: ec2.SecurityGroup(self, f"sg-{name}", vpc=self.vpc, allow_all_outbound=False)
            for name in SECURITY_GROUPS
        }
        chain = list(groups.values())
        for source, target in zip(chain, chain[1:]):
            target.connections.allow_from(source, ec2.Port.tcp(PORT))
            source.connections.allow_to(target, ec2.Port.tcp(PORT))
        return groups
