//! Application: the payment tasks on Fargate, and the load balancer before them (APP-1, APP-2, APP-3).

use crate::config::{ContainerInsights, ContainerProtocol};
use crate::tf::{DeclareError, Module, Number, Tier};

/// What is decided when the application is generated.
#[derive(Debug, Clone)]
pub struct Application {
    /// Protocol between the load balancer and the container.
    pub container_protocol: ContainerProtocol,
    /// Depth of Container Insights.
    pub container_insights: ContainerInsights,
    /// Whether AWS WAF stands before the load balancer.
    pub waf: bool,
}

crate::ports! {
    /// What the application needs.
    pub struct Inputs {
        /// Suffix of the environment; ends every name.
        environment_suffix: String,
        /// The 12-digit id of the AWS account.
        account_id: String,
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
            where r#"can(regex("^arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]{36}$", var.certificate_arn))"# => "The certificate must be an ACM certificate in us-east-1: arn:aws:acm:us-east-1:<account>:certificate/<id>.",
        /// Image of the payment container; null for the tag `release` in the stack's own repository.
        container_image: Option<String>,
        /// Port on which the container listens.
        container_port: Number,
        /// Path that answers 200 when the task can serve; it must not ask the database.
        health_check_path: String,
        /// CPU units of a task; 1024 are one vCPU.
        task_cpu: Number,
        /// Memory of a task, in MiB.
        task_memory: Number,
        /// Fewest tasks.
        minimum_tasks: Number,
        /// Most tasks.
        maximum_tasks: Number
            where "var.maximum_tasks > var.minimum_tasks" => "The most tasks must be more than the fewest, or nothing scales.",
        /// Tasks at the start.
        desired_tasks: Number,
        /// CPU utilisation that scaling holds, in percent: low enough that the tasks left after the loss of a zone carry the load.
        cpu_target_percent: Number,
        /// Memory utilisation that scaling holds, in percent.
        memory_target_percent: Number,
        /// Requests per task and minute that scaling holds.
        requests_per_target: Number,
        /// Most requests from one address in five minutes.
        waf_rate_limit: Number,
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

crate::ports! {
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
    }
}

impl Tier for Application {
    const NAME: &'static str = "application";
    const DESCRIPTION: &'static str = "The payment tasks on Fargate, and the load balancer before them.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let _ = (module, var);
        unreachable!("the tier is being written")
    }
}
