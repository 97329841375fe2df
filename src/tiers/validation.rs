//! Validation: the Lambda function that decides whether a payment request may go on (FN-1, FN-2).

mod dead_letters;
mod function;
mod invocation;

use terraform::tf::{DeclareError, Module, Number, Tier};

/// What is decided when the validation is generated.
#[derive(Debug, Clone, PartialEq)]
pub struct Validation {
    /// Warm instances kept ready; none when absent.
    pub provisioned_concurrency: Option<u32>,
}

terraform::ports! {
    /// What the validation needs.
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
        /// Subnets the function runs in, one per availability zone, in the order of the zones.
        app_subnet_ids: Vec<String>,
        /// Security group of the function.
        security_group_id: String,
        /// Security group the function is moved to when it is destroyed, so that its own can be
        /// deleted.
        default_security_group_id: String,
        /// Role of the function.
        role_arn: String,
        /// Role of the payment tasks: the only one that may invoke.
        task_role_arn: String,
        /// Path of the deployment package, a zip with the executable `bootstrap`.
        package_path: String,
        /// Processor the package is built for.
        architecture: String
            where r#"contains(["x86_64", "arm64"], var.architecture)"#
                => "Lambda runs x86_64 and arm64.",
        /// Memory of the function, in MB.
        memory_mb: Number
            where "var.memory_mb >= 128 && var.memory_mb <= 10240"
                => "Lambda functions have 128 to 10240 MB.",
        /// Longest time one invocation may take, in seconds.
        timeout_seconds: Number
            where "var.timeout_seconds >= 1 && var.timeout_seconds <= 900"
                => "A Lambda invocation lasts 1 to 900 seconds.",
    }
}

terraform::ports! {
    /// How the validation is invoked and watched.
    pub struct Outputs {
        /// Name of the function.
        function_name: String,
        /// ARN of the function.
        function_arn: String,
        /// Name of the alias that the payment tasks invoke.
        alias_name: String,
        /// ARN of that alias.
        alias_arn: String,
        /// Log group of the function.
        log_group_arn: String,
        /// Queue of the requests that failed.
        dead_letter_queue_arn: String,
        /// Name of that queue.
        dead_letter_queue_name: String,
    }
}

impl Tier for Validation {
    const NAME: &'static str = "validation";
    const DESCRIPTION: &'static str =
        "The Lambda function that decides whether a payment request may go on.";
    type Inputs = Inputs;
    type Outputs = Outputs;

    fn declare(&self, module: &mut Module, var: &Inputs) -> Result<Outputs, DeclareError> {
        let queue = dead_letters::queue(module, var)?;
        let log_group = function::log_group(module, var)?;
        let function = function::function(module, var, &log_group, &queue)?;
        let alias = invocation::alias(module, var, &function)?;
        if let Some(instances) = self.provisioned_concurrency {
            invocation::keep_warm(module, &alias, instances)?;
        }
        Ok(terraform::wire!(Outputs {
            function_name: function.function_name(),
            function_arn: function.arn(),
            alias_name: alias.name(),
            alias_arn: alias.arn(),
            log_group_arn: log_group.arn(),
            dead_letter_queue_arn: queue.arn(),
            dead_letter_queue_name: queue.name(),
        }))
    }
}

#[cfg(test)]
mod tests;
