//! Network: the VPC, its subnets in three zones, the ways in and out, and who may talk to whom (NET-1, NET-2, NET-3).

use crate::cidr::Zone;
use crate::config::InterfaceEndpoint;
use crate::tf::{DeclareError, Module, Number, Tier};

/// What is decided when the network is generated.
#[derive(Debug, Clone)]
pub struct Network {
    /// The availability zones.
    pub zones: [Zone; 3],
    /// AWS services reached through interface endpoints, without leaving the VPC.
    pub interface_endpoints: Vec<InterfaceEndpoint>,
    /// Whether the database is reached through RDS Proxy, or directly.
    pub proxy: bool,
}

crate::ports! {
    /// What the network needs.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
        /// Address range of the VPC.
        vpc_cidr_block: String,
        /// Address ranges of the public subnets, one per availability zone, in the order of the zones.
        public_subnet_cidr_blocks: Vec<String>,
        /// Address ranges of the private application subnets, one per availability zone, in the order of the zones.
        app_subnet_cidr_blocks: Vec<String>,
        /// Address ranges of the private database subnets, one per availability zone, in the order of the zones.
        data_subnet_cidr_blocks: Vec<String>,
        /// Port on which the payment container listens.
        container_port: Number,
        /// Role with which VPC flow logs write to their log group.
        flow_log_role_arn: String,
        /// ARN of the KMS key for log groups.
        logs_key_arn: String,
        /// How long log groups keep events, in days: one of the values CloudWatch Logs takes.
        log_retention_days: Number,
    }
}

crate::ports! {
    /// What stands in the network.
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
        /// Public addresses from which outbound traffic comes, for the allow lists of payment partners.
        nat_public_ips: Vec<String>,
        /// Security group of the load balancer.
        load_balancer_security_group_id: String,
        /// Security group of the payment tasks.
        application_security_group_id: String,
        /// Security group of RDS Proxy.
        proxy_security_group_id: String,
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
    const DESCRIPTION: &'static str =
        "The VPC with its subnets in three zones, the ways in and out, and who may talk to whom.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let _ = (module, var);
        unreachable!("the tier is being written")
    }
}
