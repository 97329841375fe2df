//! Application: the payment tasks on Fargate, and the load balancer before them (APP-1, APP-2,
//! APP-3).
//!
//! The first apply ends before any task runs, since the repository is new and empty: push the
//! image, then `aws ecs update-service --force-new-deployment` starts the tasks. So the service
//! does not wait for its steady state.

mod cluster;
mod firewall;
mod load_balancer;
mod repository;
mod scaling;
mod service;
mod task;
#[cfg(test)]
mod tests;

use crate::config::{ContainerInsights, ContainerProtocol};
use crate::tiers::{json, tostring, value};
pub use firewall::Firewall;
use terraform::tf::{Attr, DeclareError, Module, Number, Tier};

/// What is decided when the application is generated.
#[derive(Debug, Clone, PartialEq)]
pub struct Application {
    /// Protocol between the load balancer and the container.
    pub container_protocol: ContainerProtocol,
    /// Depth of Container Insights.
    pub container_insights: ContainerInsights,
    /// AWS WAF before the load balancer, if it is there.
    pub waf: Option<Firewall>,
    /// Secrets that the container is given: the name of an environment variable, and the secret's
    /// ARN.
    pub secrets: Vec<(String, String)>,
    /// Whether AWS refuses to delete the load balancer (ALL-9).
    pub protected: bool,
    /// Whether scaling holds a memory utilisation too.
    pub memory_tracking: bool,
}

terraform::ports! {
    /// What the application needs.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// ARN of the KMS key for payment data.
        data_key_arn: String,
        /// ARN of the KMS key for log groups.
        logs_key_arn: String,
        /// How long log groups keep events, in days: one of the values CloudWatch Logs takes.
        log_retention_days: Number,
        /// The payment VPC.
        vpc_id: String,
        /// Subnets of the load balancer, one per availability zone, in the order of the zones.
        public_subnet_ids: Vec<String>,
        /// Subnets of the tasks, one per availability zone, in the order of the zones.
        app_subnet_ids: Vec<String>,
        /// Security group of the load balancer.
        load_balancer_security_group_id: String,
        /// Security group of the tasks.
        application_security_group_id: String,
        /// Role with which ECS starts a task.
        task_execution_role_arn: String,
        /// Role of the payment code in the task.
        task_role_arn: String,
        /// Bucket of the load balancer's access logs.
        access_log_bucket: String,
        /// Bucket to which the tasks write transaction logs.
        transaction_log_bucket: String,
        /// ACM certificate of the HTTPS listener.
        certificate_arn: String
            where r#"can(regex("^arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]{36}$", var.certificate_arn))"#
                => "The certificate must be an ACM certificate in us-east-1: \
                    arn:aws:acm:us-east-1:<account>:certificate/<id>.",
        /// Image of the payment container, best by digest; null for the tag `release` in the
        /// stack's own repository, which takes one push since tags there are immutable.
        container_image: Option<String>
            where r#"var.container_image == null ? true : can(regex("^([A-Za-z0-9._:-]+/)*[A-Za-z0-9._-]+(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[0-9a-f]{64})?$", var.container_image)) && !can(regex("(^|/)[^:@/]+(:latest)?$", var.container_image))"#
                => "The image must say which build runs: give a digest, or a tag other than latest."
            where r#"var.container_image == null ? true : !strcontains(var.container_image, ".dkr.ecr") || can(regex(format("^[0-9]{12}[.]dkr[.]ecr[.]us-east-1[.]amazonaws[.]com/ecr-%s[:@]", var.environment_suffix), var.container_image))"#
                => "The tasks may pull from the stack's own ECR repository, \
                    <account>.dkr.ecr.us-east-1.amazonaws.com/ecr-<suffix>, or from a registry \
                    without a login.",
        /// Alarms that roll a deployment back when they go off during it.
        rollback_alarm_names: Vec<String>,
        /// Port on which the container listens.
        container_port: Number
            where "var.container_port >= 1024 && var.container_port <= 65535"
                => "The container port must be 1024 to 65535: the container does not run as root, \
                    so it cannot open a lower one.",
        /// Path that answers 200 when the task can serve; it must not ask the database.
        health_check_path: String
            where r#"startswith(var.health_check_path, "/")"#
                => "The health check path must start with a slash.",
        /// CPU units of a task; 1024 are one vCPU.
        task_cpu: Number
            where "contains([256, 512, 1024, 2048, 4096, 8192, 16384], var.task_cpu)"
                => "Fargate takes 256, 512, 1024, 2048, 4096, 8192 or 16384 CPU units.",
        /// Memory of a task, in MiB: 2 to 8 times the CPU units, in the steps of Fargate.
        task_memory: Number
            where "var.task_cpu != 256 || contains([512, 1024, 2048], var.task_memory)"
                => "With 256 CPU units, Fargate takes 512, 1024 or 2048 MiB."
            where "var.task_cpu < 512 || var.task_memory % (var.task_cpu <= 4096 ? 1024 : \
                   var.task_cpu / 2) == 0"
                => "Fargate takes memory in steps of 1024 MiB, with 8192 CPU units of 4096 MiB, \
                    with 16384 of 8192 MiB."
            where "var.task_memory >= 2 * var.task_cpu && var.task_memory <= min(8 * var.task_cpu, \
                   7.5 * max(var.task_cpu, 4096))"
                => "Fargate takes 2 to 8 MiB of memory for each CPU unit, and from 4096 CPU units \
                    on at most 7.5.",
        /// Fewest tasks.
        minimum_tasks: Number
            where "var.minimum_tasks >= 3"
                => "The fewest tasks must be at least 3, one in each availability zone.",
        /// Most tasks.
        maximum_tasks: Number
            where "var.maximum_tasks > var.minimum_tasks"
                => "The most tasks must be more than the fewest, or nothing scales.",
        /// Tasks at the start.
        desired_tasks: Number
            where "var.desired_tasks >= var.minimum_tasks && var.desired_tasks <= var.maximum_tasks"
                => "The tasks at the start must be between the fewest and the most.",
        /// CPU utilisation that scaling holds, in percent: low enough that the tasks left after the
        /// loss of a zone carry the load.
        cpu_target_percent: Number
            where "var.cpu_target_percent > 0 && var.cpu_target_percent <= 100"
                => "The CPU target is a percentage above 0.",
        /// Memory utilisation that scaling holds, in percent; null where it holds none.
        memory_target_percent: Option<Number>
            where "var.memory_target_percent == null ? true : var.memory_target_percent > 0 && \
                   var.memory_target_percent <= 100"
                => "The memory target is a percentage above 0.",
        /// Requests per task and minute that scaling holds; null where it holds none.
        requests_per_target: Option<Number>
            where "var.requests_per_target == null ? true : var.requests_per_target > 0"
                => "The requests per task and minute must be more than 0.",
        /// Most requests of one client within the window.
        waf_rate_limit: Number
            where "var.waf_rate_limit >= 10 && var.waf_rate_limit <= 2000000000"
                => "AWS WAF takes a rate limit of 10 to 2,000,000,000.",
        /// Window in which they are counted, in seconds.
        waf_rate_window_seconds: Number
            where "contains([60, 120, 300, 600], var.waf_rate_window_seconds)"
                => "AWS WAF counts over 60, 120, 300 or 600 seconds.",
        /// Ranges of IPv4 addresses of merchants whose rate is not limited.
        waf_exempt_addresses: Vec<String>
            where r#"alltrue([for range in var.waf_exempt_addresses : can(cidrnetmask(range))])"#
                => "Each must be a range of IPv4 addresses, such as 203.0.113.7/32.",
        /// Where the tasks write.
        database_writer_endpoint: String,
        /// Where the tasks read.
        database_reader_endpoint: String,
        /// Port of the database.
        database_port: Number,
        /// Name of the payment database.
        database_name: String,
        /// Database user of the tasks.
        database_user: String,
        /// Alias of the validation function that the tasks invoke.
        validation_alias_arn: String,
    }
}

terraform::ports! {
    /// How the application is reached and watched.
    pub struct Outputs {
        /// ARN of the load balancer.
        load_balancer_arn: String,
        /// The load balancer as CloudWatch names it.
        load_balancer_arn_suffix: String,
        /// Name at which payments are taken; point the payment domain here.
        load_balancer_dns_name: String,
        /// Hosted zone of that name, for an alias record.
        load_balancer_zone_id: String,
        /// The target group as CloudWatch names it.
        target_group_arn_suffix: String,
        /// The ECS cluster.
        cluster_name: String,
        /// The ECS service.
        service_name: String,
        /// Where the payment image is pushed.
        repository_url: String,
        /// ARN of that repository.
        repository_arn: String,
        /// Log group of the tasks.
        log_group_arn: String,
        /// The web ACL as CloudWatch names it; null where there is none.
        web_acl_name: Option<String>,
    }
}

impl Tier for Application {
    const NAME: &'static str = "application";
    const DESCRIPTION: &'static str =
        "The payment tasks on Fargate, and the load balancer before them.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let repository = repository::declare(module, var)?;
        let cluster = cluster::declare(module, var, self.container_insights)?;
        let task = task::declare(module, self, var, &repository)?;
        let entry = load_balancer::declare(module, var, self.container_protocol, self.protected)?;
        let service = service::declare(module, var, &cluster, &task, &entry)?;
        let tasks = scaling::declare(module, var, &cluster, &service)?;
        if self.memory_tracking {
            scaling::hold_memory(module, var, &tasks)?;
        }
        scaling::hold_requests(module, var, &tasks, &entry)?;
        let web_acl = match &self.waf {
            Some(tier) => Some(firewall::declare(module, tier, var, &entry.load_balancer)?),
            None => None,
        };
        Ok(terraform::wire!(Outputs {
            load_balancer_arn: entry.load_balancer.arn(),
            load_balancer_arn_suffix: entry.load_balancer.arn_suffix(),
            load_balancer_dns_name: entry.load_balancer.dns_name(),
            load_balancer_zone_id: entry.load_balancer.zone_id(),
            target_group_arn_suffix: entry.target_group.arn_suffix(),
            cluster_name: cluster.cluster.name(),
            service_name: service.name(),
            repository_url: repository.repository_url(),
            repository_arn: repository.arn(),
            log_group_arn: task.log_group.arn(),
            web_acl_name: web_acl.map_or(Attr::Unset, |web_acl| web_acl.name().into()),
        }))
    }
}
