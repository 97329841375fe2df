//! The use of a customer's key that a call on something encrypted includes.

use super::{NeededCall, named};
use crate::attribute_path::AttributePath;
use crate::key::KeyOf;
use crate::permit::given::Given;
use crate::permit::request::{Context, Target};
use crate::resource::Resource;

/// The decryption with a customer's key that a call on something encrypted includes; nothing where
/// AWS's own key encrypts it.
pub fn with_key<'a>(
    call: &NeededCall<'a>,
    key: &AttributePath<'a>,
    actions: &[&'static str],
    via: &'static str,
) -> Option<NeededCall<'a>> {
    let on = Target::key(KeyOf::at(key))?;
    let via = Given::RegionalName(via);
    Some(NeededCall {
        purpose: format!("{} (its key)", call.purpose),
        actions: named(actions),
        any: false,
        on,
        // The service itself calls KMS, so the call does not pass through the caller's network.
        context: Context::default()
            .with("kms:ViaService", via)
            .with("aws:ViaAWSService", Given::Values(vec!["true".to_owned()])),
        through: Vec::new(),
        source: "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
        ..call.clone()
    })
}

/// The key of a queue, topic or stream, and the service through which it is used.
pub fn key_of<'a>(resource: Resource<'a>) -> Option<(AttributePath<'a>, &'static str)> {
    match resource.kind() {
        "aws_sqs_queue" => Some((resource.at("kms_master_key_id"), "sqs")),
        "aws_sns_topic" => Some((resource.at("kms_master_key_id"), "sns")),
        "aws_kinesis_stream" => Some((resource.at("kms_key_id"), "kinesis")),
        _ => None,
    }
}

/// The use of its key that sending to a queue, topic or stream includes.
pub fn with_key_to_send<'a>(call: &NeededCall<'a>, to: Resource<'a>) -> Option<NeededCall<'a>> {
    let (key, via) = key_of(to)?;
    with_key(call, &key, &["kms:GenerateDataKey", "kms:Decrypt"], via)
}

/// The use of its key that reading from a queue or stream includes.
pub fn with_key_to_read<'a>(call: &NeededCall<'a>, from: Resource<'a>) -> Option<NeededCall<'a>> {
    let (key, via) = key_of(from)?;
    with_key(call, &key, &["kms:Decrypt"], via)
}
