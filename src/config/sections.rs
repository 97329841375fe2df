//! The sections of the configuration, one per tier.

use super::{
    fargate::FargateSize, instance_class::InstanceClass, retention::LogRetentionDays, text::*, window::*,
    within::Within,
};
use crate::cidr::{ZONE_COUNT, Zone};
use ipnet::Ipv4Net;
use serde::Deserialize;

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
        /// Lambda, by which the service has payments validated.
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
        /// Channel of Systems Manager's agent.
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
        /// Addresses of the VPC: private, /16 to /19.
        vpc_cidr: Ipv4Net,
        /// Three zones of us-east-1, in the order their addresses are given out.
        availability_zones: [Zone; ZONE_COUNT],
        /// Services with an interface endpoint in each zone; an endpoint for S3 is always there and costs nothing.
        interface_endpoints: Vec<InterfaceEndpoint>,
    }
}

keywords! {
    /// Version of Aurora PostgreSQL: the long-term-support releases, which get fixes for years without a major upgrade.
    /// Source: Release Notes for Aurora PostgreSQL, "Aurora PostgreSQL long-term support releases".
    EngineVersion {
        /// PostgreSQL 15.10.
        V15_10 = "15.10",
        /// PostgreSQL 16.8.
        V16_8 = "16.8",
        /// PostgreSQL 17.7.
        V17_7 = "17.7",
    }
}

impl EngineVersion {
    /// The family a parameter group must have, `aurora-postgresql16`.
    pub const fn parameter_group_family(self) -> &'static str {
        match self {
            Self::V15_10 => "aurora-postgresql15",
            Self::V16_8 => "aurora-postgresql16",
            Self::V17_7 => "aurora-postgresql17",
        }
    }
}

keywords! {
    /// How much of the database's inner life CloudWatch Database Insights records.
    Insights {
        /// Nothing.
        Off = "off",
        /// Load by wait, statement and host.
        Standard = "standard",
        /// Standard, and execution plans, lock trees and a view of the fleet.
        Advanced = "advanced",
    }
}

impl Insights {
    /// Days Performance Insights keeps its data: 7 are free, advanced mode needs 465.
    /// Source: Amazon Aurora User Guide, "Turning on the Advanced mode of Database Insights".
    pub const fn retention_days(self) -> Option<u32> {
        match self {
            Self::Off => None,
            Self::Standard => Some(7),
            Self::Advanced => Some(465),
        }
    }
}

settings! {
    /// The Aurora PostgreSQL cluster.
    Database, DatabaseOverrides {
        /// Engine version.
        engine_version: EngineVersion,
        /// Class of all three instances.
        instance_class: InstanceClass,
        /// Days one can go back to; 1 to 35. Source: Amazon RDS API, `CreateDBCluster`, `BackupRetentionPeriod`.
        backup_retention_days: Within<1, 35>,
        /// When the daily backup is made.
        backup_window: BackupWindow,
        /// When the cluster is maintained.
        maintenance_window: MaintenanceWindow,
        /// When each instance is maintained, in the order of the zones; never two of them at once.
        instance_maintenance_windows: [MaintenanceWindow; ZONE_COUNT],
        /// Whether connections go through RDS Proxy, which pools them and follows a failover.
        proxy: bool,
        /// Database Insights.
        insights: Insights,
        /// Whether AWS refuses to delete the cluster. `true` breaks requirement ALL-3: the stack can no longer be destroyed.
        deletion_protection: bool,
    }
}

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Waf {
    /// Whether there is one.
    pub enabled: bool,
    /// Requests per five minutes from one address before it is blocked; 10 to 2,000,000,000.
    /// Source: AWS WAF API, `RateBasedStatement`, `Limit`.
    pub rate_limit: Within<10, 2_000_000_000>,
}

impl Default for Waf {
    fn default() -> Self {
        Self { enabled: true, rate_limit: Within::of(2_000) }
    }
}

settings! {
    /// The ECS service and its load balancer.
    Application, ApplicationOverrides {
        /// Image of the payment service; left out, it is a variable of the written stack.
        container_image: Option<ContainerImage>,
        /// Port the container listens on.
        container_port: Within<1, 65_535>,
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
        /// Requests per minute and task auto-scaling aims at; found by a load test, so there is no default.
        requests_per_target: Option<Within<1, 1_000_000>>,
        /// Certificate of the load balancer; left out, it is a variable of the written stack.
        certificate_arn: Option<AcmCertificateArn>,
        /// Firewall.
        waf: Waf,
        /// Container Insights.
        container_insights: ContainerInsights,
    }
}

settings! {
    /// The function that validates payments.
    Validation, ValidationOverrides {
        /// Memory in MB; 128 to 10,240. Source: AWS Lambda API, `CreateFunction`, `MemorySize`.
        memory_mb: Within<128, 10_240>,
        /// Longest run in seconds; 1 to 900. Source: AWS Lambda API, `CreateFunction`, `Timeout`.
        timeout_seconds: Within<1, 900>,
        /// Instances kept warm; left out, none.
        provisioned_concurrency: Option<Within<1, 1_000>>,
    }
}

/// What becomes of transaction logs as they age, in days. A `lifecycle` table in a file replaces the profile's, so a
/// transition left out does not happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lifecycle {
    /// To STANDARD_IA; not before day 30. Source: S3 User Guide, "Transitioning objects using Amazon S3 Lifecycle".
    pub standard_ia_days: Option<Within<30, 36_500>>,
    /// To GLACIER_IR.
    pub glacier_ir_days: Option<Within<1, 36_500>>,
    /// To DEEP_ARCHIVE.
    pub deep_archive_days: Option<Within<1, 36_500>>,
    /// Deleted.
    pub expire_days: Within<1, 36_500>,
    /// Overwritten and deleted versions are removed after so many days.
    pub noncurrent_days: Within<1, 36_500>,
    /// Uploads not completed are aborted after so many days.
    pub abort_multipart_days: Within<1, 36_500>,
}

impl Lifecycle {
    /// The steps that happen, in the order they must: the key, the storage class (none for deletion) and the day.
    pub fn steps(&self) -> impl Iterator<Item = (&'static str, Option<&'static str>, u32)> {
        [
            ("standard_ia_days", Some("STANDARD_IA"), self.standard_ia_days.map(Within::get)),
            ("glacier_ir_days", Some("GLACIER_IR"), self.glacier_ir_days.map(Within::get)),
            ("deep_archive_days", Some("DEEP_ARCHIVE"), self.deep_archive_days.map(Within::get)),
            ("expire_days", None, Some(self.expire_days.get())),
        ]
        .into_iter()
        .filter_map(|(key, class, day)| Some((key, class, day?)))
    }
}

settings! {
    /// The buckets of transaction logs.
    Storage, StorageOverrides {
        /// Ageing.
        lifecycle: Lifecycle,
    }
}

settings! {
    /// Every log group.
    Logs, LogsOverrides {
        /// Days events are kept.
        retention_days: LogRetentionDays,
    }
}

settings! {
    /// Who is told, and how often the recovery point is measured.
    Monitoring, MonitoringOverrides {
        /// Told at once, at any hour.
        page_emails: Vec<Email>,
        /// Told in working hours.
        ticket_emails: Vec<Email>,
        /// Minutes between two measurements of the recovery point; 5 is the RPO itself.
        rpo_probe_minutes: Within<1, 5>,
    }
}

/// Where Terraform keeps the state: an existing S3 bucket, always with a lock file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct S3Backend {
    /// The bucket. It is not part of the stack: a stack cannot hold its own state.
    pub bucket: BucketName,
    /// What the key starts with.
    pub key_prefix: Option<KeyPrefix>,
    /// The bucket's region; left out, us-east-1.
    pub region: Option<Region>,
}
