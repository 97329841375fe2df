//! The VPC, and what AWS puts into every VPC unasked, emptied.

use super::Inputs;
use crate::aws::{AwsDefaultNetworkAcl, AwsDefaultRouteTable, AwsDefaultSecurityGroup, AwsVpc};
use crate::naming::Kind;
use crate::tiers::{name, name_of, tags};
use terraform::block;
use terraform::tf::{Attr, DeclareError, Expression, Handle, Module, meta};

/// The VPC (NET-1). Private DNS names of interface endpoints need both DNS settings.
/// Source: AWS PrivateLink Guide, "Access an AWS service using an interface VPC endpoint".
pub fn declare(module: &mut Module, var: &Inputs) -> Result<Handle<AwsVpc>, DeclareError> {
    module.resource(
        "main",
        block!(AwsVpc {
            cidr_block: &var.vpc_cidr_block,
            enable_dns_support: true,
            enable_dns_hostnames: true,
            tags: tags(name(Kind::Vpc)),
        }),
    )
}

/// Takes every rule and route out of the defaults of the VPC, so that what is attached to nothing
/// reaches nothing (NET-3). Source: AWS Security Hub controls EC2.2 and EC2.21.
pub fn empty_defaults(
    module: &mut Module,
    vpc: &Handle<AwsVpc>,
) -> Result<Handle<AwsDefaultSecurityGroup>, DeclareError> {
    module.resource(
        "main",
        block!(AwsDefaultRouteTable {
            default_route_table_id: vpc.default_route_table_id(),
            route: nothing(),
            tags: tags(name_of(Kind::RouteTable, "default")),
        }),
    )?;
    module.resource_with(
        "main",
        block!(AwsDefaultNetworkAcl {
            default_network_acl_id: vpc.default_network_acl_id(),
            tags: tags(name_of(Kind::NetworkAcl, "default")),
        }),
        // AWS moves subnets here whenever they lose their own ACL; provider documentation,
        // `aws_default_network_acl`.
        meta().ignore_changes("subnet_ids"),
    )?;
    module.resource(
        "main",
        block!(AwsDefaultSecurityGroup {
            vpc_id: vpc.id(),
            ingress: nothing(),
            egress: nothing(),
            tags: tags(name_of(Kind::SecurityGroup, "default")),
        }),
    )
}

/// An empty list that is written out: an argument left out would keep what somebody adds by hand.
/// Source: Terraform documentation, "Attributes as Blocks".
fn nothing() -> Attr<Expression> {
    Attr::Value(Expression::Array(Vec::new()))
}
