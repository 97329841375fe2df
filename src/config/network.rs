//! Settings of the VPC.

use super::{VpcCidr, one_per_zone::one_per_zone};
use crate::cidr::{ZONE_COUNT, Zone};

keywords! {
    /// An AWS service reached through an interface endpoint of its own instead of a NAT gateway.
    /// Source: AWS PrivateLink Guide, "AWS services that integrate with AWS PrivateLink".
    InterfaceEndpoint {
        /// API of the image registry.
        EcrApi = "ecr.api",
        /// Image layers' registry; the layers themselves come through the S3 gateway endpoint.
        EcrDkr = "ecr.dkr",
        /// CloudWatch Logs.
        Logs = "logs",
        /// Secrets Manager.
        SecretsManager = "secretsmanager",
        /// Key Management Service.
        Kms = "kms",
        /// Lambda, which the service calls to validate payments.
        Lambda = "lambda",
        /// CloudWatch metrics.
        Monitoring = "monitoring",
        /// Simple Notification Service.
        Sns = "sns",
        /// Simple Queue Service.
        Sqs = "sqs",
        /// Security Token Service.
        Sts = "sts",
        /// Systems Manager.
        Ssm = "ssm",
        /// The Systems Manager agent's channel.
        SsmMessages = "ssmmessages",
        /// EventBridge.
        Events = "events",
        /// Step Functions.
        States = "states",
    }
}

impl InterfaceEndpoint {
    /// Name of the endpoint service, `com.amazonaws.us-east-1.ecr.api`.
    pub fn service_name(self) -> String {
        format!("com.amazonaws.us-east-1.{self}")
    }
}

settings! {
    /// The VPC.
    Network, NetworkOverrides {
        /// Addresses of the VPC. Environments that may ever be connected must not overlap.
        vpc_cidr: VpcCidr,
        /// Three zones of us-east-1, in the order in which they get addresses.
        #[serde(deserialize_with = "one_per_zone")]
        availability_zones: [Zone; ZONE_COUNT],
        /// Services with an interface endpoint in each zone; an endpoint for S3 is always there and
        /// costs nothing.
        interface_endpoints: Vec<InterfaceEndpoint>,
    }
}
