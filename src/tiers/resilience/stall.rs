//! The runbook that stalls the validation function: FIS has no action of its own for a function on
//! `provided.al2023`.

use super::drill::FAULT_MINUTES;
use crate::aws::AwsSsmDocument;
use crate::naming::Kind;
use crate::tiers::{json, name_of, tags};
use terraform::block;
use terraform::tf::{DeclareError, Expression, Handle, Module};

/// The Systems Manager automation that FIS starts.
pub(super) fn document(module: &mut Module) -> Result<Handle<AwsSsmDocument>, DeclareError> {
    let name = name_of(Kind::SsmDocument, "stall-function");
    let document = block!(AwsSsmDocument {
        name: &name,
        document_type: "Automation",
        document_format: "JSON",
        content: json(content()),
        tags: tags(name),
    });
    module.resource("stall_function", document)
}

/// Sets the reserved concurrency to 0, at which Lambda throttles every invocation, and takes it
/// away again: also when the drill is broken off, since FIS then cancels the automation.
/// Sources: AWS Lambda Developer Guide, "Configuring reserved concurrency for a function"; AWS
/// Systems Manager User Guide, "Data elements and parameters", `onCancel` and `onFailure`.
pub fn content() -> Expression {
    hcl::expression!({
        schemaVersion = "0.3",
        description = "Throttles every invocation of a Lambda function for some minutes",
        assumeRole = "{{ AutomationAssumeRole }}",
        parameters = {
            FunctionName = { type = "String", description = "The function" },
            AutomationAssumeRole = { type = "String", description = "Role with which the \
                concurrency is set" }
        },
        mainSteps = [
            {
                name = "Stall",
                action = "aws:executeAwsApi",
                inputs = {
                    Service = "lambda",
                    Api = "PutFunctionConcurrency",
                    FunctionName = "{{ FunctionName }}",
                    ReservedConcurrentExecutions = 0
                },
                onFailure = "step:GiveBack",
                onCancel = "step:GiveBack"
            },
            {
                name = "Hold",
                action = "aws:sleep",
                inputs = { Duration = (format!("PT{FAULT_MINUTES}M")) },
                onFailure = "step:GiveBack",
                onCancel = "step:GiveBack"
            },
            {
                name = "GiveBack",
                action = "aws:executeAwsApi",
                inputs = {
                    Service = "lambda",
                    Api = "DeleteFunctionConcurrency",
                    FunctionName = "{{ FunctionName }}"
                },
                isEnd = true
            }
        ]
    })
}
