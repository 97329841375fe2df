//! Network: the VPC, its subnets in three zones, the ways in and out, and who may talk to whom
//! (NET-1, NET-2, NET-3).
//!
//! | subnets | what is in them | way to the internet |
//! |---|---|---|
//! | public | load balancer, NAT gateways | internet gateway |
//! | app | tasks, functions, interface endpoints | NAT gateway of the same zone |
//! | data | Aurora, RDS Proxy | none |

mod endpoints;
mod flow_log;
mod network_acls;
mod routes;
mod security_groups;
mod subnets;
#[cfg(test)]
mod tests;
mod vpc;

use crate::cidr::Zone;
use crate::config::InterfaceEndpoint;
use terraform::tf::{Attr, DeclareError, Handle, Module, Number, Ref, Tier};

const ANYWHERE: &str = "0.0.0.0/0";
const HTTP: u16 = 80;
const HTTPS: u16 = 443;
/// Port of Aurora PostgreSQL and of RDS Proxy before it.
const POSTGRESQL: u16 = 5432;

/// How long Terraform waits for the network interfaces of a deleted function: Lambda takes 20
/// minutes and more to give them back, and until then neither their subnet nor their security group
/// can be deleted (ALL-3). Source: Lambda Developer Guide, "Hyperplane elastic network interfaces";
/// provider documentation, `aws_security_group`.
const LAMBDA_INTERFACE_TIMEOUT: &str = "60m";

/// What is decided when the network is generated.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// The availability zones.
    pub zones: [Zone; 3],
    /// AWS services reached through interface endpoints, without leaving the VPC.
    pub interface_endpoints: Vec<InterfaceEndpoint>,
    /// Whether the database is reached through RDS Proxy, or directly.
    pub proxy: bool,
    /// Whether tasks that listen on another port are still being replaced.
    pub previous_container_port: bool,
}

terraform::ports! {
    /// What the network needs.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
        /// Address range of the VPC.
        vpc_cidr_block: String
            where "can(cidrnetmask(var.vpc_cidr_block))"
                => "The range of the VPC must be IPv4 CIDR, as 10.0.0.0/16.",
        /// Address ranges of the public subnets, one per availability zone, in the order of the
        /// zones.
        public_subnet_cidr_blocks: Vec<String>
            where "length(var.public_subnet_cidr_blocks) == 3"
                => "Give one range per availability zone: three.",
        /// Address ranges of the private application subnets, one per availability zone, in the
        /// order of the zones.
        app_subnet_cidr_blocks: Vec<String>
            where "length(var.app_subnet_cidr_blocks) == 3"
                => "Give one range per availability zone: three.",
        /// Address ranges of the private database subnets, one per availability zone, in the order
        /// of the zones.
        data_subnet_cidr_blocks: Vec<String>
            where "length(var.data_subnet_cidr_blocks) == 3"
                => "Give one range per availability zone: three.",
        /// Port on which the payment container listens.
        container_port: Number
            where "var.container_port >= 1 && var.container_port <= 65535"
                => "A port is 1 to 65535.",
        /// Port on which the tasks listened before, while they are being replaced; null at other
        /// times.
        previous_container_port: Option<Number>,
        /// Bucket to which the tasks write transaction logs.
        transaction_log_bucket_arn: String,
        /// Role with which VPC flow logs write to their log group.
        flow_log_role_arn: String,
        /// ARN of the KMS key for log groups.
        logs_key_arn: String,
        /// How long log groups keep events, in days: one of the values CloudWatch Logs takes.
        log_retention_days: Number,
    }
}

terraform::ports! {
    /// What is in the network.
    pub struct Outputs {
        /// The payment VPC.
        vpc_id: String,
        /// Public subnets, one per availability zone, in the order of the zones.
        public_subnet_ids: Vec<String>,
        /// Private application subnets, one per availability zone, in the order of the zones.
        app_subnet_ids: Vec<String>,
        /// Private database subnets, one per availability zone, in the order of the zones.
        data_subnet_ids: Vec<String>,
        /// NAT gateways, one per availability zone, in the order of the zones.
        nat_gateway_ids: Vec<String>,
        /// Public addresses from which outbound traffic comes, for the allow lists of payment
        /// partners.
        nat_public_ips: Vec<String>,
        /// Security group of the load balancer.
        load_balancer_security_group_id: String,
        /// Security group of the payment tasks.
        application_security_group_id: String,
        /// Security group of RDS Proxy; null where there is none.
        proxy_security_group_id: Option<String>,
        /// Security group of the Aurora instances.
        database_security_group_id: String,
        /// Security group of the validation function.
        validation_security_group_id: String,
        /// The default security group of the VPC, without any rule.
        default_security_group_id: String,
        /// Log group of the VPC flow logs.
        flow_log_group_arn: String,
    }
}

impl Tier for Network {
    const NAME: &'static str = "network";
    const DESCRIPTION: &'static str = "The VPC with its subnets in three zones, the ways in and \
                                       out, and who may connect to whom.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let vpc = vpc::declare(module, var)?;
        let default_security_group = vpc::empty_defaults(module, &vpc)?;
        let subnets = subnets::declare(module, &self.zones, &vpc, var)?;
        let routes = routes::declare(module, &self.zones, &vpc, &subnets)?;
        network_acls::declare(module, self, &vpc, &subnets, var)?;
        let groups = security_groups::declare(module, self, &vpc, var)?;
        endpoints::s3(module, &vpc, &routes, var)?;
        if let Some(group) = &groups.endpoints {
            endpoints::interfaces(module, &self.interface_endpoints, &vpc, &subnets, group, var)?;
        }
        let flow_log_group = flow_log::declare(module, &vpc, var)?;

        Ok(terraform::wire!(Outputs {
            vpc_id: vpc.id(),
            public_subnet_ids: each(&subnets.public, |one| one.id()),
            app_subnet_ids: each(&subnets.app, |one| one.id()),
            data_subnet_ids: each(&subnets.data, |one| one.id()),
            nat_gateway_ids: each(&routes.nat_gateways, |one| one.id()),
            nat_public_ips: each(&routes.addresses, |one| one.public_ip()),
            load_balancer_security_group_id: groups.load_balancer.id(),
            application_security_group_id: groups.application.id(),
            proxy_security_group_id: groups
                .proxy
                .as_ref()
                .map_or(Attr::Unset, |proxy| proxy.id().into()),
            database_security_group_id: groups.database.id(),
            validation_security_group_id: groups.validation.id(),
            default_security_group_id: default_security_group.id(),
            flow_log_group_arn: flow_log_group.arn(),
        }))
    }
}

/// One attribute of each of several resources, in their order.
fn each<R: terraform::tf::Declared>(
    handles: &[Handle<R>],
    attribute: impl Fn(&Handle<R>) -> Ref<String>,
) -> Vec<Ref<String>> {
    handles.iter().map(attribute).collect()
}
