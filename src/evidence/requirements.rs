//! The requirements that a plan can be evidence of.

/// One requirement.
#[derive(Debug, Clone, Copy)]
pub struct Requirement {
    /// As `DB-1`.
    pub id: &'static str,
    /// What is required.
    pub text: &'static str,
    /// What proves it besides the plan, or instead of it; empty where the plan is enough.
    pub elsewhere: &'static str,
}

impl Requirement {
    /// The types without which a plan is no evidence of it, whatever else its rules look at; empty where any will do.
    pub fn subjects(&self) -> &'static [&'static str] {
        match self.id.split('-').next() {
            Some("DB") => &["aws_rds_cluster", "aws_rds_cluster_instance", "aws_db_instance"],
            Some("FN") => &["aws_lambda_function", "aws_lambda_alias"],
            Some("APP") => &["aws_ecs_service", "aws_ecs_task_definition", "aws_lb", "aws_lb_listener"],
            _ => &[],
        }
    }
}

const fn required(id: &'static str, text: &'static str) -> Requirement {
    Requirement { id, text, elsewhere: "" }
}

const fn shown(id: &'static str, text: &'static str, elsewhere: &'static str) -> Requirement {
    Requirement { id, text, elsewhere }
}

/// Every requirement on the infrastructure.
pub const REQUIREMENTS: [Requirement; 29] = [
    required("DB-1", "Aurora PostgreSQL cluster in us-east-1, one instance in each of three availability zones"),
    required("DB-2", "automatic failover between zones (promotion order stated, same-class candidates)"),
    shown(
        "DB-3",
        "RPO under 5 minutes, with automated backups; the figure is measured in operation",
        "measured by the RPO probe every minute; the series of the metric RpoSeconds is the evidence",
    ),
    required("APP-1", "ECS Fargate services that process payments"),
    required("APP-2", "auto-scaling from 10 to 50 tasks on demand"),
    required("APP-3", "Application Load Balancer, target groups spanning the three zones, health checks"),
    shown(
        "FN-1",
        "Lambda function that validates payments: the real logic, in Rust",
        "the function's own tests and contract: lambda/payment-validator",
    ),
    required("FN-2", "the functions keep running when a zone is lost"),
    required("ST-1", "S3 buckets for transaction logs"),
    required("ST-2", "versioning and lifecycle policies"),
    required("ST-3", "server-side encryption"),
    required("MON-1", "CloudWatch alarms on database replication lag"),
    required("MON-2", "CloudWatch alarms on load-balancer health"),
    required("MON-3", "CloudWatch alarms on ECS task counts"),
    shown(
        "MON-4",
        "SNS topics; every alarm notifies one, and the notification can really be delivered",
        "an e-mail subscription counts once its owner has confirmed it: aws sns list-subscriptions-by-topic",
    ),
    required("NET-1", "VPC with private subnets in three zones"),
    required("NET-2", "NAT gateways, one per zone, each zone routed through its own"),
    required("NET-3", "security groups and network ACLs, tiered, least access"),
    required("IAM-1", "IAM roles for the ECS tasks (execution and task role apart)"),
    required("IAM-2", "IAM roles for the Lambda functions"),
    required("IAM-3", "least privilege: no wildcard action; a wildcard resource only with a written reason"),
    required("ALL-1", "region us-east-1, three availability zones"),
    required("ALL-2", "every name carries the environment suffix"),
    required("ALL-3", "everything can be destroyed"),
    required("ALL-4", "encryption at rest and in transit everywhere"),
    shown(
        "ALL-5",
        "automated health checks and failover at every tier",
        "rehearsed by the drills; their reports are the evidence of operation",
    ),
    required("ALL-6", "error handling and logging in everything that runs"),
    shown(
        "ALL-7",
        "unmodified Terraform plans, applies and destroys what is generated",
        "this plan was made by Terraform",
    ),
    shown(
        "ALL-9",
        "where protection is asked for: deletion refused, a final snapshot and the backups kept, logs and backups locked",
        "protection is off, so that everything can be destroyed (ALL-3); `[protection]` in paytf.toml switches it on",
    ),
];
