//! [`Match`]: whether a statement is about a call.

use wildmatch::WildMatch;

use super::condition::is_met;
use super::request::{Caller, Request, Target, function_of};
use crate::planned::Planned::{self, Absent, Known, Unknown};
use crate::policy::{Principal, Statement, Term, is_everything};
use crate::resource::Resource;

/// Whether something is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// It is: the statement.
    Yes(String),
    /// It is not.
    No,
    /// The plan does not tell, for this reason.
    Maybe(String),
}

impl Match {
    /// What is known.
    pub fn sure(is: bool) -> Self {
        if is { Self::Yes(String::new()) } else { Self::No }
    }

    fn of(planned: Planned<bool>, reason: &str) -> Self {
        match planned {
            Known(is) => Self::sure(is),
            Absent => Self::No,
            Unknown => Self::Maybe(reason.to_owned()),
        }
    }

    /// Both.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Maybe(reason), _) | (_, Self::Maybe(reason)) => Self::Maybe(reason),
            (yes, _) => yes,
        }
    }

    /// One of them.
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes(of), _) | (_, Self::Yes(of)) => Self::Yes(of),
            (Self::Maybe(reason), _) | (_, Self::Maybe(reason)) => Self::Maybe(reason),
            _ => Self::No,
        }
    }

    /// The opposite.
    pub fn not(self) -> Self {
        match self {
            Self::Yes(_) => Self::No,
            Self::No => Self::sure(true),
            maybe => maybe,
        }
    }

    /// The same, of a statement.
    fn labelled(self, label: &str) -> Self {
        match self {
            Self::Yes(_) => Self::Yes(label.to_owned()),
            Self::Maybe(reason) => Self::Maybe(format!("whether {label} is meant is not known: {reason}")),
            Self::No => Self::No,
        }
    }
}

/// Whether a statement is about a call, its principal apart.
pub fn is_about<'a>(statement: &Statement<'a>, request: &Request<'_, 'a>) -> Match {
    let conditions = statement.conditions.iter().map(|condition| is_met(condition, &request.context));
    let open = match statement.has_open_conditions {
        true => Match::Maybe("it has conditions that are known only after the apply".to_owned()),
        false => Match::sure(true),
    };
    let about = acts(statement, request.action).and(concerns(statement, request));
    let met = || conditions.fold(open, Match::and);
    (if about == Match::No { about } else { about.and(met()) }).labelled(&statement.label)
}

fn acts(statement: &Statement, action: &str) -> Match {
    let of = |terms: &[Term]| {
        let each = terms.iter().map(|term| match &term.text {
            Some(_) => Match::sure(term.includes(action)),
            None => Match::Maybe("its actions are known only after the apply".to_owned()),
        });
        each.fold(Match::No, Match::or)
    };
    match statement.not_actions.is_empty() {
        true => of(&statement.actions),
        false => of(&statement.not_actions).not(),
    }
}

fn concerns<'a>(statement: &Statement<'a>, request: &Request<'_, 'a>) -> Match {
    let of = |terms: &[Term<'a>]| terms.iter().map(|term| covers(term, request)).fold(Match::No, Match::or);
    match (&statement.resources[..], &statement.not_resources[..]) {
        // The policy of a resource: that resource.
        ([], []) => Match::sure(true),
        (resources, []) => of(resources),
        (_, not) => of(not).not(),
    }
}

/// Whether a term covers what the call is made on.
fn covers<'a>(term: &Term<'a>, request: &Request<'_, 'a>) -> Match {
    const LATER: &str = "a resource of it is known only after the apply";
    let Some(pattern) = term.text.as_deref() else {
        return match &request.on {
            Target::Resource(resource) => Match::of(named(term, *resource), LATER),
            Target::Something => Match::sure(true),
            Target::Anything => Match::sure(false),
            Target::Arn(arn) => match term.of_any_account() {
                Some(pattern) => Match::sure(is_arn(&pattern, arn)),
                None => Match::Maybe(LATER.to_owned()),
            },
        };
    };
    if is_everything(pattern) {
        return Match::sure(true);
    }
    match &request.on {
        Target::Anything => Match::No,
        Target::Something => Match::sure(true),
        Target::Arn(arn) => Match::sure(is_arn(pattern, arn)),
        Target::Resource(resource) => of_resource(pattern, *resource, request.action),
    }
}

/// Whether a pattern is of an ARN, whose partition, region and account may be `*` for any.
fn is_arn(pattern: &str, arn: &str) -> bool {
    let (patterns, parts): (Vec<_>, Vec<_>) = (pattern.splitn(6, ':').collect(), arn.splitn(6, ':').collect());
    if patterns.len() != 6 || parts.len() != 6 {
        return WildMatch::new(pattern).matches(arn);
    }
    let is_open = |at: usize| matches!(at, 1 | 3 | 4) && parts[at] == "*";
    (0..6).all(|at| is_open(at) || WildMatch::new(patterns[at]).matches(parts[at]))
}

/// Whether a value that is known after the apply is the ARN of a resource: of an alias of a function also where it is the
/// function's with every alias behind it.
fn named<'a>(term: &Term<'a>, resource: Resource<'a>) -> Planned<bool> {
    let own = term.names(resource);
    match (resource.kind(), own) {
        ("aws_lambda_alias", Known(false) | Unknown) => {
            function_of(resource).map_or(own, |function| own.or_else(term.names(function)))
        }
        _ => own,
    }
}

/// Where a resource stands in an ARN, behind the account: `{}` is its name.
/// Source: Service Authorization Reference, "Resource types defined by …" of each service.
const FORMS: [(&str, &str, &[&str]); 17] = [
    ("aws_s3_bucket", "bucket", &["{}", "{}/x"]),
    ("aws_sqs_queue", "name", &["{}"]),
    ("aws_sns_topic", "name", &["{}"]),
    ("aws_lambda_function", "function_name", &["function:{}", "function:{}:x"]),
    ("aws_lambda_alias", "function_name", &["function:{}", "function:{}:x"]),
    ("aws_cloudwatch_log_group", "name", &["log-group:{}", "log-group:{}:*", "log-group:{}:log-stream:x"]),
    ("aws_secretsmanager_secret", "name", &["secret:{}-AbCdEf"]),
    ("aws_ssm_parameter", "name", &["parameter/{}", "parameter{}"]),
    ("aws_ecr_repository", "name", &["repository/{}"]),
    ("aws_dynamodb_table", "name", &["table/{}", "table/{}/index/x"]),
    ("aws_sfn_state_machine", "name", &["stateMachine:{}"]),
    ("aws_kinesis_stream", "name", &["stream/{}"]),
    ("aws_cloudwatch_event_bus", "name", &["event-bus/{}"]),
    ("aws_kms_key", "key_id", &["key/{}"]),
    ("aws_rds_cluster", "cluster_resource_id", &["dbuser:{}/x", "secret:rds!cluster-x"]),
    ("aws_db_instance", "resource_id", &["dbuser:{}/x", "secret:rds!db-x"]),
    ("aws_db_proxy", "arn", &["dbuser:{}/x"]),
];

/// Whether a pattern is of a resource's ARN: by the ARN where it is known, else by its form and its name.
fn of_resource(pattern: &str, resource: Resource, action: &str) -> Match {
    let called = action.split(':').next().unwrap_or_default();
    if let Some(arn) = own_arn(resource, called) {
        let within = [arn.to_owned(), format!("{arn}/x"), format!("{arn}:x"), format!("{arn}:log-stream:x")];
        return Match::sure(within.iter().any(|arn| WildMatch::new(pattern).matches(arn)));
    }
    let mut parts = pattern.splitn(6, ':').skip(2);
    let (Some(service), Some(rest)) = (parts.next(), parts.nth(2)) else { return Match::No };
    if !WildMatch::new(service).matches(called) {
        return Match::No;
    }
    let Some((_, attribute, forms)) = FORMS.iter().find(|(kind, ..)| *kind == resource.kind()) else {
        return Match::Maybe(format!("whether {pattern} is {} is known only after the apply", resource.address()));
    };
    // As which user of the database, a plan does not tell: any will do.
    let rest = match rest.rsplit_once('/') {
        Some((id, _)) if id.starts_with("dbuser:") => format!("{id}/x"),
        _ => rest.to_owned(),
    };
    let rest = rest.as_str();
    // What no name has stands for one that is not known.
    const ANY: &str = "\u{1}";
    // Of an ARN its last part: a proxy has its resource id nowhere else.
    let name = resource.at(attribute).text().known().and_then(|name| name.rsplit(':').next()).unwrap_or(ANY);
    let matches = |name: &str| forms.iter().any(|form| WildMatch::new(rest).matches(&form.replace("{}", name)));
    match (matches(name), name == ANY) {
        (true, _) => Match::sure(true),
        (false, false) => Match::No,
        (false, true) => match rest.contains(['*', '?']) || resource.kind() != "aws_kms_key" {
            true => Match::Maybe(format!("whether {pattern} is {} is known only after the apply", resource.address())),
            false => Match::No,
        },
    }
}

/// What a service calls a resource, where that is known: a database has another ARN as the holder of its password.
fn own_arn<'a>(resource: Resource<'a>, service: &str) -> Option<&'a str> {
    let attributes = ["arn", "master_user_secret.0.secret_arn"].into_iter();
    let mut arns = attributes.filter_map(|attribute| resource.at(attribute).text().known());
    arns.find(|arn| arn.split(':').nth(2) == Some(service))
}

/// Whether the policy of a resource means a caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// It means the caller itself.
    Caller(Match),
    /// It means the caller's account, and leaves it to the account's own policies whom.
    Account,
}

/// Whom a statement of a resource's policy means, of a caller.
pub fn meant<'a>(statement: &Statement<'a>, caller: Caller<'a>) -> Meant {
    let mut found = Match::No;
    for principal in &statement.principals {
        match is_caller(principal, caller) {
            Meant::Account => return Meant::Account,
            Meant::Caller(is) => found = found.or(is),
        }
    }
    if statement.principals.is_empty() && !statement.not_principals.is_empty() {
        return Meant::Caller(Match::Maybe("it is written with NotPrincipal".to_owned()));
    }
    Meant::Caller(found)
}

fn is_caller<'a>(principal: &Principal<'a>, caller: Caller<'a>) -> Meant {
    if principal.is_everyone() {
        return Meant::Caller(Match::sure(true));
    }
    let kind = principal.kind.text.as_deref();
    Meant::Caller(match (caller, kind, principal.id.text.as_deref()) {
        (_, None, _) => Match::Maybe("its principal is known only after the apply".to_owned()),
        (Caller::Service(service), Some("Service"), Some(id)) => Match::sure(is_service(id, service)),
        (Caller::Service(_), Some("Service"), None) => {
            Match::Maybe("its principal is known only after the apply".to_owned())
        }
        (Caller::Role(role), Some("AWS"), Some(id)) => match is_account(id) {
            true => return Meant::Account,
            false => Match::sure(is_role(id, role)),
        },
        (Caller::Role(role), Some("AWS"), None) => {
            if principal.id.ends_with(":root") {
                return Meant::Account;
            }
            let links = principal.id.linked("aws_iam_role");
            match links.is_empty() {
                // An account id or the ARN of its root, from a data source.
                true => return Meant::Account,
                false => Match::sure(links.contains(&role)),
            }
        }
        _ => Match::No,
    })
}

/// A service also has a name in each region, as `logs.us-east-1.amazonaws.com`.
fn is_service(id: &str, service: &str) -> bool {
    let (name, domain) = service.split_once('.').unwrap_or((service, ""));
    let is_regional = || {
        let mut parts = id.splitn(3, '.');
        parts.next() == Some(name) && parts.next().is_some() && parts.next() == Some(domain)
    };
    id == service || is_regional()
}

fn is_account(id: &str) -> bool {
    let is_id = |text: &str| text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_id(id) || id.ends_with(":root")
}

fn is_role(id: &str, role: Resource) -> bool {
    match (role.at("arn").text(), role.at("name").text()) {
        (Known(arn), _) => arn == id,
        (_, Known(name)) => id.contains(":role/") && id.rsplit('/').next() == Some(name),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_arn;

    #[test]
    fn an_arn_of_any_region_and_account_is_of_a_pattern_of_one() {
        let streams = "arn:*:logs:*:*:log-group:RDSOSMetrics:log-stream:x";
        assert!(is_arn("arn:aws:logs:eu-west-1:111122223333:log-group:RDSOSMetrics:log-stream:*", streams));
        assert!(is_arn("arn:aws-cn:logs:*:*:*", streams));
        assert!(!is_arn("arn:aws:logs:eu-west-1:111122223333:log-group:payments:*", streams));
        assert!(!is_arn("arn:aws:sns:eu-west-1:111122223333:*", streams));
        assert!(!is_arn("arn:aws:sns:eu-west-1:111122223333:a", "arn:aws:sns:us-east-1:111122223333:a"));
    }
}
