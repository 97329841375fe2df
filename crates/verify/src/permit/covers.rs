//! Whether what a statement is about covers what a call is made on.

use super::given::given;
use super::matching::Match;
use super::pattern::Pattern;
use super::request::{Caller, Request, Target, function_of};
use super::variable::{Resolved, resolve};
use crate::planned::Planned::{Known, Unknown};
use crate::policy::{Statement, Term, is_everything};
use crate::resource::Resource;

/// Whether a statement covers what a call is made on, by `Resource` or `NotResource`.
pub fn concerns<'a>(statement: &Statement<'a>, caller: Caller<'a>, request: &Request<'_, 'a>) -> Match {
    let (terms, is_negated) = match (&statement.resources[..], &statement.not_resources[..]) {
        // The policy of a resource: that resource.
        ([], []) => return Match::sure(true),
        (resources, []) => (resources, false),
        (_, not) => (not, true),
    };
    let mut found = Match::No;
    for term in terms {
        let pattern = match term.text.as_deref() {
            None => None,
            Some(text) if !statement.has_variables => Some(Pattern::of(text)),
            Some(text) => match resolve(text, |key| given(key, caller, request)) {
                Resolved::Pattern(pattern) => Some(pattern),
                // Then the statement is not asked at all.
                Resolved::Nothing => continue,
                Resolved::Unknown(key) => {
                    found = found.or(Match::Maybe(format!("its resource depends on {key}")));
                    continue;
                }
            },
        };
        found = found.or(covers(term, pattern.as_ref(), request));
    }
    match request.on {
        Target::Something => of_something(statement, terms, is_negated, found),
        _ if is_negated => found.not(),
        _ => found,
    }
}

/// Of some resource that the plan does not name, what a statement allows may be meant; what it denies may be another.
fn of_something(statement: &Statement, terms: &[Term], is_negated: bool, found: Match) -> Match {
    let is_all = terms.iter().any(|term| term.text.as_deref().is_some_and(is_everything));
    match (is_all, is_negated, statement.may_allow()) {
        (true, ..) => Match::sure(!is_negated),
        (_, true, true) => Match::sure(true),
        (_, true, false) => Match::Maybe("it spares a resource that may be another".to_owned()),
        (_, false, _) if found == Match::No => Match::No,
        (_, false, true) => Match::sure(true),
        (_, false, false) => Match::Maybe("it is for a resource that may be another".to_owned()),
    }
}

const LATER: &str = "a resource of it is known only after the apply";

/// Whether a term covers what the call is made on.
fn covers<'a>(term: &Term<'a>, pattern: Option<&Pattern>, request: &Request<'_, 'a>) -> Match {
    let service = request.action.split(':').next().unwrap_or_default();
    let Some(pattern) = pattern else {
        return match &request.on {
            Target::Resource(resource) => is_linked(term, *resource, request.action),
            Target::Something => Match::sure(true),
            Target::Anything => Match::sure(false),
            Target::Arn(arn) => match term.of_any_account() {
                Some(text) => Match::sure(Pattern::of(&text).is_arn(arn)),
                None => Match::Maybe(LATER.to_owned()),
            },
        };
    };
    if pattern.is_everything() {
        return Match::sure(true);
    }
    let of_service = pattern.segment(SERVICE);
    if of_service.as_ref().is_some_and(Pattern::has_wildcards) {
        return Match::Maybe(format!("AWS takes no wildcard for the service in {}", pattern.text()));
    }
    match &request.on {
        Target::Anything => Match::No,
        Target::Something => Match::sure(of_service.is_none_or(|own| own.matches(service_of_arns(service)))),
        Target::Arn(arn) => Match::sure(pattern.is_arn(arn)),
        Target::Resource(resource) => is_pattern_of(pattern, *resource, service, within(*resource, request.action)),
    }
}

/// The service in the ARNs of what the actions of a service are about, where it is another one.
/// Source: Service Authorization Reference, "Resource types defined by Amazon RDS Data API" and "… by Apache Kafka APIs for Amazon MSK clusters".
fn service_of_arns(service: &str) -> &str {
    match service {
        "rds-data" => "rds",
        "kafka-cluster" => "kafka",
        other => other,
    }
}

/// Where the service stands in an ARN.
const SERVICE: usize = 2;

/// Whether a value that is known after the apply is the ARN of a resource, or of what the action is about within it: of an alias of a
/// function also where it is the function's with every alias behind it.
fn is_linked<'a>(term: &Term<'a>, resource: Resource<'a>, action: &str) -> Match {
    let own = term.names(resource);
    let named = match (resource.kind(), own) {
        ("aws_lambda_alias", Known(false) | Unknown) => {
            function_of(resource).map_or(own, |function| own.or_else(term.names(function)))
        }
        _ => own,
    };
    let forms = FORMS.iter().find(|(kind, ..)| *kind == resource.kind());
    let is_elsewhere = term.tail().zip(forms).is_some_and(|(tail, (_, _, forms))| {
        let (all, tail) = (within(resource, action), Pattern::of(tail));
        // Only of those that have the ARN of the whole before what is within.
        let behind =
            forms.iter().filter(|form| all.includes(form)).map(|form| form.split_once("{}").map(|(_, end)| end));
        all != Within::Whole && !behind.flatten().any(|end| tail.matches(end))
    });
    match (named, is_elsewhere) {
        (Known(true), false) => Match::sure(true),
        (Known(true), true) | (Known(false), _) => Match::No,
        _ => Match::Maybe(LATER.to_owned()),
    }
}

/// What an action is about: of a bucket itself or its objects, of a log group itself or its streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    /// Whatever form it has.
    Whole,
    /// The resource itself.
    Itself,
    /// What is in it.
    Parts,
}

impl Within {
    fn includes(self, form: &str) -> bool {
        match self {
            Self::Whole => true,
            Self::Itself => form.ends_with("{}"),
            Self::Parts => !form.ends_with("{}"),
        }
    }
}

/// Source: Service Authorization Reference, "Actions, resources, and condition keys" of Amazon S3 and Amazon CloudWatch Logs, column
/// "Resource types".
fn within(resource: Resource, action: &str) -> Within {
    let name = action.split(':').nth(1).unwrap_or_default();
    match resource.kind() {
        "aws_s3_bucket" => {
            let is_of_bucket = ["Bucket", "Configuration"].iter().any(|word| name.contains(word));
            let others = ["AbortMultipartUpload", "ListMultipartUploadParts"];
            match (name.contains("Object") && !is_of_bucket) || others.contains(&name) {
                true => Within::Parts,
                false => Within::Itself,
            }
        }
        "aws_cloudwatch_log_group" if matches!(name, "PutLogEvents" | "GetLogEvents" | "DeleteLogStream") => {
            Within::Parts
        }
        _ => Within::Whole,
    }
}

/// Where a resource stands in an ARN, behind the account: `{}` is its name.
/// Source: Service Authorization Reference, "Resource types defined by …" of each service.
const FORMS: [(&str, &str, &[&str]); 26] = [
    ("aws_s3_bucket", "bucket", &["{}", "{}/x"]),
    ("aws_sqs_queue", "name", &["{}"]),
    ("aws_sns_topic", "name", &["{}"]),
    ("aws_lambda_function", "function_name", &["function:{}", "function:{}:x"]),
    ("aws_lambda_alias", "function_name", &["function:{}", "function:{}:x"]),
    ("aws_cloudwatch_log_group", "name", &["log-group:{}", "log-group:{}:x", "log-group:{}:log-stream:x"]),
    ("aws_cloudwatch_metric_alarm", "alarm_name", &["alarm:{}"]),
    ("aws_cloudwatch_composite_alarm", "alarm_name", &["alarm:{}"]),
    ("aws_cloudwatch_event_rule", "name", &["rule/{}", "rule/x/{}"]),
    ("aws_secretsmanager_secret", "name", &["secret:{}-AbCdEf"]),
    ("aws_ssm_parameter", "name", &["parameter/{}", "parameter{}"]),
    ("aws_ecr_repository", "name", &["repository/{}"]),
    ("aws_ecs_cluster", "name", &["cluster/{}"]),
    ("aws_dynamodb_table", "name", &["table/{}", "table/{}/index/x", "table/{}/stream/x"]),
    ("aws_sfn_state_machine", "name", &["stateMachine:{}", "stateMachine:{}:x"]),
    ("aws_kinesis_stream", "name", &["stream/{}"]),
    ("aws_kinesis_firehose_delivery_stream", "name", &["deliverystream/{}"]),
    ("aws_cloudwatch_event_bus", "name", &["event-bus/{}"]),
    ("aws_backup_vault", "name", &["backup-vault:{}"]),
    ("aws_kms_key", "key_id", &["key/{}"]),
    ("aws_iam_role", "name", &["role/{}"]),
    ("aws_rds_cluster", "cluster_resource_id", &["dbuser:{}/x", "secret:rds!cluster-x"]),
    ("aws_db_instance", "resource_id", &["dbuser:{}/x", "secret:rds!db-x"]),
    ("aws_db_proxy", "arn", &["dbuser:{}/x"]),
    ("aws_scheduler_schedule", "name", &["schedule/x/{}"]),
    ("aws_ecs_task_definition", "family", &["task-definition/{}:x"]),
];

/// Whether a value of a condition is the ARN of a resource, or its id.
pub fn is_resource<'a>(value: &Term<'a>, pattern: Option<&Pattern>, resource: Resource<'a>) -> Match {
    let Some(pattern) = pattern else {
        return match value.names(resource) {
            Known(true) => Match::sure(true),
            // Of the ARN of an account's or a region's all, as `"arn:aws:sns:*:${local.account}:*"`, nothing links to the resource.
            _ if value.has_wildcard() => Match::Maybe("a condition is known only after the apply".to_owned()),
            Known(false) => Match::No,
            _ => Match::Maybe("a condition is known only after the apply".to_owned()),
        };
    };
    if pattern.is_everything() {
        return Match::sure(true);
    }
    if let Some(service) = pattern.segment(SERVICE) {
        return is_pattern_of(pattern, resource, &service.text(), Within::Whole);
    }
    match resource.at("id").text() {
        Known(id) => Match::sure(pattern.matches(id)),
        _ => Match::sure(pattern.has_wildcards()),
    }
}

/// Whether a pattern is of a resource's ARN, or of a form of what is within it: by the ARN where it is known, else by its form and name.
fn is_pattern_of(pattern: &Pattern, resource: Resource, service: &str, within: Within) -> Match {
    let found = FORMS.iter().find(|(kind, ..)| *kind == resource.kind());
    let forms = || found.into_iter().flat_map(|(.., forms)| *forms).filter(|form| within.includes(form));
    if let Some(arn) = own_arn(resource, service) {
        let behind = forms().filter_map(|form| form.split_once("{}")).map(|(_, end)| end);
        let mut behind = behind.filter(|end| end.is_empty() || end.starts_with([':', '/'])).peekable();
        return Match::sure(match behind.peek() {
            Some(_) => behind.any(|end| pattern.is_arn(&format!("{arn}{end}"))),
            None => [arn.to_owned(), format!("{arn}/x"), format!("{arn}:x")].iter().any(|arn| pattern.is_arn(arn)),
        });
    }
    if pattern.segment(SERVICE).is_some_and(|own| !own.matches(service)) {
        return Match::No;
    }
    let later =
        || Match::Maybe(format!("whether {} is {} is known only after the apply", pattern.text(), resource.address()));
    let Some((_, attribute, _)) = found else { return later() };
    // As which user of the database, a plan does not tell: any will do.
    let pattern = &match pattern.text().rsplit_once('/') {
        Some((id, _)) if id.contains(":dbuser:") => Pattern::of(&format!("{id}/x")),
        _ => pattern.clone(),
    };
    // What no name has stands for one that is not known.
    const ANY: &str = "\u{1}";
    let name = name(resource, attribute).unwrap_or_else(|| ANY.to_owned());
    let matches = || forms().any(|form| pattern.is_arn(&format!("arn:*:{service}:*:*:{}", form.replace("{}", &name))));
    match (matches(), name == ANY) {
        (true, _) => Match::sure(true),
        (false, false) => Match::No,
        // The id of a key that is made by this plan cannot be written before.
        (false, true) if resource.kind() == "aws_kms_key" && !pattern.has_wildcards() => Match::No,
        (false, true) => later(),
    }
}

/// What stands in the ARN. Of an ARN it is the last part: a proxy has its resource id nowhere else.
fn name(resource: Resource, attribute: &str) -> Option<String> {
    let name = resource.at(attribute).text().known()?.rsplit(':').next()?;
    let path = match resource.kind() {
        "aws_iam_role" => resource.at("path").text().known().unwrap_or("/").trim_start_matches('/'),
        _ => "",
    };
    Some(format!("{path}{name}"))
}

/// What a service calls a resource, where that is known: a database has another ARN as the holder of its password.
fn own_arn<'a>(resource: Resource<'a>, service: &str) -> Option<&'a str> {
    let attributes = ["arn", "master_user_secret.0.secret_arn"].into_iter();
    let mut arns = attributes.filter_map(|attribute| resource.at(attribute).text().known());
    arns.find(|arn| arn.split(':').nth(SERVICE) == Some(service))
}
