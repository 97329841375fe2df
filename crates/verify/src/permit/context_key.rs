//! The keys of conditions that every call has, or that its caller gives it.
//! Source: IAM User Guide, "AWS global condition context keys".

use super::given::Given;
use super::request::{Caller, Request, Target};
use crate::attribute_path::AttributePath;
use crate::aws::network::Endpoint;
use crate::planned::Planned::{Known, Unknown};
use crate::resource::Resource;

fn values(value: &str) -> Given<'static> {
    Given::Values(vec![value.to_owned()])
}

/// What a call has for a key. Keys are not case-sensitive.
pub fn given<'a>(key: &str, caller: Caller<'a>, request: &Request<'_, 'a>) -> Given<'a> {
    if let Some(given) = request.context.get(key) {
        return given;
    }
    let lower = key.to_ascii_lowercase();
    match (lower.as_str(), caller) {
        // SDKs and services call AWS by TLS.
        ("aws:securetransport", _) => values("true"),
        // No guide says whether the services that it calls make calls of their own.
        ("kms:viaservice" | "aws:viaawsservice", Caller::ServiceLinked(_)) => Given::Something,
        ("aws:viaawsservice", _) => values("false"),
        ("aws:principalisawsservice", Caller::Role(_) | Caller::ServiceLinked(_)) => {
            values("false")
        }
        ("aws:principalisawsservice", Caller::Service(_)) => values("true"),
        ("aws:principalservicename", Caller::Service(service)) => values(service),
        ("aws:principalservicename" | "aws:principalservicenameslist", Caller::Role(_)) => {
            Given::Nothing
        }
        ("aws:principaltype", Caller::Role(_)) => values("AssumedRole"),
        ("aws:principalarn", Caller::Role(role)) => Given::Resource(role),
        (
            "aws:principalaccount" | "kms:calleraccount",
            Caller::Role(_) | Caller::ServiceLinked(_),
        ) => Given::Own,
        // Only a user has a name; a role's session has neither that nor a second factor.
        ("aws:username" | "aws:multifactorauthpresent" | "aws:multifactorauthage", _) => {
            Given::Nothing
        }
        (
            "aws:principalarn"
            | "aws:principalaccount"
            | "aws:principalorgid"
            | "aws:principalorgpaths"
            | "aws:sourcevpc"
            | "aws:sourcevpce"
            | "aws:vpcsourceip"
            | "kms:viaservice",
            Caller::Service(_),
        ) => Given::Nothing,
        // Only a service that acts for another has these.
        (
            "aws:sourcearn"
            | "aws:sourceaccount"
            | "aws:sourceowner"
            | "aws:sourceorgid"
            | "aws:sourceorgpaths"
            | "kms:viaservice"
            | "lambda:sourcefunctionarn",
            _,
        ) => Given::Nothing,
        ("aws:sourcevpc", _) if !request.through.is_empty() => {
            Endpoint(request.through[0]).vpc().one().map_or(Given::Something, Given::Resource)
        }
        ("aws:sourcevpce", _) if request.through.len() == 1 => Given::Resource(request.through[0]),
        ("aws:resourceaccount", _) if matches!(request.on, Target::Resource(_)) => Given::Own,
        (header, _) if header.starts_with("s3:x-amz-") => Given::Chosen,
        (tag, caller) => match (tag.split_once('/'), caller, &request.on) {
            (Some(("aws:principaltag", _)), Caller::Service(_), _) => Given::Nothing,
            (Some(("aws:principaltag", name)), Caller::Role(role), _) => tag_of(role, name),
            (Some((kind, name)), _, Target::Resource(on)) if has_tags(kind, *on) => {
                tag_of(*on, name)
            }
            _ => Given::Something,
        },
    }
}

/// Whether a key is of the tags of a resource, and its service gives them to policies.
/// Source: IAM User Guide, "AWS services that work with IAM", column "ABAC".
fn has_tags(kind: &str, resource: Resource) -> bool {
    const KINDS: [&str; 8] = [
        "aws_kms_key",
        "aws_secretsmanager_secret",
        "aws_lambda_function",
        "aws_sqs_queue",
        "aws_sns_topic",
        "aws_cloudwatch_log_group",
        "aws_ecr_repository",
        "aws_sfn_state_machine",
    ];
    kind.ends_with(":resourcetag") && KINDS.contains(&resource.kind())
}

/// A tag. Keys of tags in conditions are not case-sensitive. Source: IAM User Guide, "AWS global
/// condition context keys", of tags.
fn tag_of<'a>(resource: Resource<'a>, name: &str) -> Given<'a> {
    let tags = ["tags", "tags_all"].map(|argument| resource.at(argument));
    let mut entries = tags
        .iter()
        .flat_map(AttributePath::entries)
        .filter(|(key, _)| key.eq_ignore_ascii_case(name));
    match entries.find_map(|(_, tag)| Some(tag.string()).filter(|text| text.is_set())) {
        Some(Known(value)) => values(value),
        Some(_) => Given::Something,
        // A session may bring tags of its own.
        None if resource.kind() == "aws_iam_role"
            || tags.iter().any(|all| all.value() == Unknown) =>
        {
            Given::Something
        }
        None => Given::Nothing,
    }
}
