//! What the policies of a resource say of a caller, and of a service that acts by itself.

use serde_json::json;

use super::about::unmet;
use super::decision::Decision;
use super::effect::{allow, denies};
use super::grant::by_grant;
use super::matching::Match;
use super::principal::{Meant, meant};
use super::request::{Caller, Request, Target};
use crate::policy::{Policy, Role, Statement};
use crate::resource::Resource;

/// Whether the policies of an endpoint let a call through.
pub fn passes<'a>(
    policies: &[&Policy<'a>],
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Match {
    if policies.is_empty() {
        return Match::sure(true);
    }
    let ByResource { direct, account } = by_resource(policies, caller, request);
    direct.or(account)
}

/// What the policies of a resource say of a caller.
pub struct ByResource {
    /// Whether the caller itself is allowed.
    pub direct: Match,
    /// Whether the account is allowed, so that its own policies decide.
    pub account: Match,
}

/// Asks the policies of a resource.
pub fn by_resource<'a>(
    policies: &[&Policy<'a>],
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> ByResource {
    let (mut direct, mut account) = (Match::No, Match::No);
    // A key without a policy of its own leaves all to its account. Source: KMS Developer Guide,
    // "Default key policy".
    if policies.is_empty() {
        account = Match::sure(true);
    }
    for statement in
        policies.iter().flat_map(|policy| &policy.statements).filter(|one| one.may_allow())
    {
        match meant(statement, caller) {
            Meant::Account => account = account.or(allow(statement, caller, request)),
            Meant::Caller(is) => direct = direct.or(allow(statement, caller, request).and(is)),
        }
    }
    let incomplete = policies
        .iter()
        .filter(|policy| !policy.is_complete())
        .map(|policy| Match::Maybe(policy.reason()));
    ByResource { direct: direct.or(incomplete.fold(Match::No, Match::or)), account }
}

/// The policy of a topic that nobody wrote one for: CloudWatch and RDS send `aws:SourceOwner`,
/// EventBridge does not. Source: SNS Developer Guide, "Example cases for Amazon SNS access
/// control"; SNS API, `CreateTopic`.
pub fn default_policy(topic: Resource<'_>) -> Policy<'_> {
    let statement = json!({
        "Sid": "__default_statement_ID",
        "Effect": "Allow",
        "Principal": {"AWS": "*"},
        "Action": ["sns:Publish", "sns:Subscribe"],
        "Resource": "*",
        "Condition": {"StringEquals": {"AWS:SourceOwner": "the account"}},
    });
    let document = json!({"Version": "2008-10-17", "Statement": [statement]});
    Policy::of_aws(
        &topic.at("policy"),
        Role::Resource,
        &document,
        "the policy that AWS gives a topic",
    )
}

/// Whether the policies of a resource let a service do something.
pub fn decide_service<'a>(
    policies: &[&Policy<'a>],
    caller: Caller<'a>,
    request: &Request<'_, 'a>,
) -> Decision {
    let statements = policies.iter().flat_map(|policy| &policy.statements);
    match statements
        .clone()
        .map(|statement| denies(statement, caller, request))
        .fold(Match::No, Match::or)
    {
        Match::Yes(statement) => return Decision::Denied(statement),
        Match::Maybe(reason) => return Decision::Unknown(reason),
        Match::No => {}
    }
    let allowed = by_resource(policies, caller, request).direct.or(by_grant(caller, request));
    let decision = Decision::of(allowed, || {
        let would = |statement: &&Statement<'a>| {
            statement.may_allow() && meant(statement, caller) != Meant::Caller(Match::No)
        };
        let unmet =
            statements.filter(would).find_map(|one| Some((one, unmet(one, caller, request)?)));
        match unmet {
            Some((statement, key)) => format!("{statement} asks for {key}"),
            None => "no statement allows it".to_owned(),
        }
    });
    match (decision, &request.on) {
        // Other stacks of the account may have policies for log groups too.
        (Decision::Missing(reason), Target::Resource(group))
            if group.kind() == "aws_cloudwatch_log_group" =>
        {
            Decision::Unknown(format!(
                "{reason}; the account may have another aws_cloudwatch_log_resource_policy"
            ))
        }
        (decision, _) => decision,
    }
}
