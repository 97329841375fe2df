//! How the function is invoked: by one alias, for the payment tasks.

use super::Inputs;
use crate::aws::{
    AwsLambdaAlias, AwsLambdaFunction, AwsLambdaFunctionEventInvokeConfig, AwsLambdaPermission,
    AwsLambdaProvisionedConcurrencyConfig,
};
use crate::policy::actions::lambda;
use terraform::block;
use terraform::tf::{DeclareError, Handle, Module};

/// Age after which an asynchronous request goes to the dead letters: whoever asked has long given
/// up. Source of the range, here and below: Lambda API Reference, `PutFunctionEventInvokeConfig`:
/// 60 to 21600 seconds.
const MAXIMUM_EVENT_AGE_SECONDS: u32 = 300;

/// Attempts after the first for an asynchronous request: 0 to 2.
const MAXIMUM_RETRIES: u32 = 2;

/// The alias `live` on the version just published, so that a new version replaces the old one at
/// once and whole.
pub fn alias(
    module: &mut Module,
    var: &Inputs,
    function: &Handle<AwsLambdaFunction>,
) -> Result<Handle<AwsLambdaAlias>, DeclareError> {
    let alias = block!(AwsLambdaAlias {
        name: "live",
        description: "The version that payment tasks invoke",
        function_name: function.function_name(),
        function_version: function.version(),
    });
    let alias = module.resource("live", alias)?;
    permit(module, var, &alias)?;
    limit(module, &alias)?;
    Ok(alias)
}

/// The function's own policy names the role of the payment tasks, on the alias alone, and no one
/// else.
///
/// Within one account either this or the caller's IAM policy suffices (IAM User Guide, "Policy
/// evaluation logic"): nothing here can keep out another principal of the account that was granted
/// `lambda:InvokeFunction`, and Lambda's policies cannot deny. In this stack only the task role has
/// that right.
fn permit(
    module: &mut Module,
    var: &Inputs,
    alias: &Handle<AwsLambdaAlias>,
) -> Result<(), DeclareError> {
    let permission = block!(AwsLambdaPermission {
        statement_id: "PaymentTasks",
        action: lambda::INVOKE_FUNCTION.name(),
        principal: &var.task_role_arn,
        function_name: alias.function_name(),
        qualifier: alias.name(),
    });
    module.resource("payment_tasks", permission)?;
    Ok(())
}

fn limit(module: &mut Module, alias: &Handle<AwsLambdaAlias>) -> Result<(), DeclareError> {
    let limits = block!(AwsLambdaFunctionEventInvokeConfig {
        function_name: alias.function_name(),
        qualifier: alias.name(),
        maximum_event_age_in_seconds: MAXIMUM_EVENT_AGE_SECONDS,
        maximum_retry_attempts: MAXIMUM_RETRIES,
    });
    module.resource("live", limits)?;
    Ok(())
}

/// Instances ready before the first request: Lambda Developer Guide, "Configuring provisioned
/// concurrency for a function".
pub fn keep_warm(
    module: &mut Module,
    alias: &Handle<AwsLambdaAlias>,
    instances: u32,
) -> Result<(), DeclareError> {
    let concurrency = block!(AwsLambdaProvisionedConcurrencyConfig {
        function_name: alias.function_name(),
        qualifier: alias.name(),
        provisioned_concurrent_executions: instances,
    });
    module.resource("live", concurrency)?;
    Ok(())
}
