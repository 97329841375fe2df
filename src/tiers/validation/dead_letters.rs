//! The queue of the requests that could not be validated, for a person to look at.

use super::Inputs;
use crate::aws::AwsSqsQueue;
use crate::naming::Kind;
use crate::policy::{self, deny_insecure_transport};
use crate::tiers::{name_of, tags};
use terraform::tf::{DeclareError, Handle, Module};
use terraform::{block, text};

/// Fourteen days, the longest SQS keeps a message: SQS API Reference, `CreateQueue`,
/// `MessageRetentionPeriod`.
const RETENTION_SECONDS: u32 = 14 * 24 * 60 * 60;

/// The queue, with its policy from the first moment: its ARN is built from its name, because the
/// queue cannot refer to itself.
pub fn queue(module: &mut Module, var: &Inputs) -> Result<Handle<AwsSqsQueue>, DeclareError> {
    let name = name_of(Kind::SqsQueue, "validation-dead-letters");
    let arn = text!("arn:aws:sqs:us-east-1:", &var.account_id, ":", &name);
    let policy =
        module.data("dead_letters", policy::document([deny_insecure_transport("sqs", [arn])]))?;
    let queue = block!(AwsSqsQueue {
        name: &name,
        kms_master_key_id: &var.data_key_arn,
        message_retention_seconds: RETENTION_SECONDS,
        policy: policy.json(),
        tags: tags(name),
    });
    module.resource("dead_letters", queue)
}
