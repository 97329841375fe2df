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
pub fn concerns<'a>(
    statement: &Statement<'a>,
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Match {
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
        found = found.or(covers(term, pattern.as_ref(), statement.may_allow(), request));
    }
    match request.on {
        Target::Something => of_something(statement, terms, is_negated, found),
        _ if is_negated => found.not(),
        _ => found,
    }
}

/// Of some resource that the plan does not name, what a statement allows may be meant; what it
/// denies may be another.
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
fn covers<'a>(
    term: &Term<'a>,
    pattern: Option<&Pattern>,
    allows: bool,
    request: &Request<'_, 'a>,
) -> Match {
    let service = request.action.split(':').next().unwrap_or_default();
    let Some(pattern) = pattern else {
        return match &request.on {
            Target::Resource(resource) => match term.of_any_account() {
                Some(text) => {
                    let within = within(*resource, request.action);
                    is_pattern_of(&Pattern::of(&text), *resource, service, within).of_all(allows)
                }
                None => is_linked(term, *resource, allows, request.action),
            },
            Target::Something => Match::sure(true),
            Target::Anything => Match::sure(false),
            Target::Arn(arn) => match term.of_any_account() {
                Some(text) => Match::sure(Pattern::of(&text).is_arn(arn)),
                None if term.is_of_others(|resource| {
                    is_arn_of(&Pattern::of(arn), resource) == Match::No
                }) =>
                {
                    Match::No
                }
                None => Match::Maybe(LATER.to_owned()),
            },
        };
    };
    if pattern.is_everything() {
        return Match::sure(true);
    }
    let of_service = pattern.segment(SERVICE);
    if of_service.as_ref().is_some_and(Pattern::has_wildcards) {
        return Match::Maybe(format!(
            "AWS takes no wildcard for the service in {}",
            pattern.text()
        ));
    }
    match &request.on {
        Target::Anything => Match::No,
        Target::Something => {
            Match::sure(of_service.is_none_or(|own| own.matches(service_of_arns(service))))
        }
        Target::Arn(arn) => Match::sure(pattern.is_arn(arn)),
        Target::Resource(resource) => {
            is_pattern_of(pattern, *resource, service, within(*resource, request.action))
                .of_all(allows)
        }
    }
}

/// The service in the ARNs of what the actions of a service are about, where it is another one.
/// Source: Service Authorization Reference, "Resource types defined by Amazon RDS Data API" and "…
/// by Apache Kafka APIs for Amazon MSK clusters".
fn service_of_arns(service: &str) -> &str {
    match service {
        "rds-data" => "rds",
        "kafka-cluster" => "kafka",
        other => other,
    }
}

/// Where the service stands in an ARN.
const SERVICE: usize = 2;

/// Whether a value that is known after the apply is the ARN of a resource, or of what the action is
/// about within it: of an alias of a function also where it is the function's with every alias
/// behind it.
fn is_linked<'a>(term: &Term<'a>, resource: Resource<'a>, allows: bool, action: &str) -> Match {
    let own = term.names(resource);
    let named = match (resource.kind(), own) {
        ("aws_lambda_alias", Known(false) | Unknown) => {
            function_of(resource).map_or(own, |function| own.or_else(term.names(function)))
        }
        _ => own,
    };
    match named {
        Known(true) => match (term.tail(), within(resource, action)) {
            (None, _) | (_, Within::Whole) => Match::sure(true),
            // Only where what is linked has the ARN of the whole before what is within.
            (Some(tail), within) => {
                let tail = Pattern::of(tail);
                let behind = forms(resource, within)
                    .filter_map(|form| form.split_once("{}"))
                    .map(|(_, end)| end);
                behind
                    .map(|end| tail.covers(end))
                    .fold(Covered::Nothing, Covered::or)
                    .of_all(allows)
            }
        },
        Known(false) if term.is_of_another() => Match::No,
        _ => Match::Maybe(LATER.to_owned()),
    }
}

/// How much of what a form stands for a pattern covers: `x` at the end of a form stands for
/// anything.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Covered {
    All,
    /// As the objects below one prefix.
    Part,
    Nothing,
    Unknown(String),
}

impl Covered {
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::All, _) | (_, Self::All) => Self::All,
            (Self::Part, _) | (_, Self::Part) => Self::Part,
            (Self::Nothing, other) => other,
            (unknown, _) => unknown,
        }
    }

    /// What is allowed on a part may be meant for it; what is denied on a part may not.
    fn of_all(self, allows: bool) -> Match {
        match self {
            Self::All => Match::sure(true),
            Self::Part if allows => Match::sure(true),
            Self::Part => Match::Maybe("it is for a part of it".to_owned()),
            Self::Nothing => Match::No,
            Self::Unknown(reason) => Match::Maybe(reason),
        }
    }
}

impl Pattern {
    fn covers(&self, form: &str) -> Covered {
        // What no name has stands for anything.
        let (all, part) = match form.strip_suffix('x').filter(|start| start.ends_with(['/', ':'])) {
            Some(start) => (format!("{start}\u{2}"), format!("{start}*")),
            None => (form.to_owned(), form.to_owned()),
        };
        // What begins with a star is for others as well as for this.
        let is_broad = self.segment(5).is_some_and(|named| named.text().starts_with(['*', '?']));
        match (self.is_arn(&all), !is_broad && self.has_in_common(&part)) {
            (true, _) => Covered::All,
            (false, true) => Covered::Part,
            (false, false) => Covered::Nothing,
        }
    }
}

/// What a resource, or what is within it, is called.
fn forms(resource: Resource, within: Within) -> impl Iterator<Item = &'static str> {
    let found = FORMS.iter().find(|(kind, ..)| *kind == resource.kind());
    let all = found.into_iter().flat_map(|(.., forms)| forms.iter().copied());
    all.filter(move |form| within.includes(form))
}

/// What an action is about: of a bucket itself or its objects, of a log group itself or its
/// streams.
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

/// Source: Service Authorization Reference, "Actions, resources, and condition keys" of Amazon S3
/// and Amazon CloudWatch Logs, column "Resource types".
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
        "aws_cloudwatch_log_group"
            if matches!(name, "PutLogEvents" | "GetLogEvents" | "DeleteLogStream") =>
        {
            Within::Parts
        }
        _ => Within::Whole,
    }
}

/// Where a resource stands in an ARN, behind the account: `{}` is its name.
/// Source: Service Authorization Reference, "Resource types defined by …" of each service.
const FORMS: [(&str, &str, &[&str]); 31] = [
    ("aws_s3_bucket", "bucket", &["{}", "{}/x"]),
    ("aws_sqs_queue", "name", &["{}"]),
    ("aws_sns_topic", "name", &["{}"]),
    ("aws_lambda_function", "function_name", &["function:{}", "function:{}:x"]),
    ("aws_lambda_alias", "function_name", &["function:{}", "function:{}:x"]),
    (
        "aws_cloudwatch_log_group",
        "name",
        &["log-group:{}", "log-group:{}:x", "log-group:{}:log-stream:x"],
    ),
    ("aws_cloudwatch_metric_alarm", "alarm_name", &["alarm:{}"]),
    ("aws_cloudwatch_composite_alarm", "alarm_name", &["alarm:{}"]),
    ("aws_cloudwatch_event_api_destination", "name", &["api-destination/{}/x"]),
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
    ("aws_batch_job_queue", "name", &["job-queue/{}"]),
    ("aws_codebuild_project", "name", &["project/{}"]),
    ("aws_codepipeline", "name", &["{}"]),
    ("aws_kms_key", "key_id", &["key/{}"]),
    ("aws_iam_role", "name", &["role/{}"]),
    ("aws_rds_cluster", "cluster_resource_id", &["dbuser:{}/x", "secret:rds!cluster-x"]),
    ("aws_db_instance", "resource_id", &["dbuser:{}/x", "secret:rds!db-x"]),
    ("aws_db_proxy", "arn", &["dbuser:{}/x"]),
    ("aws_scheduler_schedule", "name", &["schedule/x/{}"]),
    ("aws_vpc", "id", &["vpc/{}"]),
    ("aws_ecs_task_definition", "family", &["task-definition/{}:x"]),
];

/// Whether a value of a condition is the ARN of a resource, or its id.
pub fn is_resource<'a>(
    value: &Term<'a>,
    pattern: Option<&Pattern>,
    resource: Resource<'a>,
) -> Match {
    let written =
        value.of_any_account().filter(|_| pattern.is_none()).map(|text| Pattern::of(&text));
    let Some(pattern) = pattern.or(written.as_ref()) else {
        return match value.names(resource) {
            Known(true) => Match::sure(true),
            Known(false) if value.is_of_another() => Match::No,
            _ => Match::Maybe("a condition is known only after the apply".to_owned()),
        };
    };
    if pattern.is_everything() {
        return Match::sure(true);
    }
    if pattern.segment(SERVICE).is_some() {
        return is_arn_of(pattern, resource);
    }
    match resource.at("id").string() {
        Known(id) => Match::sure(pattern.matches(id)),
        _ => Match::sure(pattern.has_wildcards()),
    }
}

/// Whether a pattern is the ARN of a resource.
pub fn is_arn_of(pattern: &Pattern, resource: Resource) -> Match {
    let service = pattern.segment(SERVICE).map(|service| service.text()).unwrap_or_default();
    is_pattern_of(pattern, resource, &service, Within::Whole).of_all(true)
}

/// How much a pattern covers of a resource, or of what is within it: by the ARN where it is known,
/// else by its form and name.
fn is_pattern_of(pattern: &Pattern, resource: Resource, service: &str, within: Within) -> Covered {
    if let Some(arn) = own_arn(resource, service) {
        let behind =
            forms(resource, within).filter_map(|form| form.split_once("{}")).map(|(_, end)| end);
        let mut behind: Vec<_> =
            behind.filter(|end| end.is_empty() || end.starts_with([':', '/'])).collect();
        if behind.is_empty() {
            behind.extend(["", "/x", ":x"]);
        }
        let all = behind.into_iter().map(|end| pattern.covers(&format!("{arn}{end}")));
        return all.fold(Covered::Nothing, Covered::or);
    }
    if pattern.segment(SERVICE).is_some_and(|own| !own.matches(service)) {
        return Covered::Nothing;
    }
    let later = || {
        Covered::Unknown(format!(
            "whether {} is {} is known only after the apply",
            pattern.text(),
            resource.address()
        ))
    };
    let Some((_, attribute, _)) = FORMS.iter().find(|(kind, ..)| *kind == resource.kind()) else {
        return later();
    };
    // What no name has stands for one that is not known.
    const ANY: &str = "\u{1}";
    let name = name(resource, attribute).unwrap_or_else(|| ANY.to_owned());
    let covered = forms(resource, within)
        .map(|form| pattern.covers(&format!("arn:*:{service}:*:*:{}", form.replace("{}", &name))))
        .fold(Covered::Nothing, Covered::or);
    match (covered, name == ANY) {
        (Covered::Nothing, false) => Covered::Nothing,
        // The id of a key that is made by this plan cannot be written before.
        (Covered::Nothing, true)
            if resource.kind() == "aws_kms_key" && !pattern.has_wildcards() =>
        {
            Covered::Nothing
        }
        (Covered::Nothing, true) => later(),
        (covered, _) => covered,
    }
}

/// What stands in the ARN. Of an ARN it is the last part: a proxy has its resource id nowhere else.
fn name(resource: Resource, attribute: &str) -> Option<String> {
    let name = resource.at(attribute).string().known()?.rsplit(':').next()?;
    let path = match resource.kind() {
        "aws_iam_role" => {
            resource.at("path").string().known().unwrap_or("/").trim_start_matches('/')
        }
        _ => "",
    };
    Some(format!("{path}{name}"))
}

/// What a service calls a resource, where that is known: a database has another ARN as the holder
/// of its password.
fn own_arn<'a>(resource: Resource<'a>, service: &str) -> Option<&'a str> {
    let attributes = ["arn", "master_user_secret.0.secret_arn"].into_iter();
    let mut arns = attributes.filter_map(|attribute| resource.at(attribute).string().known());
    arns.find(|arn| arn.split(':').nth(SERVICE) == Some(service))
}
