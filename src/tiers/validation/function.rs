//! The validation function and its log group (FN-1, FN-2).

use super::Inputs;
use crate::aws::{
    AwsCloudwatchLogGroup, AwsLambdaFunction, AwsLambdaFunctionDeadLetterConfig,
    AwsLambdaFunctionEnvironment, AwsLambdaFunctionLoggingConfig, AwsLambdaFunctionTimeouts,
    AwsLambdaFunctionTracingConfig, AwsLambdaFunctionVpcConfig, AwsSqsQueue,
};
use crate::naming::Kind;
use crate::policy::mask_cards;
use crate::tiers::{VALIDATION_FUNCTION, name_of, tags};
use terraform::tf::attr::Argument;
use terraform::tf::{Attr, DeclareError, Handle, Map, Module, Ref, call};
use terraform::{block, text};

/// The log group under the name that Lambda would give it, made first so that it is encrypted and
/// ends (ALL-4).
pub fn log_group(
    module: &mut Module,
    var: &Inputs,
) -> Result<Handle<AwsCloudwatchLogGroup>, DeclareError> {
    let name = text!("/aws/lambda/", function_name());
    let group = block!(AwsCloudwatchLogGroup {
        name: &name,
        retention_in_days: &var.log_retention_days,
        kms_key_id: &var.logs_key_arn,
        tags: tags(name),
    });
    let group = module.resource("main", group)?;
    mask_cards(module, "main", &group)?;
    Ok(group)
}

/// The function, in a subnet of each zone: when one is lost, Lambda runs it in the others (FN-2).
/// Source: Lambda Developer Guide, "Resilience in AWS Lambda" and "Giving Lambda functions access
/// to resources in an VPC".
pub fn function(
    module: &mut Module,
    var: &Inputs,
    log_group: &Handle<AwsCloudwatchLogGroup>,
    dead_letters: &Handle<AwsSqsQueue>,
) -> Result<Handle<AwsLambdaFunction>, DeclareError> {
    let name = function_name();
    let function = block!(AwsLambdaFunction {
        function_name: &name,
        description: "Decides whether a payment request may go on",
        filename: &var.package_path,
        source_code_hash: package_hash(&var.package_path),
        // Lambda Developer Guide, "Building Lambda functions with Rust": an executable named
        // bootstrap.
        runtime: "provided.al2023",
        handler: "bootstrap",
        architectures: [&var.architecture],
        memory_size: &var.memory_mb,
        timeout: &var.timeout_seconds,
        publish: true,
        role: &var.role_arn,
        kms_key_arn: &var.data_key_arn,
        environment: block!(AwsLambdaFunctionEnvironment { variables: environment(var) }),
        vpc_config: block!(AwsLambdaFunctionVpcConfig {
            subnet_ids: &var.app_subnet_ids,
            security_group_ids: [&var.security_group_id],
        }),
        // Lambda gives network interfaces back up to 45 minutes late; meanwhile they would hold the
        // security group (ALL-3).
        replace_security_groups_on_destroy: true,
        replacement_security_group_ids: [&var.default_security_group_id],
        dead_letter_config: block!(AwsLambdaFunctionDeadLetterConfig {
            target_arn: dead_letters.arn()
        }),
        tracing_config: block!(AwsLambdaFunctionTracingConfig { mode: "Active" }),
        logging_config: logging(log_group),
        timeouts: block!(AwsLambdaFunctionTimeouts { create: "15m", update: "15m", delete: "60m" }),
        tags: tags(name),
    });
    module.resource("main", function)
}

fn function_name() -> Attr<String> {
    name_of(Kind::LambdaFunction, VALIDATION_FUNCTION)
}

/// What changes when the package does, so that Terraform uploads it again.
fn package_hash(path: &Attr<String>) -> Ref<String> {
    call("filebase64sha256", path.clone().expression())
}

fn environment(var: &Inputs) -> Map<String> {
    [("ENVIRONMENT_SUFFIX", var.environment_suffix.clone()), ("LOG_LEVEL", "INFO".into())].into()
}

/// Structured logs; `REPORT` lines, which tell duration and memory, are of level INFO.
/// Source: Lambda Developer Guide, "Configuring advanced logging controls for Lambda functions".
fn logging(log_group: &Handle<AwsCloudwatchLogGroup>) -> AwsLambdaFunctionLoggingConfig {
    block!(AwsLambdaFunctionLoggingConfig {
        log_group: log_group.name(),
        log_format: "JSON",
        application_log_level: "INFO",
        system_log_level: "INFO",
    })
}
