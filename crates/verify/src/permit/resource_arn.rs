//! How much a pattern covers of a resource, by the ARN that it has or will have.

use super::matching::Match;
use super::pattern::Pattern;
use crate::planned::Planned::Known;
use crate::policy::Term;
use crate::resource::Resource;

/// Where the service is in an ARN.
pub const SERVICE: usize = 2;

/// How much of what a form stands for a pattern covers: `x` at the end of a form stands for
/// anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Covered {
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

    /// Whether the call is covered. A part that is allowed is enough, since the call may be for
    /// that part; a part that is denied leaves the answer open.
    pub fn of_all(self, allows: bool) -> Match {
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
        // U+0002, which no name contains, stands for any name.
        let (all, part) = match form.strip_suffix('x').filter(|start| start.ends_with(['/', ':'])) {
            Some(start) => (format!("{start}\u{2}"), format!("{start}*")),
            None => (form.to_owned(), form.to_owned()),
        };
        // A pattern that begins with a star is for other resources as well.
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

/// How much a pattern covers of what may follow the name of a resource in an ARN.
pub fn covers_ends(pattern: &Pattern, resource: Resource, within: Within) -> Covered {
    let ends = forms(resource, within).filter_map(|form| form.split_once("{}")).map(|(_, end)| end);
    ends.map(|end| pattern.covers(end)).fold(Covered::Nothing, Covered::or)
}

/// What an action is about: of a bucket itself or its objects, of a log group itself or its
/// streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
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
pub fn within(resource: Resource, action: &str) -> Within {
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

/// Where a resource is in an ARN, behind the account: `{}` is its name.
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
pub fn is_pattern_of(
    pattern: &Pattern,
    resource: Resource,
    service: &str,
    within: Within,
) -> Covered {
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
    // U+0002, which no name contains, stands for a name that is not known.
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

/// The part that is in the ARN. Of an ARN it is the last part: a proxy has its resource id nowhere
/// else.
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
