//! Settings of the ECS service and its load balancer.

use super::{AcmCertificateArn, ContainerImage, DomainName, FargateSize, HealthCheckPath, HostedZoneId, Within};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

keywords! {
    /// What the load balancer speaks to the tasks.
    ContainerProtocol {
        /// TLS up to the task.
        Https = "HTTPS",
        /// Plain text inside the VPC; breaks requirement ALL-4.
        Http = "HTTP",
    }
}

keywords! {
    /// Container Insights; never off, because the alarm on running tasks lives on its metrics.
    ContainerInsights {
        /// Metrics of cluster, service and task.
        Enabled = "enabled",
        /// Metrics of every container as well.
        Enhanced = "enhanced",
    }
}

/// The firewall before the load balancer. A `waf` table in a file replaces the profile's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, expecting = "a table")]
pub struct Waf {
    /// Whether there is one.
    pub enabled: bool,
    /// Requests per five minutes from one address before it is blocked.
    /// Source: AWS WAF API, `RateBasedStatement`, `Limit`.
    pub rate_limit: Within<10, 2_000_000_000>,
}

impl Default for Waf {
    fn default() -> Self {
        Self { enabled: true, rate_limit: Within::of(2_000) }
    }
}

/// The name at which payments are taken, in place of certificate_arn: the stack then has the certificate and the address
/// of that name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Domain {
    /// The name; no record of this name may be there yet.
    pub name: DomainName,
    /// The hosted zone in which the name lies: public, and in the account of the stack.
    pub hosted_zone_id: HostedZoneId,
}

settings! {
    /// The ECS service and its load balancer.
    Application, ApplicationOverrides {
        /// Image of the payment service, in the stack's own ECR repository or a registry without a login; left out, it is a
        /// variable of the written stack.
        container_image: Option<ContainerImage>,
        /// Port the container listens on; from 1024, since it does not run as root.
        container_port: Within<1_024, 65_535>,
        /// What the load balancer speaks to the container.
        container_protocol: ContainerProtocol,
        /// Path of the health check. It must not ask the database, or a failover there fails every task.
        health_check_path: HealthCheckPath,
        /// CPU units and MiB of a task.
        task_size: FargateSize,
        /// Fewest tasks; 3 is one per zone, 5,000 the quota of a service. Source: Amazon ECS service quotas.
        min_tasks: Within<3, 5_000>,
        /// Most tasks.
        max_tasks: Within<3, 5_000>,
        /// Tasks at the first deployment; auto-scaling decides afterwards.
        desired_tasks: Within<3, 5_000>,
        /// CPU utilisation auto-scaling aims at, in percent.
        cpu_target: Within<1, 100>,
        /// Memory utilisation auto-scaling aims at, in percent. Most memory is a task's own and not its share of the
        /// load, so the zone-loss rule does not hold it down as it does the CPU.
        memory_target: Within<1, 100>,
        /// Requests per minute and task auto-scaling aims at. The default is careful: a load test finds the right one.
        requests_per_target: Within<1, 1_000_000>,
        /// Certificate of the load balancer; without it and without a domain, it is a variable of the written stack.
        certificate_arn: Option<AcmCertificateArn>,
        /// The name at which payments are taken, in place of a certificate.
        domain: Option<Domain>,
        /// Firewall.
        waf: Waf,
        /// Container Insights.
        container_insights: ContainerInsights,
    }
}
